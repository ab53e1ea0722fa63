using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The outline of a kind of report during a span of time: data that an administrator edits, not code.</summary>
public sealed class OutlineTemplate : Entity, IVersioned, IDated
{
    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest kind in capitals, characters.</summary>
    public const int KindLength = 60;

    /// <summary>The agency with an outline of its own; null for the common one.</summary>
    public long? AgencyId { get; init; }

    /// <summary>Its name in lists.</summary>
    public required string Name { get; set; }

    /// <summary>The printed kind: "BÁO CÁO".</summary>
    public required string Kind { get; set; }

    /// <summary>The abbreviation of the kind: "BC".</summary>
    public required string KindCode { get; set; }

    /// <summary>The trích yếu with tokens, lines broken by hand with a line feed.</summary>
    public required string Subject { get; set; }

    /// <summary>The layout profile of its documents: "nd30-2020".</summary>
    public required string LayoutProfile { get; set; }

    /// <summary>New reports get the appendix with one row per plan line.</summary>
    public bool HasPlanAppendix { get; set; }

    /// <summary>Below each shortcoming stands its cause: "Nguyên nhân: …".</summary>
    public bool HasCauses { get; set; }

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Its elements, top to bottom.</summary>
    public List<OutlineElement> Elements { get; } = [];

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>One element of an outline: a fixed text with tokens, or a slot that the year's data fill.</summary>
public sealed class OutlineElement : Entity
{
    /// <summary>Longest key, characters.</summary>
    public const int KeyLength = 40;

    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 4000;

    /// <summary>The outline.</summary>
    public long TemplateId { get; init; }

    /// <summary>The name that report lines keep: it outlives changes of order and text.</summary>
    public required string Key { get; init; }

    /// <summary>Its place.</summary>
    public required int Position { get; set; }

    /// <summary>What it is.</summary>
    public required OutlineElementKind Kind { get; set; }

    /// <summary>The printed mark of a text: "I.", "1.", or empty.</summary>
    public string Label { get; set; } = "";

    /// <summary>The rank of a text; ignored for a slot, whose lines have their own.</summary>
    public BlockLevel Level { get; set; } = BlockLevel.Paragraph;

    /// <summary>The text with tokens: {năm}, {năm sau}, {tên cơ quan đầy đủ}, {tên cơ quan tắt}, {cấp trên}, {một cửa}, {căn cứ}, {phụ lục}. Empty for a slot.</summary>
    public string Text { get; set; } = "";

    /// <summary>For a lead: the key of the slot without whose lines it is left out.</summary>
    public string? LeadOf { get; set; }
}

/// <summary>What an element of the outline prints.</summary>
public enum OutlineElementKind
{
    /// <summary>A fixed text with tokens.</summary>
    Text,

    /// <summary>Plan lines of section Nội dung, with their documents.</summary>
    PlanContent,

    /// <summary>Plan lines of section Phương tiện.</summary>
    PlanMeans,

    /// <summary>Plan lines of section Hình thức.</summary>
    PlanForm,

    /// <summary>The departments and what they did.</summary>
    Departments,

    /// <summary>Free lines of assessment.</summary>
    Assessment,

    /// <summary>Shortcomings.</summary>
    Shortcomings,

    /// <summary>Directions and tasks of the next year.</summary>
    NextYearTasks,
}
