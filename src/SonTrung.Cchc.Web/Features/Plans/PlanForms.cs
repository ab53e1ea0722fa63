using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Plans;

/// <summary>Lập, sửa kế hoạch.</summary>
public sealed class PlanForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new plan.</summary>
    public Guid Version { get; set; }

    /// <summary>The reporting year of a new plan.</summary>
    [Display(Name = nameof(PlanTexts.Year), ResourceType = typeof(PlanTexts))]
    public int? Year { get; set; }

    /// <summary>Number and symbol.</summary>
    [StringLength(ReferenceDocument.NumberLength)]
    [Display(Name = nameof(PlanTexts.Number), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.NumberHint))]
    public string? Number { get; set; }

    /// <summary>Its date.</summary>
    [Display(Name = nameof(PlanTexts.IssuedOn), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.IssuedOnHint))]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>The subject as it follows "về".</summary>
    [Required, StringLength(ReferenceDocument.SubjectLength)]
    [Display(Name = nameof(PlanTexts.Subject), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.SubjectHint))]
    public string Subject { get; set; } = "";

    /// <summary>Mục đích.</summary>
    [StringLength(Plan.PartLength)]
    [Display(Name = nameof(PlanTexts.Purpose), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.PartHint))]
    public string? Purpose { get; set; }

    /// <summary>Yêu cầu.</summary>
    [StringLength(Plan.PartLength)]
    [Display(Name = nameof(PlanTexts.Requirements), ResourceType = typeof(PlanTexts))]
    public string? Requirements { get; set; }

    /// <summary>Kinh phí.</summary>
    [StringLength(Plan.PartLength)]
    [Display(Name = nameof(PlanTexts.Funding), ResourceType = typeof(PlanTexts))]
    public string? Funding { get; set; }

    /// <summary>Tổ chức thực hiện.</summary>
    [StringLength(Plan.PartLength)]
    [Display(Name = nameof(PlanTexts.Implementation), ResourceType = typeof(PlanTexts))]
    public string? Implementation { get; set; }

    /// <summary>Who signs it.</summary>
    [Display(Name = nameof(PlanTexts.Signer), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.SignerHint))]
    public long? SignerId { get; set; }

    internal PlanInput ToInput() => new()
    {
        Number = Number,
        IssuedOn = IssuedOn,
        Subject = Subject,
        Purpose = Purpose,
        Requirements = Requirements,
        Funding = Funding,
        Implementation = Implementation,
        SignerId = SignerId,
    };

    internal static PlanForm Of(Plan plan) => new()
    {
        Version = plan.Version,
        Number = plan.Number,
        IssuedOn = plan.IssuedOn,
        Subject = plan.Subject,
        Purpose = plan.Purpose,
        Requirements = plan.Requirements,
        Funding = plan.Funding,
        Implementation = plan.Implementation,
        SignerId = plan.SignerId,
    };
}

/// <summary>Thêm, sửa nhiệm vụ.</summary>
public sealed class PlanItemForm : IValidatableObject
{
    /// <summary>Targets that a form offers at least.</summary>
    internal const int TargetRows = 3;

    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new line.</summary>
    public Guid Version { get; set; }

    /// <summary>The task in a few words.</summary>
    [Required, StringLength(PlanItem.TitleLength)]
    [Display(Name = nameof(PlanTexts.ItemTitle), ResourceType = typeof(PlanTexts))]
    public string Title { get; set; } = "";

