using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>Tự chấm điểm CCHC: the sheet of a year, and what the agency says of its points.</summary>
public sealed class ScoreService(CchcDbContext db, PlanProgressReader progress, TimeProvider time)
{
    /// <summary>The years that can be looked at, and the one shown when none is asked for.</summary>
    public Task<YearChoice> YearsAsync(int? year, CancellationToken cancellation = default) => db.ChooseYearAsync(year, time.Today(), cancellation);

    /// <summary>The sheet of a year as it stands today.</summary>
    public async Task<ScoreSheet> ReadAsync(int year, CancellationToken cancellation = default)
    {
        var today = time.Today();
        var board = await progress.ReadAsync(year, today, cancellation);
        var set = await SetOfAsync(db, year, cancellation);
        var facts = new ScoreFacts(board?.Summary.Total ?? 0, board?.Summary.Met ?? 0, await FormsAsync(year, cancellation));
        var report = await ReportAsync(year, cancellation);
        var said = await db.ScoreExplanations.AsNoTracking().Where(row => row.Year == year).ToDictionaryAsync(row => row.Code, cancellation);
        var sheet = new ScoreSheet
        {
            Year = year,
            Days = board?.Days ?? await DaysAsync(year, today, cancellation),
            Set = set,
            Plan = board?.Plan,
            Report = report,
            Facts = facts,
            Rows = [],
            Lines = board?.Lines ?? [],
            Forecast = Forecast(set, board),
        };
        return sheet with
        {
            Rows = set is null ? [] : ScoreRules.Of(set, facts).Select(score => Row(score, sheet, said.GetValueOrDefault(score.Criterion.Code))).ToList(),
        };
    }

