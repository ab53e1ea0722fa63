using System.Globalization;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Plans;

/// <summary>A target of a plan line in a table; a line without targets has one row.</summary>
/// <param name="Line">The line.</param>
/// <param name="Target">The target, or null.</param>
internal sealed record PlanTableRow(PlanLine Line, TargetProgress? Target);

/// <summary>The lines of a plan as a table to take away, a row for each target.</summary>
internal static class PlanTable
{
    public static TableExport<PlanTableRow> Of(int year) =>
        new TableExport<PlanTableRow>(PlanTexts.PageTitle.Fill(year), string.Create(CultureInfo.InvariantCulture, $"ke-hoach-{year}"))
            .Text(PlanTexts.Section, 14, row => PlanWords.Name(row.Line.Item.Section))
            .Text(PlanTexts.ColumnTask, 50, row => row.Line.Item.Title)
            .Text(PlanTexts.Department, 32, row => row.Line.Item.Department?.Name)
            .Text(PlanTexts.Responsible, 24, row => row.Line.Responsible)
            .Text(PlanTexts.ColumnTarget, 34, row => row.Target is { } target ? PlanWords.Target(target.Target) : null)
            .Number(PlanTexts.ColumnDone, 12, row => Rounded(row.Target?.Done))
            .Number(PlanTexts.ColumnPercentOf, 12, row => Rounded(row.Target is { } target ? target.Percent : row.Line.Progress.Percent))
            .Number(PlanTexts.ColumnForecast, 12, row => Rounded(row.Target?.Forecast))
            .Date(PlanTexts.DueOn, 13, row => row.Line.Progress.DueOn)
            .Text(PlanTexts.State, 16, row => PlanWords.Name(row.Line.Progress.State))
            .Number(PlanTexts.ColumnActivities, 12, row => row.Line.Progress.Activities)
            .Number(PlanTexts.ColumnBudget, 16, row => row.Line.Item.BudgetDong)
            .Text(PlanTexts.ReasonNotDone, 40, row => row.Line.Item.ReasonNotDone);

    public static IEnumerable<PlanTableRow> RowsOf(IEnumerable<PlanLine> lines) =>
        lines.SelectMany(line => line.Progress.Targets.Select(target => (TargetProgress?)target).DefaultIfEmpty(), (line, target) => new PlanTableRow(line, target));

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 1, MidpointRounding.AwayFromZero) : null;
}
