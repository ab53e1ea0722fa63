using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What was delivered to the user's office, and nothing else of the senders.</summary>
public sealed class DeliveryReader(CchcDbContext db, FileStore files)
{
    /// <summary>Rows on a page of the inbox.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the inbox, newest first, with what it can be filtered by.</summary>
    public async Task<DeliveryList> ListAsync(DeliveryFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var senders = await Senders()
            .Select(agency => new Choice(agency.Id, agency.Name)).ToListAsync(cancellation);
        return new DeliveryList(
            await PageAsync(filter, at, cancellation),
            senders.OrderBy(sender => Text.SortKey.Of(sender.Name), StringComparer.Ordinal).ToList(),
            await Received().Select(row => row.Report!.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation));
    }

    /// <summary>All rows of a list, newest first, read as they are wanted.</summary>
    public async IAsyncEnumerable<DeliveryRow> StreamAsync(DeliveryFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var at = PageAt.First;
        do
        {
            var page = await PageAsync(filter, at, cancellation);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            at = new PageAt(After: page.After);
        }
        while (at.After is not null);
    }

    /// <summary>One delivery as a row of the inbox, or null.</summary>
    public Task<DeliveryRow?> FindRowAsync(long id, CancellationToken cancellation = default) =>
        Rows(Received().Where(row => row.Id == id)).SingleOrDefaultAsync(cancellation);

    /// <summary>How many wait for an answer.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellation = default) =>
        InState(DeliveryStatus.Sent).CountAsync(cancellation);

    /// <summary>One delivery with its report and frozen submission, or null.</summary>
    public async Task<DeliveryDetails?> FindAsync(long id, CancellationToken cancellation = default)
    {
        var row = await Received().Include(delivery => delivery.Report).Include(delivery => delivery.DeliveredVersion)
            .SingleOrDefaultAsync(delivery => delivery.Id == id, cancellation);
        return row is null
            ? null
            : new DeliveryDetails(
                row,
                await db.Agencies.Where(agency => agency.Id == row.AgencyId).SingleAsync(cancellation),
                OfficialDocumentJson.Read(row.DeliveredVersion!.ModelJson));
    }

    /// <summary>What a delivered report replaces and what replaces it, as far as that was delivered to the office too.</summary>
    public async Task<Replacements> ReplacementsAsync(DeliveryDetails delivery, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var report = delivery.Row.Report!;
        var (id, replaces) = (report.Id, report.ReplacesId);
        var linked = await Received().Where(row => row.ReportId == replaces || row.Report!.ReplacesId == id).OrderByDescending(row => row.Id)
            .Select(row => new LinkedReport(row.Id, row.Report!.Number, row.Report.Symbol, row.Report.IssuedOn, row.Report.Status) { IsNewer = row.Report.ReplacesId == id })
            .ToListAsync(cancellation);
        return new Replacements(linked.Find(other => !other.IsNewer), linked.Find(other => other.IsNewer));
    }

    /// <summary>The bytes of an issued PDF, proved to be what was issued.</summary>
    /// <exception cref="InvalidDataException">The stored bytes were changed since.</exception>
    public Task<byte[]> PdfAsync(DeliveryRow delivery, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return files.ReadAsync(delivery.Sha256, cancellation);
    }

    /// <summary>The scan of the paper that was signed and stamped; null where none was delivered.</summary>
    public Stream? OpenScan(DeliveryDetails delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Row.DeliveredVersion!.ScanSha256 is { } scan ? files.Open(scan) : null;
    }

    /// <summary>The issued PDF.</summary>
    public Task<byte[]> PdfAsync(DeliveryDetails delivery, CancellationToken cancellation = default) =>
        files.ReadAsync(delivery.Row.DeliveredVersion!.IssuedPdfSha256!, cancellation);

    /// <summary>What stands behind the sentences of a delivered report, as far as its sender released it; null when nothing was.</summary>
    public static EvidenceSnapshot? Evidence(DeliveryDetails delivery) => delivery.Row.DeliveredVersion! switch
    {
        { EvidenceRelease: EvidenceRelease.Files, EvidenceJson: var json } => EvidenceSnapshot.Read(json),
        { EvidenceRelease: EvidenceRelease.List, EvidenceJson: var json } => EvidenceSnapshot.Read(json).WithoutFiles(),
        _ => null,
    };

    /// <summary>Opens a file behind a delivered report, or its small picture; null when it was not released with it.</summary>
    public EvidenceContent? OpenFile(DeliveryDetails delivery, long fileId, bool thumbnail)
    {
        var file = Evidence(delivery)?.Items.SelectMany(item => item.Files).FirstOrDefault(file => file.Id == fileId);
        return (file, thumbnail) switch
        {
            (null, _) or ({ ThumbnailSha256: null }, true) => null,
            ({ ThumbnailSha256: { } small }, true) => new EvidenceContent(files.Open(small), file.FileName, EvidenceKind.WebP, small),
            _ => new EvidenceContent(files.Open(file.Sha256), file.FileName, EvidenceKinds.Of(file.ContentType), file.Sha256),
        };
    }

    private async Task<ListPage<DeliveryRow>> PageAsync(DeliveryFilter filter, PageAt at, CancellationToken cancellation)
    {
        var page = await (await FilteredAsync(filter, cancellation))
            .PageAsync(row => row.Id, ListOrder.Descending, at, row => new DeliveryKey(row.Id), PageSize, cancellation);
        var keys = page.Rows.Select(key => key.Id).ToList();
        return new ListPage<DeliveryRow>(
            await Rows(Received().Where(row => keys.Contains(row.Id)).OrderByDescending(row => row.Id)).ToListAsync(cancellation), page.Before, page.After);
    }

