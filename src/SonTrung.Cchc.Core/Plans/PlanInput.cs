namespace SonTrung.Cchc.Core.Plans;

/// <summary>What a person enters about a plan. Texts are cleaned and keys checked by <see cref="PlanService"/>.</summary>
public sealed record PlanInput
{
    /// <summary>Number and symbol: "11/KH-UBND"; empty until it is issued.</summary>
    public string? Number { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The subject as it follows "về".</summary>
    public required string Subject { get; init; }

    /// <summary>Mục đích.</summary>
    public string? Purpose { get; init; }

    /// <summary>Yêu cầu.</summary>
    public string? Requirements { get; init; }

    /// <summary>Kinh phí.</summary>
    public string? Funding { get; init; }

    /// <summary>Tổ chức thực hiện.</summary>
    public string? Implementation { get; init; }

    /// <summary>Who signs it.</summary>
    public long? SignerId { get; init; }
}

/// <summary>What a person enters about a plan line. Texts are cleaned and keys checked by <see cref="PlanItemService"/>.</summary>
public sealed record PlanItemInput
{
    /// <summary>The task in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required PlanSection Section { get; init; }

    /// <summary>The unit in charge.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>The person in charge.</summary>
    public long? ResponsibleId { get; init; }

    /// <summary>To be done by.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Money, whole đồng.</summary>
    public long? BudgetDong { get; init; }

    /// <summary>The sentence for the report.</summary>
    public string? ReportText { get; init; }

    /// <summary>Why it was not done.</summary>
    public string? ReasonNotDone { get; init; }

    /// <summary>Targets, the main one first.</summary>
    public IReadOnlyList<PlanTargetInput> Targets { get; init; } = [];

    /// <summary>Channels.</summary>
    public IReadOnlyList<long> ChannelIds { get; init; } = [];

    /// <summary>Documents below it.</summary>
    public IReadOnlyList<long> ReferenceIds { get; init; } = [];
}

/// <summary>What a person enters about a target.</summary>
/// <param name="Kind">How it is measured.</param>
/// <param name="IndicatorId">What is counted; null for done-or-not.</param>
/// <param name="BaseIndicatorId">What a ratio is a part of; null for other kinds.</param>
/// <param name="Value">The figure to reach; null for done-or-not.</param>
public sealed record PlanTargetInput(TargetKind Kind, long? IndicatorId, long? BaseIndicatorId, decimal? Value);

/// <summary>Why a plan or a line was not saved.</summary>
public enum PlanRefusal
{
    /// <summary>No such row.</summary>
    NotFound,

    /// <summary>Somebody else saved it first.</summary>
    Conflict,

    /// <summary>The year has a plan already.</summary>
    YearTaken,

    /// <summary>The agency has no reporting period of that year.</summary>
    NoPeriod,

    /// <summary>A signer, unit, person, channel, figure or document that the agency does not have.</summary>
    UnknownChoice,
}

/// <summary>What came of a write to a plan.</summary>
/// <param name="Year">The plan's year; 0 when there is none.</param>
/// <param name="Refusal">Why nothing was written, or null.</param>
/// <param name="Current">After a conflict: the plan as somebody else saved it.</param>
public sealed record PlanResult(int Year, PlanRefusal? Refusal = null, Plan? Current = null);

/// <summary>What came of a write to a plan line.</summary>
/// <param name="Id">The line.</param>
/// <param name="Year">The plan's year; 0 when there is none.</param>
/// <param name="Refusal">Why nothing was written, or null.</param>
/// <param name="Current">After a conflict: the line as somebody else saved it.</param>
public sealed record PlanItemResult(long Id, int Year, PlanRefusal? Refusal = null, PlanItem? Current = null);
