using System.Globalization;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Rollup;

/// <summary>How pages speak of rolled-up figures.</summary>
internal static class RollupWords
{
    /// <summary>The name of a way to look at the figures.</summary>
    public static string Name(RollupBy by) =>
        RollupTexts.ResourceManager.GetString($"By{by}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {by}.");

    /// <summary>The name of a line.</summary>
    public static string Name(RollupLine line, RollupBy by) => line.Name ?? (line.Key == RollupLine.TotalKey ? RollupTexts.Total : by == RollupBy.Topic ? RollupTexts.NoTopic : RollupTexts.NoChannel);

    /// <summary>"48 tin, bài; 132 lượt phát": what occurs alone.</summary>
    public static string Sums(Core.Superior.Rollup rollup, RollupLine line) => string.Join(
        "; ", rollup.Columns.Where(column => line.Of(column.Code) != 0).Select(column => $"{VietnameseNumber.Format(line.Of(column.Code))} {column.Unit}"));

    /// <summary>A paragraph for the office's own report, which quotes each commune by its report.</summary>
    public static string Paragraph(Core.Superior.Rollup rollup)
    {
        var total = rollup.Total;
        var all = rollup.Reports.Count + rollup.Missing.Count;
        var lines = rollup.Lines(RollupBy.Commune);
        // As the wall counts: a report that came outside the portal was sent too, but brings no figures.
        var sent = rollup.Reports.Count + rollup.Missing.Count(row => row.State is WallState.Sent or WallState.Received or WallState.Outside);
        var (activities, sums) = (VietnameseNumber.Format((long)total.Activities), Sums(rollup, total) is { Length: > 0 } found ? $" ({found})" : "");
        var text = sent == rollup.Reports.Count
            ? RollupTexts.Paragraph.Fill(PeriodWords.Name(rollup.Period), sent, all, activities, sums)
            : RollupTexts.ParagraphSome.Fill(PeriodWords.Name(rollup.Period), sent, all, rollup.Reports.Count, activities, sums);
        if (rollup.PlanItems > 0)
        {
            text += " " + RollupTexts.ParagraphPlan.Fill(
                rollup.PlanItemsMet, rollup.PlanItems, VietnameseNumber.Format(Math.Round(100m * rollup.PlanItemsMet / rollup.PlanItems, 1, MidpointRounding.AwayFromZero), 1));
        }

        text += " " + RollupTexts.ParagraphCommunes.Fill(string.Join("; ", rollup.Reports.Zip(lines, (report, line) => RollupTexts.ParagraphCommune.Fill(
            report.Commune, VietnameseNumber.Format((long)line.Activities), Sums(rollup, line) is { Length: > 0 } own ? $" ({own})" : "", report.Document))));
        return rollup.Missing.Count == 0 ? text : $"{text} {RollupTexts.ParagraphMissing.Fill(string.Join(", ", rollup.Missing.Select(row => row.Commune)))}";
    }
}
