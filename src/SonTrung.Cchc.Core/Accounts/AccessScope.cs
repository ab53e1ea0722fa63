namespace SonTrung.Cchc.Core.Accounts;

/// <summary>Whose rows the current work may read and write, and in whose name it is audited.</summary>
public sealed record AccessScope
{
    /// <summary>Nobody: reads and writes no agency's rows.</summary>
    public static readonly AccessScope Nobody = new();

    /// <summary>The agencies whose rows may be read.</summary>
    public IReadOnlyList<long> ReadAgencyIds { get; private init; } = [];

    /// <summary>The one agency whose rows may be written.</summary>
    public long? WriteAgencyId { get; private init; }

    /// <summary>Reads and writes everything: start-up, samples and the command line only.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>A connected system: reads the agency's rows as a person does and writes nothing but the use of its token.</summary>
    public bool IsReadOnly { get; private init; }

    /// <summary>The signed-in user.</summary>
    public long? UserId { get; private init; }

    /// <summary>The name that audit entries keep.</summary>
    public string UserName { get; private init; } = "";

    /// <summary>A signed-in person of no agency: manages accounts and what all agencies share, and sees no agency's data.</summary>
    public bool AdministersSystem => UserId is not null && WriteAgencyId is null;

    /// <summary>The scope of a signed-in person: the own agency, or none for a system administrator.</summary>
    public static AccessScope ForUser(long userId, string userName, long? agencyId) => new()
    {
        UserId = userId,
        UserName = userName,
        ReadAgencyIds = agencyId is { } id ? [id] : [],
        WriteAgencyId = agencyId,
    };

    /// <summary>The scope of another system that reads an agency's data.</summary>
    /// <param name="name">The system's name, kept in the audit.</param>
    /// <param name="agencyId">The agency that let it in.</param>
    public static AccessScope ForSystem(string name, long agencyId) => new()
    {
        UserName = name,
        ReadAgencyIds = [agencyId],
        WriteAgencyId = agencyId,
        IsReadOnly = true,
    };

    /// <summary>The explicit system scope.</summary>
    /// <param name="actor">The part of the portal that acts, kept in the audit and read there by people: in Vietnamese.</param>
    public static AccessScope System(string actor) => new() { IsSystem = true, UserName = actor };
}

/// <summary>Holds the scope of the current request or command; set once at its start.</summary>
public sealed class CurrentAccess
{
    /// <summary>The scope; nobody's until it is set.</summary>
    public AccessScope Scope { get; set; } = AccessScope.Nobody;
}
