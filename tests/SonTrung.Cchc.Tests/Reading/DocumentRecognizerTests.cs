using CsCheck;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Core.Text.Healing;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Reading;

/// <summary>Documents of all kinds, as people paste them.</summary>
public sealed class DocumentRecognizerTests
{
    private const string Report = """
        ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
          XÃ HƯƠNG SƠN                       Độc lập - Tự do - Hạnh phúc
            _______                          ___________________________
        Số: 105/BC-UBND                    Hương Sơn, ngày 12 tháng 12 năm 2025

                                        BÁO CÁO
                Kết quả công tác tuyên truyền cải cách hành chính năm 2025
                         (Từ ngày 15/12/2024 đến ngày 14/12/2025)
                                        _______

                     Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.

             Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2025 của Ủy ban nhân dân xã về
        công tác thông tin, tuyên truyền cải cách hành chính (CCHC) năm 2025, Ủy ban nhân
        dân xã báo cáo như sau:
             I. CÔNG TÁC CHỈ ĐẠO
             Ủy ban nhân dân xã đã ban hành 03 văn bản chỉ đạo. Các văn bản được gửi đến các
        thôn qua hệ thống quản lý văn bản và điều hành.
             1.1. Về ban hành văn bản
             • Kế hoạch tuyên truyền năm 2025;
             * Kết quả
             – Đã đăng 45 tin, bài.
             a) Ưu điểm: Công tác tuyên truyền được duy trì.
             Trên đây là báo cáo của Ủy ban nhân dân xã Hương Sơn./.

        Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
        - Như trên;                                    KT. CHỦ TỊCH
        - TT. Đảng ủy, HĐND xã;                        PHÓ CHỦ TỊCH
        - Lưu: VT, VHXH.

                                                       Trần Văn Mẫu
        """;

    private static readonly string[] ReportLines =
    [
        "Agency|ỦY BAN NHÂN DÂN XÃ HƯƠNG SƠN",
        "NationalName|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Motto|Độc lập - Tự do - Hạnh phúc",
        "Number|Số: 105/BC-UBND",
        "PlaceAndDate|Hương Sơn, ngày 12 tháng 12 năm 2025",
        "Kind|BÁO CÁO",
        "Subject|Kết quả công tác tuyên truyền cải cách hành chính năm 2025",
        "Subject|(Từ ngày 15/12/2024 đến ngày 14/12/2025)",
        "Addressee|Sở Nội vụ tỉnh Hà Tĩnh.",
        "Paragraph|Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2025 của Ủy ban nhân dân xã về công tác thông tin, tuyên truyền cải cách hành chính (CCHC) năm 2025, Ủy ban nhân dân xã báo cáo như sau:",
        "Section|I. CÔNG TÁC CHỈ ĐẠO",
        "Paragraph|Ủy ban nhân dân xã đã ban hành 03 văn bản chỉ đạo. Các văn bản được gửi đến các thôn qua hệ thống quản lý văn bản và điều hành.",
        "Heading|1.1. Về ban hành văn bản",
        "Dash|• Kế hoạch tuyên truyền năm 2025;",
        "Dash|* Kết quả",
        "Dash|– Đã đăng 45 tin, bài.",
        "Numbered|a) Ưu điểm: Công tác tuyên truyền được duy trì.",
        "Paragraph|Trên đây là báo cáo của Ủy ban nhân dân xã Hương Sơn./.",
        "Recipient|- Như trên;",
        "Recipient|- TT. Đảng ủy, HĐND xã;",
        "Recipient|- Lưu: VT, VHXH.",
        "Authority|TM. ỦY BAN NHÂN DÂN",
        "Authority|KT. CHỦ TỊCH",
        "Authority|PHÓ CHỦ TỊCH",
        "SignerName|Trần Văn Mẫu",
    ];

    [Fact]
    public void Recognize_TheReportOf2023_PutsEveryLineInItsPlace()
    {
        var text = TextHealer.Heal(ReadText.Source2023(), HealingSteps.Characters | HealingSteps.Words).Text;

        Assert.Equal(PrintedText.Golden2023(), ReadText.Golden(DocumentRecognizer.Recognize(text)));
    }

    [Fact]
    public void Recognize_ColumnsOnOneLine_AreTakenApart() => Assert.Equal(ReportLines, Read(Report));

