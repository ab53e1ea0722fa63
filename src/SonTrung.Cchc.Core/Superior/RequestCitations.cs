using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>
/// Puts the letter that asks for a report into its opening sentence ("Thực hiện Công văn số … ngày … của …") and takes it out again: offered, never
/// forced. The letter becomes a document of the commune's own register, cited like any other.
/// </summary>
public sealed class RequestCitations(CchcDbContext db)
{
    /// <summary>The kind of the letter in the register.</summary>
    public const string Kind = "Công văn";

    /// <summary>The requests that an own report may cite; empty for one that cannot be edited.</summary>
    public async Task<IReadOnlyList<CitableRequest>> OfAsync(long reportId, CancellationToken cancellation = default)
    {
        if (await ReportAsync(reportId, cancellation) is not { } report)
        {
            return [];
        }

        var documents = await CitedAsync(reportId, cancellation);
        var requests = await RequestsAsync(report, cancellation);
        return !report.IsEditable || report.IsReentered ? [] : requests.ConvertAll(request => new CitableRequest(request.Request, request.OfficeName, documents.Exists(document => Is(document, request))));
    }

    /// <summary>Cites a request first of all; what the sentence cited before follows it.</summary>
    public Task<CitationOutcome> CiteAsync(long reportId, long requestId, CancellationToken cancellation = default) => ChangeAsync(
        reportId,
        requestId,
        async (report, request, cited) =>
        {
            if (cited.Count > 0)
            {
                return;
            }

            var bases = await Bases(reportId).OrderBy(row => row.Position).ToListAsync(cancellation);
            if (bases.Count == 0 && await db.Plans.Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year).Select(row => (long?)row.Id).SingleOrDefaultAsync(cancellation) is { } plan)
            {
                // The year's plan was cited unasked; named beside the letter it stays.
                db.Add(new ReportBasis { AgencyId = report.AgencyId, ReportId = reportId, Position = 0, PlanId = plan });
            }

            var first = bases.Count == 0 ? 0 : bases[0].Position;
            db.Add(new ReportBasis { AgencyId = report.AgencyId, ReportId = reportId, Position = first - 1, ReferenceDocumentId = (await DocumentAsync(report, request, cancellation)).Id });
        },
        cancellation);

    /// <summary>Takes the request out of the sentence; its letter stays in the register.</summary>
    public Task<CitationOutcome> DropAsync(long reportId, long requestId, CancellationToken cancellation = default) => ChangeAsync(
        reportId,
        requestId,
        (_, _, cited) =>
        {
            db.RemoveRange(cited);
            return Task.CompletedTask;
        },
        cancellation);

    private Task<CitationOutcome> ChangeAsync(
        long reportId, long requestId, Func<AnnualReport, AskedBy, List<ReportBasis>, Task> change, CancellationToken cancellation) => db.InTransactionAsync(
            async () =>
            {
                if (await ReportAsync(reportId, cancellation) is not { } report
                    || (await RequestsAsync(report, cancellation)).Find(row => row.Request.Id == requestId) is not { } request)
                {
                    return CitationOutcome.NotFound;
                }

                if (!report.IsEditable || report.IsReentered)
                {
                    return CitationOutcome.NotEditable;
                }

                var bases = await Bases(reportId).Include(row => row.ReferenceDocument).ToListAsync(cancellation);
                await change(report, request, bases.FindAll(row => row.ReferenceDocument is { } document && Is(document, request)));
                await db.SaveChangesAsync(cancellation);
                return CitationOutcome.Done;
            },
            cancellation);

    private Task<AnnualReport?> ReportAsync(long reportId, CancellationToken cancellation) =>
        db.OwnReports().AsNoTracking().SingleOrDefaultAsync(report => report.Id == reportId, cancellation);

    private async Task<List<AskedBy>> RequestsAsync(AnnualReport report, CancellationToken cancellation)
    {
        var own = db.OwnAgency();
        var requests = await db.ReportRequestCommunes.AsNoTracking().Where(row => row.CommuneId == own).Select(row => row.Request!)
            .Where(row => row.Year == report.Year && row.PeriodKind == report.PeriodKind && row.PeriodOrdinal == report.PeriodOrdinal)
            .OrderBy(row => row.IssuedOn).ThenBy(row => row.Id).ToListAsync(cancellation);
        var offices = requests.Select(row => row.AgencyId).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(agency => offices.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        var printed = await db.AgencyProfiles.AsNoTracking().Where(profile => profile.AgencyId == own).SelectMany(
            profile => profile.Recipients.Where(row => row.Kind == RecipientKind.Addressee && row.RecipientAgencyId != null && offices.Contains(row.RecipientAgencyId.Value)),
            (profile, row) => new { profile.ValidFrom, row.RecipientAgencyId, row.PrintedText }).ToListAsync(cancellation);
        return requests.ConvertAll(request => new AskedBy(
            request,
            // As the commune's letterhead writes the office.
            printed.Where(row => row.RecipientAgencyId == request.AgencyId && row.ValidFrom <= request.IssuedOn).MaxBy(row => row.ValidFrom)?.PrintedText ?? names[request.AgencyId]));
    }

    private IQueryable<ReportBasis> Bases(long reportId) => db.Set<ReportBasis>().Where(row => row.ReportId == reportId);

    private Task<List<ReferenceDocument>> CitedAsync(long reportId, CancellationToken cancellation) =>
        Bases(reportId).AsNoTracking().Where(row => row.ReferenceDocument != null).Select(row => row.ReferenceDocument!).ToListAsync(cancellation);

    /// <summary>The letter in the commune's register; entered when it is not there.</summary>
    private async Task<ReferenceDocument> DocumentAsync(AnnualReport report, AskedBy asked, CancellationToken cancellation)
    {
        var known = await db.ReferenceDocuments.Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year && row.Number == asked.Request.Number).ToListAsync(cancellation);
        if (known.Find(row => Is(row, asked)) is { } document)
        {
            return document;
        }

        document = new ReferenceDocument
        {
            AgencyId = report.AgencyId,
            Year = report.Year,
            Kind = Kind,
            Number = asked.Request.Number,
            IssuedOn = asked.Request.IssuedOn,
            Issuer = asked.OfficeName,
            Subject = asked.Request.Subject,
        };
        db.Add(document);
        return document;
    }

    private static bool Is(ReferenceDocument document, AskedBy asked) =>
        !document.IsOwn && document.Number == asked.Request.Number && document.IssuedOn == asked.Request.IssuedOn;

    private sealed record AskedBy(ReportRequest Request, string OfficeName);
}

/// <summary>A request that a report may cite.</summary>
/// <param name="Request">The request.</param>
/// <param name="OfficeName">Who asks.</param>
/// <param name="IsCited">Whether the opening sentence cites it.</param>
public sealed record CitableRequest(ReportRequest Request, string OfficeName, bool IsCited);

/// <summary>How citing ended.</summary>
public enum CitationOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such report, or no such request for its period.</summary>
    NotFound,

    /// <summary>The report cannot be edited now.</summary>
    NotEditable,
}
