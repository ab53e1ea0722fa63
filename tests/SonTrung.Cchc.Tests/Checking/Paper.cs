using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>A report without a fault, and the same with one part changed.</summary>
internal sealed record Paper
{
    private static readonly DocumentPart[] BodyParts =
        [DocumentPart.Section, DocumentPart.Heading, DocumentPart.Paragraph, DocumentPart.Numbered, DocumentPart.Dash, DocumentPart.Plus];

    public CheckKnowledge Knowledge { get; init; } = CheckKnowledge.None;

    public IReadOnlyList<ReadBlock> Blocks { get; init; } = Numbered(
    [
        (DocumentPart.Agency, "", "ỦY BAN NHÂN DÂN XÃ MỸ LÂM"),
        (DocumentPart.NationalName, "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (DocumentPart.Motto, "", "Độc lập - Tự do - Hạnh phúc"),
        (DocumentPart.Number, "", "Số: 214/BC-UBND"),
        (DocumentPart.PlaceAndDate, "", "Mỹ Lâm, ngày 16 tháng 12 năm 2026"),
        (DocumentPart.Kind, "", "BÁO CÁO"),
        (DocumentPart.Subject, "", "Kết quả công tác tuyên truyền cải cách hành chính năm 2026"),
        (DocumentPart.Subject, "", "và phương hướng, nhiệm vụ năm 2027"),
        (DocumentPart.Addressee, "", "Sở Nội vụ tỉnh Hà Tĩnh."),
        .. Lines(
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 16/01/2026 của UBND xã Mỹ Lâm về tuyên truyền cải cách hành chính năm 2026, UBND xã báo cáo kết quả công tác tuyên truyền cải cách hành chính (CCHC) năm 2026 như sau:",
            "I. KẾT QUẢ THỰC HIỆN",
            "1. Phương tiện tuyên truyền",
            "- Đăng tin, bài về CCHC trên Trang thông tin điện tử xã: 45 tin, bài;",
            "- Phát chuyên mục CCHC trên hệ thống truyền thanh cơ sở: 22 chuyên mục; 132 lượt phát.",
            "2. Hình thức tuyên truyền",
            "- Tổ chức hội nghị về CCHC cho cán bộ, công chức: 4 cuộc; 312 lượt người;",
            "- Ban hành văn bản triển khai: 2 văn bản;",
            "+ Công văn số 45/UBND-VHXH ngày 06/02/2026 của UBND xã về giao chỉ tiêu tuyên truyền cải cách hành chính;",
            "+ Quyết định số 905/QĐ-UBND ngày 25/9/2026 của UBND xã về công nhận kết quả cuộc thi trực tuyến.",
            "II. ĐÁNH GIÁ CHUNG",
            "Kế hoạch tuyên truyền CCHC năm 2026 có 12 nhiệm vụ; đã hoàn thành 7/12 nhiệm vụ, đạt 58,3%.",
            "III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027",
            "1. Gắn tuyên truyền CCHC với hướng dẫn người dân làm dịch vụ công trực tuyến ngay tại thôn.",
            "2. Tổ chức 24 buổi hướng dẫn lưu động tại nhà văn hóa thôn trong năm 2027.",
            "Trên đây là báo cáo kết quả công tác tuyên truyền cải cách hành chính năm 2026 và phương hướng, nhiệm vụ năm 2027 của Ủy ban nhân dân xã Mỹ Lâm./."),
        (DocumentPart.Recipient, "-", "Như trên;"),
        (DocumentPart.Recipient, "-", "Thường trực Đảng ủy, HĐND xã;"),
        (DocumentPart.Recipient, "-", "Lưu: VT, VHXH."),
        (DocumentPart.Authority, "", "TM. ỦY BAN NHÂN DÂN"),
        (DocumentPart.Authority, "", "CHỦ TỊCH"),
        (DocumentPart.SignerName, "", "Lê Văn Mẫu"),
    ]);

    /// <summary>The parts replaced, in place; without texts they are taken out.</summary>
    public Paper With(DocumentPart part, params string[] texts)
    {
        var at = Blocks.TakeWhile(block => block.Part < part).Count();
        var label = part == DocumentPart.Recipient || (part == DocumentPart.Addressee && texts.Length > 1) ? "-" : "";
        return this with
        {
            Blocks = Numbered(Rows(Blocks.Take(at).Where(block => block.Part != part))
                .Concat(texts.Select(text => (part, label, text)))
                .Concat(Rows(Blocks.Skip(at).Where(block => block.Part != part)))),
        };
    }

    /// <summary>Another body, its lines written with their marks: "I. …", "1. …", "- …", "+ …".</summary>
    public Paper Body(params string[] lines)
    {
        var at = Blocks.TakeWhile(block => !BodyParts.Contains(block.Part)).Count();
        return this with
        {
            Blocks = Numbered(Rows(Blocks.Take(at)).Concat(Lines(lines)).Concat(Rows(Blocks.Skip(at).Where(block => !BodyParts.Contains(block.Part))))),
        };
    }

    /// <summary>A sentence put into the report's results.</summary>
    public Paper Saying(string sentence) => Change(block => block.Text.StartsWith("Kế hoạch tuyên truyền CCHC", StringComparison.Ordinal), sentence);

    /// <summary>A sentence put at the head of the body.</summary>
    public Paper Opening(string sentence) => Change(block => block.Text.StartsWith("Thực hiện", StringComparison.Ordinal), sentence);

    public Paper Closing(string sentence) => Change(block => block.Text.StartsWith("Trên đây", StringComparison.Ordinal), sentence);

    public Paper Knowing(CheckKnowledge knowledge) => this with { Knowledge = knowledge };

    public ReadDocument Document => new(Blocks);

    public IReadOnlyList<Finding> Findings() => Checker.Check(Document, Knowledge);

    /// <summary>What one rule finds, each as the words that it marks ("" for a whole block or none).</summary>
    public IReadOnlyList<string> Marked(string rule) => Findings().Where(finding => finding.Rule.Id == rule).Select(Words).ToList();

    public Finding Single(string rule) => Assert.Single(Findings(), finding => finding.Rule.Id == rule);

    public string Words(Finding finding) => finding.Length == 0 ? "" : Blocks.Single(block => block.Id == finding.BlockId).Text.Substring(finding.Start, finding.Length);

    private Paper Change(Func<ReadBlock, bool> which, string sentence) =>
        this with { Blocks = Blocks.Select(block => which(block) ? block with { Text = sentence } : block).ToList() };

    private static IEnumerable<(DocumentPart Part, string Label, string Text)> Lines(params string[] lines) => lines.Select(line =>
    {
        var mark = Regex.Match(line, @"^(?<label>[IVX]+\.|\d+(?:\.\d+)*[.)]|\p{Ll}\)|[-+])\s(?<text>.*)$");
        var label = mark.Groups["label"].Value;
        var part = label switch
        {
            "" => DocumentPart.Paragraph,
            "-" => DocumentPart.Dash,
            "+" => DocumentPart.Plus,
            _ when label[0] is 'I' or 'V' or 'X' => DocumentPart.Section,
            _ when char.IsDigit(label[0]) => line.EndsWith('.') || line.EndsWith(';') ? DocumentPart.Numbered : DocumentPart.Heading,
            _ => DocumentPart.Paragraph,
        };
        return (part, label, mark.Success ? mark.Groups["text"].Value : line);
    });

    private static IEnumerable<(DocumentPart, string, string)> Rows(IEnumerable<ReadBlock> blocks) => blocks.Select(block => (block.Part, block.Label, block.Text));

    private static List<ReadBlock> Numbered(IEnumerable<(DocumentPart Part, string Label, string Text)> rows) =>
        rows.Select((row, i) => new ReadBlock($"{i}", row.Part, row.Label, row.Text)).ToList();
}
