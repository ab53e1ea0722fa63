using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>What the signing tools of USB tokens write besides the signature: what is taken, and what looks like it.</summary>
public sealed class TokenToolTests
{
    private static readonly byte[] Ours = SigningSample.Report.Frozen;
    private static readonly SignedPdfVerifier Verifier = SigningSample.Verifier();
    private static readonly ExpectedSigner Chairman = new(null, DevelopmentCertificates.PersonName);
    private static readonly OutsideSignature Outside = new([SigningSample.Rsa.Root], new FixedTime(SigningSample.Time.AddDays(1)));

    /// <summary>Properties as one tool and another write them: in place, as attributes, in a description of their own, in another order.</summary>
    [Theory]
    [InlineData("in place")]
    [InlineData("attributes")]
    [InlineData("own description")]
    public async Task Verify_PropertiesWrittenAnewByTheTool_AreNoted(string way)
    {
        var signed = await SignAsync(xmp => Noted(xmp, way));

        var report = Verifier.Verify(signed);

        Assert.Equal(SignedPdfVerdict.Authentic, report.Verdict);
        Assert.Equal(SignedFileResult.Accepted, Outside.Check(Ours, signed, Chairman).Result);
        Assert.Contains(new PdfChange(PdfChangeKind.PropertiesNoted, Name: "Metadata"), Outside.Check(Ours, signed, Chairman).Changes);

        // The next steps go on from there, and a tool does the same with the seal.
        var numbered = PdfNumbering.Apply(signed, SigningSample.Mark).Pdf!;
        var closed = await SignAsync(xmp => Noted(xmp, "in place").Replace("09:05", "09:09", StringComparison.Ordinal), numbered, SigningSample.Rsa.Organisation, "Signature2");
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(closed).Verdict);
        Assert.Contains("Signature is Valid.", Infrastructure.ExternalTool.Run("poppler-utils", "pdfsig", closed, "-nocert", "{}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("author")]
    [InlineData("language")]
    [InlineData("language of the title")]
    [InlineData("profile")]
    [InlineData("tool of creation")]
    [InlineData("property added")]
    [InlineData("property taken out")]
    [InlineData("title twice")]
    [InlineData("structure for a name")]
    [InlineData("of something else")]
    [InlineData("entity")]
    [InlineData("text astray")]
    [InlineData("no XML")]
    [InlineData("empty")]
    public async Task Verify_OtherPropertiesChanged_IsAltered(string change)
    {
        var signed = await SignAsync(xmp => Changed(Noted(xmp, "in place"), change));

        Assert.Equal(SignedFileResult.OtherChanges, Outside.Check(Ours, signed, Chairman).Result);

        // Behind a signature too.
        var source = SigningSample.Open(SigningSample.Report.Sealed);
        var revision = new PdfRevision(source);
        Rewrite(revision, source, xmp => Changed(Noted(xmp, "in place"), change));
        var report = Verifier.Verify(revision.Write());
        Assert.Equal(SignedPdfVerdict.Altered, report.Verdict);
        Assert.Equal([new PdfChange(PdfChangeKind.PropertiesChanged, Name: "Metadata")], report.Alterations);
    }

    [Fact]
    public void Verify_PropertiesThatAPageShows_AreContent()
    {
        // A page that leads to the properties: what is written there anew may be seen.
        var source = SigningSample.Open(Ours);
        var dressing = new PdfRevision(source);
        var (number, page) = source.Pages()[0];
        dressing.Replace(number, page.With(("Group", source.Catalog["Metadata"])));
        var dressed = SigningSample.Open(dressing.Write());
        var revision = new PdfRevision(dressed);
        Rewrite(revision, dressed, xmp => Noted(xmp, "in place"));
        var after = SigningSample.Open(revision.Write());

        Assert.Contains(RevisionChanges.Between(dressed, after), change => !change.IsAllowed);
    }

    /// <summary>A tool's own field takes all the room between post and name, beside "Nơi nhận", and not a point of text.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public async Task Check_FieldAsLargeAsTheRoom_IsAcceptedAndCoversNoText(int recipients)
    {
        var document = OfficialDocumentBuilder.Report(recipients: recipients) with
        {
            VerificationUrl = "https://cchc.example.vn/xac-thuc/AAAAAAAAAAAAAAAAAAAAAA",
            Recipients = [.. Enumerable.Range(1, recipients).Select(i => new PrintedLine("-", $"Các phòng, ban, đơn vị, tổ chức, đoàn thể thứ {i} của xã;"))],
        };
        var frozen = new PdfDocumentRenderer().RenderForSigning(document).Pdf;
        var (room, page) = Room(frozen);

        var signed = await SigningSample.SignByToolAsync(frozen, SigningSample.Rsa.Person, place: Corners(room));

        Assert.Equal(SignedFileResult.Accepted, Outside.Check(frozen, signed, Chairman).Result);
        var words = Words(frozen, page);
        Assert.Contains(words, word => word.Text == "TỊCH");
        Assert.Contains(words, word => word.Text == "Mẫu");
        Assert.DoesNotContain(words, word => word.Box.Left < room.Right && word.Box.Right > room.Left && word.Box.Bottom < room.Top && word.Box.Top > room.Bottom);
    }

    [Theory]
    [InlineData(-6, 0, 0, 0)]
    [InlineData(0, -3, 0, 0)]
    [InlineData(0, 0, 6, 0)]
    [InlineData(0, 0, 0, 3)]
    public async Task Check_FieldLargerThanTheRoom_IsMisplaced(double left, double bottom, double right, double top)
    {
        var (room, _) = Room(Ours);
        var place = new PdfBox(room.Left + left, room.Bottom + bottom, room.Right + right, room.Top + top);

        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, place: Corners(place));

        Assert.Equal(SignedFileResult.Misplaced, Outside.Check(Ours, signed, Chairman).Result);
    }

    /// <summary>Two signatures are all that a report has (Điều 13, Điều 17), even where a tool's seal locks nothing.</summary>
    [Fact]
    public async Task Verify_ThirdSignatureBehindAToolsSeal_IsForbidden()
    {
        var closed = await SigningSample.SignByToolAsync(SigningSample.Report.Numbered, SigningSample.Rsa.Organisation, "Signature2");
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(closed).Verdict);

        var third = Verifier.Verify(await SigningSample.SignByToolAsync(closed, SigningSample.Rsa.Person, "Signature3"));

        Assert.Equal(SignedPdfVerdict.Altered, third.Verdict);
        Assert.Equal([new PdfChange(PdfChangeKind.SignatureForbidden, Name: "Signature3")], third.Alterations);
    }

