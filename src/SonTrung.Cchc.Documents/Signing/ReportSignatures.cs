using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Pdf;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>The signature engine behind the workflow's port.</summary>
/// <param name="trust">The roots that are trusted.</param>
/// <param name="revocations">The revocation lists.</param>
/// <param name="time">The clock.</param>
/// <param name="timestamps">The time-stamp service; null for signatures of level B-B.</param>
public sealed class ReportSignatures(TrustFolder trust, RevocationFolder revocations, TimeProvider time, ITimestampService? timestamps = null) : IReportSignatures
{
    /// <summary>The room for a container when the usual one does not hold the certificates of the time-stamp service, bytes.</summary>
    private const int LargeReserve = 65_536;

    private const int ProbeLength = 32;

    /// <summary>For how long an answer of the time-stamp service about the time is good: looking at a page twice asks once.</summary>
    private static readonly TimeSpan AnswerLife = TimeSpan.FromMinutes(5);

    private readonly PdfDocumentRenderer _renderer = new();
    private ServiceAnswer? _answer;

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
        var (roots, lists) = (trust.Roots, revocations.Read());
        var check = new OutsideSignature(roots, time, lists).Check(given, signed, ExpectedSigner.Parse(certificate));
        return new SignedFileVerdict(check.Result == SignedFileResult.Accepted ? JudgeWhole(roots, lists, signed, check.Signature!, step) : check.Result, check.Signature?.Problems ?? [])
        {
            SignerName = check.Signature?.Signer?.CommonName,
            Issuer = check.Signature?.Signer?.Issuer,
            Thumbprint = check.Signature?.Signer?.Thumbprint,
            ValidTo = check.Signature?.Signer?.ValidTo,
            Time = check.Signature?.StampedTime ?? check.Signature?.ClaimedTime,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SignatureProblem> Examine(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        var now = time.GetUtcNow();
        var problems = CertificateTrust.Check(certificate, [.. chain], new TrustBase([.. trust.Roots], revocations.Read()), new SigningMoment(now, now, IsProven: true));
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
    public PictureVerdict JudgePicture(byte[] png, CertificateUse use, int? millimetres) => SignaturePicture.Check(png) switch
    {
        not PictureCheck.Good => PictureVerdict.Unfit,
        _ when millimetres is { } width && !SignaturePicture.FitsPlace(png, width) => PictureVerdict.LargerThanPlace,
        _ => SignaturePicture.IsMostly(png, isRed: use == CertificateUse.Organisation) ? PictureVerdict.Good : PictureVerdict.OtherColour,
    };

    /// <inheritdoc/>
    public async Task<TimeWitnesses> WitnessTimeAsync(CancellationToken cancellation)
    {
        var lists = revocations.Read().Lists;
        return new TimeWitnesses(
            lists.Count == 0 ? null : lists.Max(list => list.ThisUpdate), timestamps is not null, timestamps is null ? null : await AskServiceAsync(timestamps, cancellation));
    }

    /// <inheritdoc/>
    public async Task<byte[]?> SignAsync(byte[] given, ReportFileStep step, KeyInHand key, CancellationToken cancellation)
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
        var signer = new CertificateSigner(key.Certificate, key.Chain);
        var result = await PdfSigning.SignAsync(request, signer, timestamps, cancellation);
        if (result.Refusal == SigningRefusal.ReserveTooSmall)
        {
            result = await PdfSigning.SignAsync(request with { Reserve = LargeReserve }, signer, timestamps, cancellation);
        }

        return result.Refusal is null or SigningRefusal.NoTimestamp ? result.Pdf : throw new InvalidOperationException($"Not signed: {result.Refusal}.");
    }

    /// <summary>By how much the service's clock is ahead; null when it gave no stamp. Silence is not remembered.</summary>
    private async Task<TimeSpan?> AskServiceAsync(ITimestampService service, CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        if (_answer is { } known && time.GetElapsedTime(known.At, asked) < AnswerLife)
        {
            return known.Ahead;
        }

        if (await service.StampAsync(RandomNumberGenerator.GetBytes(ProbeLength), cancellation) is not { } stamp
            || !Rfc3161TimestampToken.TryDecode(stamp, out var token, out _))
        {
            return null;
        }

        var ahead = token.TokenInfo.Timestamp - time.GetUtcNow();
        _answer = new ServiceAnswer(asked, ahead);
        return ahead;
    }

    /// <summary>A good signature in the other's place would close the document too early, or leave it open; and the whole must be what anybody's verifier calls authentic.</summary>
    private SignedFileResult JudgeWhole(IReadOnlyList<X509Certificate2> roots, RevocationLists lists, byte[] signed, SignatureReport added, ReportFileStep step) =>
        added.Field == (step == ReportFileStep.Signed ? SigningFields.Seal : SigningFields.Person) ? SignedFileResult.Misplaced
        : new SignedPdfVerifier(roots, time, lists).Verify(signed).Verdict == SignedPdfVerdict.Authentic ? SignedFileResult.Accepted
        : SignedFileResult.OtherChanges;

    /// <summary>What the time-stamp service said about the time, and when.</summary>
    private sealed record ServiceAnswer(long At, TimeSpan Ahead);
}
