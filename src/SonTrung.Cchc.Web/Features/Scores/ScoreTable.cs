using System.Globalization;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Scores;

/// <summary>The score sheet as a table to take away.</summary>
internal static class ScoreTable
{
    public static TableExport<ScoreRow> Of(ScoreSheet sheet) =>
        new TableExport<ScoreRow>(ScoreTexts.PageTitle.Fill(sheet.Year), string.Create(CultureInfo.InvariantCulture, $"tu-cham-diem-CCHC-{sheet.Year}"))
            .Text(ScoreTexts.ColumnCode, 8, row => row.Score.Criterion.Code)
            .Text(ScoreTexts.ColumnCriterion, 44, row => row.Score.Criterion.Name)
            .Number(ScoreTexts.ColumnMax, 10, row => row.Score.MaxPoints)
            .Number(ScoreTexts.ColumnPoints, 10, row => row.Score.Points)
            .Text(ScoreTexts.ColumnRule, 70, row => string.Join("; ", row.Rule))
            .Text(ScoreTexts.Explanation, 50, row => row.Explanation.ReplaceLineEndings(" "))
            .Number(ScoreTexts.ColumnEvidence, 12, row => row.Score.Criterion.Kind == ScoreKind.Group ? null : row.Evidence)
            .Date(ScoreTexts.ColumnAsOf, 13, _ => sheet.Days.Today);
}
