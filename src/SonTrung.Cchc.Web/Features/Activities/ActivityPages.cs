using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Features.Evidence;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>The form with what it offers.</summary>
public sealed record ActivityEditor
{
    /// <summary>Channels shown at once; the others unfold.</summary>
    public const int ChannelsAtOnce = 8;

    /// <summary>The activity; null for a new one.</summary>
    public required long? Id { get; init; }

    /// <summary>What was typed.</summary>
    public required ActivityForm Form { get; init; }

    /// <summary>What can be chosen.</summary>
    public required ActivityChoices Choices { get; init; }

    /// <summary>Documents chosen, and those found for the words typed.</summary>
    public required IReadOnlyList<OfferedReference> References { get; init; }

    /// <summary>Its files.</summary>
    public required EvidencePicker Evidence { get; init; }

    /// <summary>After a conflict: the row as somebody else saved it.</summary>
    public PropagandaActivity? Theirs { get; init; }

    /// <summary>Activities that may be the same.</summary>
    public IReadOnlyList<AlikeActivity> Alike { get; init; } = [];

    /// <summary>The form was sent before with other values.</summary>
    public bool WasSentBefore { get; init; }

    /// <summary>Somebody chose the plan line, or that there is none: a channel proposes no other.</summary>
    public required bool PlanItemIsChosen { get; init; }

    /// <summary>Whether saving needs a decision first.</summary>
    public bool AsksFirst => Alike.Count > 0 || WasSentBefore;

    /// <summary>The number typed for an indicator.</summary>
    public decimal? ValueOf(long indicatorId) => Form.Measures.Find(measure => measure?.IndicatorId == indicatorId)?.Value;
}

/// <summary>A channel as a chip.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Index">Its place in the group.</param>
/// <param name="ChosenId">The channel chosen.</param>
public sealed record ChannelChip(ChannelChoice Channel, int Index, long? ChosenId);

/// <summary>A figure of the form.</summary>
/// <param name="Indicator">What is counted.</param>
/// <param name="Value">How many.</param>
public sealed record MeasureField(IndicatorChoice Indicator, decimal? Value);

/// <summary>All about an activity.</summary>
/// <param name="Row">The activity with names.</param>
/// <param name="History">What happened to it, newest first.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="MayEdit">Whether the user changes activities.</param>
public sealed record ActivityPageModel(PropagandaActivity Row, IReadOnlyList<RowAct> History, EvidenceList Evidence, bool MayEdit);

/// <summary>The log with what it was asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user enters activities.</param>
public sealed record ActivityLogPage(ActivityQuery Query, ActivityList List, bool MayEdit);

/// <summary>The log on paper.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Print">The rows.</param>
/// <param name="Today">The day of printing.</param>
public sealed record ActivityPrintPage(ActivityQuery Query, ActivityPrint Print, DateOnly Today);

/// <summary>A choice to filter by.</summary>
/// <param name="Name">The query's parameter.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Options">Values and their names.</param>
/// <param name="Chosen">The value in force.</param>
public sealed record FilterField(string Name, string Label, IEnumerable<(string Value, string Text)> Options, string? Chosen)
{
    internal static FilterField Of(string name, string label, IEnumerable<Choice> choices, string? chosen, params IEnumerable<(string Value, string Text)> before) =>
        new(name, label, before.Concat(choices.Select(choice => (choice.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Name))), chosen);
}
