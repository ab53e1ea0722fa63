using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>
/// By what a commune scores its propaganda work in the CCHC index during a span of reporting years: data that the system administrator
/// edits. Each province has criteria of its own, and they change.
/// </summary>
public sealed class ScoreRuleSet : Entity, IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest source, characters.</summary>
    public const int SourceLength = 500;

    /// <summary>Its name in lists.</summary>
    public required string Name { get; set; }

    /// <summary>The document that it was taken from.</summary>
    public required string Source { get; set; }

    /// <summary>The first reporting year; of two sets of the same year the one that begins later counts.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last reporting year; null while it has no end.</summary>
    public int? LastYear { get; set; }

    /// <summary>Its criteria, top to bottom.</summary>
    public List<ScoreCriterion> Criteria { get; } = [];

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>A criterion of a set.</summary>
public sealed class ScoreCriterion : Entity
{
    /// <summary>Longest code, characters.</summary>
    public const int CodeLength = 20;

    /// <summary>Longest name, characters.</summary>
    public const int NameLength = 300;

    /// <summary>The most points, of a criterion and of a part of one.</summary>
    public const int MostPoints = 100;

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place.</summary>
    public required int Position { get; init; }

    /// <summary>Its printed code: "4.1". Explanations hang on it, and a group sums up the codes that begin with its own and a point.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>How it is scored.</summary>
    public required ScoreKind Kind { get; init; }

    /// <summary>The most points; of a group, the sum of what it groups.</summary>
    public required decimal MaxPoints { get; set; }

    /// <summary>Only what has evidence counts.</summary>
    public bool NeedsEvidence { get; set; }

    /// <summary>For the share of the plan: from how many percent how many points.</summary>
    public List<ScoreStep> Steps { get; } = [];

    /// <summary>For the variety of channels: the groups of forms.</summary>
    public List<ScorePart> Parts { get; } = [];
}

/// <summary>How a criterion is scored.</summary>
public enum ScoreKind
{
    /// <summary>The sum of the criteria below it.</summary>
    Group,

    /// <summary>The share of the plan's lines that are met.</summary>
    PlanShare,

    /// <summary>The groups of channels that were used.</summary>
    ChannelVariety,
}

/// <summary>A threshold: below the lowest there are no points.</summary>
public sealed class ScoreStep : Entity
{
    /// <summary>The criterion.</summary>
    public long CriterionId { get; init; }

    /// <summary>From this share on, 0–100 percent, itself included.</summary>
    public required decimal FromPercent { get; set; }

    /// <summary>The points; null for the share times the most points.</summary>
    public decimal? Points { get; set; }
}

/// <summary>A group of forms that gives points of its own.</summary>
public sealed class ScorePart : Entity
{
    /// <summary>The criterion.</summary>
    public long CriterionId { get; init; }

    /// <summary>Its place.</summary>
    public required int Position { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The points.</summary>
    public required decimal Points { get; set; }

    /// <summary>The class whose channels count where none are chosen.</summary>
    public required ChannelMode Mode { get; set; }

    /// <summary>How many different forms it takes.</summary>
    public required int MinForms { get; set; }

    /// <summary>The channels that count; all of the class when empty.</summary>
    public List<ScorePartChannel> Channels { get; } = [];
}

/// <summary>A channel that counts for a part.</summary>
public sealed class ScorePartChannel : Entity
{
    /// <summary>The part.</summary>
    public long PartId { get; init; }

    /// <summary>The channel.</summary>
    public required long ChannelId { get; init; }
}

/// <summary>What the agency says of its points in a criterion of a year (giải trình).</summary>
public sealed class ScoreExplanation : AgencyEntity
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>The code of the criterion.</summary>
    public required string Code { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; set; }

    /// <summary>Whether a year can be scored at all.</summary>
    public static bool IsYear(int year) => year is >= ReportingPeriod.FirstYear and <= ReportingPeriod.LastYear;
}
