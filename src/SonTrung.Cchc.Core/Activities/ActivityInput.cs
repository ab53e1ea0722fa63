namespace SonTrung.Cchc.Core.Activities;

/// <summary>What a person enters about an activity. Texts are cleaned and keys checked by <see cref="ActivityService"/>.</summary>
public sealed record ActivityInput
{
    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day; the first when null.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Regular work of the whole year.</summary>
    public bool IsAllYear { get; init; }

    /// <summary>The main channel.</summary>
    public required long ChannelId { get; init; }

    /// <summary>The main topic.</summary>
    public long? TopicId { get; init; }

    /// <summary>The plan line.</summary>
    public long? PlanItemId { get; init; }

    /// <summary>The unit.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>People reached, at least 0.</summary>
    public int? PeopleReached { get; init; }

    /// <summary>Cost, whole đồng.</summary>
    public long? CostDong { get; init; }

    /// <summary>The sentence for the report.</summary>
    public string? ReportText { get; init; }

    /// <summary>Nêu riêng.</summary>
    public bool IsHighlighted { get; init; }

    /// <summary>The figures: indicator and value, each indicator once.</summary>
    public required IReadOnlyDictionary<long, decimal> Measures { get; init; }

    /// <summary>Further topics.</summary>
    public IReadOnlyList<long> TagIds { get; init; } = [];

    /// <summary>Absolute http or https addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Issued documents that prove it.</summary>
    public IReadOnlyList<long> ReferenceIds { get; init; } = [];

    /// <summary>Uploaded files to go with it; its other files stay.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = [];
}

/// <summary>Why an activity was not saved.</summary>
public enum ActivityRefusal
{
    /// <summary>No reporting period holds the day.</summary>
    NoPeriod,

    /// <summary>The last day is before the first, or in another reporting year.</summary>
    EndsWrong,

    /// <summary>The channel, topic, indicator, plan line, unit or document is not one to choose.</summary>
    UnknownChoice,

    /// <summary>The plan line belongs to another year.</summary>
    PlanItemOfAnotherYear,

    /// <summary>A file was removed since it was uploaded.</summary>
    FilesGone,

    /// <summary>More files than one activity may have.</summary>
    TooManyFiles,

    /// <summary>No such activity for this user.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form went out.</summary>
    Conflict,

    /// <summary>There are activities much like it that the user has not been shown yet.</summary>
    LikelyDuplicate,

    /// <summary>The same form was saved before with other values (Back, changed, saved again).</summary>
    SentBefore,
}

/// <summary>How saving an activity ended.</summary>
/// <param name="Id">The activity; 0 when refused.</param>
/// <param name="Refusal">Why it was not saved; null when it was.</param>
/// <param name="Current">The row as somebody else saved it, for a conflict.</param>
/// <param name="Year">The reporting year it counts for.</param>
/// <param name="Alike">Activities much like it, for <see cref="ActivityRefusal.LikelyDuplicate"/> and <see cref="ActivityRefusal.SentBefore"/>.</param>
public sealed record ActivityResult(
    long Id, ActivityRefusal? Refusal = null, PropagandaActivity? Current = null, int Year = 0, IReadOnlyList<AlikeActivity>? Alike = null);
