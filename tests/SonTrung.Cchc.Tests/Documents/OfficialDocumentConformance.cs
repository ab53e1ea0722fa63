using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents;

/// <summary>What Nghị định 30/2020/NĐ-CP, Phụ lục I asks of every engine, read back from the finished file; lengths in millimetres.</summary>
public abstract partial class OfficialDocumentConformance
{
    private const double Left = 30;
    private const double Right = 190;
    private const double Top = 20;
    private const double Bottom = 277;
    private const double Tolerance = 0.5;

    protected abstract IOfficialDocumentRenderer Renderer { get; }

    [Fact]
    public void Render_AnyPage_IsA4WithTextInsideTheMargins()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report(paragraphs: 60));

        for (var page = 1; page <= pdf.PageCount; page++)
        {
            Near(210, pdf.PageSize(page).Width);
            Near(297, pdf.PageSize(page).Height);
            var text = pdf.Lines(page).Where(line => line.Baseline > Top).Skip(page == 1 ? 6 : 0).ToList();
            Assert.All(text, line => Assert.InRange(line.Left, Left - Tolerance, Right));
            Assert.All(text, line => Assert.InRange(line.Right, Left, Right + Tolerance));
            Assert.All(text, line => Assert.InRange(line.Baseline, Top + 2, Bottom));
        }
    }

    [Fact]
    public void Render_Letterhead_HasTheSizesAndFacesOfTheDecree()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report() with
        {
            Letterhead = OfficialDocumentBuilder.Report().Letterhead with { Superior = "UBND HUYỆN ĐÔNG HẢI" },
        });

        Set(pdf.Line("UBND HUYỆN ĐÔNG HẢI"), 13, "");
        Set(pdf.Line("ỦY BAN NHÂN DÂN"), 13, "Bold");
        Set(pdf.Line("XÃ BÌNH MINH"), 13, "Bold");
        Set(pdf.Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 13, "Bold");
        Set(pdf.Line("Độc lập - Tự do - Hạnh phúc"), 14, "Bold");
        Set(pdf.Line("Số:"), 13, "");
        Set(pdf.Line("Bình Minh, ngày"), 14, "Italic");
        Set(pdf.Line("BÁO CÁO"), 14, "Bold");
        Set(pdf.Line("Kết quả tuyên truyền"), 14, "Bold");
        Set(pdf.Line("Kính gửi:"), 14, "");
        Set(pdf.Line("I. KẾT QUẢ"), 14, "Bold");
        Set(pdf.Line("1. Công tác"), 14, "Bold");
        Set(pdf.Line("Đoạn 2."), 14, "");
        Set(pdf.Line("Nơi nhận:"), 12, "BoldItalic");
        Set(pdf.Line("- Lưu: VT"), 11, "");
        Set(pdf.Line("TM. ỦY BAN"), 14, "Bold");
        Set(pdf.Line("Trần Thị Mẫu"), 14, "Bold");
    }

    [Fact]
    public void Render_Letterhead_StandsAsInModel14()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report());

        var (agency, motto) = (pdf.Line("XÃ BÌNH MINH"), pdf.Line("Độc lập"));
        var (number, date) = (pdf.Line("Số:"), pdf.Line("Bình Minh, ngày"));
        Near(motto.Center, pdf.Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Center);
        Near(agency.Center, pdf.Line("ỦY BAN NHÂN DÂN").Center);
        Near(number.Baseline, date.Baseline);
        Near(agency.Center, (pdf.Within("Số:").Left + pdf.Within("/BC-UBND").Right) / 2);
        Near(Left + 80, pdf.Line("BÁO CÁO").Center);
        Assert.True(agency.Center < motto.Left);
    }

    [Fact]
    public void Render_Rules_HaveTheLengthsOfTheDecree()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report());

        var (motto, agency, subject) = (pdf.Line("Độc lập"), pdf.Line("XÃ BÌNH MINH"), pdf.Line("và nhiệm vụ"));
        var rules = pdf.Rules(1);
        Assert.Equal(3, rules.Count);
        Near(motto.Width, Below(rules, motto).Width);
        Assert.InRange(Below(rules, agency).Width, agency.Width / 3, agency.Width / 2);
        Assert.InRange(Below(rules, subject).Width, subject.Width / 3, subject.Width / 2);
        Assert.All(rules, rule => Assert.InRange(rule.Thickness, 0.5, 0.75));
    }

    [Theory]
    [InlineData(7, "2026-01-05", "Số: 07/BC-UBND", "Bình Minh, ngày 05 tháng 01 năm 2026")]
    [InlineData(15, "2025-12-16", "Số: 15/BC-UBND", "Bình Minh, ngày 16 tháng 12 năm 2025")]
    [InlineData(1204, "2026-03-31", "Số: 1204/BC-UBND", "Bình Minh, ngày 31 tháng 3 năm 2026")]
    public void Render_IssueMark_PrintsNumberAndDateAndMovesNothingElse(int number, string date, string numberLine, string dateLine)
    {
        var document = OfficialDocumentBuilder.Report();
        var mark = new IssueMark(number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        using var blank = Render(document);
        using var marked = new PdfReading(Renderer.Render(document, mark).Pdf);

        Assert.Equal(numberLine, OneSpace(marked.Line("Số:").Text));
        Assert.Equal(dateLine, OneSpace(marked.Line("Bình Minh, ngày").Text));
        Assert.Equal("Số: /BC-UBND", OneSpace(blank.Within("Số:").Text + " " + blank.Within("/BC-UBND").Text));
        foreach (var text in new[] { "Số:", "/BC-UBND", "Bình Minh, ngày", "tháng", "năm", "BÁO CÁO", "Kính gửi", "TM. ỦY BAN" })
        {
            var page = text == "TM. ỦY BAN" ? blank.PageCount : 1;
            Near(blank.Within(text, page).Left, marked.Within(text, page).Left, 0.01);
            Near(blank.Within(text, page).Baseline, marked.Within(text, page).Baseline, 0.01);
        }
    }

    [Fact]
    public void Render_Body_IsJustifiedWithAnIndentedFirstLine()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report());

        var first = pdf.Line("Đoạn 2.");
        var lines = pdf.Lines(first.Page).SkipWhile(line => line != first).Take(4).ToList();
        Near(Left + 12.7, first.Left);
        Near(Left + 12.7, pdf.Line("I. KẾT QUẢ").Left);
        Assert.All(lines.Skip(1), line => Near(Left, line.Left));
        Assert.All(lines, line => Near(Right, line.Right));
        // Between single spacing (1.149 em) and one and a half; 6 pt more between paragraphs.
        var pitch = (lines[2].Baseline - lines[1].Baseline) * 72 / 25.4;
        Assert.InRange(pitch, 14 * 1.149, 14 * 1.149 * 1.5);
        var heading = (pdf.Line("1. Công tác").Baseline - pdf.Line("I. KẾT QUẢ").Baseline) * 72 / 25.4;
        Assert.True(heading - pitch >= 5.9, $"{heading - pitch} pt between paragraphs.");
    }

    [Fact]
    public void Render_SeveralAddressees_StandBelowWithDashesUnderTheColon()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report(addressees: 3));

        var colon = pdf.Within("Kính gửi:");
        var words = pdf.Within("Kính gửi");
        Assert.All(Enumerable.Range(1, 3), i =>
        {
            var line = pdf.Line($"- Phòng chuyên môn thứ {i}");
            Near(words.Right, line.Left);
            Assert.True(line.Baseline > colon.Baseline);
        });
    }

    [Fact]
    public void Render_OneAddressee_StandsBesideTheWords()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report(addressees: 1));

        var line = pdf.Line("Kính gửi:");
        Assert.Equal("Kính gửi: Phòng chuyên môn thứ 1 của huyện.", line.Text);
        Near(Left + 80, line.Center);
    }

    [Fact]
    public void Render_SeveralPages_NumbersThemInTheTopMarginFromTheSecond()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report(paragraphs: 60));

        Assert.True(pdf.PageCount >= 3);
        Assert.DoesNotContain(pdf.Lines(1), line => line.Baseline < Top);
        for (var page = 2; page <= pdf.PageCount; page++)
        {
            var number = Assert.Single(pdf.Lines(page), line => line.Baseline < Top);
            Assert.Equal($"{page}", number.Text);
            Set(number, number.PointSize, "");
            Assert.InRange(number.PointSize, 12.99, 14.01);
            Near(Left + 80, number.Center);
        }
    }

    [Fact]
    public void Render_Text_ReadsBackAsWritten()
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 30);

        var printed = ExternalTool.Run("poppler-utils", "pdftotext", Renderer.Render(document).Pdf, "-raw", "-enc", "UTF-8", "{}", "-");

        Assert.Equal(ExpectedText(document), OneSpace(PageNumbers().Replace(printed, " ")));
    }

    [Fact]
    public void Render_DecomposedText_IsPrintedComposed()
    {
        var document = OfficialDocumentBuilder.Report() with { Kind = "BÁO CÁO".Normalize(NormalizationForm.FormD) };

        using var pdf = Render(document);

        Assert.Equal("BÁO CÁO", pdf.Line("BÁO CÁO").Text);
    }

    [Theory]
    [InlineData("😀", "U+1F600")]
    [InlineData("漢", "U+6F22")]
    public void Render_CharacterWithoutGlyph_IsRefusedByName(string character, string code)
    {
        var document = OfficialDocumentBuilder.Report() with { Kind = "BÁO CÁO " + character };

        var refusal = Assert.Throws<UnprintableTextException>(() => Renderer.Render(document));

        Assert.Equal(character, refusal.Character);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WordWiderThanThePage_StaysInsideTheMargins()
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 2);
        document = document with { Body = [document.Body[0], document.Body[1] with { Text = new string('w', 2000), Level = BlockLevel.Paragraph }] };

        using var pdf = Render(document);

        Assert.Equal(2000, Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Lines).Sum(line => line.Text.Count(letter => letter == 'w')));
        Assert.All(Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Lines).Where(line => line.Text.Contains("ww", StringComparison.Ordinal)), line =>
            Assert.InRange(line.Right, Left, Right + Tolerance));
    }

    [Fact]
    public void Render_BodiesOfEveryLength_BreakPagesAsAReaderExpects()
    {
        for (var paragraphs = 3; paragraphs < 46; paragraphs++)
        {
            var document = OfficialDocumentBuilder.Report(paragraphs);
            using var pdf = Render(document);
            AssertNoLoneLines(document, pdf);
            AssertFootStandsTogether(pdf);
        }
    }

    [Fact]
    public void Render_Foot_PutsRecipientsBesideTheSignature()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report());

        var (label, authority) = (pdf.Line("Nơi nhận:"), pdf.Line("TM. ỦY BAN"));
        Near(label.Baseline, authority.Baseline);
        Near(Left, label.Left);
        Near(Left, pdf.Line("- Lưu: VT").Left);
        Near(authority.Center, pdf.Line("CHỦ TỊCH").Center);
        Near(authority.Center, pdf.Line("Trần Thị Mẫu").Center);
        Assert.True(authority.Left > label.Right);
        Assert.True(authority.Center > Left + 80);
    }

    [Fact]
    public void Render_Appendix_RepeatsItsHeadRowAndCountsItsOwnPages()
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 4, appendixRows: 150);
        using var pdf = Render(document);

        var first = pdf.Line("Phụ lục").Page;
        Assert.True(pdf.PageCount - first >= 2);
        Assert.DoesNotContain(pdf.Lines(first), line => line.Baseline < Top);
        for (var page = first; page <= pdf.PageCount; page++)
        {
            Assert.Single(pdf.Lines(page), line => line.Text.Contains("Chỉ tiêu", StringComparison.Ordinal));
            if (page > first)
            {
                Assert.Equal($"{page - first + 1}", Assert.Single(pdf.Lines(page), line => line.Baseline < Top).Text);
            }
        }

        var text = string.Join('\n', Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Lines).Select(line => line.Text));
        Assert.All(Enumerable.Range(1, 150), i => Assert.Matches($@"Nhiệm vụ {i}\b", text));
        Assert.Contains("(Kèm theo Báo cáo số /BC-UBND ngày tháng năm của Ủy ban nhân dân xã Bình Minh)", OneSpace(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AppendixHead_NamesTheIssuerAboveAShortRule()
    {
        using var pdf = Render(OfficialDocumentBuilder.Report(paragraphs: 4, appendixRows: 3));

        var issuer = pdf.Line("của Ủy ban nhân dân xã Bình Minh)");
        Set(pdf.Line("(Kèm theo Báo cáo số"), 14, "Italic");
        Set(issuer, 14, "Italic");
        Near(Left + 80, issuer.Center);
        var rule = Below(pdf.Rules(issuer.Page), issuer);
        Assert.InRange(rule.Width, issuer.Width / 3, issuer.Width / 2);
        Assert.InRange(rule.Thickness, 0.5, 0.75);
        Assert.True(pdf.Line("Chỉ tiêu").Baseline > rule.Y + 4);
    }

    [Theory]
    [InlineData(7, "2026-01-05", "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 01 năm 2026")]
    [InlineData(1204, "2026-03-31", "(Kèm theo Báo cáo số 1204/BC-UBND ngày 31 tháng 3 năm 2026")]
    public void Render_AppendixOfAnIssuedDocument_NamesItsNumberAndDate(int number, string date, string expected)
    {
        var document = OfficialDocumentBuilder.Report(appendixRows: 40);
        var mark = new IssueMark(number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        using var blank = Render(document);
        using var marked = new PdfReading(Renderer.Render(document, mark).Pdf);

        Assert.Equal(expected, OneSpace(marked.Line("(Kèm theo").Text));
        Assert.Equal(blank.PageCount, marked.PageCount);
        Near(blank.Line("của Ủy ban nhân dân xã Bình Minh)").Baseline, marked.Line("của Ủy ban nhân dân xã Bình Minh)").Baseline, 0.01);
    }

    [Fact]
    public void Render_AppendixOfADocumentFrozenWithoutIssuer_KeepsItsReference()
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 4, appendixRows: 3);
        document = document with { Letterhead = document.Letterhead with { FullName = null } };
        using var pdf = Render(document);
        using var marked = new PdfReading(Renderer.Render(document, new IssueMark(3, new DateOnly(2026, 12, 16))).Pdf);

        Assert.Equal("(Kèm theo Báo cáo số /BC-UBND ngày tháng năm )", OneSpace(pdf.Line("(Kèm theo").Text));
        Assert.Equal("(Kèm theo Báo cáo số 03/BC-UBND ngày 16 tháng 12 năm 2026)", OneSpace(marked.Line("(Kèm theo").Text));
    }

    [Fact]
    public void Render_RowTallerThanAPage_LosesNoWord()
    {
        var words = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"từ{i}"));
        var appendix = OfficialDocumentBuilder.Appendix(2);
        appendix = appendix with { Rows = [.. appendix.Rows, ["3", words, "Văn phòng", "1"]] };

        using var pdf = Render(OfficialDocumentBuilder.Report(4) with { Appendices = [appendix] });

        var text = string.Join('\n', Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Lines).Select(line => line.Text));
        Assert.All(Enumerable.Range(1, 900), i => Assert.Matches($@"\btừ{i}\b", text));
        Assert.All(Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Lines), line => Assert.True(line.Baseline < Bottom));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Render_Anchors_StandFreeOnThePageOfTheSignature(int recipients)
    {
        var rendered = Renderer.Render(OfficialDocumentBuilder.Report(paragraphs: 20, recipients: recipients, appendixRows: 3));
        using var pdf = new PdfReading(rendered.Pdf);

        var signaturePage = pdf.Line("Trần Thị Mẫu").Page;
        Assert.Equal(
            [AnchorKind.Number, AnchorKind.Date, AnchorKind.Date, AnchorKind.Date, AnchorKind.Signature, AnchorKind.Seal, AnchorKind.VerificationCode],
            rendered.Anchors.Select(anchor => anchor.Kind).Order());
        foreach (var anchor in rendered.Anchors)
        {
            Assert.Equal(anchor.Kind is AnchorKind.Number or AnchorKind.Date ? 1 : signaturePage, anchor.Page);
            Assert.InRange(anchor.X, 0, 595 - anchor.Width);
            Assert.InRange(anchor.Y, 56, 842 - anchor.Height);
            Assert.DoesNotContain(pdf.Letters(anchor.Page), letter =>
                letter.Left < anchor.X + anchor.Width - 0.1 && letter.Right > anchor.X + 0.1
                && letter.Bottom < anchor.Y + anchor.Height - 0.1 && letter.Top > anchor.Y + 0.1);
        }

        var signature = rendered.Anchors.Single(anchor => anchor.Kind == AnchorKind.Signature);
        var seal = rendered.Anchors.Single(anchor => anchor.Kind == AnchorKind.Seal);
        Near(signature.Width / 3, seal.X + seal.Width - signature.X);
        Assert.Equal(seal.Width, seal.Height, 3);
    }

    [Fact]
    public void Render_WithACode_PrintsItWholeForThoseWhoTypeIt()
    {
        const string code = "Xggg62EF0vMJL9VLb5I-Tg";
        var document = OfficialDocumentBuilder.Report() with { VerificationUrl = $"https://baocao.xahuongson.example.vn/xac-thuc/{code}" };

        using var reading = new PdfReading(Renderer.Render(document, null).Pdf);

        Assert.Contains(Enumerable.Range(1, reading.PageCount).SelectMany(reading.Lines), line => line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Twice_GivesTheSameBytesAndLeavesTheDocumentAlone()
    {
        var document = OfficialDocumentBuilder.Report(appendixRows: 5) with { VerificationUrl = "https://example.vn/xac-thuc/ABC" };
        var hash = OfficialDocumentJson.Hash(OfficialDocumentJson.Write(document));
        var mark = new IssueMark(3, new DateOnly(2026, 1, 5));

        var first = Renderer.Render(document, mark);
        var others = Enumerable.Range(0, 4).AsParallel().Select(_ => Renderer.Render(document, mark).Pdf).ToList();

        Assert.All(others, pdf => Assert.Equal(first.Pdf, pdf));
        Assert.Equal(hash, OfficialDocumentJson.Hash(OfficialDocumentJson.Write(document)));
        using var reading = new PdfReading(first.Pdf);
        Assert.Equal(reading.PageCount, first.PageCount);
    }

    private static void AssertNoLoneLines(OfficialDocument document, PdfReading pdf)
    {
        var lines = Enumerable.Range(1, pdf.PageCount)
            .SelectMany(pdf.Lines)
            .Where(line => line.Baseline > Top)
            .SkipWhile(line => !line.Text.StartsWith("I. ", StringComparison.Ordinal))
            .TakeWhile(line => line.Text != "Nơi nhận:")
            .ToList();
        var at = 0;
        foreach (var block in document.PrintedBody())
        {
            var own = new List<FoundText>();
            while (OneSpace(string.Join(' ', own.Select(line => line.Text))) != block.Printed())
            {
                own.Add(lines[at++]);
            }

            Assert.DoesNotContain(own.CountBy(line => line.Page), page => page.Value == 1 && own.Count > 1);
            if (block.Level is BlockLevel.Heading or BlockLevel.Section && at < lines.Count)
            {
                Assert.Equal(own[^1].Page, lines[at].Page);
            }
        }
    }

    private static void AssertFootStandsTogether(PdfReading pdf)
    {
        var page = pdf.Line("Nơi nhận:").Page;
        Assert.Equal(page, pdf.Line("Trần Thị Mẫu").Page);
        Assert.Equal(page, pdf.Line("- Lưu: VT").Page);
        Assert.Equal(pdf.PageCount, page);
        var textAbove = pdf.Lines(page).Where(line => line.Baseline > Top).TakeWhile(line => line.Text != "Nơi nhận:");
        Assert.True(textAbove.Count() >= 2, "The signature stands on a page with less than two lines of text.");
    }

    private static string ExpectedText(OfficialDocument document) => OneSpace(string.Join(' ',
    [
        .. document.Letterhead.Agency,
        "Số: /" + document.Letterhead.Symbol,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        document.Letterhead.Place + ", ngày tháng năm",
        document.Kind,
        .. document.Subject,
        "Kính gửi:",
        .. document.Addressees.Select(line => $"{line.Label} {line.Text}"),
        .. document.PrintedBody().Select(block => block.Printed()),
        "Nơi nhận:",
        .. document.Recipients.Select(line => $"{line.Label} {line.Text}"),
        .. document.Signature.Authority,
        document.Signature.SignerName,
    ]));

    private static FoundRule Below(IEnumerable<FoundRule> rules, FoundText text) =>
        Assert.Single(rules, rule => rule.Y > text.Baseline && rule.Y < text.Baseline + 4 && Math.Abs(rule.Center - text.Center) < Tolerance);

    private static void Set(FoundText text, double size, string face)
    {
        Assert.InRange(text.PointSize, size - 0.01, size + 0.01);
        var style = text.Font.Replace("BoldItalic", "B+I", StringComparison.Ordinal);
        Assert.Equal(face == "BoldItalic", style.Contains("B+I", StringComparison.Ordinal));
        Assert.Equal(face == "Bold", style.Contains("Bold", StringComparison.Ordinal));
        Assert.Equal(face == "Italic", style.Contains("Italic", StringComparison.Ordinal));
    }

    private static void Near(double expected, double actual, double tolerance = Tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"Expected {expected:0.00}, found {actual:0.00}.");

    private static string OneSpace(string text) => Spaces().Replace(text, " ").Trim();

    private PdfReading Render(OfficialDocument document) => new(Renderer.Render(document).Pdf);

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\f\d+\n")]
    private static partial Regex PageNumbers();
}
