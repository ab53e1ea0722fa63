using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Half a page for whoever reads a report: how much of the plan is done, what is not, and how it stands against last year.</summary>
public sealed class ReportDigestReader(CchcDbContext db, PlanProgressReader plans, TimeProvider time)
{
    /// <summary>The digest of a reporting year, from today's data; null when the year has no plan.</summary>
    public async Task<ReportDigest?> ReadAsync(int year, CancellationToken cancellation = default)
    {
        var today = time.Today();
        if (await plans.ReadAsync(year, today, cancellation) is not { } board)
        {
            return null;
        }

        var before = await plans.ReadAsync(year - 1, today, cancellation);
        var activities = db.PropagandaActivities.AsNoTracking()
            .Where(row => row.AgencyId == board.Plan.AgencyId && row.Year >= year - 1 && row.Year <= year);
        var counts = await activities.GroupBy(row => row.Year)
            .Select(group => new { Year = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Year, row => row.Count, cancellation);
        var sums = await activities
            .SelectMany(row => row.Measures, (row, measure) => new { row.Year, measure.IndicatorId, measure.Value })
            .GroupBy(row => new { row.Year, row.IndicatorId })
            .Select(group => new { group.Key.Year, group.Key.IndicatorId, Sum = group.Sum(row => row.Value) }).ToListAsync(cancellation);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        return new ReportDigest(
            board,
            before?.Summary,
            new YearFigure("", counts.GetValueOrDefault(year), counts.GetValueOrDefault(year - 1)),
            indicators.Select(indicator => new YearFigure(
                    indicator.Unit,
                    sums.Where(row => row.Year == year && row.IndicatorId == indicator.Id).Sum(row => row.Sum),
                    sums.Where(row => row.Year == year - 1 && row.IndicatorId == indicator.Id).Sum(row => row.Sum)))
                .Where(figure => figure.Now != 0 || figure.Before != 0).ToList());
    }
}

/// <summary>A report in half a page.</summary>
/// <param name="Board">The plan, line by line.</param>
/// <param name="LastYear">Last year's plan; null when there was none.</param>
/// <param name="Activities">Activities of the two years.</param>
/// <param name="Figures">The sums of the two years, in the order of the catalogue.</param>
public sealed record ReportDigest(PlanBoard Board, PlanSummary? LastYear, YearFigure Activities, IReadOnlyList<YearFigure> Figures)
{
    /// <summary>Lines that have not reached their targets.</summary>
    public IReadOnlyList<PlanLine> NotMet { get; } = Board.Lines.Where(line => line.Progress.State != PlanState.Met).ToList();

    /// <summary>Lines that no activity stands behind.</summary>
    public IReadOnlyList<PlanLine> WithoutFigures { get; } = Board.Lines.Where(line => line.Progress.Activities == 0).ToList();
}

/// <summary>A figure of a year beside that of the year before.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Now">This year.</param>
/// <param name="Before">The year before.</param>
public sealed record YearFigure(string Unit, decimal Now, decimal Before);