    private static Task<byte[]> SignAsync(Func<string, string> rewrite, byte[]? pdf = null, System.Security.Cryptography.X509Certificates.X509Certificate2? certificate = null, string field = "Signature1") =>
        SigningSample.SignByToolAsync(pdf ?? Ours, certificate ?? SigningSample.Rsa.Person, field, more: (revision, source) => Rewrite(revision, source, rewrite));

    /// <summary>As tools on iText do it in append mode: both kinds of properties anew, under the numbers that they had.</summary>
    private static void Rewrite(PdfRevision revision, PdfSource source, Func<string, string> rewrite)
    {
        var info = (PdfReference)source.Trailer["Info"];
        revision.Replace(info.Number, source.DictionaryOf(info).With(
            ("Producer", new PdfString("iTextSharp 5.5.13"u8.ToArray(), 0, 0)), ("ModDate", new PdfString("D:20261216090531+07'00'"u8.ToArray(), 0, 0))));
        var metadata = (PdfReference)source.Catalog["Metadata"];
        var xmp = Encoding.UTF8.GetString(source.Unpack((PdfStream)source.Resolve(metadata)));
        revision.ReplaceStream(metadata.Number, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(rewrite(xmp)));
    }

    private static string Noted(string xmp, string way)
    {
        const string tool = "SonTrung.Cchc 1.0; modified using iTextSharp 5.5.13 (AGPL)";
        const string time = "2026-12-16T09:05:31+07:00";
        // What an earlier tool noted is written over, wherever it stood.
        var without = Regex.Replace(
            xmp,
            "<(pdf:Producer|xmp:ModifyDate|xmp:MetadataDate)>[^<]*</\\1>| (pdf:Producer|xmp:ModifyDate|xmp:MetadataDate|x:xmptk)=\"[^\"]*\"|<rdf:Description rdf:about=\"\" xmlns:a.*?</rdf:Description>",
            "");
        return way switch
        {
            "in place" => without.Replace(
                "<xmp:CreatorTool>",
                $"<pdf:Producer>{tool}</pdf:Producer><xmp:ModifyDate>{time}</xmp:ModifyDate><xmp:MetadataDate>{time}</xmp:MetadataDate><xmp:CreatorTool>",
                StringComparison.Ordinal).Replace("<x:xmpmeta", "<x:xmpmeta x:xmptk=\"Adobe XMP Core 5.1.0-jc003\"", StringComparison.Ordinal) + new string(' ', 2000),
            "attributes" => Regex.Replace(
                without.Replace("rdf:about=\"\"", $"rdf:about=\"\" pdf:Producer=\"{tool}\" xmp:ModifyDate=\"{time}\" xmp:MetadataDate=\"{time}\" pdfaid:part=\"2\"", StringComparison.Ordinal),
                "<pdfaid:part>2</pdfaid:part>",
                ""),
            _ => without.Replace(
                "</rdf:RDF>",
                $"<rdf:Description rdf:about=\"\" xmlns:a=\"http://ns.adobe.com/pdf/1.3/\" xmlns:b=\"http://ns.adobe.com/xap/1.0/\"><b:ModifyDate>{time}</b:ModifyDate><a:Producer>{tool}</a:Producer></rdf:Description></rdf:RDF>",
                StringComparison.Ordinal),
        };
    }

