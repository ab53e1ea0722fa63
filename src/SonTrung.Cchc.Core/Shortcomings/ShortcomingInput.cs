using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Shortcomings;

/// <summary>What a person enters about a shortcoming. Texts are cleaned by <see cref="ShortcomingService"/>.</summary>
/// <param name="Text">The sentence without end mark.</param>
/// <param name="CauseId">Nguyên nhân, from the catalogue.</param>
/// <param name="Cause">Nguyên nhân in own words.</param>
/// <param name="Remedy">How it is to be mended.</param>
/// <param name="PlanItemId">The plan line that was not met.</param>
public sealed record ShortcomingInput(string Text, long? CauseId, string? Cause, string? Remedy, long? PlanItemId);

/// <summary>Which shortcomings a list shows.</summary>
/// <param name="Year">The reporting year; the current one when null.</param>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="WithoutTask">Only those for which the next year has no task yet.</param>
/// <param name="CauseId">Only those with a cause of the catalogue.</param>
/// <param name="PlanItemId">Only those of a plan line.</param>
/// <param name="DepartmentId">Only those of the plan lines of a unit.</param>
/// <param name="Order">The order.</param>
public sealed record ShortcomingFilter(
    int? Year = null,
    string? Search = null,
    bool WithoutTask = false,
    long? CauseId = null,
    long? PlanItemId = null,
    long? DepartmentId = null,
    PlacedOrder Order = PlacedOrder.Place);

/// <summary>The list of shortcomings.</summary>
/// <param name="Year">The year shown, and those to choose from.</param>
/// <param name="Page">The rows.</param>
/// <param name="Unmet">Plan lines of the year that are not met and not yet named here.</param>
/// <param name="LastYear">Shortcomings of the year before that were not yet taken over.</param>
/// <param name="Dismissed">Proposals of plan lines that were dismissed.</param>
/// <param name="Causes">The causes to choose from.</param>
/// <param name="Lines">The plan lines and units to choose from.</param>
public sealed record ShortcomingList(YearChoice Year, ListPage<ShortcomingRow> Page, int Unmet, int LastYear, int Dismissed, IReadOnlyList<Choice> Causes, PlanChoices Lines);

/// <summary>A row of the list.</summary>
/// <param name="Id">The shortcoming.</param>
/// <param name="Version">Its token.</param>
/// <param name="Text">The sentence.</param>
/// <param name="CauseId">The entry of the catalogue of causes.</param>
/// <param name="CauseName">Its name.</param>
/// <param name="Cause">Nguyên nhân in own words.</param>
/// <param name="Remedy">How it is to be mended.</param>
/// <param name="PlanItem">The title of the plan line that was not met.</param>
/// <param name="Tasks">Tasks of the next year that mend it.</param>
public sealed record ShortcomingRow(long Id, Guid Version, string Text, long? CauseId, string? CauseName, string? Cause, string? Remedy, string? PlanItem, int Tasks) : IListRow;

/// <summary>What the form of a shortcoming offers.</summary>
/// <param name="Year">The year of a new shortcoming.</param>
/// <param name="PlanItems">The year's plan lines.</param>
/// <param name="Causes">The causes of the catalogue.</param>
public sealed record ShortcomingChoices(int Year, IReadOnlyList<Choice> PlanItems, IReadOnlyList<Choice> Causes);

/// <summary>Shortcomings of the year before that were not yet taken over.</summary>
/// <param name="Year">The year that takes them.</param>
/// <param name="Rows">The shortcomings.</param>
public sealed record LastYearShortcomings(int Year, IReadOnlyList<Shortcoming> Rows);

/// <summary>Plan lines of a year that are not met and not yet named as shortcomings.</summary>
/// <param name="Year">The year.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Causes">The causes of the catalogue.</param>
/// <param name="Dismissed">Lines whose proposal was dismissed.</param>
public sealed record UnmetLines(int Year, IReadOnlyList<PlanLine> Lines, IReadOnlyList<Choice> Causes, IReadOnlyList<DismissedProposal> Dismissed)
{
    /// <summary>The cause whose words the reason noted at a plan line has; null when none fits.</summary>
    public long? CauseOf(PlanLine line)
    {
        var reason = SearchKey.Of(line.Item.ReasonNotDone);
        return reason.Length == 0 ? null : Causes.FirstOrDefault(cause => $" {reason} ".Contains($" {SearchKey.Of(cause.Name)} ", StringComparison.Ordinal))?.Id;
    }
}