    /// <summary>Where it stands.</summary>
    [Required, EnumDataType(typeof(PlanSection))]
    [Display(Name = nameof(PlanTexts.Section), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.SectionHint))]
    public PlanSection? Section { get; set; }

    /// <summary>The unit in charge.</summary>
    [Display(Name = nameof(PlanTexts.Department), ResourceType = typeof(PlanTexts))]
    public long? DepartmentId { get; set; }

    /// <summary>The person in charge.</summary>
    [Display(Name = nameof(PlanTexts.Responsible), ResourceType = typeof(PlanTexts))]
    public long? ResponsibleId { get; set; }

    /// <summary>To be done by.</summary>
    [Display(Name = nameof(PlanTexts.DueOn), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.DueOnHint))]
    public DateOnly? DueOn { get; set; }

    /// <summary>Whole đồng.</summary>
    [Range(0, PropagandaActivity.MostCostDong)]
    [Display(Name = nameof(PlanTexts.BudgetDong), ResourceType = typeof(PlanTexts))]
    public long? BudgetDong { get; set; }

    /// <summary>The sentence for the report.</summary>
    [StringLength(PlanItem.ReportTextLength)]
    [Display(Name = nameof(PlanTexts.ReportText), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.ReportTextHint))]
    public string? ReportText { get; set; }

    /// <summary>Why it was not done.</summary>
    [StringLength(PlanItem.ReportTextLength)]
    [Display(Name = nameof(PlanTexts.ReasonNotDone), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.ReasonNotDoneHint))]
    public string? ReasonNotDone { get; set; }

    /// <summary>The main target and others.</summary>
    [MaxLength(10)]
    public List<TargetForm> Targets { get; set; } = [];

    /// <summary>Channels.</summary>
    [Display(Name = nameof(PlanTexts.Channels), ResourceType = typeof(PlanTexts))]
    public List<long> ChannelIds { get; set; } = [];

    /// <summary>Documents below it.</summary>
    [Display(Name = nameof(PlanTexts.References), ResourceType = typeof(PlanTexts), Description = nameof(PlanTexts.ReferencesHint))]
    public List<long> ReferenceIds { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var i = 0; i < Targets.Count; i++)
        {
            if (Targets[i].Problem() is var (field, message))
            {
                yield return new ValidationResult(message, [$"{nameof(Targets)}[{i}].{field}"]);
            }
        }
    }

    internal PlanItemInput ToInput() => new()
    {
        Title = Title,
        Section = Section!.Value,
        DepartmentId = DepartmentId,
        ResponsibleId = ResponsibleId,
        DueOn = DueOn,
        BudgetDong = BudgetDong,
        ReportText = ReportText,
        ReasonNotDone = ReasonNotDone,
        Targets = Targets.Where(target => target.Kind is not null).Select(target => target.ToInput()).ToList(),
        ChannelIds = ChannelIds,
        ReferenceIds = ReferenceIds,
    };

    internal static PlanItemForm Of(PlanItem item) => new()
    {
        Version = item.Version,
        Title = item.Title,
        Section = item.Section,
        DepartmentId = item.DepartmentId,
        ResponsibleId = item.ResponsibleId,
        DueOn = item.DueOn,
        BudgetDong = item.BudgetDong,
        ReportText = item.ReportText,
        ReasonNotDone = item.ReasonNotDone,
        Targets = item.Targets.ConvertAll(target => new TargetForm
        {
            Kind = target.Kind,
            Value = target.Value,
            IndicatorId = target.IndicatorId,
            BaseIndicatorId = target.BaseIndicatorId,
        }),
        ChannelIds = item.Channels.ConvertAll(row => row.ChannelId),
        ReferenceIds = item.References.ConvertAll(row => row.ReferenceDocumentId),
    };
}

/// <summary>A target; without a kind there is none.</summary>
public sealed class TargetForm
{
    /// <summary>How it is measured.</summary>
    [EnumDataType(typeof(TargetKind))]
    [Display(Name = nameof(PlanTexts.TargetKindLabel), ResourceType = typeof(PlanTexts))]
    public TargetKind? Kind { get; set; }

    /// <summary>The figure to reach.</summary>
    [Range(0d, ActivityMeasure.MostValue)]
    [Display(Name = nameof(PlanTexts.TargetValue), ResourceType = typeof(PlanTexts))]
    public decimal? Value { get; set; }

    /// <summary>What is counted.</summary>
    [Display(Name = nameof(PlanTexts.TargetIndicator), ResourceType = typeof(PlanTexts))]
    public long? IndicatorId { get; set; }

    /// <summary>What a ratio is a part of.</summary>
    [Display(Name = nameof(PlanTexts.TargetBase), ResourceType = typeof(PlanTexts))]
    public long? BaseIndicatorId { get; set; }

    /// <summary>The first thing that is wrong with it, or null.</summary>
    internal (string Field, string Message)? Problem() => Kind switch
    {
        null => Value is null && IndicatorId is null && BaseIndicatorId is null ? null : (nameof(Kind), PlanTexts.TargetKindMissing),
        TargetKind.Completion => null,
        _ when Value is null => (nameof(Value), PlanTexts.TargetValueMissing),
        _ when IndicatorId is null => (nameof(IndicatorId), PlanTexts.TargetIndicatorMissing),
        TargetKind.Ratio when BaseIndicatorId is null => (nameof(BaseIndicatorId), PlanTexts.TargetBaseMissing),
        TargetKind.Ratio when BaseIndicatorId == IndicatorId => (nameof(BaseIndicatorId), PlanTexts.TargetBaseSame),
        TargetKind.Ratio when Value > 100 => (nameof(Value), PlanTexts.TargetPercentTooLarge),
        _ => null,
    };

    internal PlanTargetInput ToInput() => new(
        Kind!.Value,
        Kind == TargetKind.Completion ? null : IndicatorId,
        Kind == TargetKind.Ratio ? BaseIndicatorId : null,
        Kind == TargetKind.Completion ? null : Value);
}

/// <summary>What a list of plan lines is asked for.</summary>
public sealed class PlanQuery
{
    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>A section.</summary>
    [FromQuery(Name = "muc")]
    public PlanSection? Section { get; init; }

