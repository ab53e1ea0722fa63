using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Shortcomings;

/// <summary>What fell short in the years of the user's agency.</summary>
public sealed class ShortcomingService(CchcDbContext db, PlanProgressReader progress, ProposalService proposals, TimeProvider time)
{
    /// <summary>A page of the list, in the order of the report.</summary>
    public async Task<ShortcomingList> ListAsync(ShortcomingFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var rows = Filtered(filter, year.Year);
        var page = await (filter.Order switch
        {
            PlacedOrder.Newest => rows.PageAsync(row => row.Id, ListOrder.Descending, at, Row, cancellation: cancellation),
            PlacedOrder.Alphabet => rows.PageAsync(row => row.SortKey, ListOrder.Ascending, at, Row, cancellation: cancellation),
            _ => rows.PageAsync(row => row.Position, ListOrder.Ascending, at, Row, cancellation: cancellation),
        });
        return new ShortcomingList(
            year,
            page with { Rows = page.Rows.Select(row => Named(row, names)).ToList() },
            (await UnmetOfAsync(year.Year, cancellation)).Count,
            (await LastYearOfAsync(year.Year, cancellation)).Count,
            await proposals.CountAsync(ProposalKind.UnmetLine, year.Year, cancellation),
            await names.ChoicesAsync(db.ShortcomingCauses, cancellation),
            await PlanChoices.OfAsync(db, year.Year, cancellation));
    }

    /// <summary>All rows of a list, in its order.</summary>
    public async IAsyncEnumerable<ShortcomingRow> StreamAsync(ShortcomingFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var rows = Filtered(filter, year.Year);
        await foreach (var row in filter.Order switch
        {
            PlacedOrder.Newest => rows.StreamAsync(row => row.Id, ListOrder.Descending, Row, cancellation),
            PlacedOrder.Alphabet => rows.StreamAsync(row => row.SortKey, ListOrder.Ascending, Row, cancellation),
            _ => rows.StreamAsync(row => row.Position, ListOrder.Ascending, Row, cancellation),
        })
        {
            yield return Named(row, names);
        }
    }

