using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.References;

/// <summary>The documents that the user's agency works by and tells its people about.</summary>
public sealed class ReferenceService(CchcDbContext db, TimeProvider time)
{
    /// <summary>A page of the list.</summary>
    public async Task<ReferenceList> ListAsync(ReferenceFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var kinds = await db.ReferenceDocuments.AsNoTracking().Where(row => row.Year == year.Year)
            .Select(row => row.Kind).Distinct().ToListAsync(cancellation);
        var rows = Filtered(filter, year.Year);
        var page = filter.Order == ReferenceOrder.Subject
            ? await rows.PageAsync(row => row.SortKey, ListOrder.Ascending, at, Row, cancellation: cancellation)
            : await rows.PageAsync(row => row.IssuedOn ?? DateOnly.MinValue, ListOrder.Descending, at, Row, cancellation: cancellation);
        return new ReferenceList(year, kinds.OrderBy(SortKey.Of, StringComparer.Ordinal).ToList(), page);
    }

    /// <summary>All rows of a list, in its order.</summary>
    public async IAsyncEnumerable<ReferenceRow> StreamAsync(ReferenceFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var rows = Filtered(filter, year.Year);
        var found = filter.Order == ReferenceOrder.Subject
            ? rows.StreamAsync(row => row.SortKey, ListOrder.Ascending, Row, cancellation)
            : rows.StreamAsync(row => row.IssuedOn ?? DateOnly.MinValue, ListOrder.Descending, Row, cancellation);
        await foreach (var row in found)
        {
            yield return row;
        }
    }

