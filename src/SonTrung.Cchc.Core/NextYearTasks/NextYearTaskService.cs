using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.NextYearTasks;

/// <summary>What the reports of the user's agency announce for the year after.</summary>
public sealed class NextYearTaskService(CchcDbContext db, ProposalService proposals, TimeProvider time)
{
    /// <summary>Directions before tasks, each by its place.</summary>
    private static readonly Expression<Func<NextYearTask, int>> Place =
        row => row.Kind == NextYearTaskKind.Direction ? row.Position : row.Position + 1_000_000;

    private static readonly Expression<Func<NextYearTask, NextYearTaskRow>> Row =
        row => new NextYearTaskRow(row.Id, row.Version, row.Kind, row.Text, row.Shortcoming!.Text, row.PlanItem!.Title);

    /// <summary>A page of the list, in the order of the report.</summary>
    public async Task<NextYearTaskList> ListAsync(NextYearTaskFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var rows = Filtered(filter, year.Year);
        return new NextYearTaskList(
            year,
            await (filter.Order switch
            {
                PlacedOrder.Newest => rows.PageAsync(row => row.Id, ListOrder.Descending, at, Row, cancellation: cancellation),
                PlacedOrder.Alphabet => rows.PageAsync(row => row.SortKey, ListOrder.Ascending, at, Row, cancellation: cancellation),
                _ => rows.PageAsync(Place, ListOrder.Ascending, at, Row, cancellation: cancellation),
            }),
            (await UnansweredOfAsync(year.Year, cancellation)).Count,
            (await LastYearOfAsync(year.Year, cancellation)).Count,
            await proposals.CountAsync(ProposalKind.Shortcoming, year.Year, cancellation),
            await PlanChoices.OfAsync(db, year.Year, cancellation));
    }

    /// <summary>All rows of a list, in its order.</summary>
    public async IAsyncEnumerable<NextYearTaskRow> StreamAsync(NextYearTaskFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var rows = Filtered(filter, year.Year);
        await foreach (var row in filter.Order switch
        {
            PlacedOrder.Newest => rows.StreamAsync(row => row.Id, ListOrder.Descending, Row, cancellation),
            PlacedOrder.Alphabet => rows.StreamAsync(row => row.SortKey, ListOrder.Ascending, Row, cancellation),
            _ => rows.StreamAsync(Place, ListOrder.Ascending, Row, cancellation),
        })
        {
            yield return row;
        }
    }

