using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Reads the reports of the user's agency, and their documents: frozen while they are, live while they are written.</summary>
public sealed class ReportReader(
    CchcDbContext db, ReportSourceReader sources, ReportComposition composition, IOfficialDocumentRenderer renderer, FileStore files)
{
    /// <summary>The agency's reports, newest year first.</summary>
    public Task<List<ReportRow>> ListAsync(CancellationToken cancellation = default) =>
        db.OwnReports().AsNoTracking()
            .OrderByDescending(report => report.Year).ThenByDescending(report => report.Revision)
            .Select(report => new ReportRow(
                report.Id, report.Year, report.Revision, report.Status, report.Number, report.Symbol, report.IssuedOn, report.IsReentered,
                report.Deliveries.Any(delivery => delivery.Status == DeliveryStatus.Returned), report.IsOnPaper))
            .ToListAsync(cancellation);

    /// <summary>Years with a period and without a report. First the one whose report is due nearest to a day, before it or after: on 15/12 the year that closed yesterday.</summary>
    public async Task<List<int>> YearsWithoutReportAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var years = await db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year
                && !db.OwnReports().Any(report => report.Year == period.Year && report.PeriodKind == PeriodKind.Year))
            .Select(period => new { period.Year, period.DueOn }).ToListAsync(cancellation);
        return years.OrderBy(row => Math.Abs(row.DueOn.DayNumber - today.DayNumber)).ThenByDescending(row => row.Year).Select(row => row.Year).ToList();
    }

    /// <summary>One report with its history and deliveries, or null.</summary>
    public Task<AnnualReport?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.AnnualReports.AsNoTracking()
            .Include(report => report.Events.OrderByDescending(act => act.AtUtc).ThenByDescending(act => act.Id))
            .Include(report => report.Checks)
            .Include(report => report.Files)
            .Include(report => report.Deliveries).ThenInclude(delivery => delivery.RecipientAgency)
            .AsSplitQuery().SingleOrDefaultAsync(report => report.Id == id, cancellation);

    /// <summary>Who may sign a report on its date, and whether the agency checks before it signs.</summary>
    public async Task<SigningChoices> SigningAsync(AnnualReport report, CancellationToken cancellation = default) => new(
        await sources.SignersAsync(report, cancellation),
        await db.AgencySettings.AnyAsync(row => row.AgencyId == report.AgencyId && row.ChecksBeforeSigning, cancellation));

    /// <summary>The document of a report: the frozen one once it is submitted, else composed from today's lines.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    public async Task<OfficialDocument> DocumentAsync(AnnualReport report, CancellationToken cancellation = default) =>
        (await ReadAsync(report, cancellation)).Document;

    /// <summary>The same document with the activities it was composed from.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    public async Task<ReportContent> ReadAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        if (await FrozenAsync(report, cancellation) is { } frozen)
        {
            return new ReportContent(OfficialDocumentJson.Read(frozen.ModelJson), null);
        }

        var (_, source, document) = await composition.ReadAsync(report.Id, cancellation);
        return new ReportContent(document, source.Activities);
    }

    /// <summary>The PDF of a report: as issued, as signed or numbered so far, as frozen, or rendered from today's lines.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    /// <exception cref="UnprintableTextException">It is not frozen and a character cannot be printed.</exception>
    public async Task<byte[]> PdfAsync(AnnualReport report, CancellationToken cancellation = default) =>
        await FrozenAsync(report, cancellation) is { } frozen
            ? await files.ReadAsync(frozen.IssuedPdfSha256 ?? await db.CurrentFileAsync(report, cancellation) ?? frozen.PdfSha256, cancellation)
            : renderer.Render(await composition.BuildDocumentAsync(report.Id, cancellation)).Pdf;

    private async Task<ReportVersion?> FrozenAsync(AnnualReport report, CancellationToken cancellation) =>
        report.IsEditable
            ? null
            : await db.ReportVersions.AsNoTracking()
                .SingleAsync(version => version.ReportId == report.Id && version.Number == report.VersionNumber, cancellation);
}

/// <summary>A report in a list.</summary>
public sealed record ReportRow(
    long Id, int Year, int Revision, ReportStatus Status, int? Number, string? Symbol, DateOnly? IssuedOn, bool IsReentered, bool IsReturnedBySuperior,
    bool IsOnPaper = false);

/// <summary>A report as it reads.</summary>
/// <param name="Document">The document.</param>
/// <param name="Activities">The year's activities with their figures; null for a frozen document.</param>
public sealed record ReportContent(OfficialDocument Document, IReadOnlyList<PropagandaActivity>? Activities);

/// <summary>Who may sign a report and how it gets there.</summary>
/// <param name="Signers">The signers on the document's date, the usual one first.</param>
/// <param name="ChecksFirst">Content and form are checked before signing (Điều 12).</param>
public sealed record SigningChoices(IReadOnlyList<Signer> Signers, bool ChecksFirst)
{
    /// <summary>The signer that a report was submitted to, or the usual one.</summary>
    public Signer? Of(AnnualReport report) =>
        Signers.FirstOrDefault(signer => signer.Id == report.SignerId) ?? (Signers.Count > 0 ? Signers[0] : null);
}
