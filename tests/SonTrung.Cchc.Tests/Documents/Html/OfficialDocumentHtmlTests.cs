using System.Xml.Linq;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Html;

namespace SonTrung.Cchc.Tests.Documents.Html;

public sealed class OfficialDocumentHtmlTests
{
    private static readonly OfficialDocument Document = new()
    {
        LayoutProfile = "nd30-2020",
        Letterhead = new Letterhead { Superior = "HUYỆN MẪU", Agency = ["ỦY BAN NHÂN DÂN", "XÃ MẪU"], FullName = "Ủy ban nhân dân xã Mẫu", Symbol = "BC-UBND", Place = "Xã Mẫu" },
        Kind = "BÁO CÁO",
        Subject = ["Kết quả công tác mẫu", "và phương hướng"],
        Addressees = [new("-", "Sở Nội vụ;"), new("-", "Sở Văn hóa.")],
        Body =
        [
            Block("a", BlockLevel.Section, "I.", "KẾT QUẢ"),
            Block("b", BlockLevel.Heading, "1.", "Nội dung"),
            Block("c", BlockLevel.Dash, "-", "Gạch đầu dòng một;"),
            Block("d", BlockLevel.Plus, "+", "Dấu cộng một;"),
            Block("e", BlockLevel.Plus, "+", "Dấu cộng hai;"),
            Block("f", BlockLevel.Dash, "-", "Gạch đầu dòng hai."),
            Block("g", BlockLevel.Numbered, "1.", "Câu đánh số."),
            Block("h", BlockLevel.Plus, "+", "Dấu cộng đứng một mình."),
            Block("i", BlockLevel.Paragraph, "", "Câu kết."),
        ],
        Recipients = [new("-", "Như trên;"), new("-", "Lưu: VT.")],
        Signature = new SignatureBlock { Authority = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], SignerName = "Nguyễn Văn Mẫu" },
        Appendices =
        [
            new Appendix
            {
                Label = "Phụ lục",
                Title = "BẢNG MẪU",
                Columns = [new("TT", 1, CellAlignment.Center), new("Nhiệm vụ", 7, CellAlignment.Left), new("Kết quả", 2, CellAlignment.Right)],
                Rows = [["1", "Tin, bài", "1.234"]],
            },
        ],
    };

    [Fact]
    public void Write_WholeDocument_ShowsEveryPrintedTextOnceInOrder()
    {
        var texts = Lines(Write(Document, new IssueMark(5, new DateOnly(2026, 12, 9))));

        Assert.Equal(
        [
            "HUYỆN MẪU", "ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/BC-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Xã Mẫu, ngày 09 tháng 12 năm 2026",
            "BÁO CÁO", "Kết quả công tác mẫu", "và phương hướng",
            "Kính gửi:", "- Sở Nội vụ;", "- Sở Văn hóa.",
            "I. KẾT QUẢ", "1. Nội dung", "- Gạch đầu dòng một;", "+ Dấu cộng một;", "+ Dấu cộng hai;", "- Gạch đầu dòng hai.", "1. Câu đánh số.",
            "+ Dấu cộng đứng một mình.", "Câu kết./.",
            "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu",
            "Phụ lục", "BẢNG MẪU", "(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 12 năm 2026", "của Ủy ban nhân dân xã Mẫu)", "TT", "Nhiệm vụ", "Kết quả", "1", "Tin, bài", "1.234",
        ], texts);
    }

    [Theory]
    [InlineData(2026, 2, 5, "Xã Mẫu, ngày 05 tháng 02 năm 2026")]
    [InlineData(2026, 3, 15, "Xã Mẫu, ngày 15 tháng 3 năm 2026")]
    public void Write_DateGiven_SpellsItAsTheDecreeDoes(int year, int month, int day, string expected) =>
        Assert.Equal(expected, ByClass(Write(Document, new IssueMark(15, new DateOnly(year, month, day))), "doc-date").Value);

    [Fact]
    public void Write_NotYetIssued_LeavesRoomForNumberAndDate()
    {
        var html = Write(Document);

        Assert.Equal("Số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/BC-UBND", ByClass(html, "doc-number").Value);
        Assert.Equal("Xã Mẫu, ngày tháng năm", Collapse(ByClass(html, "doc-date").Value));
    }

    [Fact]
    public void Write_EveryBlock_CarriesItsIdAndItsText()
    {
        var blocks = Write(Document).Descendants()
            .Where(element => element.Attribute("data-block-id") is not null)
            .Select(element => (element.Attribute("data-block-id")!.Value, element.Attribute("id")!.Value, element.Value));

        Assert.Equal(Document.PrintedBody().Select(block => (block.Id, "doc-" + block.Id, block.Printed())), blocks);
    }

    [Fact]
    public void Write_PlusBelowDash_NestsItsListInTheDashItem()
    {
        var body = ByClass(Write(Document), "doc-body");
        var dash = body.Descendants("p").Single(element => element.Value == "- Gạch đầu dòng một;");

        Assert.Equal(["+ Dấu cộng một;", "+ Dấu cộng hai;"], dash.Parent!.Element("ul")!.Elements("li").Select(item => item.Value));
        Assert.Equal("li", dash.Parent.Name.LocalName);
        Assert.Equal(["h3", "h4", "ul", "p", "ul", "p"], body.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Write_OneAddressee_StandsBesideTheWords()
    {
        var html = Write(Document with { Addressees = [new("", "Sở Nội vụ tỉnh Hà Tĩnh.")] });

        Assert.Equal("Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.", ByClass(html, "doc-addressee").Value);
    }

    [Fact]
    public void Write_MarkupInEveryText_IsShownNotRun()
    {
        const string Attack = "\"><script>alert('x')</script>";
        var document = Document with
        {
            Letterhead = new Letterhead { Superior = Attack, Agency = [Attack], FullName = Attack, Symbol = Attack, Place = Attack },
            Kind = Attack,
            Subject = [Attack],
            Addressees = [new(Attack, Attack), new(Attack, Attack)],
            Body = [new DocumentBlock { Id = Attack, Level = BlockLevel.Dash, Label = Attack, Text = Attack }],
            Recipients = [new(Attack, Attack)],
            Signature = new SignatureBlock { Authority = [Attack], SignerName = Attack },
            Appendices = [new Appendix { Label = Attack, Title = Attack, Columns = [new(Attack, 1, CellAlignment.Left)], Rows = [[Attack]] }],
        };

        var html = Write(document);

        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName == "script");
        Assert.Equal(Attack, html.Descendants("td").Single().Value);
        Assert.Equal(Attack, ByClass(html, "doc-dash").Attribute("data-block-id")!.Value);
    }

    [Fact]
    public void Write_VerificationUrl_DrawsItsCodeAndNamesIt()
    {
        var html = Write(Document with { VerificationUrl = "https://xac-thuc.example/a1b2" });

        var code = ByClass(html, "doc-code");
        Assert.Equal("Mã QR để xác thực văn bản: https://xac-thuc.example/a1b2", code.Attribute("aria-label")!.Value);
        Assert.StartsWith("M4 4h1v1h-1z", code.Element("path")!.Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoVerificationUrl_DrawsNoCode() =>
        Assert.DoesNotContain(Write(Document).Descendants(), element => element.Name.LocalName == "svg");

    [Fact]
    public void Write_VietnameseLetters_AreNotEscaped() =>
        Assert.Contains("ỦY BAN NHÂN DÂN", new OfficialDocumentHtml(Document).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Write_Always_HasNoStyleAttribute() =>
        Assert.DoesNotContain(Write(Document).Descendants(), element => element.Attribute("style") is not null);

    private static DocumentBlock Block(string id, BlockLevel level, string label, string text) =>
        new() { Id = id, Level = level, Label = label, Text = text };

    // The writer closes every element, so a strict reader can check it.
    private static XElement Write(OfficialDocument document, IssueMark? issue = null) =>
        XElement.Parse(new OfficialDocumentHtml(document, issue).ToString(), LoadOptions.PreserveWhitespace);

    private static XElement ByClass(XElement html, string cssClass) =>
        html.DescendantsAndSelf().Single(element => element.Attribute("class")?.Value == cssClass);

    private static IEnumerable<string> Lines(XElement html) =>
        html.DescendantNodes().OfType<XText>().Select(text => Collapse(text.Value));

    private static string Collapse(string text) => string.Join(' ', text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
