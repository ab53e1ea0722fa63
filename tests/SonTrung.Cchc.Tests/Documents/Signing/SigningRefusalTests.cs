using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SkiaSharp;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>What is not signed, and why; the two steps; the time stamp.</summary>
public sealed class SigningRefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Prepare_SealBeforePerson_IsRefused() =>
        Assert.Equal(SigningRefusal.PersonSignatureMissing, Refusal(SigningSample.Report.Frozen, SignatureRole.Organisation));

    [Fact]
    public void Prepare_SealBeforeNumber_IsRefused() =>
        Assert.Equal(SigningRefusal.NumberMissing, Refusal(SigningSample.Report.Certified, SignatureRole.Organisation));

    [Fact]
    public void Prepare_SecondTime_IsRefused()
    {
        Assert.Equal(SigningRefusal.AlreadySigned, Refusal(SigningSample.Report.Certified, SignatureRole.Person));
        Assert.Equal(SigningRefusal.AlreadySigned, Refusal(SigningSample.Report.Sealed, SignatureRole.Organisation));
        Assert.Equal(SigningRefusal.AlreadySigned, Refusal(SigningSample.Report.Sealed, SignatureRole.Attachment));
    }

    [Fact]
    public async Task Prepare_PersonAfterATool_IsRefused() => Assert.Equal(
        SigningRefusal.Locked, Refusal(await SigningSample.SignByToolAsync(SigningSample.Report.Frozen, SigningSample.Rsa.Person), SignatureRole.Person));

    [Fact]
    public void Prepare_FileWithoutFields_IsRefused()
    {
        var preview = new PdfDocumentRenderer().Render(OfficialDocumentBuilder.Report()).Pdf;

        Assert.Equal(SigningRefusal.FieldMissing, Refusal(preview, SignatureRole.Person));
        Assert.Equal(SigningRefusal.Damaged, Refusal(preview[..^200], SignatureRole.Person));
        Assert.Equal(SigningRefusal.Damaged, Refusal([], SignatureRole.Person));
    }

    [Fact]
    public void Prepare_WeakKey_IsRefused()
    {
        using var shortKey = RSA.Create(1024);
        using var weak = SigningSample.Rsa.Issue("Khóa ngắn – " + DevelopmentCertificates.Mark, key: shortKey);
        using var oddKey = ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1"));
        using var odd = SigningSample.Rsa.Issue("Đường cong khác – " + DevelopmentCertificates.Mark, key: oddKey);

        Assert.Equal(SigningRefusal.WeakKey, Refusal(SigningSample.Report.Frozen, SignatureRole.Person, weak));
        Assert.Equal(SigningRefusal.WeakKey, Refusal(SigningSample.Report.Frozen, SignatureRole.Person, odd));
    }

    [Fact]
    public void Prepare_CertificateForSomethingElse_IsRefused()
    {
        using var other = SigningSample.Rsa.Issue("Mã hóa – " + DevelopmentCertificates.Mark, X509KeyUsageFlags.KeyEncipherment);

        Assert.Equal(SigningRefusal.KeyUsage, Refusal(SigningSample.Report.Frozen, SignatureRole.Person, other));
    }

    [Fact]
    public void Prepare_PictureThatWillNotDo_IsRefused()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 10, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        using var opaque = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);

        Assert.Equal(PictureCheck.Good, SignaturePicture.Check(SigningSample.SignaturePng));
        Assert.Equal(PictureCheck.Opaque, SignaturePicture.Check(opaque.ToArray()));
        Assert.Equal(PictureCheck.NotPng, SignaturePicture.Check(jpeg.ToArray()));
        Assert.Equal(PictureCheck.NotPng, SignaturePicture.Check([1, 2, 3]));
        var request = SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person) with { Appearance = new PictureAppearance(opaque.ToArray()) };
        Assert.Equal(SigningRefusal.Picture, PdfSigning.Prepare(request).Refusal);
    }

    [Fact]
    public async Task Sign_ReserveTooSmall_IsRefused()
    {
        var request = SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person) with { Reserve = 1000 };

        var result = await PdfSigning.SignAsync(request, new CertificateSigner(SigningSample.Rsa.Person), cancellationToken: Cancellation);

        Assert.Equal(new SigningResult(null, SigningRefusal.ReserveTooSmall), result);
    }

    [Fact]
    public async Task Embed_AnswerOfAnotherKey_IsRefused()
    {
        var prepared = PdfSigning.Prepare(SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person)).Prepared!;
        var answer = await new CertificateSigner(SigningSample.Rsa.Organisation).SignAsync(prepared.Digest, HashAlgorithmName.SHA256, Cancellation);

        Assert.Equal(SigningRefusal.SignatureDoesNotMatch, (await PdfSigning.EmbedAsync(prepared, answer, cancellationToken: Cancellation)).Refusal);
        Assert.Equal(SigningRefusal.SignatureDoesNotMatch, (await PdfSigning.EmbedAsync(prepared, [1, 2, 3], cancellationToken: Cancellation)).Refusal);
    }

    [Fact]
    public async Task Embed_PreparedKeptAsJson_SignsTheSame()
    {
        var prepared = PdfSigning.Prepare(SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person)).Prepared!;
        var kept = System.Text.Json.JsonSerializer.Deserialize<PreparedSignature>(System.Text.Json.JsonSerializer.Serialize(prepared))!;
        var answer = await new CertificateSigner(SigningSample.Rsa.Person).SignAsync(kept.Digest, new(kept.HashAlgorithm), Cancellation);

        var signed = await PdfSigning.EmbedAsync(kept, answer, cancellationToken: Cancellation);

        Assert.Equal(SignedPdfVerdict.Authentic, SigningSample.Verifier().Verify(signed.Pdf!).Verdict);
    }

    [Fact]
    public async Task Apply_WrongStep_IsRefused()
    {
        var signed = SigningSample.Report;

        Assert.Equal(NumberingRefusal.PersonSignatureMissing, PdfNumbering.Apply(signed.Frozen, SigningSample.Mark).Refusal);
        Assert.Equal(NumberingRefusal.AlreadyNumbered, PdfNumbering.Apply(signed.Numbered, SigningSample.Mark).Refusal);
        Assert.Equal(NumberingRefusal.AlreadySealed, PdfNumbering.Apply(signed.Sealed, SigningSample.Mark).Refusal);
        Assert.Equal(NumberingRefusal.NumberTooLong, PdfNumbering.Apply(signed.Certified, new IssueMark(10_000, new DateOnly(2026, 12, 16))).Refusal);
        Assert.Equal(NumberingRefusal.Damaged, PdfNumbering.Apply(signed.Certified[..1000], SigningSample.Mark).Refusal);
        var attachment = await SigningSample.SignAsync(new PdfDocumentRenderer().Render(OfficialDocumentBuilder.Report()).Pdf, SignatureRole.Attachment, SigningSample.Rsa.Organisation);
        Assert.Equal(NumberingRefusal.FieldsMissing, PdfNumbering.Apply(attachment, SigningSample.Mark).Refusal);
    }

    [Fact]
    public async Task Sign_WithATimestampService_IsOfLevelT()
    {
        using var keys = DevelopmentCertificates.Create(DateTimeOffset.UtcNow.AddDays(-1));
        using var service = new OpensslTimestamps(keys);
        using var client = new HttpClient(service);
        var timestamps = new HttpTimestampService(client, new Uri("http://thoi-gian.test/"));
        var request = SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person) with { Time = DateTimeOffset.UtcNow };

        var signed = await PdfSigning.SignAsync(request, new CertificateSigner(keys.Person), timestamps, Cancellation);

        var verifier = new SignedPdfVerifier([keys.Root], TimeProvider.System);
        var report = verifier.Verify(signed.Pdf!);
        Assert.Equal(SignedPdfVerdict.Authentic, report.Verdict);
        Assert.InRange(report.Signatures[0].StampedTime!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Contains("Signature is Valid.", Infrastructure.ExternalTool.Run("poppler-utils", "pdfsig", signed.Pdf!, "-nocert", "{}"), StringComparison.Ordinal);

        // No byte of the stamp changes unseen either.
        var container = SigningOrderTests.Container(signed.Pdf!, 0);
        var start = signed.Pdf.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(container)));
        for (var at = start; at < start + (2 * container.Length); at += 53)
        {
            var changed = signed.Pdf!.ToArray();
            changed[at] = changed[at] == (byte)'7' ? (byte)'8' : (byte)'7';
            Assert.True(verifier.Verify(changed).Verdict is SignedPdfVerdict.Altered or SignedPdfVerdict.NotTrusted, $"{at - start}");
        }
    }

    [Fact]
    public async Task Sign_ServiceThatFails_IsRefused()
    {
        using var client = new HttpClient(new Silent());
        var timestamps = new HttpTimestampService(client, new Uri("http://thoi-gian.test/"));

        var result = await PdfSigning.SignAsync(
            SigningSample.Request(SigningSample.Report.Frozen, SignatureRole.Person), new CertificateSigner(SigningSample.Rsa.Person), timestamps, Cancellation);

        Assert.Equal(SigningRefusal.NoTimestamp, result.Refusal);
    }

    [Fact]
    public void Create_Names_SayThatTheyAreWorthNothing()
    {
        X509Certificate2[] all = [SigningSample.Rsa.Root, SigningSample.Rsa.Person, SigningSample.Rsa.Organisation];

        Assert.All(all, certificate => Assert.Contains("THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ", certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), StringComparison.Ordinal));
    }

    private static SigningRefusal? Refusal(byte[] pdf, SignatureRole role, X509Certificate2? certificate = null) =>
        PdfSigning.Prepare(SigningSample.Request(pdf, role, certificate)).Refusal;

    private sealed class Silent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([0x30, 0x00]) });
    }
}
