using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.Proposals;

/// <summary>
/// What became of a proposal of the yearly loop (an unmet plan line → shortcoming → task → line of next year's plan): taken, or dismissed with a reason.
/// Exactly one of the three keys says what was proposed, and there is one answer at most to each; taken back, the proposal is open again.
/// </summary>
public sealed class ProposalAnswer : AgencyEntity
{
    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The reporting year in whose lists it was proposed.</summary>
    public required int Year { get; init; }

    /// <summary>The plan line that was not met, proposed as a shortcoming.</summary>
    public long? PlanItemId { get; init; }

    /// <summary>The plan line that was not met, proposed as a shortcoming.</summary>
    public PlanItem? PlanItem { get; init; }

    /// <summary>The shortcoming, proposed as a task of the next year.</summary>
    public long? ShortcomingId { get; init; }

    /// <summary>The shortcoming, proposed as a task of the next year.</summary>
    public Shortcoming? Shortcoming { get; init; }

    /// <summary>The task, proposed as a line of next year's plan.</summary>
    public long? NextYearTaskId { get; init; }

    /// <summary>The task, proposed as a line of next year's plan.</summary>
    public NextYearTask? NextYearTask { get; init; }

    /// <summary>The answer.</summary>
    public required ProposalOutcome Outcome { get; init; }

    /// <summary>Why it was dismissed; null for one that was taken.</summary>
    public string? Reason { get; init; }

    /// <summary>Who answered.</summary>
    public long? AnsweredById { get; init; }

    /// <summary>The name of that day.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AnsweredUtc { get; init; }

    /// <summary>What was proposed.</summary>
    public ProposalKind Kind => PlanItemId is not null ? ProposalKind.UnmetLine : ShortcomingId is not null ? ProposalKind.Shortcoming : ProposalKind.Task;
}

/// <summary>The answers to a proposal.</summary>
public enum ProposalOutcome
{
    /// <summary>Đã đưa vào.</summary>
    Taken,

    /// <summary>Đã bỏ qua.</summary>
    Dismissed,
}

/// <summary>What is proposed.</summary>
public enum ProposalKind
{
    /// <summary>A plan line that was not met, as a shortcoming.</summary>
    UnmetLine,

    /// <summary>A shortcoming, as a task of the next year.</summary>
    Shortcoming,

    /// <summary>A task, as a line of next year's plan.</summary>
    Task,
}
