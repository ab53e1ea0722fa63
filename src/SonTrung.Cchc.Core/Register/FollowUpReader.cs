using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Register;

/// <summary>What was issued about a report afterwards, as its agency and the offices that received it see it.</summary>
public sealed class FollowUpReader(CchcDbContext db, FileStore files)
{
    /// <summary>For the agency: the documents, and which offices have taken note.</summary>
    public async Task<FollowUps> OfReportAsync(long reportId, CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        var rows = await Newest(reportId).Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var notes = rows.Count == 0
            ? []
            : await db.ReportDeliveries.AsNoTracking().Where(row => row.AgencyId == agency && row.ReportId == reportId).OrderBy(row => row.Id)
                .Select(row => new FollowUpNote(row.RecipientAgency!.Name, row.NotedUtc, row.NotedBy)).ToListAsync(cancellation);
        return new FollowUps(rows, notes);
    }

    /// <summary>For the office: the documents about a report that was delivered to it; none for another's delivery.</summary>
    public async Task<FollowUps> OfDeliveryAsync(long deliveryId, CancellationToken cancellation = default) =>
        await Received(deliveryId).Select(row => new { row.ReportId, Note = new FollowUpNote(row.RecipientAgency!.Name, row.NotedUtc, row.NotedBy) })
            .SingleOrDefaultAsync(cancellation) is { } found
            ? new FollowUps(await Newest(found.ReportId).ToListAsync(cancellation), [found.Note])
            : new FollowUps([], []);

    /// <summary>Opens the signed file of one, for the agency; null when there is none for this user.</summary>
    public Task<EvidenceContent?> OpenOfReportAsync(long reportId, long id, CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        return OpenAsync(Newest(reportId).Where(row => row.AgencyId == agency), id, cancellation);
    }

    /// <summary>Opens the signed file of one, for the office that received the report; null when there is none for this user.</summary>
    public async Task<EvidenceContent?> OpenOfDeliveryAsync(long deliveryId, long id, CancellationToken cancellation = default) =>
        await Received(deliveryId).Select(row => (long?)row.ReportId).SingleOrDefaultAsync(cancellation) is { } report
            ? await OpenAsync(Newest(report), id, cancellation)
            : null;

    private async Task<EvidenceContent?> OpenAsync(IQueryable<ReportFollowUp> rows, long id, CancellationToken cancellation) =>
        await rows.SingleOrDefaultAsync(row => row.Id == id && row.PdfSha256 != null, cancellation) is { } row
            ? new EvidenceContent(files.Open(row.PdfSha256!), row.FileName!, EvidenceKind.Pdf, row.PdfSha256!)
            : null;

    private IQueryable<ReportFollowUp> Newest(long reportId) =>
        db.ReportFollowUps.AsNoTracking().Where(row => row.ReportId == reportId).OrderByDescending(row => row.Id);

    private IQueryable<ReportDelivery> Received(long deliveryId)
    {
        var office = db.OwnAgency();
        return db.ReportDeliveries.AsNoTracking().Where(row => row.Id == deliveryId && row.RecipientAgencyId == office);
    }
}

/// <summary>What was issued about a report afterwards.</summary>
/// <param name="Rows">The documents, newest first.</param>
/// <param name="Notes">Who has taken note: all receivers for the agency, itself for an office.</param>
public sealed record FollowUps(IReadOnlyList<ReportFollowUp> Rows, IReadOnlyList<FollowUpNote> Notes)
{
    /// <summary>Whether a receiver has taken note of everything.</summary>
    public bool IsNoted(FollowUpNote note) => Rows.All(row => note.AtUtc >= row.AtUtc);
}

/// <summary>That an office took note.</summary>
/// <param name="Office">The office.</param>
/// <param name="AtUtc">When last (UTC); null when never.</param>
/// <param name="By">Who.</param>
public sealed record FollowUpNote(string Office, DateTime? AtUtc, string? By);