    [Fact]
    public void Recognize_OneParagraphALine_GivesTheSame()
    {
        var lines = Report.ReplaceLineEndings("\n").Replace("xã về\ncông", "xã về công", StringComparison.Ordinal)
            .Replace("nhân\ndân xã báo", "nhân dân xã báo", StringComparison.Ordinal).Replace("các\nthôn", "các thôn", StringComparison.Ordinal);

        Assert.Equal(ReportLines, Read(lines));
    }

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN\nXÃ TÂN DÂN\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập -\nTự do - Hạnh phúc\n---\n|\nSố:\n25/KH-UBND\n|\nTân Dân, ngày\n28 tháng 01 năm 2022\n|\nKẾ HOẠCH\nTuyên truyền",
        "Agency|ỦY BAN NHÂN DÂN XÃ TÂN DÂN", "NationalName|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto|Độc lập - Tự do - Hạnh phúc", "Number|Số: 25/KH-UBND", "PlaceAndDate|Tân Dân, ngày 28 tháng 01 năm 2022", "Kind|KẾ HOẠCH", "Subject|Tuyên truyền")]
    [InlineData("UBND TỈNH NINH THUẬN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ GIÁO DỤC Độc lập - Tự do - Hạnh phúc Số : 29 /SGD-VP Phan Rang, ngày 05 tháng 11 năm 2010 V/v báo cáo nhanh\nKính gửi: - Ủy ban nhân dân tỉnh; - Bộ Giáo dục.",
        "Superior|UBND TỈNH NINH THUẬN", "Agency|SỞ GIÁO DỤC", "NationalName|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto|Độc lập - Tự do - Hạnh phúc", "Number|Số : 29 /SGD-VP", "PlaceAndDate|Phan Rang, ngày 05 tháng 11 năm 2010", "Subject|V/v báo cáo nhanh", "Addressee|- Ủy ban nhân dân tỉnh;", "Addressee|- Bộ Giáo dục.")]
    [InlineData("HUYỆN ỦY HƯƠNG SƠN\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN TUYÊN GIÁO\n*\nSố 15-BC/BTG\tHương Sơn, ngày 05 tháng 01 năm 2024\nBÁO CÁO\ncông tác tuyên truyền năm 2023",
        "Superior|HUYỆN ỦY HƯƠNG SƠN", "Agency|BAN TUYÊN GIÁO", "NationalName|ĐẢNG CỘNG SẢN VIỆT NAM", "Number|Số 15-BC/BTG", "PlaceAndDate|Hương Sơn, ngày 05 tháng 01 năm 2024", "Kind|BÁO CÁO", "Subject|công tác tuyên truyền năm 2023")]
    [InlineData("ỦY BAN NHÂN DÂN\nHUYỆN HƯƠNG SƠN\nPHÒNG NỘI VỤ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nSố:      /PNV-CCHC\nV/v đôn đốc báo cáo\nHương Sơn, ngày      tháng 12 năm 2023\nKính gửi: Ủy ban nhân dân các xã.\nĐể tổng hợp, Phòng Nội vụ đề nghị các xã báo cáo.",
        "Superior|ỦY BAN NHÂN DÂN HUYỆN HƯƠNG SƠN", "Agency|PHÒNG NỘI VỤ", "NationalName|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto|Độc lập – Tự do – Hạnh phúc", "Number|Số: /PNV-CCHC", "PlaceAndDate|Hương Sơn, ngày tháng 12 năm 2023", "Subject|V/v đôn đốc báo cáo", "Addressee|Ủy ban nhân dân các xã.", "Paragraph|Để tổng hợp, Phòng Nội vụ đề nghị các xã báo cáo.")]
    [InlineData("Trang chủ\n10.03.2025 15:02\nỦY BAN NHÂN DÂN\nXÃ ĐƯNG K’NỚ\nSố: 31  /BC-UBND\nĐưng K’Nớ, ngày 07 tháng 3 năm 2025\nBÁO CÁO\nKết quả Quý I",
        "Unplaced|Trang chủ", "Unplaced|10.03.2025 15:02", "Agency|ỦY BAN NHÂN DÂN XÃ ĐƯNG K’NỚ", "Number|Số: 31 /BC-UBND", "PlaceAndDate|Đưng K’Nớ, ngày 07 tháng 3 năm 2025", "Kind|BÁO CÁO", "Subject|Kết quả Quý I")]
    [InlineData("Bộ Nội vụ Số: 251/QĐ-BNV | Hà Nội, ngày 29 tháng 03 năm 2022\nQuyết định BAN HÀNH KẾ HOẠCH NĂM 2022\nCăn cứ Nghị định số 34/2017/NĐ-CP;",
        "Agency|Bộ Nội vụ", "Number|Số: 251/QĐ-BNV", "PlaceAndDate|Hà Nội, ngày 29 tháng 03 năm 2022", "Kind|Quyết định", "Subject|BAN HÀNH KẾ HOẠCH NĂM 2022", "Paragraph|Căn cứ Nghị định số 34/2017/NĐ-CP;")]
    public void Recognize_Heads_AreRead(string text, params string[] expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("NGHỊ QUYẾT")]
    [InlineData("QUYẾT ĐỊNH")]
    [InlineData("CHỈ THỊ")]
    [InlineData("QUY CHẾ")]
    [InlineData("QUY ĐỊNH")]
    [InlineData("THÔNG CÁO")]
    [InlineData("THÔNG BÁO")]
    [InlineData("HƯỚNG DẪN")]
    [InlineData("CHƯƠNG TRÌNH")]
    [InlineData("KẾ HOẠCH")]
    [InlineData("PHƯƠNG ÁN")]
    [InlineData("ĐỀ ÁN")]
    [InlineData("DỰ ÁN")]
    [InlineData("BÁO CÁO")]
    [InlineData("BIÊN BẢN")]
    [InlineData("TỜ TRÌNH")]
    [InlineData("HỢP ĐỒNG")]
    [InlineData("CÔNG ĐIỆN")]
    [InlineData("BẢN GHI NHỚ")]
    [InlineData("BẢN THỎA THUẬN")]
    [InlineData("BẢN THOẢ THUẬN")]
    [InlineData("GIẤY ỦY QUYỀN")]
    [InlineData("GIẤY UỶ QUYỀN")]
    [InlineData("GIẤY MỜI")]
    [InlineData("GIẤY GIỚI THIỆU")]
    [InlineData("GIẤY NGHỈ PHÉP")]
    [InlineData("PHIẾU GỬI")]
    [InlineData("PHIẾU CHUYỂN")]
    [InlineData("PHIẾU BÁO")]
    public void Recognize_EveryKindOfTheDecree_IsKnown(string kind)
    {
        var text = $"ỦY BAN NHÂN DÂN\nXÃ SƠN TRUNG\nSố: 12/UBND\n{kind}\nVề một việc của xã\nXã thực hiện việc này từ ngày 01/01/2024 theo đúng quy định.";

        var read = DocumentRecognizer.Recognize(text);

        Assert.Equal(kind, Assert.Single(read.Blocks, block => block.Part == DocumentPart.Kind).Text);
        Assert.Equal("Về một việc của xã", Assert.Single(read.Blocks, block => block.Part == DocumentPart.Subject).Text);
        Assert.Equal(DocumentPart.Paragraph, read.Blocks[^1].Part);
    }

    [Theory]
    // A wrapped sentence that begins with a capital; a title that does not go on.
    [InlineData("1. Mục đích\nNâng cao nhận thức.", "Heading|1. Mục đích", "Paragraph|Nâng cao nhận thức.")]
    [InlineData("I. MỤC ĐÍCH,\nYÊU CẦU\n1. Mục đích\nNâng cao.", "Section|I. MỤC ĐÍCH, YÊU CẦU", "Heading|1. Mục đích", "Paragraph|Nâng cao.")]
    [InlineData("Phần thứ nhất\nKẾT QUẢ\nI. Chỉ đạo\nTốt.", "Section|Phần thứ nhất KẾT QUẢ", "Section|I. Chỉ đạo", "Paragraph|Tốt.")]
    [InlineData("- Giai đoạn 2021\n- 2025 theo quy định;\n- Chính xác.", "Dash|- Giai đoạn 2021 - 2025 theo quy định;", "Dash|- Chính xác.")]
    [InlineData("1. Duy trì chuyên mục.\n2. Đối thoại.\n", "Numbered|1. Duy trì chuyên mục.", "Numbered|2. Đối thoại.")]
    [InlineData("1. Nội dung.\n- Một;\n2. Hình thức:\n+ Hai.", "Heading|1. Nội dung.", "Dash|- Một;", "Heading|2. Hình thức:", "Plus|+ Hai.")]
    [InlineData("Điều 1. Thành lập Tổ gồm:\n1. Ông A, Tổ trưởng;\nĐiều 2. Nhiệm vụ của Tổ\na) Tham mưu;\nb) Thực hiện.", "Heading|Điều 1. Thành lập Tổ gồm:", "Numbered|1. Ông A, Tổ trưởng;", "Heading|Điều 2. Nhiệm vụ của Tổ", "Numbered|a) Tham mưu;", "Numbered|b) Thực hiện.")]
    [InlineData("II/ Tồn tại\n1/ Kinh phí ít.\n2/ Ít người.", "Section|II/ Tồn tại", "Numbered|1/ Kinh phí ít.", "Numbered|2/ Ít người.")]
    [InlineData("A. KẾT QUẢ\nTốt.\nA. Nguyễn vắng mặt.", "Section|A. KẾT QUẢ", "Paragraph|Tốt.", "Paragraph|A. Nguyễn vắng mặt.")]
    [InlineData("- Báo cáo\n++ Hai là.", "Dash|- Báo cáo", "Plus|++ Hai là.")]
    [InlineData("Theo Công văn số\n34/UBND ngày 05 tháng\n12 năm 2023 của huyện.", "Paragraph|Theo Công văn số 34/UBND ngày 05 tháng 12 năm 2023 của huyện.")]
    [InlineData("1 | Tin, bài | 45\n2 | Chuyên mục | 24", "Unplaced|1 | Tin, bài | 45", "Unplaced|2 | Chuyên mục | 24")]
    public void Recognize_Bodies_AreRead(string text, params string[] expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("Hết./.\nTRƯỞNG PHÒNG\nNguyễn Thị Mẫu\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
        "Paragraph|Hết./.", "Authority|TRƯỞNG PHÒNG", "SignerName|Nguyễn Thị Mẫu", "Recipient|- Như trên;", "Recipient|- Lưu: VT.")]
    [InlineData("Hết./.\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; CHỦ TỊCH\n- Lưu: VT. Nguyễn Văn Mẫu",
        "Paragraph|Hết./.", "Recipient|- Như trên;", "Recipient|- Lưu: VT.", "Authority|TM. ỦY BAN NHÂN DÂN", "Authority|CHỦ TỊCH", "SignerName|Nguyễn Văn Mẫu")]
    [InlineData("Hết./.\nNơi nhận:\n- Thường trực HĐND,\nUBND huyện (báo cáo);\n- Lưu: VT.\nTM.UBND XÃ\nKT. CHỦ TỊCH\n(Đã ký)\nTRẦN VĂN MẪU",
        "Paragraph|Hết./.", "Recipient|- Thường trực HĐND, UBND huyện (báo cáo);", "Recipient|- Lưu: VT.", "Authority|TM.UBND XÃ", "Authority|KT. CHỦ TỊCH", "Unplaced|(Đã ký)", "SignerName|TRẦN VĂN MẪU")]
    [InlineData("Hết./.\nTHƯ KÝ\tCHỦ TỌA\nNguyễn Thị Mẫu\tThS. Trần Văn Mẫu",
        "Paragraph|Hết./.", "Authority|THƯ KÝ", "SignerName|Nguyễn Thị Mẫu", "Authority|CHỦ TỌA", "SignerName|ThS. Trần Văn Mẫu")]
    [InlineData("Hết./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\nPhụ lục I\nDANH SÁCH\n(Kèm theo Báo cáo số 1/BC-UBND)\n1 | Thôn Mai Hà | 3",
        "Paragraph|Hết./.", "Authority|TM. ỦY BAN NHÂN DÂN", "Authority|CHỦ TỊCH", "SignerName|Lê Văn Mẫu", "Appendix|Phụ lục I", "Appendix|DANH SÁCH", "Appendix|(Kèm theo Báo cáo số 1/BC-UBND)", "Appendix|1 | Thôn Mai Hà | 3")]
    [InlineData("Hết./.\nCHỦ TỊCH\nLê Văn Mẫu\nQUY CHẾ\nHoạt động của Tổ\nĐiều 1. Phạm vi",
        "Paragraph|Hết./.", "Authority|CHỦ TỊCH", "SignerName|Lê Văn Mẫu", "Appendix|QUY CHẾ", "Appendix|Hoạt động của Tổ", "Appendix|Điều 1. Phạm vi")]
    public void Recognize_Feet_AreRead(string text, params string[] expected) => Assert.Equal(expected, Read($"Xã báo cáo như sau:\n{text}").Skip(1));

    /// <summary>The foot's title is told from words of the text.</summary>
    [Theory]
    [InlineData("Văn bản được gửi qua hệ thống quản lý văn bản đến các đơn vị có tên ở phần\nNơi nhận: các thôn trả lời trước ngày 20/11.")]
    [InlineData("Nhiều văn bản của các bộ phận còn ghi chưa đúng phần\nNơi nhận\nvà phần chữ ký của người có thẩm quyền.")]
    [InlineData("Tên văn bản | Nơi nhận | Ngày gửi\nKế hoạch số 05 | Các thôn | 12/01/2025")]
    [InlineData("1.2. Về thể thức\nNơi nhận: ghi từng nơi.\nII. TỒN TẠI\n- Còn ít tin, bài.")]
    [InlineData("1.2. Về thể thức\nNơi nhận:\n- Ghi từng nơi;\n- Ghi nơi lưu sau cùng.\nII. TỒN TẠI\n- Còn ít tin, bài.")]
    public void Recognize_TextThatSpeaksOfRecipients_KeepsItInTheBody(string prose)
    {
        var read = Read(Report.ReplaceLineEndings("\n").Replace("a) Ưu điểm", $"{prose}\na) Ưu điểm", StringComparison.Ordinal));

        Assert.Equal(ReportLines[^7..], read.TakeLast(7));
        Assert.Contains(read.SkipLast(7), line => line.Contains("Nơi nhận", StringComparison.Ordinal));
        Assert.Contains("Numbered|a) Ưu điểm: Công tác tuyên truyền được duy trì.", read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\f\n---\n")]
    public void Recognize_Nothing_GivesNothing(string? text) => Assert.Empty(DocumentRecognizer.Recognize(text).Blocks);

    [Fact]
    public void Recognize_LinesThatAReaderKnows_AreJoinedAsItSays()
    {
        var read = DocumentRecognizer.Recognize(
        [
            new SourceLine("Xã đã ban hành", LineBreakKind.Wrapped),
            new SourceLine("Kế hoạch tuyên truyền.", LineBreakKind.Paragraph),
            new SourceLine("nhỏ là cách viết của tác giả", LineBreakKind.Paragraph),
        ]);

        Assert.Equal(["Paragraph|Xã đã ban hành Kế hoạch tuyên truyền.", "Paragraph|nhỏ là cách viết của tác giả"], ReadText.Of(read.Document));
        Assert.Equal([new LineSpan(0, 1), new LineSpan(2, 2)], read.Places);
    }

    /// <summary>Lines of real shapes in any order: nothing throws, and no letter is lost but those of the words that the parts say.</summary>
    [Fact]
    public void Recognize_AnyLines_LosesNoLetter()
    {
        string[] shapes =
        [
            .. Report.ReplaceLineEndings("\n").Split('\n'), "", "   ", "-", "- ", "+", "1.", "Điều 5.", "I.", "|", "a|b", "\t", "CHỦ TỊCH", "Phụ lục", "./.", "KẾ HOẠCH", "V/v một việc",
            "CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Số:", "ngày 1 tháng 2 năm 2024", "QUYẾT ĐỊNH:", "(Đã ký)", "Nguyễn Văn Mẫu", "thôn Mai Hà", "😀 \uD83D", "12", "2021 -", "- 2025.",
        ];
        var texts = Gen.Int[0, shapes.Length - 1].Array[0, 40].Select(picked => string.Join('\n', picked.Select(i => shapes[i])));

        texts.Sample(
            text =>
            {
                var read = DocumentRecognizer.Recognize(text);
                var captions = System.Text.RegularExpressions.Regex.Matches(text, @"Kính gửi|Nơi nhận").Select(match => match.Value).ToList();
                var lost = Lost(ReadText.Letters(PlainText.Clean(text)), ReadText.Letters(read));
                Assert.True(lost is not null && IsMadeOf(lost, captions), $"{text}\n→\n{string.Join('\n', ReadText.Of(read))}\nlost: {lost}");
            },
            iter: 3000);
    }

    /// <summary>The letters of one sorted text that another lacks; null when the other has letters of its own.</summary>
    private static string? Lost(string before, string after)
    {
        var left = before.ToList();
        return after.All(left.Remove) ? string.Concat(left) : null;
    }

    /// <summary>Whether letters are those of some of the words.</summary>
    private static bool IsMadeOf(string letters, List<string> words) =>
        letters.Length == 0
        || words.Any(word => Lost(letters, ReadText.Letters(word)) is { } rest && rest.Length < letters.Length
            && IsMadeOf(rest, [.. words.Where((_, i) => i != words.IndexOf(word))]));

    private static IReadOnlyList<string> Read(string text) => ReadText.Of(DocumentRecognizer.Recognize(text));
}