    private static string Changed(string xmp, string change)
    {
        string Swap(string from, string to) => xmp.Contains(from, StringComparison.Ordinal) ? xmp.Replace(from, to, StringComparison.Ordinal) : throw new InvalidOperationException(from);
        return change switch
        {
            "title" => Swap("năm 2025", "năm 2024"),
            "author" => Swap("XÃ BÌNH MINH", "XÃ BÌNH AN"),
            "language" => Swap(">vi-VN<", ">en-US<"),
            "language of the title" => Swap("x-default", "vi-VN"),
            "profile" => Swap("<pdfaid:conformance>A<", "<pdfaid:conformance>B<"),
            "tool of creation" => Swap("<xmp:CreatorTool>SonTrung", "<xmp:CreatorTool>Khac"),
            "property added" => Swap("</rdf:Description>", "<dc:description>x</dc:description></rdf:Description>"),
            "property taken out" => Swap("<dc:format>application/pdf</dc:format>", ""),
            "title twice" => Swap("<dc:format>", "<dc:title>x</dc:title><dc:format>"),
            "structure for a name" => Swap("</pdf:Producer>", "<rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></pdf:Producer>"),
            "of something else" => Swap("rdf:about=\"\"", "rdf:about=\"uuid:1\""),
            "entity" => $"<!DOCTYPE x [<!ENTITY e \"x\">]>{xmp}",
            "text astray" => Swap("</rdf:RDF>", "x</rdf:RDF>"),
            "no XML" => "x",
            _ => "",
        };
    }

    /// <summary>The room for signatures as the layout has it, and its page.</summary>
    private static (PdfBox Box, int Page) Room(byte[] pdf)
    {
        const double beside = 22;
        var source = SigningSample.Open(pdf);
        var fields = source.Fields();
        var (person, seal) = (
            source.Box(fields.Single(field => field.Name == SigningFields.Person).Widget["Rect"])!.Value, source.Box(fields.Single(field => field.Name == SigningFields.Seal).Widget["Rect"])!.Value);
        return (new PdfBox(seal.Left - beside, seal.Bottom, person.Right + beside, seal.Top), source.Pages().Count);
    }

    private static double[] Corners(PdfBox box) => [box.Left, box.Bottom, box.Right, box.Top];

    /// <summary>Where poppler finds the words of a page, without the room above and below their letters.</summary>
    private static List<(string Text, PdfBox Box)> Words(byte[] pdf, int page)
    {
        var said = Infrastructure.ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-bbox", "-f", $"{page}", "-l", $"{page}", "{}", "-");
        var height = double.Parse(Regex.Match(said, "<page width=\"[^\"]+\" height=\"([^\"]+)\"").Groups[1].Value, CultureInfo.InvariantCulture);
        double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
        return [.. Regex.Matches(said, "<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">([^<]*)</word>").Select(match => (
            match.Groups[5].Value,
            new PdfBox(Number(match.Groups[1]), height - Number(match.Groups[4]), Number(match.Groups[3]), height - Number(match.Groups[2]))))];
    }
}
