using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Tests.Documents;

/// <summary>Invented official documents of any length.</summary>
internal static class OfficialDocumentBuilder
{
    private const string LongSentence =
        "Tổ chức các buổi sinh hoạt cộng đồng tại nhà văn hóa thôn để người dân trao đổi về thời hạn trả kết quả, mức phí, "
        + "cách nộp hồ sơ trực tuyến và nơi gửi ý kiến góp ý khi cần được hướng dẫn thêm theo Kế hoạch số 07/KH-UBND ngày 09/01/2025";

    /// <summary>A report with a heading, and as many paragraphs of one to five lines as asked for.</summary>
    public static OfficialDocument Report(int paragraphs = 12, int addressees = 2, int recipients = 4, int appendixRows = 0) => new()
    {
        LayoutProfile = "nd30-2020",
        Letterhead = new Letterhead
        {
            Agency = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"],
            FullName = "Ủy ban nhân dân xã Bình Minh",
            Symbol = "BC-UBND",
            Place = "Bình Minh",
        },
        Kind = "BÁO CÁO",
        Subject = ["Kết quả tuyên truyền cải cách hành chính năm 2025", "và nhiệm vụ trọng tâm năm 2026"],
        Addressees = [.. Enumerable.Range(1, addressees).Select(i => Line($"Phòng chuyên môn thứ {i} của huyện", i == addressees))],
        Body = [.. Blocks(paragraphs)],
        Recipients = [.. Enumerable.Range(1, recipients).Select(i => Line(i == recipients ? "Lưu: VT, VHXH" : $"Bên nhận thứ {i}", i == recipients))],
        Signature = new SignatureBlock { Authority = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], SignerName = "Trần Thị Mẫu" },
        Appendices = appendixRows == 0 ? [] : [Appendix(appendixRows)],
    };

    /// <summary>A table of plan lines; every third row wraps.</summary>
    public static Appendix Appendix(int rows) => new()
    {
        Label = "Phụ lục",
        Title = "KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ",
        Columns =
        [
            new("TT", 1, CellAlignment.Center),
            new("Nhiệm vụ", 5, CellAlignment.Left),
            new("Đơn vị", 2.4, CellAlignment.Left),
            new("Chỉ tiêu", 1.6, CellAlignment.Right),
        ],
        Rows =
        [
            .. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)
            [
                $"{i}",
                i % 3 == 0 ? $"Nhiệm vụ {i}: phát tin trên loa truyền thanh của các thôn" : $"Nhiệm vụ {i}",
                "Văn phòng",
                $"{i * 7}",
            ]),
        ],
    };

    private static IEnumerable<DocumentBlock> Blocks(int count)
    {
        yield return Block(0, BlockLevel.Section, "I.", "KẾT QUẢ ĐẠT ĐƯỢC");
        yield return Block(1, BlockLevel.Heading, "1.", "Công tác chỉ đạo");
        for (var i = 2; i < count; i++)
        {
            yield return (i % 7) switch
            {
                0 => Block(i, BlockLevel.Heading, $"{i}.", $"Nhóm việc thứ {i}"),
                1 or 2 => Block(i, BlockLevel.Paragraph, "", $"Đoạn {i}. {LongSentence}. {LongSentence}."),
                3 => Block(i, BlockLevel.Numbered, $"{i}.", $"Việc {i}. {LongSentence}."),
                4 => Block(i, BlockLevel.Dash, "-", $"Mục {i} gọn trong một dòng;"),
                5 => Block(i, BlockLevel.Dash, "-", $"Mục {i} có các việc kèm theo"),
                _ => Block(i, BlockLevel.Plus, "+", $"Việc kèm {i}: {LongSentence};"),
            };
        }

        yield return Block(count, BlockLevel.Paragraph, "", "Trên đây là báo cáo của Ủy ban nhân dân xã Bình Minh.");
    }

    private static DocumentBlock Block(int id, BlockLevel level, string label, string text) =>
        new() { Id = $"b{id}", Level = level, Label = label, Text = text };

    private static PrintedLine Line(string text, bool isLast) => new("-", text + (isLast ? "." : ";"));
}