    private async Task<IQueryable<ReportDelivery>> FilteredAsync(DeliveryFilter filter, CancellationToken cancellation)
    {
        var rows = filter.Status is { } status ? InState(status) : Received();
        if (filter.Year is { } year)
        {
            rows = rows.Where(row => row.Report!.Year == year);
        }

        if (filter.SenderId is { } sender)
        {
            rows = rows.Where(row => row.AgencyId == sender);
        }

        var words = SearchKey.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return rows;
        }

        // An office has tens of communes: their names are searched here, where "doi" finds "Đối" on every database.
        var senders = (await Senders()
            .Select(agency => new { agency.Id, agency.Name }).ToListAsync(cancellation)).ConvertAll(agency => (agency.Id, Key: SearchKey.Of(agency.Name)));
        return words.Aggregate(rows, (found, word) =>
        {
            var named = senders.Where(agency => agency.Key.Contains(word, StringComparison.Ordinal)).Select(agency => agency.Id).ToList();
            int? number = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
            return found.Where(row => named.Contains(row.AgencyId) || (number != null && row.Report!.Number == number) || EF.Functions.Like(row.Report!.Symbol!, $"%{word}%"));
        });
    }

    private IQueryable<DeliveryRow> Rows(IQueryable<ReportDelivery> deliveries) => deliveries
        .Select(row => new DeliveryRow(
            row.Id,
            db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Name).Single(),
            row.Report!.Year, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status, row.Report.Status)
        {
            Sha256 = row.DeliveredVersion!.IssuedPdfSha256!,
            AnsweredUtc = row.AnsweredUtc,
            IsOnPaper = row.Report.IsOnPaper,
            HasScan = row.DeliveredVersion.ScanSha256 != null,
            IsNumberTaken = Received().Any(other => other.AgencyId == row.AgencyId && other.ReportId != row.ReportId
                    && other.Report!.Number == row.Report.Number && other.Report.Symbol == row.Report.Symbol
                    && other.Report.IssuedOn!.Value.Year == row.Report.IssuedOn!.Value.Year)
                || db.OutsideReports.Any(other => other.CommuneId == row.AgencyId && other.IssuedOn.Year == row.Report.IssuedOn!.Value.Year
                    && (other.Number == row.Report.Number + "/" + row.Report.Symbol || other.Number == "0" + row.Report.Number + "/" + row.Report.Symbol)),
        });

    private IQueryable<Agency> Senders() => db.Agencies.AsNoTracking().Where(agency => Received().Select(row => row.AgencyId).Contains(agency.Id));

    /// <summary>What was sent and then recalled or replaced waits for nobody.</summary>
    private IQueryable<ReportDelivery> InState(DeliveryStatus status) => Received().Where(row => row.Status == status
        && (status != DeliveryStatus.Sent || row.Report!.Status == ReportStatus.Issued || row.Report.Status == ReportStatus.Received));

    private IQueryable<ReportDelivery> Received() =>
        db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == db.Scope.WriteAgencyId);
}

/// <summary>Which deliveries a list shows.</summary>
/// <param name="Search">Words of the sender's name, number or symbol, with or without marks.</param>
/// <param name="Year">A reporting year.</param>
/// <param name="SenderId">A sender.</param>
/// <param name="Status">A state.</param>
public sealed record DeliveryFilter(string? Search = null, int? Year = null, long? SenderId = null, DeliveryStatus? Status = null);

/// <summary>The inbox.</summary>
/// <param name="Page">The deliveries.</param>
/// <param name="Senders">Who ever sent something, in the Vietnamese alphabet.</param>
/// <param name="Years">The years of what was sent, newest first.</param>
public sealed record DeliveryList(ListPage<DeliveryRow> Page, IReadOnlyList<Choice> Senders, IReadOnlyList<int> Years);

/// <summary>The key of a delivery.</summary>
internal sealed record DeliveryKey(long Id) : IListRow;

/// <summary>A delivery in the inbox.</summary>
public sealed record DeliveryRow(
    long Id, string Sender, int Year, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime SentUtc, DeliveryStatus Status, ReportStatus ReportStatus) : IListRow
{
    /// <summary>The hash of the issued PDF.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was received or returned (UTC); null while it waits.</summary>
    public required DateTime? AnsweredUtc { get; init; }

    /// <summary>Signed and stamped on paper.</summary>
    public required bool IsOnPaper { get; init; }

    /// <summary>A scan of the signed paper came with it.</summary>
    public required bool HasScan { get; init; }

    /// <summary>Days in Việt Nam from sending to the answer, or to a day while it waits: 0 is the same day. Null for what no longer waits: recalled or replaced.</summary>
    /// <param name="today">The day in Việt Nam.</param>
    public int? DaysTaken(DateOnly today) => AnsweredUtc is { } answered
        ? VietnamTime.DayOf(answered).DayNumber - VietnamTime.DayOf(SentUtc).DayNumber
        : ReportStatus is ReportStatus.Issued or ReportStatus.Received ? today.DayNumber - VietnamTime.DayOf(SentUtc).DayNumber : null;

    /// <summary>The same sender gave the number to another report of the same calendar year.</summary>
    public required bool IsNumberTaken { get; init; }
}

/// <summary>A delivery as the receiving office sees it.</summary>
/// <param name="Row">The delivery with its report and submission.</param>
/// <param name="Sender">The agency that issued it.</param>
/// <param name="Document">The frozen document.</param>
public sealed record DeliveryDetails(ReportDelivery Row, Agency Sender, OfficialDocument Document);