    /// <summary>The deleted shortcomings, last deleted first.</summary>
    public Task<ListPage<DeletedRow>> DeletedAsync(PageAt at, CancellationToken cancellation = default) =>
        db.Shortcomings.AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Text, row.Year, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>One shortcoming, or null.</summary>
    public Task<Shortcoming?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.Shortcomings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>What the form offers in a year.</summary>
    /// <param name="year">The year, or null for the running one.</param>
    /// <param name="causeId">The cause that was chosen before, which is offered even when it is no longer used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ShortcomingChoices> ChoicesAsync(int? year, long? causeId = null, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        return new ShortcomingChoices(
            chosen,
            await db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == chosen).InReportOrder()
                .Select(row => new Choice(row.Id, row.Title)).ToListAsync(cancellation),
            await CausesAsync(causeId, cancellation));
    }

    /// <summary>Enters a shortcoming once per form, after the others of its year.</summary>
    public async Task<SaveResult<Shortcoming>> CreateAsync(Guid formKey, int year, ShortcomingInput input, CancellationToken cancellation = default)
    {
        if (!await IsKnownAsync(year, input, null, cancellation))
        {
            return new SaveResult<Shortcoming>(SaveOutcome.UnknownChoice);
        }

        await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var row = New(year, await EndAsync(year, cancellation), "");
                Fill(row, input);
                db.Shortcomings.Add(row);
                return (Entity)row;
            },
            cancellation);
        return new SaveResult<Shortcoming>(SaveOutcome.Done);
    }

    /// <summary>Changes a shortcoming.</summary>
    public async Task<SaveResult<Shortcoming>> UpdateAsync(long id, Guid version, ShortcomingInput input, CancellationToken cancellation = default)
    {
        if (await db.Shortcomings.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<Shortcoming>(SaveOutcome.NotFound);
        }

        if (!await IsKnownAsync(row.Year, input, row.CauseId, cancellation))
        {
            return new SaveResult<Shortcoming>(SaveOutcome.UnknownChoice, row);
        }

        Fill(row, input);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Puts a shortcoming one place up or down.</summary>
    public async Task<SaveResult<Shortcoming>> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation = default)
    {
        if (await db.Shortcomings.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<Shortcoming>(SaveOutcome.NotFound);
        }

        Places.Move(await db.Shortcomings.Where(other => other.Year == row.Year).ToListAsync(cancellation), row, isUp);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a shortcoming; it can be restored.</summary>
    public Task<SaveResult<Shortcoming>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        db.DeleteAsync<Shortcoming>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted shortcoming back.</summary>
    public Task<SaveResult<Shortcoming>> RestoreAsync(long id, CancellationToken cancellation = default) => db.RestoreAsync<Shortcoming>(id, cancellation);

    /// <summary>The plan lines of a year that are not met. Each is proposed until a shortcoming names it or it is dismissed, and not again when that is deleted.</summary>
    public async Task<UnmetLines> UnmetAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        return new UnmetLines(
            chosen,
            await UnmetOfAsync(chosen, cancellation),
            await CausesAsync(null, cancellation),
            await proposals.DismissedAsync(ProposalKind.UnmetLine, chosen, cancellation));
    }

    /// <summary>Makes shortcomings of unmet plan lines, once per form; lines that have become one meanwhile are passed over.</summary>
    public async Task AddUnmetAsync(Guid formKey, int year, IReadOnlyList<Pick> picks, CancellationToken cancellation = default)
    {
        var known = (await CausesAsync(null, cancellation)).Select(cause => (long?)cause.Id).ToHashSet();
        var causes = picks.DistinctBy(pick => pick.SourceId).ToDictionary(pick => pick.SourceId, pick => known.Contains(pick.CauseId) ? pick.CauseId : null);
        await db.AddPicksAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            picks,
            async () => (await UnmetOfAsync(year, cancellation)).ToDictionary(line => line.Item.Id, line => line),
            () => EndAsync(year, cancellation),
            (line, position, text) =>
            {
                var row = New(year, position, text);
                row.PlanItemId = line.Item.Id;
                row.CauseId = causes[line.Item.Id];
                row.Cause = TextOrNull(line.Item.ReasonNotDone);
                return row;
            },
            line => db.Answer(ProposalKind.UnmetLine, line.Item.Id, year, time.GetUtcNow().UtcDateTime),
            cancellation);
    }

    /// <summary>The shortcomings of the year before a year. Each is offered until it is copied, and not again when the copy is deleted.</summary>
    public async Task<LastYearShortcomings> LastYearAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        return new LastYearShortcomings(chosen, await LastYearOfAsync(chosen, cancellation));
    }

    /// <summary>Copies shortcomings of the year before, once per form; what was copied meanwhile is passed over.</summary>
    public Task CopyAsync(Guid formKey, int year, IReadOnlyList<Pick> picks, CancellationToken cancellation = default) =>
        db.AddPicksAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            picks,
            async () => (await LastYearOfAsync(year, cancellation)).ToDictionary(row => row.Id, row => row),
            () => EndAsync(year, cancellation),
            (old, position, text) =>
            {
                var row = New(year, position, text, old.Id);
                row.CauseId = old.CauseId;
                row.Cause = old.Cause;
                row.Remedy = old.Remedy;
                return row;
            },
            null,
            cancellation);

    private Expression<Func<Shortcoming, ShortcomingRow>> Row => row => new ShortcomingRow(
        row.Id, row.Version, row.Text, row.CauseId, row.CatalogueCause!.Name, row.Cause, row.Remedy, row.PlanItem!.Title, db.NextYearTasks.Count(task => task.ShortcomingId == row.Id));

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Shortcomings belong to an agency.");

    private IQueryable<Shortcoming> WithDeleted => db.Shortcomings.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking();

    private IQueryable<Shortcoming> Filtered(ShortcomingFilter filter, int year)
    {
        var rows = db.Shortcomings.AsNoTracking().Where(row => row.Year == year).Matching(filter.Search);
        if (filter.CauseId is { } cause)
        {
            rows = rows.Where(row => row.CauseId == cause);
        }

        if (filter.PlanItemId is { } line)
        {
            rows = rows.Where(row => row.PlanItemId == line);
        }

        if (filter.DepartmentId is { } department)
        {
            rows = rows.Where(row => row.PlanItem!.DepartmentId == department);
        }

        return filter.WithoutTask ? rows.Where(row => !db.NextYearTasks.Any(task => task.ShortcomingId == row.Id)) : rows;
    }

    private async Task<List<PlanLine>> UnmetOfAsync(int year, CancellationToken cancellation)
    {
        var named = await WithDeleted.Where(row => row.Year == year && row.PlanItemId != null).Select(row => row.PlanItemId!.Value).ToListAsync(cancellation);
        var answered = await db.Answered(ProposalKind.UnmetLine, year).ToListAsync(cancellation);
        var lines = new List<PlanLine>();
        await foreach (var line in progress.LinesAsync(year, time.Today(), new PlanFilter(), cancellation))
        {
            if (line.Progress.State != PlanState.Met && !named.Contains(line.Item.Id) && !answered.Contains(line.Item.Id))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private async Task<List<Shortcoming>> LastYearOfAsync(int year, CancellationToken cancellation)
    {
        var copied = await WithDeleted.Where(row => row.Year == year && row.CopiedFromId != null).Select(row => row.CopiedFromId!.Value).ToListAsync(cancellation);
        return await db.Shortcomings.AsNoTracking().Where(row => row.Year == year - 1 && !copied.Contains(row.Id))
            .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    private Shortcoming New(int year, int position, string text, long? copiedFrom = null) =>
        new() { AgencyId = OwnAgency, Year = year, Position = position, Text = text, CopiedFromId = copiedFrom };

    private Task<int> EndAsync(int year, CancellationToken cancellation) => WithDeleted.Where(row => row.Year == year).EndAsync(cancellation);

    private async Task<List<Choice>> CausesAsync(long? chosen, CancellationToken cancellation) =>
        await (await CatalogueNames.ReadAsync(db, cancellation))
            .ChoicesAsync(db.ShortcomingCauses.ValidOnOrChosen(time.Today(), chosen is { } id ? [id] : []), cancellation);

    private static ShortcomingRow Named(ShortcomingRow row, CatalogueNames names) =>
        row.CauseId is { } cause ? row with { CauseName = names.NameOf(CatalogueKind.Cause, cause, row.CauseName!) } : row;

    private async Task<bool> IsKnownAsync(int year, ShortcomingInput input, long? causeBefore, CancellationToken cancellation) =>
        (input.PlanItemId is not { } item || await db.PlanItems.AnyAsync(row => row.Id == item && row.Plan!.Year == year, cancellation))
        && (input.CauseId is not { } cause || (await CausesAsync(causeBefore, cancellation)).Exists(entry => entry.Id == cause));

    private static void Fill(Shortcoming row, ShortcomingInput input)
    {
        row.Text = PlainText.Clean(input.Text);
        row.CauseId = input.CauseId;
        row.Cause = TextOrNull(input.Cause);
        row.Remedy = TextOrNull(input.Remedy);
        row.PlanItemId = input.PlanItemId;
    }

    private static string? TextOrNull(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
