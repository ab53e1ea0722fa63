using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>The order of Nghị định 30/2020 on the report of 2026: the person signs, number and date, the organisation signs. Judged by tools that others wrote.</summary>
public sealed class SigningOrderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sign_WholeOrder_IsValidAfterEveryStep(bool isElliptic)
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(await samples.CreateAsync("xa-huong-son", 2026)) with { VerificationUrl = "https://example.vn/xac-thuc/7F3K9Q2M" };
        var keys = isElliptic ? SigningSample.Elliptic : SigningSample.Rsa;

        var signed = await SigningSample.SignAsync(document, keys);

        byte[][] steps = [signed.Frozen, signed.Certified, signed.Numbered, signed.Sealed];
        int[] signatures = [0, 1, 1, 2];
        for (var i = 0; i < steps.Length; i++)
        {
            Assert.True(i == 0 || steps[i].AsSpan().StartsWith(steps[i - 1]), $"Step {i} changed earlier bytes.");
            Assert.Contains("No syntax or stream encoding errors", ExternalTool.Run("qpdf", "qpdf", steps[i], "--check", "{}"), StringComparison.Ordinal);
            AssertSignatures(steps[i], keys, signatures[i]);
        }

        var report = SigningSample.Verifier(keys).Verify(signed.Sealed);
        Assert.Equal(SignedPdfVerdict.Authentic, report.Verdict);
        Assert.Equal([SigningFields.Person, SigningFields.Seal], report.Signatures.Select(signature => signature.Field));
        Assert.Equal([true, false], report.Signatures.Select(signature => signature.Certifies));
        Assert.Equal([DevelopmentCertificates.PersonName, DevelopmentCertificates.OrganisationName], report.Signatures.Select(signature => signature.Signer!.CommonName));
        Assert.Equal(SigningSample.Time, report.Signatures[0].ClaimedTime);
        Assert.Equal([signed.Certified.Length, signed.Numbered.Length, signed.Sealed.Length], report.Revisions.Select(revision => revision.Length));
        Assert.Equal(
            [PdfChangeKind.NumberEntered, PdfChangeKind.DateEntered, PdfChangeKind.DateEntered, PdfChangeKind.DateEntered],
            report.Revisions[1].Changes.Select(change => change.Kind));
        Assert.Equal([new PdfChange(PdfChangeKind.SignatureAdded, Name: SigningFields.Seal)], report.Revisions[2].Changes);
        Assert.Equal("15", report.Number);
        Assert.Equal(new DateOnly(2026, 12, 16), report.IssuedOn);
    }

    [Fact]
    public void Verify_EveryStep_SaysHowFarItIs()
    {
        var (signed, verifier) = (SigningSample.Report, SigningSample.Verifier());

        Assert.Equal(SignedPdfVerdict.Unsigned, verifier.Verify(signed.Frozen).Verdict);
        Assert.Equal(SignedPdfVerdict.Authentic, verifier.Verify(signed.Certified).Verdict);
        Assert.Null(verifier.Verify(signed.Certified).Number);
        Assert.Equal(SignedPdfVerdict.Authentic, verifier.Verify(signed.Numbered).Verdict);
        Assert.Null(verifier.Verify(signed.Numbered).Revisions[^1].Signature);
    }

    [Fact]
    public void RenderForSigning_PagesAndAnchors_AreThoseOfThePreview()
    {
        var (renderer, document) = (new PdfDocumentRenderer(), OfficialDocumentBuilder.Report(paragraphs: 30, appendixRows: 20));

        var (preview, frozen) = (renderer.Render(document), renderer.RenderForSigning(document));

        Assert.Equal(preview.Anchors, frozen.Anchors);
        Assert.Equal(preview.PageCount, frozen.PageCount);
        Assert.Equal(frozen.Pdf, renderer.RenderForSigning(document).Pdf);
        Assert.Equal(Shown(preview.Pdf), Shown(frozen.Pdf));

        static string Shown(byte[] pdf) => Regex.Replace(ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-raw", "{}", "-"), @"\s+", " ");
    }

    [Fact]
    public void RenderForSigning_Fields_StandInTheStructureWhereTheyAreRead()
    {
        var tree = ExternalTool.Run("poppler-utils", "pdfinfo", SigningSample.Report.Frozen, "-struct-text", "{}");

        Assert.Matches(@"(?s)P \(block\)\s+""Số: ""\s+Form.*""/BC-UBND""", tree);
        Assert.Equal(6, Regex.Count(tree, @"^\s*Form\b", RegexOptions.Multiline));
        Assert.Matches(@"(?s)""CHỦ TỊCH""\s+Form[^""]+Form[^""]+P \(block\)\s+""Trần Thị Mẫu""", tree);
        var source = SigningSample.Open(SigningSample.Report.Frozen);
        var keys = source.ItemsOf(source.DictionaryOf(source.DictionaryOf(source.Catalog["StructTreeRoot"])["ParentTree"])["Nums"]);
        foreach (var field in source.Fields())
        {
            var at = keys.ToList().FindIndex(key => key.Says(field.Widget["StructParent"]));
            var element = source.DictionaryOf(keys[at + 1]);
            Assert.Equal("Form", ((PdfName)element["S"]).Text);
            Assert.True(source.DictionaryOf(source.ItemsOf(element["K"])[0])["Obj"].Says(new PdfReference(field.WidgetNumber, 0)));
            Assert.NotEmpty(((PdfString)field.Field["TU"]).Text);
            Assert.IsType<PdfStream>(source.Resolve(source.DictionaryOf(field.Widget["AP"])["N"]));
        }
    }

    [Fact]
    public async Task Sign_Appearances_StandAsTheDecreeShows()
    {
        var document = OfficialDocumentBuilder.Report();
        var signed = await SigningSample.SignAsync(document, SigningSample.Rsa);
        var anchors = new PdfDocumentRenderer().RenderForSigning(document).Anchors;
        const double dotsPerPoint = 2;

        var pages = Pictures(signed.Sealed, 144);
        var (signature, seal) = (anchors.Single(anchor => anchor.Kind == AnchorKind.Signature), anchors.Single(anchor => anchor.Kind == AnchorKind.Seal));
        var (blue, red) = (Extent(pages[signature.Page - 1], IsBlue), Extent(pages[seal.Page - 1], IsRed));

        // Real size: 36 mm; the left third of the signature lies below it.
        Assert.InRange((red.Right - red.Left) / dotsPerPoint * 25.4 / 72, 34.5, 36.5);
        Assert.InRange((red.Right - (signature.X * dotsPerPoint)) / (signature.Width * dotsPerPoint), 0.30, 0.36);
        Assert.InRange(blue.Left / dotsPerPoint, signature.X, signature.X + signature.Width);
        Assert.InRange(blue.Right / dotsPerPoint, signature.X + (signature.Width / 2), signature.X + signature.Width);
        foreach (var place in anchors.Where(anchor => anchor.Kind is AnchorKind.Number or AnchorKind.Date))
        {
            Assert.True(Dark(pages[0], place, dotsPerPoint) > 20, $"Nothing stands at {place}.");
        }

        pages.ForEach(page => page.Dispose());
    }

    [Theory]
    [InlineData(36)]
    [InlineData(30)]
    [InlineData(20)]
    public async Task Sign_SealOfARealSize_IsAsLargeOnThePage(int millimetres)
    {
        const double dotsPerMillimetre = 144 / 25.4;
        var request = SigningSample.Request(SigningSample.Report.Numbered, SignatureRole.Organisation) with { Appearance = new PictureAppearance(SigningSample.SealPng, millimetres) };

        var signed = await PdfSigning.SignAsync(request, new CertificateSigner(SigningSample.Rsa.Organisation), cancellationToken: TestContext.Current.CancellationToken);

        // The ring is drawn to 423 of 430 dots; nothing of it is cut off, and its right edge stays on the first third of the signature.
        var pages = Pictures(signed.Pdf!, 144);
        var anchors = new PdfDocumentRenderer().RenderForSigning(OfficialDocumentBuilder.Report()).Anchors;
        var (signature, seal) = (anchors.Single(anchor => anchor.Kind == AnchorKind.Signature), anchors.Single(anchor => anchor.Kind == AnchorKind.Seal));
        var page = pages[seal.Page - 1];
        var rows = Enumerable.Range(0, page.Height).Where(y => Enumerable.Range(0, page.Width).Any(x => IsRed(page.GetPixel(x, y)))).ToList();
        var (left, right) = Extent(page, IsRed);
        Assert.InRange((right - left + 1) / dotsPerMillimetre, (millimetres * 0.985) - 0.5, millimetres + 0.2);
        Assert.InRange((rows[^1] - rows[0] + 1) / dotsPerMillimetre, (millimetres * 0.985) - 0.5, millimetres + 0.2);
        Assert.InRange((right / 2) - signature.X, signature.Width * 0.28, signature.Width * 0.36);
        pages.ForEach(found => found.Dispose());
    }

    [Fact]
    public void Prepare_SealThatItsPlaceWouldCutOff_IsRefused()
    {
        var tall = SigningSample.Draw(200, 400, canvas => canvas.Clear(new SKColor(220, 20, 30, 128)));
        foreach (var picture in new[] { new PictureAppearance(SigningSample.SealPng, 37), new PictureAppearance(SigningSample.SealPng, 60), new PictureAppearance(tall, 30) })
        {
            var request = SigningSample.Request(SigningSample.Report.Numbered, SignatureRole.Organisation) with { Appearance = picture };

            Assert.Equal(SigningRefusal.Picture, PdfSigning.Prepare(request).Refusal);
        }

        Assert.Equal(KeptCertificate.WidestSeal * 72 / 25.4, LayoutProfile.Nd30Of2020.SealDiameter, 6);
        Assert.True(SignaturePicture.FitsPlace(SigningSample.SealPng, KeptCertificate.WidestSeal));
        Assert.False(SignaturePicture.FitsPlace(tall, 30));
        Assert.True(SignaturePicture.FitsPlace(tall, 18));
    }

    [Fact]
    public void IsMostly_Pictures_AreToldByTheirColour()
    {
        Assert.True(SignaturePicture.IsMostly(SigningSample.SignaturePng, isRed: false));
        Assert.False(SignaturePicture.IsMostly(SigningSample.SignaturePng, isRed: true));
        Assert.True(SignaturePicture.IsMostly(SigningSample.SealPng, isRed: true));
        Assert.False(SignaturePicture.IsMostly(SigningSample.SealPng, isRed: false));
        var black = SigningSample.Draw(60, 40, canvas => canvas.DrawCircle(30, 20, 10, new SKPaint { Color = SKColors.Black }));
        Assert.False(SignaturePicture.IsMostly(black, isRed: true));
        Assert.False(SignaturePicture.IsMostly(black, isRed: false));
    }

    [Theory]
    [InlineData(7, "2026-01-05", "07", "05", "01", "2026")]
    [InlineData(1204, "2026-03-31", "1204", "31", "3", "2026")]
    public async Task Apply_Number_ShowsAsTheRendererPrints(int number, string date, params string[] expected)
    {
        var mark = new IssueMark(number, DateOnly.Parse(date, CultureInfo.InvariantCulture));
        var document = OfficialDocumentBuilder.Report();
        var certified = await SigningSample.SignAsync(new PdfDocumentRenderer().RenderForSigning(document).Pdf, SignatureRole.Person, SigningSample.Rsa.Person);

        var numbered = PdfNumbering.Apply(certified, mark).Pdf!;

        var fields = SigningSample.Open(numbered).Fields();
        Assert.Equal(expected, SigningFields.Texts.Select(name => ((PdfString)fields.Single(field => field.Name == name).Field["V"]).Text));
        var (filled, printed) = (Pictures(numbered, 96)[0], Pictures(new PdfDocumentRenderer().Render(document, mark).Pdf, 96)[0]);
        Assert.InRange(Different(filled, printed), 0, 30);
    }

    [Fact]
    public async Task Sign_AttachmentInAFileOfItsOwn_ShowsNumberAndTimeAtTheTopRight()
    {
        foreach (var attachment in new[] { new PdfDocumentRenderer().Render(OfficialDocumentBuilder.Report()).Pdf, Classic(new PdfDocumentRenderer().Render(OfficialDocumentBuilder.Report()).Pdf) })
        {
            var signed = await SigningSample.SignAsync(attachment, SignatureRole.Attachment, SigningSample.Rsa.Organisation);

            Assert.True(signed.AsSpan().StartsWith(attachment));
            Assert.Contains("No syntax or stream encoding errors", ExternalTool.Run("qpdf", "qpdf", signed, "--check", "{}"), StringComparison.Ordinal);
            AssertSignatures(signed, SigningSample.Rsa, 1);
            Assert.Equal(SignedPdfVerdict.Authentic, SigningSample.Verifier().Verify(signed).Verdict);
            Assert.Contains("15/BC-UBND; 2026-12-16T09:09:31+07:00", ExternalTool.Run("poppler-utils", "pdftotext", signed, "{}", "-"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task Sign_AttachmentOnATurnedPage_ShowsTheLineUprightAtTheTopRight(int turn)
    {
        var attachment = new PdfDocumentRenderer().Render(OfficialDocumentBuilder.Report()).Pdf;
        var source = SigningSample.Open(attachment);
        var revision = new PdfRevision(source);
        var (number, page) = source.Pages()[0];
        revision.Replace(number, page.With(("Rotate", new PdfLiteral($"{turn}")), ("Contents", new PdfReference(revision.AddStream("", ""u8), 0))));

        var signed = await SigningSample.SignAsync(revision.Write(), SignatureRole.Attachment, SigningSample.Rsa.Organisation);

        var shown = Pictures(signed, 72)[0];
        Assert.Equal(turn is 90 or 270, shown.Width > shown.Height);
        var dark = (from x in Enumerable.Range(0, shown.Width) from y in Enumerable.Range(0, shown.Height) where shown.GetPixel(x, y).Red < 160 select (x, y)).ToList();
        Assert.InRange(dark.Max(dot => dot.x), shown.Width - 50, shown.Width - 40);
        Assert.InRange(dark.Max(dot => dot.y), 20, 45);
        Assert.InRange(dark.Min(dot => dot.y), 20, 40);
        Assert.InRange(dark.Max(dot => dot.x) - dark.Min(dot => dot.x), 150, 260);
    }

    [Fact]
    public async Task Sign_SignerWithAChain_PutsItIntoTheSignature()
    {
        var signer = new CertificateSigner(SigningSample.Rsa.Person, SigningSample.Rsa.Root);

        var signed = await PdfSigning.SignAsync(SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person), signer, cancellationToken: TestContext.Current.CancellationToken);

        var (with, without) = (Container(signed.Pdf!, 0), Container(SigningSample.Report.Certified, 0));
        Assert.True(with.AsSpan().IndexOf(SigningSample.Rsa.Root.RawData) > 0);
        Assert.True(without.AsSpan().IndexOf(SigningSample.Rsa.Root.RawData) < 0);
    }

    /// <summary>The same file as an older program writes it: no object streams, a table of cross-references.</summary>
    internal static byte[] Classic(byte[] pdf)
    {
        var target = Path.Combine(Path.GetTempPath(), $"cchc-{Guid.NewGuid():N}.pdf");
        try
        {
            ExternalTool.Run("qpdf", "qpdf", pdf, "--object-streams=disable", "{}", target);
            return File.ReadAllBytes(target);
        }
        finally
        {
            File.Delete(target);
        }
    }

    /// <summary>The nth signature's container and the bytes it signs.</summary>
    internal static byte[] Container(byte[] pdf, int index) => Split(pdf, index).Container;

    /// <summary>Asks two programs about every signature of a file.</summary>
    private static void AssertSignatures(byte[] pdf, DevelopmentCertificates keys, int count)
    {
        if (count == 0)
        {
            return;
        }

        var said = ExternalTool.Run("poppler-utils", "pdfsig", pdf, "-nocert", "{}");
        Assert.Equal(count, Regex.Count(said, "Signature Validation: Signature is Valid\\."));
        Assert.Equal(count, Regex.Count(said, "Signature Type: ETSI\\.CAdES\\.detached"));
        Assert.Contains("Signing Hash Algorithm: SHA-256", said, StringComparison.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var (container, content) = Split(pdf, i);
            var folder = Directory.CreateTempSubdirectory("cchc-cms-");
            try
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, "cms"), container);
                File.WriteAllText(Path.Combine(folder.FullName, "root"), keys.Root.ExportCertificatePem());
                ExternalTool.Run(
                    "openssl", "openssl", content, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", Path.Combine(folder.FullName, "cms"), "-content", "{}",
                    "-CAfile", Path.Combine(folder.FullName, "root"), "-purpose", "any", "-no_check_time", "-out", Path.Combine(folder.FullName, "out"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static (byte[] Container, byte[] Content) Split(byte[] pdf, int index)
    {
        var signature = SignedPdfVerifier.Signatures(SigningSample.Open(pdf))[index];
        var bytes = signature.Contents!.Bytes;
        System.Formats.Asn1.AsnDecoder.ReadSequence(bytes, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out var length);
        return (bytes[..length], [.. pdf[..signature.Contents.Start], .. pdf[signature.Contents.End..signature.End!.Value]]);
    }

    private static List<SKBitmap> Pictures(byte[] pdf, int resolution)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-pages-");
        try
        {
            ExternalTool.Run("poppler-utils", "pdftoppm", pdf, "-png", "-r", $"{resolution}", "{}", Path.Combine(folder.FullName, "page"));
            return [.. folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => SKBitmap.Decode(file.FullName))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsBlue(SKColor color) => color.Blue > color.Red + 60;

    private static bool IsRed(SKColor color) => color.Red > color.Blue + 60;

    private static (double Left, double Right) Extent(SKBitmap page, Func<SKColor, bool> counts)
    {
        var columns = Enumerable.Range(0, page.Width).Where(x => Enumerable.Range(0, page.Height).Any(y => counts(page.GetPixel(x, y)))).ToList();
        Assert.NotEmpty(columns);
        return (columns[0], columns[^1]);
    }

    private static int Dark(SKBitmap page, LayoutAnchor place, double scale)
    {
        var top = page.Height - ((place.Y + place.Height) * scale);
        return Enumerable.Range((int)(place.X * scale), (int)(place.Width * scale))
            .Sum(x => Enumerable.Range((int)top, (int)(place.Height * scale)).Count(y => page.GetPixel(x, y).Red < 128));
    }

    private static int Different(SKBitmap one, SKBitmap other) => Enumerable.Range(0, one.Width)
        .Sum(x => Enumerable.Range(0, one.Height / 3).Count(y => Math.Abs(one.GetPixel(x, y).Red - other.GetPixel(x, y).Red) > 96));
}
