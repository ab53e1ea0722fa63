using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>A unit that does the work (Đơn vị thực hiện); units end and have successors.</summary>
public sealed class Department : AgencyEntity, IDated
{
    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 150;

    /// <summary>"Bộ phận Văn hóa".</summary>
    public required string Name { get; set; }

    /// <summary>Its place in the report.</summary>
    public required int Position { get; set; }

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit that took over its work.</summary>
    public long? SuccessorId { get; set; }

    /// <summary>The unit that took over its work.</summary>
    public Department? Successor { get; init; }
}
