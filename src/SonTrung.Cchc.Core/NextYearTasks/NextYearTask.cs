using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.NextYearTasks;

/// <summary>What the year's report announces for the next (phương hướng, nhiệm vụ năm sau).</summary>
public sealed class NextYearTask : AgencyEntity, ISoftDeletable, ISearchable, ISortable, IPlaced
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 4000;

    /// <summary>The year of the report that announces it.</summary>
    public required int Year { get; init; }

    /// <summary>Direction or task; only tasks open lines of next year's plan.</summary>
    public required NextYearTaskKind Kind { get; set; }

    /// <inheritdoc/>
    public required int Position { get; set; }

    /// <summary>The text without end mark.</summary>
    public required string Text { get; set; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; set; }

    /// <summary>The shortcoming it mends.</summary>
    public long? ShortcomingId { get; set; }

    /// <summary>The shortcoming it mends.</summary>
    public Shortcoming? Shortcoming { get; init; }

    /// <summary>The line of next year's plan that it became.</summary>
    public long? PlanItemId { get; set; }

    /// <summary>The line of next year's plan that it became.</summary>
    public PlanItem? PlanItem { get; init; }

    /// <summary>The row of the year before that it was copied from; each is copied once.</summary>
    public long? CopiedFromId { get; init; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => Text;

    /// <inheritdoc/>
    public string SortKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SortText => Text;

    /// <summary>A text as it reads in the report of a year: the tokens {năm} and {năm sau} filled in.</summary>
    public static string TextIn(string text, int year) => text
        .Replace("{năm sau}", $"{year + 1}", StringComparison.Ordinal).Replace("{năm}", $"{year}", StringComparison.Ordinal);
}

/// <summary>The two kinds of announcement.</summary>
public enum NextYearTaskKind
{
    /// <summary>Phương hướng.</summary>
    Direction,

    /// <summary>Nhiệm vụ.</summary>
    Task,
}
