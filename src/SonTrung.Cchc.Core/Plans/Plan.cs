using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>The agency's propaganda plan of a year (Kế hoạch tuyên truyền).</summary>
public sealed class Plan : AgencyEntity, ISoftDeletable
{
    /// <summary>Longest part of the printed text, characters.</summary>
    public const int PartLength = 4000;

    /// <summary>The reporting year; one plan each.</summary>
    public required int Year { get; init; }

    /// <summary>Number and symbol: "11/KH-UBND"; empty until it is issued.</summary>
    public string Number { get; set; } = "";

    /// <summary>Its date; null until it is issued.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>The subject as it follows "về".</summary>
    public required string Subject { get; set; }

    /// <summary>Mục đích: paragraphs separated by a line feed.</summary>
    public string? Purpose { get; set; }

    /// <summary>Yêu cầu: paragraphs separated by a line feed.</summary>
    public string? Requirements { get; set; }

    /// <summary>Kinh phí: paragraphs separated by a line feed.</summary>
    public string? Funding { get; set; }

    /// <summary>Tổ chức thực hiện: paragraphs separated by a line feed.</summary>
    public string? Implementation { get; set; }

    /// <summary>Who signs it; the agency's first signer of its date when null.</summary>
    public long? SignerId { get; set; }

    /// <summary>Its lines.</summary>
    public List<PlanItem> Items { get; } = [];

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }
}

/// <summary>A line of the plan (nhiệm vụ).</summary>
public sealed class PlanItem : AgencyEntity, ISoftDeletable, ISearchable, IImported
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest report text, characters.</summary>
    public const int ReportTextLength = 2000;

    /// <summary>Longest literal end mark, characters.</summary>
    public const int EndMarkLength = 10;

    /// <summary>The plan.</summary>
    public required long PlanId { get; init; }

    /// <summary>The plan.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Where it stands in the report.</summary>
    public required PlanSection Section { get; set; }

    /// <summary>Its place among the lines of its section.</summary>
    public required int Position { get; set; }

    /// <summary>The task in a few words.</summary>
    public required string Title { get; set; }

    /// <summary>The sentence for the report without end mark; the title when null.</summary>
    public string? ReportText { get; set; }

    /// <summary>The end mark to the letter; automatic (";", the last ".") when null.</summary>
    public string? EndMark { get; set; }

    /// <summary>The unit in charge.</summary>
    public long? DepartmentId { get; set; }

    /// <summary>The unit in charge.</summary>
    public Department? Department { get; init; }

    /// <summary>The person in charge; handed over when that person leaves.</summary>
    public long? ResponsibleId { get; set; }

    /// <summary>To be done by.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Money, whole đồng.</summary>
    public long? BudgetDong { get; set; }

    /// <summary>Why it was not done, for a line without results.</summary>
    public string? ReasonNotDone { get; set; }

    /// <summary>The line of last year's plan that it continues; each is continued once in a plan.</summary>
    public long? PreviousItemId { get; init; }

    /// <summary>The line of last year's plan that it continues.</summary>
    public PlanItem? PreviousItem { get; init; }

    /// <inheritdoc/>
    public long? ImportBatchId { get; set; }

    /// <inheritdoc/>
    public Guid? ImportedVersion { get; private set; }

    /// <summary>What it wants, main target first.</summary>
    public List<PlanTarget> Targets { get; } = [];

    /// <summary>The channels it uses.</summary>
    public List<PlanItemChannel> Channels { get; } = [];

    /// <summary>Documents printed below it, each on a plus line.</summary>
    public List<PlanItemReference> References { get; } = [];

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{Title} {ReportText}";
}

/// <summary>The part of the report that a plan line feeds.</summary>
public enum PlanSection
{
    /// <summary>Nội dung.</summary>
    Content,

    /// <summary>Phương tiện.</summary>
    Means,

    /// <summary>Hình thức.</summary>
    Form,

    /// <summary>Đơn vị: printed with its department.</summary>
    Department,
}

/// <summary>A target of a plan line.</summary>
public sealed class PlanTarget : AgencyPart
{
    /// <summary>The line.</summary>
    public long PlanItemId { get; init; }

    /// <summary>Its place; the first is the main target.</summary>
    public required int Position { get; init; }

    /// <summary>How it is measured.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>What is counted; null for done-or-not.</summary>
    public long? IndicatorId { get; init; }

    /// <summary>What is counted.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>For a ratio: what it is a part of, so that the percentage is a query and never a typed figure.</summary>
    public long? BaseIndicatorId { get; init; }

    /// <summary>For a ratio: what it is a part of.</summary>
    public Indicator? BaseIndicator { get; init; }

    /// <summary>The figure to reach: a count, or 0–100 percent; null for done-or-not.</summary>
    public decimal? Value { get; init; }
}

/// <summary>How a target is measured.</summary>
public enum TargetKind
{
    /// <summary>Số lượng.</summary>
    Quantity,

    /// <summary>Tỷ lệ, percent.</summary>
    Ratio,

    /// <summary>Hoàn thành / chưa.</summary>
    Completion,
}

/// <summary>A channel of a plan line.</summary>
public sealed class PlanItemChannel : AgencyPart
{
    /// <summary>The line.</summary>
    public long PlanItemId { get; init; }

    /// <summary>The channel.</summary>
    public required long ChannelId { get; init; }

    /// <summary>The channel.</summary>
    public PropagandaChannel? Channel { get; init; }
}

/// <summary>A document below a plan line.</summary>
public sealed class PlanItemReference : AgencyPart
{
    /// <summary>The line.</summary>
    public long PlanItemId { get; init; }

    /// <summary>Its place.</summary>
    public required int Position { get; init; }

    /// <summary>The document.</summary>
    public required long ReferenceDocumentId { get; init; }

    /// <summary>The document.</summary>
    public ReferenceDocument? ReferenceDocument { get; init; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; init; }
}
