using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>Something that was done to tell the people about reform (hoạt động tuyên truyền).</summary>
public sealed class PropagandaActivity : AgencyEntity, ISoftDeletable, ISearchable, ISortable, IImported, IChanged
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest place, characters.</summary>
    public const int PlaceLength = 200;

    /// <summary>Longest report text, characters.</summary>
    public const int ReportTextLength = 2000;

    /// <summary>The greatest cost, whole đồng.</summary>
    public const long MostCostDong = 999_999_999_999;

    /// <summary>What was done.</summary>
    public required string Title { get; set; }

    /// <summary>The reporting year, derived from <see cref="StartsOn"/> and the agency's periods.</summary>
    public required int Year { get; set; }

    /// <summary>The first day; for work that went on all year the period's first day.</summary>
    public required DateOnly StartsOn { get; set; }

    /// <summary>The last day; equal to the first for one day.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>Regular work of the whole year (thường xuyên cả năm).</summary>
    public bool IsAllYear { get; set; }

    /// <summary>The main channel.</summary>
    public required long ChannelId { get; set; }

    /// <summary>The main channel.</summary>
    public PropagandaChannel? Channel { get; init; }

    /// <summary>The main topic.</summary>
    public long? TopicId { get; set; }

    /// <summary>The main topic.</summary>
    public Topic? Topic { get; init; }

    /// <summary>The plan line it carries out; null outside the plan.</summary>
    public long? PlanItemId { get; set; }

    /// <summary>The plan line it carries out.</summary>
    public PlanItem? PlanItem { get; init; }

    /// <summary>The unit that did it.</summary>
    public long? DepartmentId { get; set; }

    /// <summary>The unit that did it.</summary>
    public Department? Department { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>People reached.</summary>
    public int? PeopleReached { get; set; }

    /// <summary>Cost, whole đồng.</summary>
    public long? CostDong { get; set; }

    /// <summary>The sentence for the report without end mark; the title when null.</summary>
    public string? ReportText { get; set; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; set; }

    /// <summary>Printed on a line of its own below its department (nêu riêng).</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Orders lines of the same day.</summary>
    public int Position { get; set; }

    /// <summary>When it was entered (UTC); after a collection's cut-off it counts as late.</summary>
    public DateTime EnteredUtc { get; init; }

    /// <summary>Who entered it; null for rows that the portal brought in.</summary>
    public long? EnteredById { get; init; }

    /// <inheritdoc/>
    public DateTime ChangedUtc { get; private set; }

    /// <inheritdoc/>
    public long? ImportBatchId { get; set; }

    /// <inheritdoc/>
    public Guid? ImportedVersion { get; private set; }

    /// <summary>The figures.</summary>
    public List<ActivityMeasure> Measures { get; } = [];

    /// <summary>Further topics.</summary>
    public List<ActivityTopic> Tags { get; } = [];

    /// <summary>Documents told or used.</summary>
    public List<ActivityReference> References { get; } = [];

    /// <summary>Web addresses.</summary>
    public List<ActivityLink> Links { get; } = [];

    /// <summary>Files that prove it.</summary>
    public List<Attachment> Attachments { get; } = [];

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{Title} {Place} {ReportText}";

    /// <inheritdoc/>
    public string SortKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SortText => Title;
}

/// <summary>A figure of an activity.</summary>
public sealed class ActivityMeasure : AgencyPart
{
    /// <summary>The greatest figure.</summary>
    public const int MostValue = 999_999_999;

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>What is counted.</summary>
    public required long IndicatorId { get; init; }

    /// <summary>What is counted.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The figure, at least 0, at most three decimals.</summary>
    public required decimal Value { get; set; }
}

/// <summary>A further topic of an activity.</summary>
public sealed class ActivityTopic : AgencyPart
{
    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The topic.</summary>
    public required long TopicId { get; init; }

    /// <summary>The topic.</summary>
    public Topic? Topic { get; init; }
}

/// <summary>A document told or used by an activity.</summary>
public sealed class ActivityReference : AgencyPart
{
    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The document.</summary>
    public required long ReferenceDocumentId { get; init; }

    /// <summary>The document.</summary>
    public ReferenceDocument? ReferenceDocument { get; init; }
}

/// <summary>A web address that proves an activity.</summary>
public sealed class ActivityLink : AgencyPart
{
    /// <summary>Longest address, characters.</summary>
    public const int UrlLength = 2000;

    /// <summary>Whether a text is an absolute http or https address that can be kept.</summary>
    public static bool IsWebAddress(string text) =>
        text.Length <= UrlLength && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>An absolute http or https address.</summary>
    public required string Url { get; init; }
}

/// <summary>
/// A file that proves something; its bytes are in the file store under their hash. A file may come before the form
/// that it belongs to is saved: until then it has neither activity nor document and only <see cref="AddedById"/> sees it.
/// </summary>
public sealed class Attachment : AgencyPart, ISoftDeletable
{
    /// <summary>Longest file name, characters.</summary>
    public const int FileNameLength = 255;

    /// <summary>The activity it proves.</summary>
    public long? ActivityId { get; set; }

    /// <summary>The document whose text it is.</summary>
    public long? ReferenceDocumentId { get; set; }

    /// <summary>The document whose text it is.</summary>
    public ReferenceDocument? ReferenceDocument { get; init; }

    /// <summary>The name it came with.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type found in its content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its size in bytes, as kept.</summary>
    public required long Length { get; init; }

    /// <summary>The SHA-256 of its bytes as kept, 64 lower-case hex digits: its name in the file store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 of the bytes that came; differs from <see cref="Sha256"/> for a picture, which is written anew without location data.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>The SHA-256 of the small picture; null for what is no picture.</summary>
    public string? ThumbnailSha256 { get; init; }

    /// <summary>Width of a picture, pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture, pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The day the picture says it was taken.</summary>
    public DateOnly? TakenOn { get; init; }

    /// <summary>When it came (UTC).</summary>
    public required DateTime AddedUtc { get; init; }

    /// <summary>Who brought it; null for files that the portal brought in.</summary>
    public long? AddedById { get; init; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }
}

/// <summary>A figure that no activity gives: a share of files handled in time, say, with its source.</summary>
public sealed class DeclaredFigure : AgencyEntity, ISoftDeletable, ISearchable, ISortable
{
    /// <summary>Longest name, source or unit, characters.</summary>
    public const int TextLength = 200;

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>What it counts.</summary>
    public required string Name { get; set; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; set; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; set; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; set; }

    /// <summary>The day it was true.</summary>
    public required DateOnly AsOf { get; set; }

    /// <summary>The document that states it.</summary>
    public long? ReferenceDocumentId { get; set; }

    /// <summary>The document that states it.</summary>
    public ReferenceDocument? ReferenceDocument { get; init; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{Name} {Source}";

    /// <inheritdoc/>
    public string SortKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SortText => Name;
}
