using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Activities;

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
    [Display(Name = nameof(ActivityTexts.StartsOn), ResourceType = typeof(ActivityTexts), Description = nameof(ActivityTexts.DateHint))]
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
    [Range(0, 999_999_999_999)]
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

    /// <summary>Up to three figures.</summary>
    public List<MeasureForm> Measures { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndsOn < StartsOn)
        {
            yield return new ValidationResult(ActivityTexts.EndsBeforeStart, [nameof(EndsOn)]);
        }

        for (var i = 0; i < Measures.Count; i++)
        {
            var measure = Measures[i];
            if (measure.IndicatorId is null != measure.Value is null)
            {
                yield return new ValidationResult(
                    ActivityTexts.MeasureIncomplete,
                    [$"{nameof(Measures)}[{i}].{(measure.Value is null ? nameof(MeasureForm.Value) : nameof(MeasureForm.IndicatorId))}"]);
            }
            else if (measure.IndicatorId is { } indicator && Measures.FindIndex(other => other.IndicatorId == indicator) < i)
            {
                yield return new ValidationResult(ActivityTexts.MeasureTwice, [$"{nameof(Measures)}[{i}].{nameof(MeasureForm.IndicatorId)}"]);
            }
        }

        if (LinkLines().Any(link => !IsWebAddress(link)))
        {
            yield return new ValidationResult(ActivityTexts.LinkWrong, [nameof(Links)]);
        }
    }

    internal ActivityInput ToInput() => new()
    {
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
        Measures = Measures.Where(measure => measure.IndicatorId is not null)
            .ToDictionary(measure => measure.IndicatorId!.Value, measure => measure.Value!.Value),
    };

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
        Measures = row.Measures.Select(measure => new MeasureForm { IndicatorId = measure.IndicatorId, Value = measure.Value }).ToList(),
    };

    private List<string> LinkLines() =>
        (Links ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();

    private static bool IsWebAddress(string link) =>
        link.Length <= ActivityLink.UrlLength && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

/// <summary>A figure with its unit.</summary>
public sealed class MeasureForm
{
    /// <summary>What is counted.</summary>
    public long? IndicatorId { get; set; }

    /// <summary>How many.</summary>
    [Range(0, 999_999_999)]
    [Display(Name = nameof(ActivityTexts.MeasureValue), ResourceType = typeof(ActivityTexts))]
    public decimal? Value { get; set; }
}

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The activity; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: the row as somebody else saved it.</param>
public sealed record ActivityEditor(long? Id, ActivityForm Form, ActivityChoices Choices, PropagandaActivity? Theirs = null);

/// <summary>The log.</summary>
/// <param name="Year">The reporting year shown.</param>
/// <param name="Search">The words searched.</param>
/// <param name="Page">The rows.</param>
/// <param name="MayEdit">Whether the user enters activities.</param>
/// <param name="DeletedId">An activity just deleted, to be brought back.</param>
public sealed record ActivityLog(int Year, string? Search, ActivityPage Page, bool MayEdit, long? DeletedId);
