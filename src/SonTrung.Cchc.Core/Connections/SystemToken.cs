using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Connections;

/// <summary>What a connected system may read.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reports: of a commune its own, of a superior office what was delivered to it.</summary>
    Reports = 1,

    /// <summary>Plans with their progress.</summary>
    Plans = 2,

    /// <summary>Activities.</summary>
    Activities = 4,

    /// <summary>Channels, topics, indicators and units.</summary>
    Catalogues = 8,
}

/// <summary>The key of another system (hệ thống kết nối) that reads the agency's data. The token itself is shown once and kept nowhere.</summary>
public sealed class SystemToken : AgencyEntity
{
    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 100;

    /// <summary>Length of a hash in hex, characters.</summary>
    public const int HashLength = 64;

    /// <summary>Letters at the token's end by which people tell tokens apart.</summary>
    public const int EndLength = 4;

    /// <summary>The longest time that a token is valid, days.</summary>
    public const int LongestDays = 730;

    /// <summary>The most tokens of one agency that are valid at a time.</summary>
    public const int MostPerAgency = 20;

    /// <summary>The system's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it may read.</summary>
    public required ApiScopes Scopes { get; init; }

    /// <summary>The SHA-256 of the token, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The last letters of the token.</summary>
    public required string TokenEnd { get; init; }

    /// <summary>The last day it is valid (Việt Nam's).</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime CreatedUtc { get; init; }

    /// <summary>Who made it.</summary>
    public required long CreatedById { get; init; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTime? RevokedUtc { get; set; }

    /// <summary>Who revoked it.</summary>
    public long? RevokedById { get; set; }

    /// <summary>The last day of use (Việt Nam's): each day's first use is in the audit.</summary>
    public DateOnly? LastUsedOn { get; set; }

    /// <summary>The last use to the minute (UTC).</summary>
    public DateTime? LastUsedUtc { get; set; }

    /// <summary>Whether it opens anything on a day.</summary>
    public bool IsValidOn(DateOnly day) => RevokedUtc is null && ExpiresOn >= day;

    /// <summary>What a system of an agency may be let read: a superior office has no plan and no activities.</summary>
    public static ApiScopes ScopesOf(AgencyKind kind) => kind == AgencyKind.Commune
        ? ApiScopes.Reports | ApiScopes.Plans | ApiScopes.Activities | ApiScopes.Catalogues
        : ApiScopes.Reports | ApiScopes.Catalogues;
}
