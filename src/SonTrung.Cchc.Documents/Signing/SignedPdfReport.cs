using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>What a signed file is worth.</summary>
public enum SignedPdfVerdict
{
    /// <summary>It is no PDF.</summary>
    NotPdf,

    /// <summary>A PDF that nobody has signed.</summary>
    Unsigned,

    /// <summary>Something was changed that the signatures don't allow, or the file is damaged.</summary>
    Altered,

    /// <summary>Nothing was changed, but a signature can't be relied on: who gave out the certificate, when, what for, how strong.</summary>
    NotTrusted,

    /// <summary>All signatures are valid, and what came after each is what may come after it.</summary>
    Authentic,
}

/// <summary>What a revision after a signature did.</summary>
public enum PdfChangeKind
{
    /// <summary>The number was entered. Allowed.</summary>
    NumberEntered,

    /// <summary>A part of the date was entered. Allowed.</summary>
    DateEntered,

    /// <summary>A signature was added. Allowed.</summary>
    SignatureAdded,

    /// <summary>Certificates and answers about them were added, for checking later. Allowed.</summary>
    ValidationDataAdded,

    /// <summary>The program's name or the day of the change was noted in the file's properties. Allowed.</summary>
    PropertiesNoted,

    /// <summary>The file can't be read from its end to its beginning.</summary>
    Damaged,

    /// <summary>Bytes stand behind the end of the file, or between its revisions.</summary>
    StrayBytes,

    /// <summary>A page was added.</summary>
    PageAdded,

    /// <summary>A page was taken out.</summary>
    PageRemoved,

    /// <summary>Pages stand in another order, or others in their place.</summary>
    PagesReplaced,

    /// <summary>What a page shows was changed.</summary>
    ContentChanged,

    /// <summary>A note, a stamp, a link or a picture was laid on a page.</summary>
    AnnotationAdded,

    /// <summary>One was taken away or changed.</summary>
    AnnotationChanged,

    /// <summary>A field was changed that may not be, or a second time, or shows something else than it says.</summary>
    FieldChanged,

    /// <summary>A signature was taken out, or shows something else than it did.</summary>
    SignatureRemoved,

    /// <summary>A signature was added where none is allowed any more.</summary>
    SignatureForbidden,

    /// <summary>A signature was added outside the place of signatures: it might cover text.</summary>
    SignatureMisplaced,

    /// <summary>Something that the file does when it is opened, or what it is made of, was changed.</summary>
    CatalogChanged,

    /// <summary>The file's properties were changed.</summary>
    PropertiesChanged,

    /// <summary>Another part of the file was added or changed.</summary>
    ObjectChanged,
}

/// <summary>A change that a revision made.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Page">The page, from 1; null when it has none.</param>
/// <param name="Name">The field, the entry or the object; null when the page says it all.</param>
public sealed record PdfChange(PdfChangeKind Kind, int? Page = null, string? Name = null)
{
    /// <summary>Whether a signature leaves room for it.</summary>
    public bool IsAllowed => Kind <= PdfChangeKind.PropertiesNoted;
}

/// <summary>A certificate as data.</summary>
/// <param name="CommonName">The holder's name.</param>
/// <param name="Subject">The holder, in full.</param>
/// <param name="Issuer">Who gave it out, in full.</param>
/// <param name="SerialNumber">The number, hex.</param>
/// <param name="Thumbprint">The SHA-256 of the certificate, 64 upper-case hex digits.</param>
/// <param name="WindowsThumbprint">The SHA-1, which is what Windows shows as thumbprint.</param>
/// <param name="ValidFrom">The first moment it is valid.</param>
/// <param name="ValidTo">The last.</param>
public sealed record SignerCertificate(
    string CommonName, string Subject, string Issuer, string SerialNumber, string Thumbprint, string WindowsThumbprint, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    /// <summary>Reads a certificate.</summary>
    public static SignerCertificate Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new SignerCertificate(
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            certificate.Subject,
            certificate.Issuer,
            certificate.SerialNumber,
            certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
            certificate.Thumbprint,
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime());
    }
}

/// <summary>A signature, checked.</summary>
public sealed record SignatureReport
{
    /// <summary>The name of its field: <see cref="SigningFields.Person"/>, <see cref="SigningFields.Seal"/> or a tool's own.</summary>
    public required string Field { get; init; }

    /// <summary>How many of the file's bytes it covers, from the first.</summary>
    public required int Length { get; init; }

    /// <summary>Whether it certifies the document.</summary>
    public bool Certifies { get; init; }

    /// <summary>The signer; null when the signature can't be read.</summary>
    public SignerCertificate? Signer { get; init; }

    /// <summary>The time that the signer's clock said.</summary>
    public DateTimeOffset? ClaimedTime { get; init; }

    /// <summary>The time that a trusted service said.</summary>
    public DateTimeOffset? StampedTime { get; init; }

    /// <summary>What is wrong with it; empty when it is valid.</summary>
    public IReadOnlyList<SignatureProblem> Problems { get; init; } = [];
}

/// <summary>A revision of a signed file, from the first signed one.</summary>
/// <param name="Length">Where it ends: the file's first bytes up to here were the file then.</param>
/// <param name="Signature">The signature that covers it; null when none does.</param>
/// <param name="Changes">What it changed; empty for the first.</param>
public sealed record RevisionReport(int Length, SignatureReport? Signature, IReadOnlyList<PdfChange> Changes);

/// <summary>A file, checked. The words for it are the caller's.</summary>
public sealed record SignedPdfReport
{
    /// <summary>What it is worth.</summary>
    public required SignedPdfVerdict Verdict { get; init; }

    /// <summary>The signatures in the order they were made.</summary>
    public IReadOnlyList<SignatureReport> Signatures { get; init; } = [];

    /// <summary>The revisions from the first signed one.</summary>
    public IReadOnlyList<RevisionReport> Revisions { get; init; } = [];

    /// <summary>What was found besides: the file is damaged, or bytes stand where none belong.</summary>
    public IReadOnlyList<PdfChange> Findings { get; init; } = [];

    /// <summary>The number that stands in the document's field; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>The date that stands in the document's fields; null when it has none.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>All that was changed and may not be.</summary>
    public IEnumerable<PdfChange> Alterations => Findings.Concat(Revisions.SelectMany(revision => revision.Changes)).Where(change => !change.IsAllowed);
}
