using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>Nhập hoạt động.</summary>
public sealed class ActivityForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new activity.</summary>
    public Guid Version { get; set; }

    /// <summary>What was done.</summary>
    [Required, StringLength(PropagandaActivity.TitleLength)]
    [Display(Name = nameof(ActivityTexts.Title), ResourceType = typeof(ActivityTexts))]
    public string Title { get; set; } = "";

    /// <summary>The day, or the first of several.</summary>
    [Required]
    [Display(Name = nameof(ActivityTexts.StartsOn), ResourceType = typeof(ActivityTexts))]
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last of several days.</summary>
    [Display(Name = nameof(ActivityTexts.EndsOn), ResourceType = typeof(ActivityTexts))]
    public DateOnly? EndsOn { get; set; }

    /// <summary>Regular work of the whole year.</summary>
    [Display(Name = nameof(ActivityTexts.IsAllYear), ResourceType = typeof(ActivityTexts))]
    public bool IsAllYear { get; set; }

    /// <summary>The main channel.</summary>
    [Required]
    [Display(Name = nameof(ActivityTexts.Channel), ResourceType = typeof(ActivityTexts))]
    public long? ChannelId { get; set; }

    /// <summary>The plan line.</summary>
    [Display(Name = nameof(ActivityTexts.PlanItem), ResourceType = typeof(ActivityTexts))]
    public long? PlanItemId { get; set; }

    /// <summary>The unit.</summary>
    [Display(Name = nameof(ActivityTexts.Department), ResourceType = typeof(ActivityTexts))]
    public long? DepartmentId { get; set; }

    /// <summary>The main topic.</summary>
    [Display(Name = nameof(ActivityTexts.Topic), ResourceType = typeof(ActivityTexts))]
    public long? TopicId { get; set; }

    /// <summary>Where.</summary>
    [StringLength(PropagandaActivity.PlaceLength)]
    [Display(Name = nameof(ActivityTexts.Place), ResourceType = typeof(ActivityTexts))]
    public string? Place { get; set; }

    /// <summary>People reached.</summary>
    [Range(0, int.MaxValue)]
    [Display(Name = nameof(ActivityTexts.PeopleReached), ResourceType = typeof(ActivityTexts))]
    public int? PeopleReached { get; set; }

    /// <summary>Whole đồng.</summary>
    [Range(0, PropagandaActivity.MostCostDong)]
    [Display(Name = nameof(ActivityTexts.CostDong), ResourceType = typeof(ActivityTexts))]
    public long? CostDong { get; set; }

    /// <summary>The sentence for the report.</summary>
    [StringLength(PropagandaActivity.ReportTextLength)]
    [Display(Name = nameof(ActivityTexts.ReportText), ResourceType = typeof(ActivityTexts), Description = nameof(ActivityTexts.ReportTextHint))]
    public string? ReportText { get; set; }

    /// <summary>Nêu riêng.</summary>
    [Display(Name = nameof(ActivityTexts.IsHighlighted), ResourceType = typeof(ActivityTexts))]
    public bool IsHighlighted { get; set; }

    /// <summary>One address a line.</summary>
    [Display(Name = nameof(ActivityTexts.Links), ResourceType = typeof(ActivityTexts), Description = nameof(ActivityTexts.LinksHint))]
    public string? Links { get; set; }

    /// <summary>Further topics.</summary>
    [Display(Name = nameof(ActivityTexts.Tags), ResourceType = typeof(ActivityTexts))]
    public List<long> TagIds { get; set; } = [];

    /// <summary>Issued documents that prove it.</summary>
    [Display(Name = nameof(ActivityTexts.References), ResourceType = typeof(ActivityTexts))]
    public List<long> ReferenceIds { get; set; } = [];

    /// <summary>Number or words of a document to be added.</summary>
    [StringLength(ReferenceDocument.SubjectLength)]
    [Display(Name = nameof(ActivityTexts.ReferenceSearch), ResourceType = typeof(ActivityTexts), Description = nameof(ActivityTexts.ReferenceSearchHint))]
    public string? ReferenceSearch { get; set; }

    /// <summary>The figures, each indexed by its indicator in the form.</summary>
    public List<MeasureForm> Measures { get; set; } = [];

    /// <summary>Activities much like this one that the user has been shown: saving again is a decision.</summary>
    public List<long> Shown { get; set; } = [];

    /// <summary>Files uploaded for this form.</summary>
    public List<long> AttachmentIds { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndsOn < StartsOn)
        {
            yield return new ValidationResult(ActivityTexts.EndsBeforeStart, [nameof(EndsOn)]);
        }

        if (Given().GroupBy(measure => measure.IndicatorId).Any(group => group.Count() > 1))
        {
            yield return new ValidationResult(ActivityTexts.MeasureTwice, [nameof(Measures)]);
        }

        if (LinkLines().Any(link => !ActivityLink.IsWebAddress(link)))
        {
            yield return new ValidationResult(ActivityTexts.LinkWrong, [nameof(Links)]);
        }
    }

    internal ActivityInput ToInput() => new()
    {
        AttachmentIds = AttachmentIds,
        Title = Title,
        StartsOn = StartsOn!.Value,
        EndsOn = EndsOn,
        IsAllYear = IsAllYear,
        ChannelId = ChannelId!.Value,
        PlanItemId = PlanItemId,
        DepartmentId = DepartmentId,
        TopicId = TopicId,
        Place = Place,
        PeopleReached = PeopleReached,
        CostDong = CostDong,
        ReportText = ReportText,
        IsHighlighted = IsHighlighted,
        Links = LinkLines(),
        TagIds = TagIds,
        ReferenceIds = ReferenceIds,
        Measures = Given().ToDictionary(measure => measure.IndicatorId, measure => measure.Value!.Value),
    };

    /// <summary>Keys of what is chosen: it is offered although it may have ended.</summary>
    internal IReadOnlyList<long> Chosen() =>
        [ChannelId ?? 0, TopicId ?? 0, DepartmentId ?? 0, .. TagIds, .. Given().Select(measure => measure.IndicatorId)];

    /// <summary>The empty form: today, and what the user chose last.</summary>
    internal static ActivityForm Start(DateOnly day, ActivityChoices choices) => new()
    {
        FormKey = Guid.NewGuid(),
        StartsOn = day,
        ChannelId = Offered(choices.Channels.Select(choice => choice.Id), choices.Last.ChannelId),
        PlanItemId = Offered(choices.PlanItems.Select(choice => choice.Id), choices.Last.PlanItemId),
        DepartmentId = Offered(choices.Departments.Select(choice => choice.Id), choices.Last.DepartmentId),
        TopicId = Offered(choices.Topics.Select(choice => choice.Id), choices.Last.TopicId),
    };

    /// <summary>A new activity like another: all but day, figures and what proves it.</summary>
    internal static ActivityForm Like(PropagandaActivity row, DateOnly day, ActivityChoices choices)
    {
        var form = Of(row);
        form.FormKey = Guid.NewGuid();
        form.Version = Guid.Empty;
        form.StartsOn = day;
        form.EndsOn = null;
        form.ChannelId = Offered(choices.Channels.Select(choice => choice.Id), row.ChannelId);
        form.PlanItemId = Offered(choices.PlanItems.Select(choice => choice.Id), row.PlanItemId);
        form.DepartmentId = Offered(choices.Departments.Select(choice => choice.Id), row.DepartmentId);
        form.TopicId = Offered(choices.Topics.Select(choice => choice.Id), row.TopicId);
        form.TagIds = form.TagIds.Where(id => choices.Topics.Any(choice => choice.Id == id)).ToList();
        form.Measures = [];
        form.Links = null;
        form.ReferenceIds = [];
        return form;
    }

    internal static ActivityForm Of(PropagandaActivity row) => new()
    {
        Version = row.Version,
        Title = row.Title,
        StartsOn = row.StartsOn,
        EndsOn = row.EndsOn == row.StartsOn ? null : row.EndsOn,
        IsAllYear = row.IsAllYear,
        ChannelId = row.ChannelId,
        PlanItemId = row.PlanItemId,
        DepartmentId = row.DepartmentId,
        TopicId = row.TopicId,
        Place = row.Place,
        PeopleReached = row.PeopleReached,
        CostDong = row.CostDong,
        ReportText = row.ReportText,
        IsHighlighted = row.IsHighlighted,
        Links = string.Join('\n', row.Links.Select(link => link.Url)),
        TagIds = row.Tags.ConvertAll(tag => tag.TopicId),
        ReferenceIds = row.References.ConvertAll(reference => reference.ReferenceDocumentId),
        Measures = row.Measures.ConvertAll(measure => new MeasureForm { IndicatorId = measure.IndicatorId, Value = measure.Value }),
    };

    /// <summary>Where the report will tell of it.</summary>
    internal ReportPlace PlaceInReport() => ReportPlaces.Of(Given().Any(), PlanItemId is not null, IsHighlighted, DepartmentId is not null);

    private IEnumerable<MeasureForm> Given() => Measures.Where(measure => measure?.Value is not null);

    private static long? Offered(IEnumerable<long> offered, long? last) => last is { } id && offered.Contains(id) ? id : null;

    private List<string> LinkLines() =>
        (Links ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
}

/// <summary>A figure; without a value it was not given.</summary>
public sealed class MeasureForm
{
    /// <summary>What is counted.</summary>
    public long IndicatorId { get; set; }

    /// <summary>How many.</summary>
    [Range(0d, ActivityMeasure.MostValue)]
    [Display(Name = nameof(ActivityTexts.MeasureValue), ResourceType = typeof(ActivityTexts))]
    public decimal? Value { get; set; }
}
