using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>The figures that no activity gives (Số liệu khác), of the user's agency.</summary>
public sealed class DeclaredFigureService(CchcDbContext db, TimeProvider time)
{
    private const int OfferedReferences = 200;

    /// <summary>A page of a year's figures.</summary>
    public async Task<FigureList> ListAsync(FigureFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var chosen = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var rows = OfYear(chosen.Year, filter.Search);
        return new FigureList(
            chosen,
            filter.Order == FigureOrder.Name
                ? await rows.PageAsync(row => row.SortKey, ListOrder.Ascending, at, Row, cancellation: cancellation)
                : await rows.PageAsync(row => row.AsOf, ListOrder.Descending, at, Row, cancellation: cancellation));
    }

    /// <summary>All figures of a list, in its order.</summary>
    public async IAsyncEnumerable<FigureRow> StreamAsync(FigureFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var chosen = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var rows = OfYear(chosen.Year, filter.Search);
        await foreach (var row in filter.Order == FigureOrder.Name
            ? rows.StreamAsync(row => row.SortKey, ListOrder.Ascending, Row, cancellation)
            : rows.StreamAsync(row => row.AsOf, ListOrder.Descending, Row, cancellation))
        {
            yield return row;
        }
    }

    /// <summary>The deleted figures, last deleted first.</summary>
    public Task<ListPage<DeletedRow>> DeletedAsync(PageAt at, CancellationToken cancellation = default) =>
        Own.AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Name, row.Year, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>A figure, or null.</summary>
    public Task<DeclaredFigure?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.DeclaredFigures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>What the form offers: the years, and the documents of one.</summary>
    public async Task<FigureChoices> ChoicesAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = await db.ChooseYearAsync(year, time.Today(), cancellation);
        return new FigureChoices(
            chosen,
            await db.ReferenceDocuments.AsNoTracking().Where(row => row.Year == chosen.Year)
                .OrderByDescending(row => row.IssuedOn).ThenBy(row => row.Id).Take(OfferedReferences)
                .Select(row => new OfferedReference(row.Id, row.Kind, row.Number, row.IssuedOn, row.Subject)).ToListAsync(cancellation));
    }

    /// <summary>Enters a figure once per form.</summary>
    public async Task<SaveResult<DeclaredFigure>> CreateAsync(Guid formKey, FigureInput input, CancellationToken cancellation = default)
    {
        if (!await IsKnownAsync(input, cancellation))
        {
            return new SaveResult<DeclaredFigure>(SaveOutcome.UnknownChoice);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new DeclaredFigure { AgencyId = OwnAgency, Year = input.Year, Name = "", Unit = "", Source = "", Value = 0, AsOf = input.AsOf };
                Fill(row, input);
                db.DeclaredFigures.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation);
        return new SaveResult<DeclaredFigure>(SaveOutcome.Done, await FindAsync(id, cancellation));
    }

    /// <summary>Changes a figure; its year stays.</summary>
    public async Task<SaveResult<DeclaredFigure>> UpdateAsync(long id, Guid version, FigureInput input, CancellationToken cancellation = default)
    {
        if (await db.DeclaredFigures.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<DeclaredFigure>(SaveOutcome.NotFound);
        }

        if (!await IsKnownAsync(input, cancellation))
        {
            return new SaveResult<DeclaredFigure>(SaveOutcome.UnknownChoice);
        }

        Fill(row, input);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a figure; it can be restored.</summary>
    public Task<SaveResult<DeclaredFigure>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        db.DeleteAsync<DeclaredFigure>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted figure back.</summary>
    public Task<SaveResult<DeclaredFigure>> RestoreAsync(long id, CancellationToken cancellation = default) =>
        db.RestoreAsync<DeclaredFigure>(id, cancellation);

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Figures belong to an agency.");

    private IQueryable<DeclaredFigure> Own
    {
        get
        {
            var agencyId = OwnAgency;
            return db.DeclaredFigures.Where(row => row.AgencyId == agencyId);
        }
    }

    private IQueryable<DeclaredFigure> OfYear(int year, string? search) => Own.AsNoTracking().Where(row => row.Year == year).Matching(search);

    private async Task<bool> IsKnownAsync(FigureInput input, CancellationToken cancellation) =>
        input.ReferenceDocumentId is not { } document || await db.ReferenceDocuments.AnyAsync(row => row.Id == document, cancellation);

    private static Expression<Func<DeclaredFigure, FigureRow>> Row => row => new FigureRow(
        row.Id, row.Name, row.Value, row.Unit, row.Source, row.AsOf,
        row.ReferenceDocument == null
            ? null
            : new OfferedReference(
                row.ReferenceDocument.Id, row.ReferenceDocument.Kind, row.ReferenceDocument.Number, row.ReferenceDocument.IssuedOn, row.ReferenceDocument.Subject));

    private static void Fill(DeclaredFigure row, FigureInput input)
    {
        row.Name = PlainText.Clean(input.Name);
        row.Value = input.Value;
        row.Unit = PlainText.Clean(input.Unit);
        row.Source = PlainText.Clean(input.Source);
        row.AsOf = input.AsOf;
        row.ReferenceDocumentId = input.ReferenceDocumentId;
    }
}

/// <summary>The orders of the list of figures.</summary>
public enum FigureOrder
{
    /// <summary>Those of the latest day first.</summary>
    Latest,

    /// <summary>By name, in the order of the Vietnamese alphabet.</summary>
    Name,
}

/// <summary>What the list of figures shows.</summary>
/// <param name="Year">The reporting year; the one in progress when null.</param>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Order">The order.</param>
public sealed record FigureFilter(int? Year = null, string? Search = null, FigureOrder Order = FigureOrder.Latest);

/// <summary>What a person enters about a figure.</summary>
public sealed record FigureInput
{
    /// <summary>The reporting year; kept when a figure is changed.</summary>
    public required int Year { get; init; }

    /// <summary>What it counts.</summary>
    public required string Name { get; init; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The day it was true.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The document that states it.</summary>
    public long? ReferenceDocumentId { get; init; }
}

/// <summary>A page of figures.</summary>
/// <param name="Year">The year shown.</param>
/// <param name="Page">The rows.</param>
public sealed record FigureList(YearChoice Year, ListPage<FigureRow> Page);

/// <summary>A figure in the list.</summary>
public sealed record FigureRow(long Id, string Name, decimal Value, string Unit, string Source, DateOnly AsOf, OfferedReference? Document) : IListRow;

/// <summary>What the form of a figure offers.</summary>
/// <param name="Year">The year of a new figure, and those to choose from.</param>
/// <param name="References">The year's documents.</param>
public sealed record FigureChoices(YearChoice Year, IReadOnlyList<OfferedReference> References);
