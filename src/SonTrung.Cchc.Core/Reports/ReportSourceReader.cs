using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Loads what a report is composed from, in a fixed number of queries.</summary>
public sealed class ReportSourceReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>Loads the source of a report.</summary>
    /// <exception cref="ReportIncompleteException">There is nothing to cite, or letterhead, addressees or signer are missing on the document's date.</exception>
    public async Task<ReportSource> ReadAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        var agency = report.AgencyId;
        var day = await DocumentDayAsync(report, cancellation);
        var source = new ReportSource
        {
            Year = report.Year,
            Outline = await db.OutlineTemplates.AsNoTracking().Include(outline => outline.Elements)
                .SingleAsync(outline => outline.Id == report.OutlineTemplateId, cancellation),
            Profile = await ProfileAsync(report, day, cancellation),
            Paper = report.IsReentered ? await PaperAsync(report, cancellation) : null,
            Signer = await ChosenSignerAsync(report, cancellation)
                ?? throw new ReportIncompleteException(ReportPart.Signer),
            Recipients = await db.Set<ReportRecipient>().AsNoTracking().Where(row => row.ReportId == report.Id)
                .OrderBy(row => row.Position).ToListAsync(cancellation),
            Bases = await BasesAsync(report, cancellation),
            PlanItems = await db.PlanItems.AsNoTracking().Where(row => row.AgencyId == agency && row.Plan!.Year == report.Year)
                .Include(row => row.References.OrderBy(reference => reference.Position)).ThenInclude(reference => reference.ReferenceDocument)
                .Include(row => row.Targets.OrderBy(target => target.Position)).ThenInclude(target => target.Indicator)
                .Include(row => row.Targets).ThenInclude(target => target.BaseIndicator)
                .Include(row => row.Channels)
                .OrderBy(row => row.Position).ThenBy(row => row.Id)
                .AsSplitQuery().ToListAsync(cancellation),
            Activities = await db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == report.Year)
                .Include(row => row.Measures).ThenInclude(measure => measure.Indicator)
                .Include(row => row.Channel)
                .OrderBy(row => row.Position).ThenBy(row => row.StartsOn).ThenBy(row => row.Id)
                .AsSplitQuery().ToListAsync(cancellation),
            Departments = await db.Departments.AsNoTracking().Where(row => row.AgencyId == agency)
                .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            Shortcomings = await db.Shortcomings.AsNoTracking().Include(row => row.CatalogueCause).Where(row => row.AgencyId == agency && row.Year == report.Year)
                .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            NextYearTasks = await db.NextYearTasks.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == report.Year)
                .OrderBy(row => row.Kind).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            Patterns = new SentencePatterns(await db.SentencePatterns.AsNoTracking()
                .Where(row => row.AgencyId == null || row.AgencyId == agency).ToListAsync(cancellation)),
            HasPlanAppendix = report.HasPlanAppendix,
            HasActivityAppendix = report.HasActivityAppendix,
            Evidence = report.HasPlanAppendix || report.HasActivityAppendix
                ? await EvidenceAsync(agency, report.Year, cancellation)
                : new Dictionary<long, ActivityEvidence>(),
        };
        var names = await CatalogueNames.ReadAsync(db, agency, cancellation);
        names.PutInto(source.PlanItems);
        names.PutInto(source.Activities);
        names.PutInto(source.Shortcomings.Select(row => row.CatalogueCause));
        return source;
    }

    private async Task<Dictionary<long, ActivityEvidence>> EvidenceAsync(long agency, int year, CancellationToken cancellation)
    {
        var rows = await db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year)
            .OrderBy(row => row.StartsOn).ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                Files = row.Attachments.Count,
                Links = row.Links.Count,
                Documents = row.References.Select(reference => reference.ReferenceDocumentId).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => new ActivityEvidence(row.Files, row.Links, row.Documents));
    }

    /// <summary>
    /// Who may sign the report, the usual signer first: a capacity must hold on the day on which is signed, and that is today for a report that has no date yet
    /// (Điều 13). A paper was signed on its own day.
    /// </summary>
    public async Task<List<Signer>> SignersAsync(AnnualReport report, CancellationToken cancellation = default) =>
        await SignersOn(report.AgencyId, report.IsReentered ? await DocumentDayAsync(report, cancellation) : report.IssuedOn ?? time.Today()).ToListAsync(cancellation);

    /// <summary>Who is printed: the one chosen; else the usual one; where nobody signs today, a draft shows who signed at the end of its period.</summary>
    private async Task<Signer?> ChosenSignerAsync(AnnualReport report, CancellationToken cancellation)
    {
        var signers = await SignersAsync(report, cancellation);
        return signers.Find(signer => signer.Id == report.SignerId)
            ?? signers.FirstOrDefault()
            ?? await SignersOn(report.AgencyId, await DocumentDayAsync(report, cancellation)).FirstOrDefaultAsync(cancellation)
            ?? (report.IsReentered ? await EarliestSignerAsync(report.AgencyId, cancellation) : null);
    }

    /// <summary>A paper may be older than what the portal knows of its agency: the paper says itself who signed.</summary>
    private Task<Signer?> EarliestSignerAsync(long agency, CancellationToken cancellation) =>
        db.Signers.AsNoTracking().Where(row => row.AgencyId == agency).OrderBy(row => row.ValidFrom).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation);

    private async Task<PaperHead?> PaperAsync(AnnualReport report, CancellationToken cancellation) =>
        await db.OldReports.AsNoTracking().Where(row => row.AgencyId == report.AgencyId && row.ReportId == report.Id)
            .Select(row => row.BlocksJson).FirstOrDefaultAsync(cancellation) is { } blocks
            ? PaperHead.Of(OldReportBlocks.Read(blocks))
            : null;

    private IOrderedQueryable<Signer> SignersOn(long agency, DateOnly day) =>
        db.Signers.AsNoTracking().ValidOn(day).Where(row => row.AgencyId == agency)
            .OrderBy(row => row.Capacity == SigningCapacity.OnBehalf ? 0 : 1)
            // On the day on which a post changes hands both hold it.
            .ThenBy(row => db.Users.Any(user => user.Id == row.UserId && user.LeftUtc != null)).ThenBy(row => row.ValidFrom).ThenBy(row => row.Id);

    /// <summary>The document's date; before it is issued, the period's last day; never today.</summary>
    public async Task<DateOnly> DocumentDayAsync(AnnualReport report, CancellationToken cancellation = default) =>
        report.IssuedOn ?? await db.ReportingPeriods
            .Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year
                && row.Kind == report.PeriodKind && row.Ordinal == report.PeriodOrdinal)
            .Select(row => row.To).SingleAsync(cancellation);

    /// <summary>What the report was given to cite; else the year's plan, which may have been entered after the report was opened.</summary>
    private async Task<IReadOnlyList<ReportBasis>> BasesAsync(AnnualReport report, CancellationToken cancellation)
    {
        var chosen = await db.Set<ReportBasis>().AsNoTracking().Where(row => row.ReportId == report.Id)
            .Where(row => row.Plan != null || row.ReferenceDocument != null)
            .Include(row => row.Plan).Include(row => row.ReferenceDocument)
            .OrderBy(row => row.Position).ToListAsync(cancellation);
        if (chosen.Count > 0 || report.IsReentered)
        {
            return chosen;
        }

        var plan = await db.Plans.AsNoTracking()
            .SingleOrDefaultAsync(row => row.AgencyId == report.AgencyId && row.Year == report.Year, cancellation)
            ?? throw new ReportIncompleteException(ReportPart.Basis);
        return [new ReportBasis { AgencyId = report.AgencyId, Position = 0, PlanId = plan.Id, Plan = plan }];
    }

    private async Task<AgencyProfile> ProfileAsync(AnnualReport report, DateOnly day, CancellationToken cancellation)
    {
        var profiles = db.AgencyProfiles.AsNoTracking().Where(row => row.AgencyId == report.AgencyId).Include(row => row.Recipients.OrderBy(line => line.Position));
        var profile = await profiles.ValidOn(day).OrderByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation);
        if (report.IsReentered)
        {
            // Its paper has the letterhead; the nearest one that the portal knows gives the names in running text.
            return profile ?? await profiles.OrderBy(row => row.ValidFrom).FirstOrDefaultAsync(cancellation) ?? throw new ReportIncompleteException(ReportPart.Letterhead);
        }

        return profile is null ? throw new ReportIncompleteException(ReportPart.Letterhead)
            : profile.Recipients.Any(line => line.Kind == RecipientKind.Addressee) ? profile
            : throw new ReportIncompleteException(ReportPart.Addressees);
    }
}