    /// <summary>Saves what the agency says of a criterion's points.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="code">The criterion.</param>
    /// <param name="version">The version that the form showed; empty for the first text.</param>
    /// <param name="text">What is said; empty to take it back.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SaveResult<ScoreExplanation>> ExplainAsync(int year, string code, Guid version, string? text, CancellationToken cancellation = default)
    {
        if (!ScoreExplanation.IsYear(year) || await SetOfAsync(db, year, cancellation) is not { } set || !set.Criteria.Exists(criterion => criterion.Code == code))
        {
            return new SaveResult<ScoreExplanation>(SaveOutcome.NotFound);
        }

        var said = PlainText.CleanLines(text ?? "");
        if (await FindAsync(year, code, cancellation) is { } row)
        {
            row.Text = said;
            return await db.SaveAsync(row, version, cancellation);
        }

        row = new ScoreExplanation { AgencyId = db.OwnAgency(), Year = year, Code = code, Text = said };
        db.ScoreExplanations.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new SaveResult<ScoreExplanation>(SaveOutcome.Done, row);
        }
        catch (DbUpdateException)
        {
            // Two people said something for the first time: the other was first.
            db.ChangeTracker.Clear();
            return await FindAsync(year, code, cancellation) is { } theirs
                ? new SaveResult<ScoreExplanation>(SaveOutcome.Conflict, theirs)
                : throw new InvalidOperationException("The text could not be saved.");
        }
    }

    /// <summary>The rules of a year, with all their parts.</summary>
    internal static Task<ScoreRuleSet?> SetOfAsync(CchcDbContext db, int year, CancellationToken cancellation) => db.ScoreRuleSets.AsNoTracking().WithCriteria()
        .Where(set => set.FirstYear <= year && (set.LastYear == null || set.LastYear >= year))
        .OrderByDescending(set => set.FirstYear).FirstOrDefaultAsync(cancellation);

    private Task<ScoreExplanation?> FindAsync(int year, string code, CancellationToken cancellation) =>
        db.ScoreExplanations.SingleOrDefaultAsync(row => row.Year == year && row.Code == code, cancellation);

    private static ScoreRow Row(CriterionScore score, ScoreSheet sheet, ScoreExplanation? said) => new(
        score,
        ScoreWording.Rule(score, sheet.Facts),
        score.Criterion.Kind switch
        {
            ScoreKind.PlanShare => (sheet.HasIssuedPlan ? 1 : 0) + (sheet.Report is null ? 0 : 1),
            ScoreKind.ChannelVariety => score.Parts.SelectMany(part => part.Counted).Distinct().Sum(form => form.Evidence),
            _ => 0,
        },
        said?.Text ?? "",
        said?.Version ?? Guid.Empty);

    private static ScoreForecast? Forecast(ScoreRuleSet? set, PlanBoard? board)
    {
        if (board is not { Summary: { Total: > 0 } summary } || board.Days.Today > board.Days.To || summary.Met == summary.Total
            || set?.Criteria.Find(criterion => criterion.Kind == ScoreKind.PlanShare) is not { } share)
        {
            return null;
        }

        return new ScoreForecast(
            ScoreWording.Share(share, summary.Met + summary.OnTrack, summary.Total),
            ScoreWording.Share(share, summary.Total - summary.Overdue, summary.Total));
    }

    private async Task<PlanDays> DaysAsync(int year, DateOnly today, CancellationToken cancellation)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .Where(row => row.Kind == PeriodKind.Year && row.Year == year).FirstOrDefaultAsync(cancellation)
            ?? ReportingPeriod.StandardYear(0, year);
        return new PlanDays(period.From, period.To, today);
    }

    private async Task<ScoredReport?> ReportAsync(int year, CancellationToken cancellation)
    {
        var found = await db.OwnReports().AsNoTracking()
            .Where(row => row.Year == year && row.PeriodKind == PeriodKind.Year && row.Number != null && row.IssuedOn != null
                && (row.Status == ReportStatus.Issued || row.Status == ReportStatus.Received))
            .OrderByDescending(row => row.Revision)
            .Select(row => new { row.Id, row.Number, row.Symbol, row.IssuedOn }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new ScoredReport(found.Id, $"{found.Number:00}/{found.Symbol}", found.IssuedOn!.Value);
    }

    private async Task<List<FormFacts>> FormsAsync(int year, CancellationToken cancellation)
    {
        var agency = db.Scope.WriteAgencyId;
        var activities = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year);
        var used = await activities.GroupBy(row => row.ChannelId).Select(group => new ChannelCount(group.Key, group.Count())).ToListAsync(cancellation);
        var bare = await activities.WithoutEvidence().GroupBy(row => row.ChannelId)
            .Select(group => new ChannelCount(group.Key, group.Count())).ToListAsync(cancellation);
        // A left join: from the year's activities to their files, never from all files of all years.
        var files = await activities.SelectMany(row => row.Attachments.DefaultIfEmpty(), (row, file) => new { row.ChannelId, HasFile = file != null })
            .GroupBy(row => row.ChannelId).Select(group => new ChannelCount(group.Key, group.Count(row => row.HasFile))).ToListAsync(cancellation);
        var links = await activities.SelectMany(row => row.Links, (row, _) => row.ChannelId)
            .GroupBy(channel => channel).Select(group => new ChannelCount(group.Key, group.Count())).ToListAsync(cancellation);
        var documents = await activities.SelectMany(row => row.References, (row, _) => row.ChannelId)
            .GroupBy(channel => channel).Select(group => new ChannelCount(group.Key, group.Count())).ToListAsync(cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var channels = await db.PropagandaChannels.AsNoTracking().OrderBy(row => row.Mode == ChannelMode.Traditional ? 0 : 1)
            .ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        names.PutInto(channels);
        return channels.Where(channel => used.Exists(row => row.ChannelId == channel.Id)).Select(channel => new FormFacts(
            channel.Id,
            channel.DisplayName,
            channel.Mode,
            Count(used, channel.Id),
            Count(used, channel.Id) - Count(bare, channel.Id),
            Count(files, channel.Id) + Count(links, channel.Id) + Count(documents, channel.Id))).ToList();
    }

    private static int Count(List<ChannelCount> counts, long channel) => counts.Find(row => row.ChannelId == channel)?.Count ?? 0;

    private sealed record ChannelCount(long ChannelId, int Count);
}

/// <summary>Rule sets with all that belongs to them.</summary>
internal static class ScoreRuleSetQueries
{
    public static IQueryable<ScoreRuleSet> WithCriteria(this IQueryable<ScoreRuleSet> sets) => sets
        .Include(set => set.Criteria.OrderBy(criterion => criterion.Position)).ThenInclude(criterion => criterion.Steps.OrderByDescending(step => step.FromPercent))
        .Include(set => set.Criteria).ThenInclude(criterion => criterion.Parts.OrderBy(part => part.Position)).ThenInclude(part => part.Channels)
        .AsSplitQuery();
}