    /// <summary>The deleted tasks, last deleted first.</summary>
    public Task<ListPage<DeletedRow>> DeletedAsync(PageAt at, CancellationToken cancellation = default) =>
        db.NextYearTasks.AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Text, row.Year, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>One task, or null.</summary>
    public Task<NextYearTask?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.NextYearTasks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>What the form offers in a year.</summary>
    public async Task<NextYearTaskChoices> ChoicesAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        return new NextYearTaskChoices(
            chosen,
            await db.Shortcomings.AsNoTracking().Where(row => row.Year == chosen).OrderBy(row => row.Position).ThenBy(row => row.Id)
                .Select(row => new Choice(row.Id, row.Text)).ToListAsync(cancellation));
    }

    /// <summary>Enters a task once per form, after the others of its kind.</summary>
    public async Task<SaveResult<NextYearTask>> CreateAsync(Guid formKey, int year, NextYearTaskInput input, CancellationToken cancellation = default)
    {
        if (!await IsKnownAsync(year, input.ShortcomingId, cancellation))
        {
            return new SaveResult<NextYearTask>(SaveOutcome.UnknownChoice);
        }

        await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var row = New(year, await EndAsync(year, cancellation), input.Kind, "");
                Fill(row, input);
                db.NextYearTasks.Add(row);
                return (Entity)row;
            },
            cancellation);
        return new SaveResult<NextYearTask>(SaveOutcome.Done);
    }

    /// <summary>Changes a task.</summary>
    public async Task<SaveResult<NextYearTask>> UpdateAsync(long id, Guid version, NextYearTaskInput input, CancellationToken cancellation = default)
    {
        if (await db.NextYearTasks.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<NextYearTask>(SaveOutcome.NotFound);
        }

        if (!await IsKnownAsync(row.Year, input.ShortcomingId, cancellation))
        {
            return new SaveResult<NextYearTask>(SaveOutcome.UnknownChoice, row);
        }

        Fill(row, input);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Puts a task one place up or down among those of its kind.</summary>
    public async Task<SaveResult<NextYearTask>> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation = default)
    {
        if (await db.NextYearTasks.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<NextYearTask>(SaveOutcome.NotFound);
        }

        Places.Move(await db.NextYearTasks.Where(other => other.Year == row.Year && other.Kind == row.Kind).ToListAsync(cancellation), row, isUp);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a task; it can be restored.</summary>
    public Task<SaveResult<NextYearTask>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        db.DeleteAsync<NextYearTask>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted task back.</summary>
    public Task<SaveResult<NextYearTask>> RestoreAsync(long id, CancellationToken cancellation = default) => db.RestoreAsync<NextYearTask>(id, cancellation);

    /// <summary>The shortcomings of a year without a task. Each is proposed until a task names it or it is dismissed, and not again when that is deleted.</summary>
    public async Task<UnansweredShortcomings> UnansweredAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        var rows = await UnansweredOfAsync(chosen, cancellation);
        (await CatalogueNames.ReadAsync(db, cancellation)).PutInto(rows.Select(row => row.CatalogueCause));
        return new UnansweredShortcomings(chosen, rows, await proposals.DismissedAsync(ProposalKind.Shortcoming, chosen, cancellation));
    }

    /// <summary>Makes tasks of shortcomings, once per form; those that have one meanwhile are passed over.</summary>
    public Task AddAnswersAsync(Guid formKey, int year, IReadOnlyList<Pick> picks, CancellationToken cancellation = default) =>
        db.AddPicksAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            picks,
            async () => (await UnansweredOfAsync(year, cancellation)).ToDictionary(row => row.Id, row => row),
            () => EndAsync(year, cancellation),
            (shortcoming, position, text) =>
            {
                var row = New(year, position, NextYearTaskKind.Task, text);
                row.ShortcomingId = shortcoming.Id;
                return row;
            },
            shortcoming => db.Answer(ProposalKind.Shortcoming, shortcoming.Id, year, time.GetUtcNow().UtcDateTime),
            cancellation);

    /// <summary>The tasks of the year before a year. Each is offered until it is copied, and not again when the copy is deleted.</summary>
    public async Task<LastYearTasks> LastYearAsync(int? year, CancellationToken cancellation = default)
    {
        var chosen = (await db.ChooseYearAsync(year, time.Today(), cancellation)).Year;
        return new LastYearTasks(chosen, await LastYearOfAsync(chosen, cancellation));
    }

    /// <summary>Copies tasks of the year before, once per form; what was copied meanwhile is passed over.</summary>
    public Task CopyAsync(Guid formKey, int year, IReadOnlyList<Pick> picks, CancellationToken cancellation = default) =>
        db.AddPicksAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            picks,
            async () => (await LastYearOfAsync(year, cancellation)).ToDictionary(row => row.Id, row => row),
            () => EndAsync(year, cancellation),
            (old, position, text) => New(year, position, old.Kind, text, old.Id),
            null,
            cancellation);

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Tasks belong to an agency.");

    private IQueryable<NextYearTask> WithDeleted => db.NextYearTasks.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking();

    private IQueryable<NextYearTask> Filtered(NextYearTaskFilter filter, int year)
    {
        var rows = db.NextYearTasks.AsNoTracking().Where(row => row.Year == year).Matching(filter.Search);
        if (filter.PlanItemId is { } line)
        {
            rows = rows.Where(row => row.PlanItemId == line || row.Shortcoming!.PlanItemId == line);
        }

        if (filter.DepartmentId is { } department)
        {
            rows = rows.Where(row => row.PlanItem!.DepartmentId == department || row.Shortcoming!.PlanItem!.DepartmentId == department);
        }

        return filter.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
    }

    private async Task<List<Shortcoming>> UnansweredOfAsync(int year, CancellationToken cancellation)
    {
        var named = await WithDeleted.Where(row => row.Year == year && row.ShortcomingId != null).Select(row => row.ShortcomingId!.Value).ToListAsync(cancellation);
        var answered = db.Answered(ProposalKind.Shortcoming, year);
        return await db.Shortcomings.AsNoTracking().Include(row => row.CatalogueCause).Include(row => row.PlanItem)
            .Where(row => row.Year == year && !named.Contains(row.Id) && !answered.Contains(row.Id))
            .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    private async Task<List<NextYearTask>> LastYearOfAsync(int year, CancellationToken cancellation)
    {
        var copied = await WithDeleted.Where(row => row.Year == year && row.CopiedFromId != null).Select(row => row.CopiedFromId!.Value).ToListAsync(cancellation);
        return await db.NextYearTasks.AsNoTracking().Where(row => row.Year == year - 1 && !copied.Contains(row.Id))
            .OrderBy(Place).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    private NextYearTask New(int year, int position, NextYearTaskKind kind, string text, long? copiedFrom = null) =>
        new() { AgencyId = OwnAgency, Year = year, Position = position, Kind = kind, Text = text, CopiedFromId = copiedFrom };

    private Task<int> EndAsync(int year, CancellationToken cancellation) => WithDeleted.Where(row => row.Year == year).EndAsync(cancellation);

    private async Task<bool> IsKnownAsync(int year, long? shortcoming, CancellationToken cancellation) =>
        shortcoming is not { } id || await db.Shortcomings.AnyAsync(row => row.Id == id && row.Year == year, cancellation);

    private static void Fill(NextYearTask row, NextYearTaskInput input)
    {
        row.Kind = input.Kind;
        row.Text = PlainText.Clean(input.Text);
        row.ShortcomingId = input.ShortcomingId;
    }
}
