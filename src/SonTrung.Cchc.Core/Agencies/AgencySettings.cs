using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>How an agency works; one row each, missing for the usual way.</summary>
public sealed class AgencySettings : AgencyEntity
{
    /// <summary>Reports pass through "Chờ kiểm tra" before they are signed (Điều 12).</summary>
    public bool ChecksBeforeSigning { get; set; }
}

/// <summary>How the whole portal works; at most one row, missing for the usual way.</summary>
public sealed class PortalSettings : Entity, IVersioned
{
    /// <summary>Largest file accepted when nothing is set, megabytes.</summary>
    public const int DefaultMaxUploadMegabytes = 20;

    /// <summary>Longest support line, characters.</summary>
    public const int SupportLength = 300;

    /// <summary>Largest file accepted, megabytes, 1–200.</summary>
    public int MaxUploadMegabytes { get; set; } = DefaultMaxUploadMegabytes;

    /// <summary>Production keeps signing certificates for their owners: the system administrator's decision.</summary>
    public bool KeepsCertificates { get; set; }

    /// <summary>Whom to ask, shown on sign-in and error pages.</summary>
    public string? SupportLine { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}
