using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Opens reports, keeps their lines in line with the data, and builds their documents.</summary>
public sealed class ReportComposition(CchcDbContext db, ReportSourceReader sources, VerificationAddress? verification = null)
{
    /// <summary>Opens the report of a year, or finds the one that is open already.</summary>
    /// <returns>The report; null when the year has no period or no outline.</returns>
    public Task<long?> CreateAsync(int year, CancellationToken cancellation = default) => db.InTransactionAsync(
        async () =>
        {
            var agency = db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Reports belong to an agency.");
            var open = await db.OwnReports().Where(report => report.Year == year && report.PeriodKind == PeriodKind.Year)
                .OrderByDescending(report => report.Revision).Select(report => (long?)report.Id).FirstOrDefaultAsync(cancellation);
            var period = await db.ReportingPeriods.SingleOrDefaultAsync(row => row.Year == year && row.Kind == PeriodKind.Year, cancellation);
            if (open is not null || period is null)
            {
                return open;
            }

            var outline = await db.OutlineTemplates.ValidOn(period.To)
                .Where(row => row.AgencyId == null || row.AgencyId == agency)
                .OrderBy(row => row.AgencyId == null).ThenByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation);
            if (outline is null)
            {
                return null;
            }

            var report = new AnnualReport
            {
                AgencyId = agency,
                Year = year,
                OutlineTemplateId = outline.Id,
                HasPlanAppendix = outline.HasPlanAppendix,
                PublicCode = ReportReplacement.NewPublicCode(),
            };
            var plan = await db.Plans.Where(row => row.Year == year).Select(row => (long?)row.Id).SingleOrDefaultAsync(cancellation);
            if (plan is not null)
            {
                report.Bases.Add(new ReportBasis { AgencyId = agency, Position = 0, PlanId = plan });
            }

            db.AnnualReports.Add(report);
            await db.SaveChangesAsync(cancellation);
            return report.Id;
        },
        cancellation);

    /// <summary>Stores today's proposal in the lines of a report that is being written.</summary>
    /// <returns>The document that the lines make; null when there is nothing to be written.</returns>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public Task<OfficialDocument?> RefreshAsync(long reportId, CancellationToken cancellation = default) =>
        db.InTransactionAsync(() => RefreshWithinAsync(reportId, cancellation), cancellation);

    /// <summary>The document as the data and the clerk's hand make it today; writes nothing.</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<OfficialDocument> BuildDocumentAsync(long reportId, CancellationToken cancellation = default) =>
        (await ReadAsync(reportId, cancellation)).Document;

    /// <summary>A report with its lines in line with its data, what it was made from, and its document; writes nothing.</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    internal async Task<(AnnualReport Report, ReportSource Source, OfficialDocument Document)> ReadAsync(long reportId, CancellationToken cancellation)
    {
        var report = await WithLines(db.AnnualReports.AsNoTracking()).SingleAsync(row => row.Id == reportId, cancellation);
        var source = await sources.ReadAsync(report, cancellation);
        Reconcile(report, source);
        return (report, source, Build(report, source));
    }

    /// <summary>Puts down who is to sign.</summary>
    /// <returns>The signer; null when that person may not sign today.</returns>
    /// <exception cref="ReportIncompleteException">Nobody may sign today.</exception>
    internal async Task<Signer?> ChooseSignerAsync(AnnualReport report, long? signerId, CancellationToken cancellation)
    {
        var signers = await sources.SignersAsync(report, cancellation);
        if (signers.Count == 0)
        {
            throw new ReportIncompleteException(ReportPart.Signer);
        }

        report.SignerId = signerId ?? signers[0].Id;
        return signers.Find(signer => signer.Id == report.SignerId);
    }

    internal async Task<OfficialDocument?> RefreshWithinAsync(long reportId, CancellationToken cancellation)
    {
        var report = await WithLines(db.AnnualReports).SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is not { IsEditable: true })
        {
            return null;
        }

        var stored = report.Lines.ToHashSet();
        var source = await sources.ReadAsync(report, cancellation);
        var orphans = Reconcile(report, source);
        // Before anything makes EF look for changes: it takes a row that has its key for a stored one.
        db.ReportLines.AddRange(report.Lines.Where(line => !stored.Contains(line)));
        db.ReportLines.RemoveRange(orphans);
        await db.SaveChangesAsync(cancellation);
        return Build(report, source);
    }

    private OfficialDocument Build(AnnualReport report, ReportSource source) =>
        DocumentBuilder.Build(report, source) with { VerificationUrl = verification?.Of(report) };

    private static IReadOnlyList<ReportLine> Reconcile(AnnualReport report, ReportSource source) => ReportLines.Reconcile(
        report,
        ReportComposer.Compose(source),
        source.Outline.Elements.OrderBy(element => element.Position).Select(element => element.Key).ToList());

    internal static IQueryable<AnnualReport> WithLines(IQueryable<AnnualReport> reports) =>
        reports.Include(report => report.Lines).ThenInclude(line => line.Origins)
            .Include(report => report.Lines).ThenInclude(line => line.Figures).AsSplitQuery();
}
