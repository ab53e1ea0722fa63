using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Catalogues;

/// <summary>An entry of a catalogue shared by all agencies, so that figures add up across communes; dated.</summary>
public abstract class CatalogueEntry : Entity, IVersioned, IDated, ISearchable, IPlaced
{
    /// <summary>Longest code, characters.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 150;

    /// <summary>The stable code: "loa-truyen-thanh".</summary>
    public required string Code { get; init; }

    /// <summary>The name everyone sees unless the agency has one of its own.</summary>
    public required string Name { get; set; }

    /// <inheritdoc/>
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

    /// <summary>The catalogue it stands in.</summary>
    public abstract CatalogueKind Kind { get; }

    /// <summary>What the agency that the row was read for calls it (see <see cref="CatalogueNames"/>); null for everyone's name. Not a part of the row.</summary>
    public string? OwnName { get; internal set; }

    /// <summary>The name as the agency reads it.</summary>
    public virtual string DisplayName => OwnName ?? Name;
}

/// <summary>The catalogues.</summary>
public enum CatalogueKind
{
    /// <summary>Lĩnh vực.</summary>
    Topic,

    /// <summary>Phương tiện, hình thức.</summary>
    Channel,

    /// <summary>Chỉ tiêu số liệu.</summary>
    Indicator,

    /// <summary>Nguyên nhân của tồn tại, hạn chế.</summary>
    Cause,
}

/// <summary>A field of reform (Nghị quyết 76/NQ-CP) or another theme.</summary>
public sealed class Topic : CatalogueEntry
{
    /// <inheritdoc/>
    public override CatalogueKind Kind => CatalogueKind.Topic;
}

/// <summary>A means of propaganda (phương tiện, hình thức).</summary>
public sealed class PropagandaChannel : CatalogueEntry
{
    /// <summary>Traditional or online: the two halves of the diversity criterion.</summary>
    public required ChannelMode Mode { get; set; }

    /// <inheritdoc/>
    public override CatalogueKind Kind => CatalogueKind.Channel;
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

    /// <inheritdoc/>
    public override CatalogueKind Kind => CatalogueKind.Indicator;

    /// <inheritdoc/>
    public override string DisplayName => OwnName is null ? Name : PlainText.Capital(OwnName);

    /// <summary>Units of which there may be a part; people, meetings and papers are counted whole.</summary>
    private static readonly HashSet<string> Measured = ["gio", "phut", "dong", "nghin", "trieu", "ty", "km", "met", "m", "m2", "ha", "kg", "tan", "lit", "gb", "diem", ""];

    /// <summary>Whether a unit is counted in whole numbers: "cuộc", "lượt người", but not "giờ", "triệu đồng", "%".</summary>
    public static bool IsCounted(string unit) => !Measured.Contains(Text.SearchKey.Of(unit).Split(' ')[0]);

    /// <summary>What follows a figure as the agency reads it: its own name of what is counted, else the unit.</summary>
    public string DisplayUnit => OwnName ?? Unit;
}

/// <summary>Why something fell short (nguyên nhân): "Thiếu kinh phí", "Chậm văn bản hướng dẫn".</summary>
public sealed class ShortcomingCause : CatalogueEntry
{
    /// <inheritdoc/>
    public override CatalogueKind Kind => CatalogueKind.Cause;
}

/// <summary>An agency's own name for one catalogue entry; exactly one of the four keys is set.</summary>
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

    /// <summary>The cause named.</summary>
    public long? CauseId { get; init; }

    /// <summary>The cause named.</summary>
    public ShortcomingCause? Cause { get; init; }

    /// <summary>The agency's name; for an indicator as it follows a figure.</summary>
    public required string Name { get; set; }
}
