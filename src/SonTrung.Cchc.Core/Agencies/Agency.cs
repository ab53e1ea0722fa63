using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>A body that uses the portal. What changes over time (names, letterhead, signers) is in its profiles.</summary>
public sealed class Agency : Entity, IVersioned
{
    /// <summary>Longest code, characters.</summary>
    public const int CodeLength = 60;

    /// <summary>Longest name, characters (Phụ lục VI: Tên cơ quan 200).</summary>
    public const int NameLength = 200;

    /// <summary>The short name in addresses and on the command line: "son-trung".</summary>
    public required string Code { get; init; }

    /// <summary>The name in lists: "UBND xã Sơn Trung".</summary>
    public required string Name { get; set; }

    /// <summary>Commune or superior office.</summary>
    public required AgencyKind Kind { get; init; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>What an agency does in the portal.</summary>
public enum AgencyKind
{
    /// <summary>Writes reports.</summary>
    Commune,

    /// <summary>Receives them.</summary>
    SuperiorOffice,
}

/// <summary>To whom an agency reports, from a day on: the district's office until 30/06/2025, the province's after.</summary>
public sealed class AgencySuperior : AgencyEntity, IDated
{
    /// <summary>The receiving office.</summary>
    public required long SuperiorId { get; init; }

    /// <summary>The receiving office.</summary>
    public Agency? Superior { get; init; }

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }
}
