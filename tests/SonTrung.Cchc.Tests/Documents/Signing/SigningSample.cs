using System.Security.Cryptography.X509Certificates;
using SkiaSharp;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>A frozen document, the keys that sign it, and the file after each step of the order.</summary>
internal sealed class SigningSample
{
    public static readonly DateTimeOffset Time = new(2026, 12, 16, 9, 5, 31, TimeSpan.FromHours(7));
    public static readonly IssueMark Mark = new(15, new DateOnly(2026, 12, 16));

    private static readonly Lazy<DevelopmentCertificates> RsaKeys = new(() => DevelopmentCertificates.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    private static readonly Lazy<DevelopmentCertificates> EllipticKeys =
        new(() => DevelopmentCertificates.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), isElliptic: true));

    private static readonly Lazy<SigningSample> Short = new(() => SignAsync(OfficialDocumentBuilder.Report(), Rsa).GetAwaiter().GetResult());

    public required byte[] Frozen { get; init; }

    public required byte[] Certified { get; init; }

    public required byte[] Numbered { get; init; }

    public required byte[] Sealed { get; init; }

    public static DevelopmentCertificates Rsa => RsaKeys.Value;

    public static DevelopmentCertificates Elliptic => EllipticKeys.Value;

    /// <summary>A short invented report, signed with RSA.</summary>
    public static SigningSample Report => Short.Value;

    public static byte[] SignaturePng { get; } = Draw(500, 250, canvas =>
    {
        using var pen = new SKPaint { Color = new SKColor(20, 40, 190), StrokeWidth = 9, IsAntialias = true, Style = SKPaintStyle.Stroke };
        using var path = SKPath.ParseSvgPathData("M10 180C60 20 120 20 130 150S200 240 250 90S320 20 330 150S420 200 490 60");
        canvas.DrawPath(path, pen);
    });

    public static byte[] SealPng { get; } = Draw(430, 430, canvas =>
    {
        using var pen = new SKPaint { Color = new SKColor(220, 20, 30), StrokeWidth = 10, IsAntialias = true, Style = SKPaintStyle.Stroke };
        canvas.DrawCircle(215, 215, 209, pen);
        canvas.DrawCircle(215, 215, 140, pen);
    });

    public static SignedPdfVerifier Verifier(DevelopmentCertificates? keys = null) => new([(keys ?? Rsa).Root], new FixedTime(Time.AddDays(1)));

    public static SigningRequest Request(byte[] pdf, SignatureRole role, X509Certificate2? certificate = null) => new()
    {
        Pdf = pdf,
        Role = role,
        Certificate = certificate ?? (role == SignatureRole.Person ? Rsa.Person : Rsa.Organisation),
        Time = role == SignatureRole.Person ? Time : Time.AddMinutes(4),
        Appearance = role switch
        {
            SignatureRole.Person => new PictureAppearance(SignaturePng),
            SignatureRole.Organisation => new PictureAppearance(SealPng, WidthMillimetres: 36),
            _ => new AttachmentAppearance(Mark.Number, "BC-UBND"),
        },
    };

    public static async Task<byte[]> SignAsync(byte[] pdf, SignatureRole role, X509Certificate2 certificate)
    {
        var result = await PdfSigning.SignAsync(Request(pdf, role), new CertificateSigner(certificate), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Refusal);
        return result.Pdf!;
    }

    /// <summary>Takes a document through the whole order.</summary>
    public static async Task<SigningSample> SignAsync(OfficialDocument document, DevelopmentCertificates keys)
    {
        var frozen = new PdfDocumentRenderer().RenderForSigning(document).Pdf;
        var certified = await SignAsync(frozen, SignatureRole.Person, keys.Person);
        var numbered = PdfNumbering.Apply(certified, Mark).Pdf!;
        return new SigningSample
        {
            Frozen = frozen,
            Certified = certified,
            Numbered = numbered,
            Sealed = await SignAsync(numbered, SignatureRole.Organisation, keys.Organisation),
        };
    }

    public static PdfSource Open(byte[] pdf) => PdfSource.Open(pdf, pdf.Length);

    /// <summary>Adds a signature of a token tool: a field of its own, no certification.</summary>
    public static Task<byte[]> SignByToolAsync(byte[] pdf, X509Certificate2 certificate, string field = "Signature1", double[]? place = null, Action<PdfRevision, PdfSource>? more = null) =>
        TokenTool.SignAsync(pdf, certificate, Time, field, place, more);

    public static byte[] Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            draw(canvas);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}

/// <summary>A clock that stands.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
