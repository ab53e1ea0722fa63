using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>
/// The file of a report after a step of the order (Điều 13–17). Each step adds to the file of the step before and keeps it: both stay in the store under their hashes.
/// </summary>
public sealed class ReportFile : AgencyPart
{
    /// <summary>Longest name of a certificate's holder or issuer, characters.</summary>
    public const int CertificateNameLength = 500;

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>The submission that it began with.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The step that made it.</summary>
    public required ReportFileStep Step { get; init; }

    /// <summary>Its SHA-256, its name in the file store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it came (UTC).</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Who brought it.</summary>
    public required string UserName { get; init; }

    /// <summary>How it was signed; null for number and date, and for paper.</summary>
    public SignatureWay? Way { get; init; }

    /// <summary>The holder of the certificate.</summary>
    public string? SignerName { get; init; }

    /// <summary>Who gave the certificate out, in full.</summary>
    public string? Issuer { get; init; }

    /// <summary>The SHA-256 of the certificate, hex.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>When it was signed (UTC): as a trusted service says, else as the signer's clock said.</summary>
    public DateTime? SignedUtc { get; init; }
}

/// <summary>The steps that leave a file.</summary>
public enum ReportFileStep
{
    /// <summary>Signed by the person in authority (Điều 13).</summary>
    Signed,

    /// <summary>With number and date (Điều 15).</summary>
    Numbered,

    /// <summary>Signed by the organisation (Điều 17).</summary>
    Sealed,

    /// <summary>The picture of the paper that was signed and stamped.</summary>
    Scan,
}

/// <summary>Where the key was.</summary>
public enum SignatureWay
{
    /// <summary>Outside: downloaded, signed with a token, uploaded.</summary>
    Outside,

    /// <summary>In the portal's keeping, opened by its owner's PIN.</summary>
    Portal,

    /// <summary>In a token, used by the signing program of the person's computer, which fetched the file and sent it back.</summary>
    Plugin,
}

/// <summary>The organisation's signature: whose certificate its documents must bear. At most one row each.</summary>
public sealed class AgencySeal : AgencyEntity
{
    /// <summary>The certificate: its thumbprint (SHA-256, or SHA-1 as Windows shows it) or its holder's name.</summary>
    public required string Certificate { get; set; }

    /// <summary>Its last day, as an administrator typed it or as the last signature showed it; null while nobody knows.</summary>
    public DateOnly? CertificateEndsOn { get; set; }
}
