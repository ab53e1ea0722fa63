using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Whose certificate is expected on a file that was signed outside: by its thumbprint or by its holder; where both are given, both must fit.</summary>
/// <param name="Thumbprint">SHA-256 of the certificate, or SHA-1 as Windows shows it, hex; spaces and case don't count.</param>
/// <param name="Subject">The holder's name, or the holder in full.</param>
public sealed record ExpectedSigner(string? Thumbprint, string? Subject)
{
    /// <summary>Whether a certificate is the expected one. Nobody is expected when nothing is given.</summary>
    public bool Fits(SignerCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var print = Thumbprint?.Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        return (print is not null || Subject is not null)
            && (print is null
                || print.Equals(certificate.Thumbprint, StringComparison.OrdinalIgnoreCase)
                || print.Equals(certificate.WindowsThumbprint, StringComparison.OrdinalIgnoreCase))
            && (Subject is null || Same(Subject, certificate.Subject) || Same(Subject, certificate.CommonName));
    }

    private static bool Same(string expected, string actual) =>
        string.Compare(expected.Trim().Normalize(), actual.Normalize(), CultureInfo.InvariantCulture, CompareOptions.IgnoreCase) == 0;
}

/// <summary>What became of a file that was downloaded, signed with a tool outside, and uploaded.</summary>
public enum OutsideSignatureResult
{
    /// <summary>It is our file with the expected signature and nothing else.</summary>
    Accepted,

    /// <summary>It is no PDF that can be read.</summary>
    NotPdf,

    /// <summary>It is another document.</summary>
    AnotherFile,

    /// <summary>It is our document, and its bytes were changed: it was saved anew, or altered.</summary>
    BytesChanged,

    /// <summary>Nobody has signed it.</summary>
    NotSigned,

    /// <summary>More than one signature was added.</summary>
    SeveralSignatures,

    /// <summary>The signature itself is not intact.</summary>
    SignatureNotIntact,

    /// <summary>Somebody else signed it.</summary>
    AnotherCertificate,

    /// <summary>The certificate can't be relied on; <see cref="OutsideSignatureCheck.Signature"/> says why.</summary>
    CertificateNotTrusted,

    /// <summary>A page was added, or taken out.</summary>
    PagesChanged,

    /// <summary>Something besides the signature was added; <see cref="OutsideSignatureCheck.Changes"/> says what.</summary>
    OtherChanges,

    /// <summary>The signature stands where it may cover text.</summary>
    Misplaced,
}

/// <summary>A file signed outside, checked.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Signature">The added signature; null when there is none to speak of.</param>
/// <param name="Changes">All that was added or changed.</param>
public sealed record OutsideSignatureCheck(OutsideSignatureResult Result, SignatureReport? Signature, IReadOnlyList<PdfChange> Changes)
{
    internal static OutsideSignatureCheck Of(OutsideSignatureResult result, SignatureReport? signature = null, IReadOnlyList<PdfChange>? changes = null) =>
        new(result, signature, changes ?? []);
}

/// <summary>
/// Proves of an uploaded file that it is ours, byte by byte, with one signature of the expected person behind it and nothing else.
/// </summary>
/// <param name="anchors">The roots that are trusted.</param>
/// <param name="time">The clock.</param>
public sealed class OutsideSignature(IEnumerable<X509Certificate2> anchors, TimeProvider time)
{
    private readonly X509Certificate2Collection _anchors = [.. anchors];

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
            return OutsideSignatureCheck.Of(OutsideSignatureResult.NotSigned);
        }

        try
        {
            return CheckAdded(PdfSource.Open(ours, ours.Length), PdfSource.Open(uploaded, uploaded.Length), expected);
        }
        catch (PdfDamagedException)
        {
            return OutsideSignatureCheck.Of(OutsideSignatureResult.OtherChanges, changes: [new PdfChange(PdfChangeKind.Damaged)]);
        }
    }

    private OutsideSignatureCheck CheckAdded(PdfSource ours, PdfSource uploaded, ExpectedSigner expected)
    {
        var before = SignedPdfVerifier.Signatures(ours).Select(signature => signature.Field.Name).ToHashSet(StringComparer.Ordinal);
        var added = SignedPdfVerifier.Signatures(uploaded).Where(signature => !before.Contains(signature.Field.Name)).ToList();
        var changes = RevisionChanges.Between(ours, uploaded);
        if (changes.Any(change => change.Kind is PdfChangeKind.PageAdded or PdfChangeKind.PageRemoved or PdfChangeKind.PagesReplaced))
        {
            return OutsideSignatureCheck.Of(OutsideSignatureResult.PagesChanged, changes: changes);
        }

        if (added.Count != 1)
        {
            return OutsideSignatureCheck.Of(
                added.Count > 1 ? OutsideSignatureResult.SeveralSignatures
                : changes.Count == 0 ? OutsideSignatureResult.NotSigned
                : OutsideSignatureResult.OtherChanges,
                changes: changes);
        }

        var report = new SignatureCheck(_anchors, time.GetUtcNow()).Check(uploaded, added[0]);
        var isWhole = added[0].End == uploaded.Length && !SignedPdfVerifier.HasStrayBytes(uploaded, [ours.Length, uploaded.Length]);
        var result =
            report.Problems.Any(problem => problem <= SignatureProblem.TimestampNotIntact) ? OutsideSignatureResult.SignatureNotIntact
            : report.Signer is null || !expected.Fits(report.Signer) ? OutsideSignatureResult.AnotherCertificate
            : changes.Any(change => !change.IsAllowed && change.Kind != PdfChangeKind.SignatureMisplaced) || !isWhole ? OutsideSignatureResult.OtherChanges
            : changes.Any(change => !change.IsAllowed) ? OutsideSignatureResult.Misplaced
            : report.Problems.Count > 0 ? OutsideSignatureResult.CertificateNotTrusted
            : OutsideSignatureResult.Accepted;
        return new OutsideSignatureCheck(result, report, changes);
    }

    /// <summary>A file that does not begin with our bytes: ours, changed, when its identifier is ours or most of it is.</summary>
    private static OutsideSignatureResult Foreign(byte[] ours, byte[] uploaded)
    {
        try
        {
            var (one, other) = (Identifier(ours), Identifier(uploaded));
            return one is not null && one == other ? OutsideSignatureResult.BytesChanged : OutsideSignatureResult.AnotherFile;
        }
        catch (PdfDamagedException)
        {
            var same = ours.AsSpan().CommonPrefixLength(uploaded);
            return !uploaded.AsSpan().StartsWith("%PDF-"u8) ? OutsideSignatureResult.NotPdf
                : same > ours.Length / 2 ? OutsideSignatureResult.BytesChanged
                : OutsideSignatureResult.AnotherFile;
        }
    }

    private static string? Identifier(byte[] pdf)
    {
        var source = PdfSource.Open(pdf, pdf.Length);
        return source.ItemsOf(source.Trailer["ID"]) is [PdfString first, ..] ? Convert.ToHexString(first.Bytes) : null;
    }
}
