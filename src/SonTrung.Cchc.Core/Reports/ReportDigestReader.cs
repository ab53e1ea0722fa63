using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Half a page for whoever reads a report: how much of the plan is done, what is not, and how it stands against last year.</summary>
public sealed class ReportDigestReader(CchcDbContext db, PlanProgressReader plans, TimeProvider time)
{
    /// <summary>The digest of a reporting year, from today's data; null when the year has no plan.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="activities">The year's activities with their figures where they are loaded already; summed by the database when null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportDigest?> ReadAsync(
        int year, IReadOnlyCollection<PropagandaActivity>? activities = null, CancellationToken cancellation = default)
    {
        var today = time.Today();
        var work = activities is null ? await plans.WorkAsync(year, cancellation) : YearWork.Of(activities);
        if (await plans.ReadAsync(year, today, work, cancellation) is not { } board)
        {
            return null;
        }

        var workBefore = await plans.WorkAsync(year - 1, cancellation);
        var before = await plans.ReadAsync(year - 1, today, workBefore, cancellation);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        (await CatalogueNames.ReadAsync(db, board.Plan.AgencyId, cancellation)).PutInto(indicators);
        return new ReportDigest(
            board,
            before?.Summary,
            new YearFigure("", work.All.Activities, workBefore.All.Activities),
            indicators.Select(indicator => new YearFigure(indicator.DisplayUnit, work.All.Sum(indicator.Id), workBefore.All.Sum(indicator.Id)))
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

    /// <summary>Lines without a figure, with activities or without.</summary>
    public IReadOnlyList<PlanLine> WithoutFigures { get; } = Board.Lines.Where(line => !line.Progress.HasFigures).ToList();
}

/// <summary>A figure of a year beside that of the year before.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Now">This year.</param>
/// <param name="Before">The year before.</param>
public sealed record YearFigure(string Unit, decimal Now, decimal Before);
