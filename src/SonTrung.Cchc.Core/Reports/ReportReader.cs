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

    /// <summary>What a report replaces and what replaces it, however far that one is.</summary>
    public async Task<Replacements> ReplacementsAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        var linked = await db.OwnReports().AsNoTracking().Where(other => other.Id == report.ReplacesId || other.ReplacesId == report.Id)
            .Select(other => new LinkedReport(other.Id, other.Number, other.Symbol, other.IssuedOn, other.Status) { IsNewer = other.ReplacesId == report.Id }).ToListAsync(cancellation);
        return new Replacements(linked.Find(other => !other.IsNewer), linked.Find(other => other.IsNewer));
    }

    /// <summary>Who may sign a report, and whether the agency checks before it signs.</summary>
    public async Task<SigningChoices> SigningAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        var signers = await sources.SignersAsync(report, cancellation);
        var chosen = report.IsEditable || report.SignerId is null
            ? null
            : signers.Find(row => row.Id == report.SignerId) ?? await db.Signers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == report.SignerId, cancellation);
        var accounts = signers.Append(chosen).Select(row => row?.UserId).OfType<long>().ToHashSet();
        return new SigningChoices(signers, await db.AgencySettings.AnyAsync(row => row.AgencyId == report.AgencyId && row.ChecksBeforeSigning, cancellation))
        {
            Chosen = chosen,
            Accounts = (await db.Users.Where(user => accounts.Contains(user.Id) && user.LeftUtc == null).Select(user => user.Id).ToListAsync(cancellation)).ToHashSet(),
        };
    }

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

/// <summary>What a report replaces and what replaces it (Điều 18.3).</summary>
/// <param name="Older">What it replaces; null when nothing, or when the reader does not have it.</param>
/// <param name="Newer">What replaces it; null when nothing, or when the reader does not have it.</param>
public sealed record Replacements(LinkedReport? Older, LinkedReport? Newer);

/// <summary>The other report of a replacement.</summary>
/// <param name="Id">Where its page is: the report, or for an office its delivery.</param>
/// <param name="Number">Its number; null until it has one.</param>
/// <param name="Symbol">What follows it.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Status">Its state.</param>
public sealed record LinkedReport(long Id, int? Number, string? Symbol, DateOnly? IssuedOn, ReportStatus Status)
{
    /// <summary>It replaces the report that is looked at.</summary>
    public bool IsNewer { get; init; }

    /// <summary>It was issued under its number.</summary>
    public bool IsIssued => Number is not null && Status is ReportStatus.Issued or ReportStatus.Received or ReportStatus.Replaced or ReportStatus.Recalled;
}

/// <summary>A report as it reads.</summary>
/// <param name="Document">The document.</param>
/// <param name="Activities">The year's activities with their figures; null for a frozen document.</param>
public sealed record ReportContent(OfficialDocument Document, IReadOnlyList<PropagandaActivity>? Activities);

/// <summary>Who may sign a report and how it gets there.</summary>
/// <param name="Signers">Who may sign it today, the usual one first.</param>
/// <param name="ChecksFirst">Content and form are checked before signing (Điều 12).</param>
public sealed record SigningChoices(IReadOnlyList<Signer> Signers, bool ChecksFirst)
{
    /// <summary>Who a submitted report prints, whether or not that person may still sign; null while it is written.</summary>
    public Signer? Chosen { get; init; }

    /// <summary>The accounts of signers whose people are at work.</summary>
    public IReadOnlySet<long> Accounts { get; init; } = new HashSet<long>();

    /// <summary>The signer that a report was submitted to, or the usual one.</summary>
    public Signer? Of(AnnualReport report) =>
        Chosen ?? Signers.FirstOrDefault(signer => signer.Id == report.SignerId) ?? (Signers.Count > 0 ? Signers[0] : null);

    /// <summary>Whether a signer can approve and sign in the portal: nobody does so in another's name.</summary>
    public bool CanApprove(Signer signer) => signer.UserId is { } account && Accounts.Contains(account);
}
