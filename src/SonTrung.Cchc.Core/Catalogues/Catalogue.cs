using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Catalogues;

/// <summary>An entry of a catalogue shared by all agencies, so that figures add up across communes; dated.</summary>
public abstract class CatalogueEntry : Entity, IVersioned, IDated, ISearchable
{
    /// <summary>Longest code, characters.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 150;

    /// <summary>The stable code: "loa-truyen-thanh".</summary>
    public required string Code { get; init; }

    /// <summary>The name everyone sees unless the agency has one of its own.</summary>
    public required string Name { get; set; }

    /// <summary>Its place in lists.</summary>
    public required int Position { get; set; }

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public virtual string SearchText => Name;

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>A field of reform (Nghị quyết 76/NQ-CP) or another theme.</summary>
public sealed class Topic : CatalogueEntry;

/// <summary>A means of propaganda (phương tiện, hình thức).</summary>
public sealed class PropagandaChannel : CatalogueEntry
{
    /// <summary>Traditional or online: the two halves of the diversity criterion.</summary>
    public required ChannelMode Mode { get; init; }
}

/// <summary>The two classes of channels.</summary>
public enum ChannelMode
{
    /// <summary>Hội nghị, loa truyền thanh, pano, tờ gấp…</summary>
    Traditional,

    /// <summary>Trang thông tin điện tử, mạng xã hội, màn hình điện tử…</summary>
    Online,
}

/// <summary>What is counted: "tin, bài", "lượt phát", "lượt người".</summary>
public sealed class Indicator : CatalogueEntry
{
    /// <summary>Longest unit, characters.</summary>
    public const int UnitLength = 40;

    /// <summary>The unit as it follows a figure: "tin, bài".</summary>
    public required string Unit { get; set; }
}

/// <summary>An agency's own name for one catalogue entry; exactly one of the three keys is set.</summary>
public sealed class CatalogueLocalName : AgencyEntity
{
    /// <summary>The topic named.</summary>
    public long? TopicId { get; init; }

    /// <summary>The topic named.</summary>
    public Topic? Topic { get; init; }

    /// <summary>The channel named.</summary>
    public long? ChannelId { get; init; }

    /// <summary>The channel named.</summary>
    public PropagandaChannel? Channel { get; init; }

    /// <summary>The indicator named.</summary>
    public long? IndicatorId { get; init; }

    /// <summary>The indicator named.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The agency's name.</summary>
    public required string Name { get; set; }
}
