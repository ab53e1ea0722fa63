using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Whose certificate is expected on a file that was signed outside: by its thumbprint or by its holder; where both are given, both must fit.</summary>
/// <param name="Thumbprint">SHA-256 of the certificate, or SHA-1 as Windows shows it, hex; spaces and case don't count.</param>
/// <param name="Subject">The holder's name, or the holder in full.</param>
public sealed record ExpectedSigner(string? Thumbprint, string? Subject)
{
    private const int Sha1Digits = 40;
    private const int Sha256Digits = 64;

    /// <summary>Reads what an administrator typed: a thumbprint, or else the holder's name.</summary>
    public static ExpectedSigner Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var print = Bare(text);
        return print.Length is Sha1Digits or Sha256Digits && print.All(char.IsAsciiHexDigit) ? new ExpectedSigner(print, null) : new ExpectedSigner(null, text);
    }

    /// <summary>Whether a certificate is the expected one. Nobody is expected when nothing is given.</summary>
    public bool Fits(SignerCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var print = Thumbprint is null ? null : Bare(Thumbprint);
        return (print is not null || Subject is not null)
            && (print is null
                || print.Equals(certificate.Thumbprint, StringComparison.OrdinalIgnoreCase)
                || print.Equals(certificate.WindowsThumbprint, StringComparison.OrdinalIgnoreCase))
            && (Subject is null || Same(Subject, certificate.Subject) || Same(Subject, certificate.CommonName));
    }

    private static string Bare(string print) => print.Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);

    private static bool Same(string expected, string actual) =>
        expected.Trim().Normalize().Equals(actual.Normalize(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A file signed outside, checked.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Signature">The added signature; null when there is none to speak of.</param>
/// <param name="Changes">All that was added or changed.</param>
public sealed record OutsideSignatureCheck(SignedFileResult Result, SignatureReport? Signature, IReadOnlyList<PdfChange> Changes)
{
    internal static OutsideSignatureCheck Of(SignedFileResult result, SignatureReport? signature = null, IReadOnlyList<PdfChange>? changes = null) =>
        new(result, signature, changes ?? []);
}

/// <summary>
/// Proves of an uploaded file that it is ours, byte by byte, with one signature of the expected person behind it and nothing else.
/// </summary>
/// <param name="anchors">The roots that are trusted.</param>
/// <param name="time">The clock.</param>
/// <param name="revocations">The revocation lists; null asks for none.</param>
public sealed class OutsideSignature(IEnumerable<X509Certificate2> anchors, TimeProvider time, RevocationLists? revocations = null)
{
    private readonly TrustBase _trust = new([.. anchors], revocations ?? RevocationLists.None);

    /// <summary>Checks an upload.</summary>
    /// <param name="ours">The file as it was given out.</param>
    /// <param name="uploaded">The file as it came back.</param>
    /// <param name="expected">Whose signature it must have.</param>
    public OutsideSignatureCheck Check(byte[] ours, byte[] uploaded, ExpectedSigner expected)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(uploaded);
        ArgumentNullException.ThrowIfNull(expected);
        if (!uploaded.AsSpan().StartsWith(ours))
        {
            return OutsideSignatureCheck.Of(Foreign(ours, uploaded));
        }

        if (uploaded.Length == ours.Length)
        {
            return OutsideSignatureCheck.Of(SignedFileResult.NotSigned);
        }

        try
        {
            return CheckAdded(PdfSource.Open(ours, ours.Length), PdfSource.Open(uploaded, uploaded.Length), expected);
        }
        catch (PdfDamagedException)
        {
            return OutsideSignatureCheck.Of(SignedFileResult.OtherChanges, changes: [new PdfChange(PdfChangeKind.Damaged)]);
        }
    }

    private OutsideSignatureCheck CheckAdded(PdfSource ours, PdfSource uploaded, ExpectedSigner expected)
    {
        var before = SignedPdfVerifier.Signatures(ours).Select(signature => signature.Field.Name).ToHashSet(StringComparer.Ordinal);
        var added = SignedPdfVerifier.Signatures(uploaded).Where(signature => !before.Contains(signature.Field.Name)).ToList();
        var changes = RevisionChanges.Between(ours, uploaded);
        if (changes.Any(change => change.Kind is PdfChangeKind.PageAdded or PdfChangeKind.PageRemoved or PdfChangeKind.PagesReplaced))
        {
            return OutsideSignatureCheck.Of(SignedFileResult.PagesChanged, changes: changes);
        }

        if (added.Count != 1)
        {
            return OutsideSignatureCheck.Of(
                added.Count > 1 ? SignedFileResult.SeveralSignatures
                : changes.Count == 0 ? SignedFileResult.NotSigned
                : SignedFileResult.OtherChanges,
                changes: changes);
        }

        var report = new SignatureCheck(_trust, time.GetUtcNow()).Check(uploaded, added[0], isNew: true);
        var isWhole = added[0].End == uploaded.Length && !SignedPdfVerifier.HasStrayBytes(uploaded, [ours.Length, uploaded.Length]);
        var result =
            report.Problems.Any(problem => problem <= SignatureProblem.TimestampNotIntact) ? SignedFileResult.SignatureNotIntact
            : report.Signer is null || !expected.Fits(report.Signer) ? SignedFileResult.AnotherCertificate
            : changes.Any(change => !change.IsAllowed && change.Kind != PdfChangeKind.SignatureMisplaced) || !isWhole ? SignedFileResult.OtherChanges
            : changes.Any(change => !change.IsAllowed) ? SignedFileResult.Misplaced
            : report.Problems.Count > 0 ? SignedFileResult.CertificateNotTrusted
            : SignedFileResult.Accepted;
        return new OutsideSignatureCheck(result, report, changes);
    }

    /// <summary>A file that does not begin with our bytes: ours, changed, when its identifier is ours or most of it is.</summary>
    private static SignedFileResult Foreign(byte[] ours, byte[] uploaded)
    {
        try
        {
            var (one, other) = (Identifier(ours), Identifier(uploaded));
            return one is not null && one == other ? SignedFileResult.BytesChanged : SignedFileResult.AnotherFile;
        }
        catch (PdfDamagedException)
        {
            var same = ours.AsSpan().CommonPrefixLength(uploaded);
            return !uploaded.AsSpan().StartsWith("%PDF-"u8) ? SignedFileResult.NotPdf
                : same > ours.Length / 2 ? SignedFileResult.BytesChanged
                : SignedFileResult.AnotherFile;
        }
    }

    private static string? Identifier(byte[] pdf)
    {
        var source = PdfSource.Open(pdf, pdf.Length);
        return source.ItemsOf(source.Trailer["ID"]) is [PdfString first, ..] ? Convert.ToHexString(first.Bytes) : null;
    }
}
