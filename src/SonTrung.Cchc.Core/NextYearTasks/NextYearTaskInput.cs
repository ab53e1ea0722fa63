using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.NextYearTasks;

/// <summary>What a person enters about a task. Texts are cleaned by <see cref="NextYearTaskService"/>.</summary>
/// <param name="Kind">Direction or task.</param>
/// <param name="Text">The text without end mark.</param>
/// <param name="ShortcomingId">The shortcoming it mends.</param>
public sealed record NextYearTaskInput(NextYearTaskKind Kind, string Text, long? ShortcomingId);

/// <summary>Which tasks a list shows.</summary>
/// <param name="Year">The reporting year; the current one when null.</param>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Kind">Directions or tasks alone.</param>
/// <param name="PlanItemId">Only those that come from a plan line, by themselves or through a shortcoming.</param>
/// <param name="DepartmentId">Only those that come from the plan lines of a unit.</param>
/// <param name="Order">The order.</param>
public sealed record NextYearTaskFilter(
    int? Year = null,
    string? Search = null,
    NextYearTaskKind? Kind = null,
    long? PlanItemId = null,
    long? DepartmentId = null,
    PlacedOrder Order = PlacedOrder.Place);

/// <summary>The list of tasks.</summary>
/// <param name="Year">The year shown, and those to choose from.</param>
/// <param name="Page">The rows.</param>
/// <param name="Unanswered">Shortcomings of the year without a task.</param>
/// <param name="LastYear">Tasks of the year before that were not yet taken over.</param>
/// <param name="Dismissed">Proposals of shortcomings that were dismissed.</param>
/// <param name="Lines">The plan lines and units to choose from.</param>
public sealed record NextYearTaskList(YearChoice Year, ListPage<NextYearTaskRow> Page, int Unanswered, int LastYear, int Dismissed, PlanChoices Lines);

/// <summary>A row of the list.</summary>
/// <param name="Id">The task.</param>
/// <param name="Version">Its token.</param>
/// <param name="Kind">Direction or task.</param>
/// <param name="Text">The text.</param>
/// <param name="Shortcoming">The shortcoming it mends.</param>
/// <param name="PlanItem">The title of the line of next year's plan that it became.</param>
public sealed record NextYearTaskRow(long Id, Guid Version, NextYearTaskKind Kind, string Text, string? Shortcoming, string? PlanItem) : IListRow;

/// <summary>What the form of a task offers.</summary>
/// <param name="Year">The year of a new task.</param>
/// <param name="Shortcomings">The year's shortcomings.</param>
public sealed record NextYearTaskChoices(int Year, IReadOnlyList<Choice> Shortcomings);

/// <summary>Tasks of the year before that were not yet taken over.</summary>
/// <param name="Year">The year that takes them.</param>
/// <param name="Rows">The tasks.</param>
public sealed record LastYearTasks(int Year, IReadOnlyList<NextYearTask> Rows);

/// <summary>Shortcomings of a year without a task.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rows">The shortcomings.</param>
/// <param name="Dismissed">Those whose proposal was dismissed.</param>
public sealed record UnansweredShortcomings(int Year, IReadOnlyList<Shortcoming> Rows, IReadOnlyList<DismissedProposal> Dismissed);
