using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>The wall as a table to take away: a row for each commune and period that is asked for.</summary>
internal static class WallTable
{
    public static TableExport<WallLine> Create() => new TableExport<WallLine>(WallTexts.Title, "theo-doi-nop-bao-cao")
        .Text(WallTexts.ColumnCommune, 34, row => row.Commune)
        .Text(WallTexts.ColumnPeriod, 24, row => PeriodWords.Title(row.Cell.Period))
        .Date(WallTexts.ColumnDue, 13, row => row.Cell.Duty?.DueOn)
        .Number(WallTexts.ColumnGrace, 12, row => row.Cell.Duty?.GraceDays)
        .Text(WallTexts.ColumnState, 26, row => WallWords.Name(row.Cell.State))
        .Text(WallTexts.ColumnNumber, 18, row => row.Cell.Number)
        .Date(WallTexts.ColumnIssued, 13, row => row.Cell.IssuedOn)
        .Date(WallTexts.ColumnArrived, 13, row => row.Cell.ArrivedOn)
        .Number(WallTexts.ColumnDaysLate, 12, row => row.Cell.DaysLate > 0 ? row.Cell.DaysLate : null)
        .Text(WallTexts.ColumnReason, 50, row => row.Cell.LateReason?.ReplaceLineEndings(" "));

    /// <summary>The lines of a wall.</summary>
    public static IEnumerable<WallLine> LinesOf(ReportWall wall) => wall.Rows
        .SelectMany(row => row.Cells.Where(cell => cell.State != WallState.NotAsked).Select(cell => new WallLine(row.Name, cell)));
}

/// <summary>A commune and a period.</summary>
/// <param name="Commune">The commune's name.</param>
/// <param name="Cell">How far it is.</param>
internal sealed record WallLine(string Commune, WallCell Cell);
