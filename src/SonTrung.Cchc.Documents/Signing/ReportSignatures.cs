using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Pdf;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>The signature engine behind the workflow's port.</summary>
/// <param name="trust">The roots that are trusted.</param>
/// <param name="time">The clock.</param>
public sealed class ReportSignatures(TrustFolder trust, TimeProvider time) : IReportSignatures
{
    private readonly PdfDocumentRenderer _renderer = new();

    /// <inheritdoc/>
    public RenderedDocument Freeze(OfficialDocument document) => _renderer.RenderForSigning(document);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is not one that was signed here.</exception>
    public byte[]? Number(byte[] signed, IssueMark mark) => PdfNumbering.Apply(signed, mark) switch
    {
        { Pdf: { } numbered } => numbered,
        { Refusal: NumberingRefusal.NumberTooLong } => null,
        var result => throw new InvalidOperationException($"Not to be numbered: {result.Refusal}."),
    };

    /// <inheritdoc/>
    public SignedFileVerdict Judge(byte[] given, byte[] signed, ReportFileStep step, string certificate)
    {
        var roots = trust.Roots;
        var check = new OutsideSignature(roots, time).Check(given, signed, ExpectedSigner.Parse(certificate));
        return new SignedFileVerdict(check.Result == SignedFileResult.Accepted ? JudgeWhole(roots, signed, check.Signature!, step) : check.Result, check.Signature?.Problems ?? [])
        {
            SignerName = check.Signature?.Signer?.CommonName,
            Issuer = check.Signature?.Signer?.Issuer,
            Thumbprint = check.Signature?.Signer?.Thumbprint,
            Time = check.Signature?.StampedTime ?? check.Signature?.ClaimedTime,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SignatureProblem> Examine(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        var problems = CertificateTrust.Check(certificate, [.. chain], [.. trust.Roots], time.GetUtcNow());
        if (!SignatureAlgorithms.IsStrongKey(certificate))
        {
            problems.Add(SignatureProblem.Weak);
        }

        if (!SignatureAlgorithms.MaySign(certificate))
        {
            problems.Add(SignatureProblem.KeyUsage);
        }

        return [.. problems.Order()];
    }

    /// <inheritdoc/>
    public bool FitsPicture(byte[] png) => SignaturePicture.Check(png) == PictureCheck.Good;

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(byte[] given, ReportFileStep step, KeyInHand key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var request = new SigningRequest
        {
            Pdf = given,
            Role = step == ReportFileStep.Signed ? SignatureRole.Person : SignatureRole.Organisation,
            Certificate = key.Certificate,
            Time = time.GetUtcNow(),
            Appearance = key.Picture is { } picture ? new PictureAppearance(picture, key.PictureMillimetres) : null,
        };
        var result = await PdfSigning.SignAsync(request, new CertificateSigner(key.Certificate, key.Chain), cancellationToken: cancellation);
        return result.Pdf ?? throw new InvalidOperationException($"Not signed: {result.Refusal}.");
    }

    /// <summary>A good signature in the other's place would close the document too early, or leave it open; and the whole must be what anybody's verifier calls authentic.</summary>
    private SignedFileResult JudgeWhole(IReadOnlyList<X509Certificate2> roots, byte[] signed, SignatureReport added, ReportFileStep step) =>
        added.Field == (step == ReportFileStep.Signed ? SigningFields.Seal : SigningFields.Person) ? SignedFileResult.Misplaced
        : new SignedPdfVerifier(roots, time).Verify(signed).Verdict == SignedPdfVerdict.Authentic ? SignedFileResult.Accepted
        : SignedFileResult.OtherChanges;
}