    /// <summary>The deleted documents, last deleted first.</summary>
    public Task<ListPage<DeletedRow>> DeletedAsync(PageAt at, CancellationToken cancellation = default) =>
        db.ReferenceDocuments.AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Kind + " " + row.Number + " – " + row.Subject, row.Year, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>A document with its citation and where it is used, or null.</summary>
    public async Task<ReferenceDetail?> FindAsync(long id, CancellationToken cancellation = default) =>
        await db.ReferenceDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } document
            ? new ReferenceDetail(document, await CiteAsync(document, cancellation), await UsesAsync(id, cancellation))
            : null;

    /// <summary>How a document would be cited, before it is saved.</summary>
    /// <param name="id">The document, or null for a new one.</param>
    /// <param name="input">What was entered so far.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<ReferenceCitation> CiteAsync(long? id, ReferenceInput input, CancellationToken cancellation = default)
    {
        var document = new ReferenceDocument { Id = id ?? 0, AgencyId = OwnAgency, Year = input.Year, Kind = "", Number = "", Subject = "" };
        Fill(document, input);
        return CiteAsync(document, cancellation);
    }

    /// <summary>What the form offers: the year that a new document belongs to, the years, and the kinds in use after the usual ones.</summary>
    public async Task<ReferenceChoices> ChoicesAsync(int? year, CancellationToken cancellation = default)
    {
        var used = await db.ReferenceDocuments.AsNoTracking().Select(row => row.Kind).Distinct().ToListAsync(cancellation);
        var issuers = await db.ReferenceDocuments.AsNoTracking().Where(row => row.Issuer != "").Select(row => row.Issuer).Distinct().ToListAsync(cancellation);
        return new ReferenceChoices(
            await db.ChooseYearAsync(year, time.Today(), cancellation),
            DocumentKinds.Names.Union(used.OrderBy(SortKey.Of, StringComparer.Ordinal)).ToList(),
            issuers.OrderBy(SortKey.Of, StringComparer.Ordinal).ToList());
    }

    /// <summary>Enters a document once per form.</summary>
    public async Task<SaveResult<ReferenceDocument>> CreateAsync(Guid formKey, ReferenceInput input, CancellationToken cancellation = default)
    {
        if (await db.CheckPendingAsync(null, input.AttachmentIds, cancellation) is not null)
        {
            return new SaveResult<ReferenceDocument>(SaveOutcome.UnknownChoice);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var row = new ReferenceDocument { AgencyId = OwnAgency, Year = input.Year, Kind = "", Number = "", Subject = "" };
                Fill(row, input);
                db.ReferenceDocuments.Add(row);
                await db.AttachPendingAsync(EvidenceOwner.Document(row.Id), input.AttachmentIds, cancellation);
                return row;
            },
            cancellation);
        return new SaveResult<ReferenceDocument>(
            SaveOutcome.Done,
            await db.ReferenceDocuments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking().SingleAsync(row => row.Id == id, cancellation));
    }

    /// <summary>Changes a document.</summary>
    public async Task<SaveResult<ReferenceDocument>> UpdateAsync(long id, Guid version, ReferenceInput input, CancellationToken cancellation = default)
    {
        if (await db.ReferenceDocuments.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<ReferenceDocument>(SaveOutcome.NotFound);
        }

        if (await db.CheckPendingAsync(EvidenceOwner.Document(id), input.AttachmentIds, cancellation) is not null)
        {
            return new SaveResult<ReferenceDocument>(SaveOutcome.UnknownChoice);
        }

        Fill(row, input);
        await db.AttachPendingAsync(EvidenceOwner.Document(id), input.AttachmentIds, cancellation);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a document that nothing names; it can be restored.</summary>
    public async Task<SaveResult<ReferenceDocument>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        (await UsesAsync(id, cancellation)).Count > 0
            ? new SaveResult<ReferenceDocument>(SaveOutcome.InUse)
            : await db.DeleteAsync<ReferenceDocument>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted document back.</summary>
    public Task<SaveResult<ReferenceDocument>> RestoreAsync(long id, CancellationToken cancellation = default) =>
        db.RestoreAsync<ReferenceDocument>(id, cancellation);

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Documents belong to an agency.");

    private Expression<Func<ReferenceDocument, ReferenceRow>> Row => row => new ReferenceRow(
        row.Id, row.Kind, row.Number, row.IssuedOn, row.Issuer, row.IsOwn, row.Subject, row.Purpose,
        db.PlanItems.Count(item => item.References.Any(reference => reference.ReferenceDocumentId == row.Id))
            + db.Set<ActivityReference>().Count(reference => reference.AgencyId == row.AgencyId && reference.ReferenceDocumentId == row.Id
                && db.PropagandaActivities.Any(activity => activity.Id == reference.ActivityId))
            + db.AnnualReports.Count(report => report.Bases.Any(basis => basis.ReferenceDocumentId == row.Id))
            + db.DeclaredFigures.Count(figure => figure.ReferenceDocumentId == row.Id));

    private IQueryable<ReferenceDocument> Filtered(ReferenceFilter filter, int year)
    {
        var rows = db.ReferenceDocuments.AsNoTracking().Where(row => row.Year == year).Matching(filter.Search);
        if (filter.Purpose is { } purpose)
        {
            rows = rows.Where(row => row.Purpose == purpose);
        }

        return string.IsNullOrEmpty(filter.Kind) ? rows : rows.Where(row => row.Kind == filter.Kind);
    }

    private async Task<ReferenceCitation> CiteAsync(ReferenceDocument document, CancellationToken cancellation)
    {
        var day = document.IssuedOn ?? time.Today();
        var own = await db.AgencyProfiles.AsNoTracking().Where(row => row.AgencyId == document.AgencyId)
            .OrderBy(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day) ? 0 : 1).ThenByDescending(row => row.ValidFrom)
            .Select(row => row.ShortName).FirstOrDefaultAsync(cancellation);
        var isRepeated = document.Number.Length > 0 && await db.ReferenceDocuments.AnyAsync(
            row => row.Id != document.Id && row.Number == document.Number && row.IssuedOn == document.IssuedOn
                && row.IsOwn == document.IsOwn && row.Issuer == document.Issuer,
            cancellation);
        return new ReferenceCitation(
            Citation.Of(document.Kind, document.Number, document.IssuedOn, document.IsOwn ? own ?? "" : document.Issuer, document.Subject),
            DocumentKinds.ExpectedSymbol(document.Kind, document.Number),
            isRepeated);
    }

    private async Task<IReadOnlyList<ReferenceUse>> UsesAsync(long id, CancellationToken cancellation) =>
    [
        .. await db.PlanItems.AsNoTracking().Where(row => row.References.Any(reference => reference.ReferenceDocumentId == id)).OrderBy(row => row.Id)
            .Select(row => new ReferenceUse(ReferenceUser.PlanItem, row.Id, row.Plan!.Year, row.Title)).ToListAsync(cancellation),
        .. await db.Set<ActivityReference>().Where(reference => reference.ReferenceDocumentId == id)
            .Join(db.PropagandaActivities.AsNoTracking(), reference => reference.ActivityId, row => row.Id, (_, row) => row).OrderBy(row => row.Id)
            .Select(row => new ReferenceUse(ReferenceUser.Activity, row.Id, row.Year, row.Title)).ToListAsync(cancellation),
        .. await db.AnnualReports.AsNoTracking().Where(row => row.Bases.Any(basis => basis.ReferenceDocumentId == id)).OrderBy(row => row.Id)
            .Select(row => new ReferenceUse(ReferenceUser.Report, row.Id, row.Year, "")).ToListAsync(cancellation),
        .. await db.DeclaredFigures.AsNoTracking().Where(row => row.ReferenceDocumentId == id).OrderBy(row => row.Id)
            .Select(row => new ReferenceUse(ReferenceUser.Figure, row.Id, row.Year, row.Name)).ToListAsync(cancellation),
    ];

    private static void Fill(ReferenceDocument row, ReferenceInput input)
    {
        row.Year = input.Year;
        row.Kind = PlainText.Clean(input.Kind);
        row.Number = PlainText.Clean(input.Number);
        row.IssuedOn = input.IssuedOn;
        row.Issuer = input.IsOwn ? "" : PlainText.Clean(input.Issuer);
        row.IsOwn = input.IsOwn;
        row.Subject = WithoutAbout(PlainText.Clean(input.Subject));
        row.Purpose = input.Purpose;
    }

    private static string WithoutAbout(string subject) =>
        Array.Find(["về ", "v/v "], word => subject.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } about ? subject[about.Length..].TrimStart() : subject;
}

/// <summary>What the form of a document offers.</summary>
/// <param name="Year">The year of a new document, and those to choose from.</param>
/// <param name="Kinds">Suggested kinds; any other may be typed.</param>
/// <param name="Issuers">Issuers typed before.</param>
public sealed record ReferenceChoices(YearChoice Year, IReadOnlyList<string> Kinds, IReadOnlyList<string> Issuers);