    /// <summary>A unit in charge.</summary>
    [FromQuery(Name = "don-vi")]
    public long? DepartmentId { get; init; }

    /// <summary>A state.</summary>
    [FromQuery(Name = "trang-thai")]
    public PlanState? State { get; init; }

    /// <summary>A channel.</summary>
    [FromQuery(Name = "phuong-tien")]
    public long? ChannelId { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public PlanOrder Order { get; init; }

    internal PlanFilter ToFilter() => new(Search, Section, DepartmentId, State, ChannelId, Enum.IsDefined(Order) ? Order : PlanOrder.Report);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words(PlanBoard board)
    {
        (string Label, string? Value)[] named =
        [
            (PlanTexts.Section, Section is { } section && Enum.IsDefined(section) ? PlanWords.Name(section) : null),
            (PlanTexts.Department, board.Departments().FirstOrDefault(unit => unit.Id == DepartmentId)?.Name),
            (PlanTexts.FilterChannel, board.Channels().FirstOrDefault(channel => channel.Id == ChannelId)?.DisplayName),
            (PlanTexts.State, State is { } state && Enum.IsDefined(state) ? PlanWords.Name(state) : null),
        ];
        return named.Where(pair => pair.Value is not null).Select(pair => SharedTexts.FilterNamed.Fill(pair.Label, pair.Value));
    }
}

/// <summary>The form of a plan with what it offers.</summary>
/// <param name="Year">The plan's year; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="OpenYears">Years that have no plan.</param>
/// <param name="Signers">Who may sign.</param>
/// <param name="Theirs">After a conflict: the plan as somebody else saved it.</param>
public sealed record PlanEditor(int? Year, PlanForm Form, IReadOnlyList<int> OpenYears, IReadOnlyList<Choice> Signers, Plan? Theirs = null);

/// <summary>The form of a line with what it offers.</summary>
/// <param name="Year">The plan's year.</param>
/// <param name="Item">The line; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: the line as somebody else saved it.</param>
public sealed record PlanItemEditor(int Year, PlanItem? Item, PlanItemForm Form, PlanItemChoices Choices, PlanItem? Theirs = null);

/// <summary>The agency's plans.</summary>
/// <param name="Rows">Plans.</param>
/// <param name="OpenYears">Years that have none.</param>
/// <param name="Deleted">Deleted plans.</param>
/// <param name="MayEdit">Whether the user edits plans.</param>
public sealed record PlanList(IReadOnlyList<PlanRow> Rows, IReadOnlyList<int> OpenYears, IReadOnlyList<PlanRow> Deleted, bool MayEdit);

/// <summary>A year's plan.</summary>
/// <param name="Board">The plan with all lines.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Lines">The lines that answer it.</param>
/// <param name="MayEdit">Whether the user edits plans.</param>
public sealed record PlanPage(PlanBoard Board, PlanFilter Filter, IReadOnlyList<PlanLine> Lines, bool MayEdit);

/// <summary>Lines of a plan without their figures.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Items">The lines.</param>
public sealed record PlanLines(Plan Plan, IReadOnlyList<PlanItem> Items);

/// <summary>The plan as paper.</summary>
/// <param name="Paper">The document.</param>
/// <param name="WithAppendix">Whether the table of lines follows.</param>
public sealed record PlanPaper(PlanDocument Paper, bool WithAppendix);

/// <summary>What last year offers to a plan, with the words in it that may no longer hold.</summary>
/// <param name="Offer">What is offered.</param>
/// <param name="Items">Lines of last year's plan.</param>
/// <param name="Tasks">Tasks of last year's report.</param>
/// <param name="Parts">The parts of last year's text that the plan lacks.</param>
public sealed record LastYearPage(LastYearOffer Offer, IReadOnlyList<OfferedItem> Items, IReadOnlyList<OfferedTask> Tasks, IReadOnlyList<OfferedPart> Parts)
{
    /// <summary>Whether any words are marked.</summary>
    public bool HasStaleWords => Items.Any(item => item.Title.Marks.Count + item.Sentence.Marks.Count > 0) || Tasks.Any(task => task.Text.Marks.Count > 0)
        || Parts.Any(part => part.Text.Marks.Count > 0);
}

/// <summary>A line of last year's plan.</summary>
/// <param name="Item">The line.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sentence">Its sentence in the report; an empty text when it has none.</param>
public sealed record OfferedItem(PlanItem Item, StaleWords Title, StaleWords Sentence);

/// <summary>A task of last year's report.</summary>
/// <param name="Task">The task.</param>
/// <param name="Text">Its words.</param>
public sealed record OfferedTask(NextYearTask Task, StaleWords Text);

/// <summary>A part of last year's plan: Mục đích, Yêu cầu, Kinh phí or Tổ chức thực hiện.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">Its words.</param>
public sealed record OfferedPart(string Name, StaleWords Text);
