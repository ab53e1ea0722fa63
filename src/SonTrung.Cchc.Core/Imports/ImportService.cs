using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Brings activities and plan lines in from a table: read, looked through, entered in one transaction, taken back as a whole.</summary>
public sealed class ImportService(CchcDbContext db, FileStore files, ActivityService activities, PlanItemService planItems, TimeProvider time)
{
    /// <summary>Rows of a preview on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Names that no list has, asked for at once.</summary>
    public const int NamesAtOnce = 40;

    /// <summary>Rows written at once: the tracker grows slow with what it holds.</summary>
    private const int ChunkSize = 500;

    private const int ShownKept = 50;

    /// <summary>The columns that a table may have, with what can be chosen in them; for the template.</summary>
    /// <param name="kind">What is brought in.</param>
    /// <param name="year">The plan's year; for activities the year whose plan lines are offered, that of today when null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImportTemplate> TemplateAsync(ImportKind kind, int? year, CancellationToken cancellation = default)
    {
        var lists = await CatalogueAsync(cancellation);
        var shown = year ?? await db.ReportingYearAsync(time.Today(), cancellation);
        return ImportTemplate.Of(kind, shown, Columns(kind, lists), lists, time.Today());
    }

    /// <summary>Keeps a table until it is looked through, once per form.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="kind">What is brought in.</param>
    /// <param name="year">The plan's year, for lines of a plan.</param>
    /// <param name="fileName">The file's name; null for what was pasted.</param>
    /// <param name="tables">The tables of the file; the first with headings is taken, its letters mended where a font of old or a torn word damaged them.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImportResult> ReceiveAsync(
        Guid formKey, ImportKind kind, int? year, string? fileName, IReadOnlyList<ReadTable> tables, CancellationToken cancellation = default)
    {
        if (kind == ImportKind.PlanItems && !await db.Plans.AnyAsync(plan => plan.Year == year, cancellation))
        {
            return new ImportResult(0, ImportRefusal.NoPlan);
        }

        if (tables.All(table => table.Rows.Count == 0))
        {
            return new ImportResult(0, ImportRefusal.Nothing);
        }

        var known = Columns(kind, await CatalogueAsync(cancellation));
        var found = tables.Select(TableHealing.Heal).Select(table => (Table: table, Map: ColumnMap.Find(table, known))).Where(pair => pair.Map is not null)
            .OrderBy(pair => pair.Map!.Missing.Count).FirstOrDefault();
        if (found.Map is not { } map)
        {
            return new ImportResult(0, ImportRefusal.NoHeadings);
        }

        if (map.Missing.Count > 0)
        {
            return new ImportResult(0, ImportRefusal.MissingColumns, map.Missing.Select(column => column.Heading).ToList());
        }

        var rows = found.Table.Rows.Count(row => row.Number > map.HeadingRow);
        if (rows is 0 or > ImportBatch.MostRows)
        {
            return new ImportResult(0, rows == 0 ? ImportRefusal.Nothing : ImportRefusal.TooManyRows);
        }

        var userId = UserId;
        var since = time.GetUtcNow().UtcDateTime - ImportBatch.WaitingTime;
        if (await db.MadeByFormAsync(formKey, cancellation) is null
            && await db.ImportBatches.CountAsync(batch => batch.Status == ImportStatus.Waiting && batch.ReceivedById == userId && batch.ReceivedUtc >= since, cancellation) >= ImportBatch.MostWaiting)
        {
            return new ImportResult(0, ImportRefusal.TooManyWaiting);
        }

        var hash = await files.SaveAsync(JsonSerializer.SerializeToUtf8Bytes(PackedTable.Of(found.Table)), cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var id = await db.CreateOnceAsync(
            formKey,
            now,
            () =>
            {
                var batch = new ImportBatch
                {
                    AgencyId = OwnAgency,
                    Kind = kind,
                    Year = kind == ImportKind.PlanItems ? year : null,
                    FileName = fileName is null ? null : Cut(PlainText.Clean(fileName)),
                    ReceivedUtc = now,
                    ReceivedById = userId,
                    RowsSha256 = hash,
                };
                db.ImportBatches.Add(batch);
                return Task.FromResult<Entity>(batch);
            },
            cancellation);
        return new ImportResult(id);
    }

    /// <summary>An import of the user's agency, or null; one that waits is its bringer's alone.</summary>
    public Task<ImportBatch?> FindAsync(long id, CancellationToken cancellation = default) =>
        Visible.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancellation);

    /// <summary>The imports of the user's agency, newest first, with the user's own that wait.</summary>
    public Task<ListPage<ImportListRow>> ListAsync(PageAt at, CancellationToken cancellation = default) =>
        Listed.PageAsync(batch => batch.ReceivedUtc, ListOrder.Descending, at, RowOf, cancellation: cancellation);

    /// <summary>All of them, read as they are wanted.</summary>
    public IAsyncEnumerable<ImportListRow> StreamAsync(CancellationToken cancellation = default) =>
        Listed.StreamAsync(batch => batch.ReceivedUtc, ListOrder.Descending, RowOf, cancellation);

    /// <summary>What a waiting import would enter; null when there is none, or its table is forgotten.</summary>
    public async Task<ImportPreview?> PreviewAsync(long id, ImportFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { Status: ImportStatus.Waiting, RowsSha256: not null } batch)
        {
            return null;
        }

        var reading = await ReadAsync(batch, cancellation);
        var shown = reading.Rows.Where(row => filter switch
        {
            ImportFilter.Wrong => !row.IsSound,
            ImportFilter.Alike => row.Alike is not null,
            ImportFilter.Mended => row.IsMended,
            _ => true,
        }).ToList();
        return new ImportPreview
        {
            Batch = batch,
            Columns = reading.Map,
            Total = reading.Rows.Count,
            Ready = reading.Rows.Count(IsEntered),
            Wrong = reading.Rows.Count(row => !row.IsSound),
            Alike = reading.Rows.Count(row => row.Alike is not null),
            AlikeTaken = reading.Rows.Count(row => row.Alike is not null && IsEntered(row)),
            Mended = reading.Rows.Count(row => row.IsMended),
            PlanLines = reading.Rows.Count(row => row.ProposedLine is not null),
            TakesPlanLines = !ImportChoices.Of(batch.Choices).DeclinesPlanLines,
            NoPlanLine = reading.Rows.Count(row => row.PlanLine == ImportPlanLine.NoneFits),
            PassedOver = reading.PassedOver,
            Names = reading.Unknown.Take(NamesAtOnce).Select(Question).ToList(),
            NamesInAll = reading.Unknown.Count,
            Page = PageOf(shown, at),
            Fingerprint = Fingerprint(reading.Rows),
        };
    }

    /// <summary>Answers for names that no list has.</summary>
    public Task<ImportResult> ChooseNamesAsync(long id, IReadOnlyList<NameChoice> names, CancellationToken cancellation = default) =>
        ChooseAsync(id, choices => choices.With(names.Take(NamesAtOnce).Where(name => name.Name.Length <= PlanItem.TitleLength)), cancellation);

    /// <summary>Enters likely repetitions, or passes over them.</summary>
    public Task<ImportResult> ChooseAlikeAsync(long id, bool takes, CancellationToken cancellation = default) =>
        ChooseAsync(id, choices => choices with { TakesAlike = takes, Exceptions = [] }, cancellation);

    /// <summary>Takes the plan lines that are proposed by the channels, or leaves them out.</summary>
    public Task<ImportResult> ChoosePlanLinesAsync(long id, bool takes, CancellationToken cancellation = default) =>
        ChooseAsync(id, choices => choices with { DeclinesPlanLines = !takes }, cancellation);

    /// <summary>Turns the choice for one likely repetition.</summary>
    public Task<ImportResult> TurnAsync(long id, int row, CancellationToken cancellation = default) =>
        ChooseAsync(id, choices => choices.Turn(row), cancellation);

    /// <summary>Gives a waiting import up.</summary>
    public async Task<ImportResult> GiveUpAsync(long id, CancellationToken cancellation = default)
    {
        if (await Visible.SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is not { } batch)
        {
            return new ImportResult(0, ImportRefusal.NotFound);
        }

        if (batch.Status != ImportStatus.Waiting)
        {
            return new ImportResult(id, ImportRefusal.WrongState);
        }

        batch.Status = ImportStatus.GivenUp;
        await db.SaveChangesAsync(cancellation);
        return new ImportResult(id);
    }

    /// <summary>Enters the sound rows of an import, all or none; a second sending finds it done.</summary>
    /// <param name="id">The import.</param>
    /// <param name="fingerprint">What the preview showed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImportResult> ImportAsync(long id, string fingerprint, CancellationToken cancellation = default)
    {
        try
        {
            return await db.InTransactionAsync(() => EnterAsync(id, fingerprint, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Sent twice at the same moment: the other one won.
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) is { Status: ImportStatus.Imported or ImportStatus.Undone } done
                ? new ImportResult(id, Count: done.Imported)
                : new ImportResult(id, ImportRefusal.Changed);
        }
    }

    /// <summary>An import that is done, or null.</summary>
    public async Task<ImportSummary?> SummaryAsync(long id, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { Status: ImportStatus.Imported or ImportStatus.Undone } batch)
        {
            return null;
        }

        var people = await db.Users.AsNoTracking().Where(user => user.Id == batch.ReceivedById || user.Id == batch.UndoneById)
            .ToDictionaryAsync(user => user.Id, user => user.FullName, cancellation);
        var left = batch.Kind == ImportKind.Activities ? await ActivitiesOf(batch).CountAsync(cancellation) : await PlanItemsOf(batch).CountAsync(cancellation);
        var kept = KeptOf(batch);
        return new ImportSummary(
            batch,
            people.GetValueOrDefault(batch.ReceivedById, ""),
            batch.UndoneById is { } undoer ? people.GetValueOrDefault(undoer, "") : null,
            left,
            batch.Year is { } planYear ? [planYear] : await ActivitiesOf(batch).Select(row => row.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation),
            await kept.Take(ShownKept).ToListAsync(cancellation),
            await kept.CountAsync(cancellation),
            batch.RowsSha256 is not null && batch.ReceivedById == db.Scope.UserId);
    }

    /// <summary>Takes an import out again: every row of it that nobody changed or used since. A second sending finds it done.</summary>
    public async Task<ImportResult> UndoAsync(long id, CancellationToken cancellation = default)
    {
        try
        {
            return await db.InTransactionAsync(() => TakeOutAsync(id, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) is { Status: ImportStatus.Undone } done
                ? new ImportResult(id, Count: done.Undone)
                : new ImportResult(id, ImportRefusal.Changed);
        }
    }

    /// <summary>The rows of an import that were not or would not be entered, as they came; null when the table is forgotten.</summary>
    public async Task<RefusedRows?> RefusedAsync(long id, CancellationToken cancellation = default)
    {
        var userId = UserId;
        if (await FindAsync(id, cancellation) is not { RowsSha256: not null } batch || batch.ReceivedById != userId)
        {
            return null;
        }

        var reading = await ReadAsync(batch, cancellation);
        var wrong = reading.Rows.Where(row => !row.IsSound).ToDictionary(row => row.Number);
        var table = reading.Table;
        return new RefusedRows(
            reading.Map,
            table.Rows.First(row => row.Number == reading.Map.HeadingRow),
            table.Rows.Where(row => wrong.ContainsKey(row.Number)).Select(row => (row, wrong[row.Number])).ToList());
    }

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Imports belong to an agency.");

    private long UserId => db.Scope.UserId ?? throw new AgencyIsolationException("Imports are made by signed-in users.");

    private IQueryable<ImportBatch> Listed
    {
        get
        {
            var agencyId = OwnAgency;
            return Visible.AsNoTracking().Where(batch => batch.AgencyId == agencyId && (batch.Status != ImportStatus.Waiting || batch.RowsSha256 != null));
        }
    }

    private Expression<Func<ImportBatch, ImportListRow>> RowOf => batch => new ImportListRow(
        batch.Id, batch.Kind, batch.Year, batch.FileName, batch.Status, batch.ReceivedUtc,
        db.Users.Where(user => user.Id == batch.ReceivedById).Select(user => user.FullName).FirstOrDefault() ?? "", batch.Imported, batch.Undone);

    private IQueryable<ImportBatch> Visible
    {
        get
        {
            var userId = db.Scope.UserId;
            return db.ImportBatches.Where(batch =>
                batch.Status == ImportStatus.Imported || batch.Status == ImportStatus.Undone || (batch.Status == ImportStatus.Waiting && batch.ReceivedById == userId));
        }
    }

    private Task<ImportCatalogue> CatalogueAsync(CancellationToken cancellation) => ImportCatalogue.ReadAsync(db, OwnAgency, time.Today(), cancellation);

    private static IReadOnlyList<ImportColumn> Columns(ImportKind kind, ImportCatalogue lists) =>
        kind == ImportKind.Activities ? ImportColumns.OfActivities(lists.Indicators) : ImportColumns.OfPlanItems();

    private async Task<Reading> ReadAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var table = JsonSerializer.Deserialize<PackedTable>(await files.ReadAsync(batch.RowsSha256!, cancellation))!.Unpack();
        var lists = await CatalogueAsync(cancellation);
        var map = ColumnMap.Find(table, Columns(batch.Kind, lists)) ?? throw new InvalidDataException($"The table of import {batch.Id} has no headings.");
        var choices = ImportChoices.Of(batch.Choices);
        if (batch.Kind == ImportKind.PlanItems)
        {
            var lines = PlanItemRows.Read(table, map, batch.Year!.Value, lists, choices);
            return new Reading(table, map, await WithAlikeAsync(lines.Rows, batch.Year.Value, choices, cancellation), lines.Unknown, lines.PassedOver, lists);
        }

        var rows = ActivityRows.Read(table, map, lists, choices);
        return new Reading(table, map, await WithAlikeAsync(rows.Rows, lists, choices, cancellation), rows.Unknown, rows.PassedOver, lists);
    }

    private async Task<List<ImportRow>> WithAlikeAsync(
        IReadOnlyList<ImportRow<ActivityInput>> rows, ImportCatalogue lists, ImportChoices choices, CancellationToken cancellation)
    {
        var alike = new AlikeRows();
        var days = rows.Where(row => row.Input is not null).Select(row => row.Input!.StartsOn).Distinct().ToList();
        if (days.Count > 0)
        {
            var (from, to) = (days.Min().AddDays(-1), days.Max().AddDays(1));
            foreach (var year in lists.Periods.Where(period => period.From <= to && period.To >= from).Select(period => period.Year).Distinct())
            {
                await foreach (var row in activities.OfYear(year).AsNoTracking().Where(row => row.StartsOn >= from && row.StartsOn <= to)
                    .OrderBy(row => row.StartsOn).ThenBy(row => row.Id)
                    .Select(row => new AlikeActivity(row.Id, row.StartsOn, row.Title, row.Place, row.ChannelId, "", row.PlanItemId))
                    .AsAsyncEnumerable().WithCancellation(cancellation))
                {
                    alike.Add(row);
                }
            }
        }

        return rows.Select(row => (ImportRow)(row.Input is { } input && alike.Check(row.Number, Compared(row, input)) is { } found
            ? row with { Alike = found, IsTaken = choices.Takes(row.Number) }
            : row)).ToList();
    }

    /// <summary>A plan line that was proposed by the channel tells no more than the channel: it makes no two rows alike.</summary>
    private static ActivityInput Compared(ImportRow row, ActivityInput input) =>
        row.PlanLine == ImportPlanLine.Proposed ? input with { PlanItemId = null } : input;

    private async Task<List<ImportRow>> WithAlikeAsync(
        IReadOnlyList<ImportRow<PlanItemInput>> rows, int year, ImportChoices choices, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, ImportAlike>(StringComparer.Ordinal);
        foreach (var item in await planItems.ListAsync(year, cancellation))
        {
            seen.TryAdd(SearchKey.Of(item.Title), new ImportAlike(0, item.Id, item.Title, null));
        }

        var checkedRows = new List<ImportRow>();
        foreach (var row in rows)
        {
            var key = SearchKey.Of(row.Input?.Title);
            checkedRows.Add(row.Input is not null && seen.TryGetValue(key, out var found)
                ? row with { Alike = found, IsTaken = choices.Takes(row.Number) }
                : row);
            if (row.Input is { } input)
            {
                seen.TryAdd(key, new ImportAlike(row.Number, 0, input.Title, null));
            }
        }

        return checkedRows;
    }

    private static bool IsEntered(ImportRow row) => row.IsSound && (row.Alike is null || row.IsTaken);

    private static object InputOf(ImportRow row) => row switch
    {
        ImportRow<ActivityInput> activity => activity.Input!,
        ImportRow<PlanItemInput> item => item.Input!,
        _ => throw new InvalidOperationException("A row of no kind."),
    };

    /// <summary>Says in short what would be entered.</summary>
    private static string Fingerprint(IReadOnlyList<ImportRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.Where(IsEntered))
        {
            hash.AppendData(BitConverter.GetBytes(row.Number));
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(InputOf(row)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ListPage<ImportRow> PageOf(List<ImportRow> rows, PageAt at)
    {
        var from = at.Before is { } before ? Math.Max(0, rows.FindIndex(row => row.Number >= before) - PageSize)
            : at.After is { } after ? Math.Max(0, rows.FindIndex(row => row.Number > after))
            : 0;
        var page = rows.Skip(from).Take(PageSize).ToList();
        return new ListPage<ImportRow>(
            page,
            from > 0 ? page[0].Number : null,
            from + page.Count < rows.Count ? page[^1].Number : null);
    }

    private static NameQuestion Question(UnknownName name) => new(
        name.ListName, name.Column.Heading, name.Name, name.ProposedId, !name.Column.IsRequired,
        name.List.Entries.Where(entry => entry.Id > 0).Select(entry => new Choice(entry.Id, entry.Name)).ToList());

    private async Task<ImportResult> ChooseAsync(long id, Func<ImportChoices, ImportChoices> choose, CancellationToken cancellation)
    {
        if (await Visible.SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is not { } batch)
        {
            return new ImportResult(0, ImportRefusal.NotFound);
        }

        if (batch.Status != ImportStatus.Waiting)
        {
            return new ImportResult(id, ImportRefusal.WrongState);
        }

        batch.Choices = choose(ImportChoices.Of(batch.Choices)).ToJson();
        await db.SaveChangesAsync(cancellation);
        return new ImportResult(id);
    }

    private async Task<ImportResult> EnterAsync(long id, string fingerprint, CancellationToken cancellation)
    {
        if (await Visible.SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is not { } batch)
        {
            return new ImportResult(0, ImportRefusal.NotFound);
        }

        if (batch.Status != ImportStatus.Waiting)
        {
            return new ImportResult(id, Count: batch.Imported);
        }

        if (batch.RowsSha256 is null)
        {
            return new ImportResult(id, ImportRefusal.Gone);
        }

        var plan = batch.Kind == ImportKind.PlanItems ? await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == batch.Year, cancellation) : null;
        if (batch.Kind == ImportKind.PlanItems && plan is null)
        {
            return new ImportResult(id, ImportRefusal.NoPlan);
        }

        var reading = await ReadAsync(batch, cancellation);
        var rows = reading.Rows.Where(IsEntered).ToList();
        if (rows.Count == 0 || Fingerprint(reading.Rows) != fingerprint)
        {
            return new ImportResult(id, rows.Count == 0 ? ImportRefusal.NothingToEnter : ImportRefusal.Changed);
        }

        // The import's own row is written first: of two sendings at once one fails here, before it has entered anything.
        var now = time.GetUtcNow().UtcDateTime;
        batch.Status = ImportStatus.Imported;
        batch.ImportedUtc = now;
        batch.Imported = rows.Count;
        batch.Wrong = reading.Rows.Count(row => !row.IsSound);
        batch.Skipped = reading.Rows.Count(row => row.IsSound) - rows.Count;
        await db.SaveChangesAsync(cancellation);
        await InChunksAsync(
            rows,
            plan is null ? row => activities.Add(((ImportRow<ActivityInput>)row).Input!, reading.YearOf(row), now, id) : await LinesOfAsync(plan, id, cancellation),
            cancellation);
        return new ImportResult(id, Count: rows.Count);
    }

    /// <summary>Adds lines after those that their section has.</summary>
    private async Task<Action<ImportRow>> LinesOfAsync(Plan plan, long importId, CancellationToken cancellation)
    {
        var ends = new Dictionary<PlanSection, int>();
        foreach (var section in Enum.GetValues<PlanSection>())
        {
            ends[section] = await planItems.EndOfAsync(plan.Id, section, cancellation);
        }

        return row =>
        {
            var input = ((ImportRow<PlanItemInput>)row).Input!;
            planItems.Add(plan, input, ends[input.Section]++, importId);
        };
    }

    private async Task InChunksAsync<T>(IReadOnlyList<T> rows, Action<T> write, CancellationToken cancellation)
    {
        // Saving looks for changes once itself.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var chunk in rows.Chunk(ChunkSize))
            {
                db.ChangeTracker.Clear();
                foreach (var row in chunk)
                {
                    write(row);
                }

                await db.SaveChangesAsync(cancellation);
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<ImportResult> TakeOutAsync(long id, CancellationToken cancellation)
    {
        if (await Visible.SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is not { } batch)
        {
            return new ImportResult(0, ImportRefusal.NotFound);
        }

        if (batch.Status != ImportStatus.Imported)
        {
            return batch.Status == ImportStatus.Undone ? new ImportResult(id, Count: batch.Undone) : new ImportResult(id, ImportRefusal.WrongState);
        }

        var isActivities = batch.Kind == ImportKind.Activities;
        var kept = await KeptOf(batch).CountAsync(cancellation);
        var untouched = await UntouchedOf(batch).ToListAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        batch.Status = ImportStatus.Undone;
        batch.UndoneUtc = now;
        batch.UndoneById = db.Scope.UserId;
        batch.Undone = untouched.Count;
        await db.SaveChangesAsync(cancellation);
        foreach (var chunk in untouched.Chunk(ChunkSize))
        {
            db.ChangeTracker.Clear();
            if (isActivities)
            {
                await db.PropagandaActivities.Where(row => chunk.Contains(row.Id)).ForEachAsync(row => row.DeletedUtc = now, cancellation);
            }
            else
            {
                await db.PlanItems.Where(row => chunk.Contains(row.Id)).ForEachAsync(row => row.DeletedUtc = now, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
        }

        db.ChangeTracker.Clear();
        return new ImportResult(id, Count: untouched.Count, Kept: kept);
    }

    /// <summary>Says itself that deleted ones are left out: looking for removed files switches that filter off for the whole query.</summary>
    private IQueryable<PropagandaActivity> ActivitiesOf(ImportBatch batch) =>
        db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == batch.AgencyId && row.ImportBatchId == batch.Id && row.DeletedUtc == null);

    private IQueryable<PlanItem> PlanItemsOf(ImportBatch batch) =>
        db.PlanItems.AsNoTracking().Where(row => row.AgencyId == batch.AgencyId && row.ImportBatchId == batch.Id);

    /// <summary>Rows as the import left them: not changed, and nothing was hung on them.</summary>
    internal IQueryable<long> UntouchedOf(ImportBatch batch) => batch.Kind == ImportKind.Activities
        ? ActivitiesOf(batch).Where(row => row.Version == row.ImportedVersion && !BroughtFiles.Any(file => file.ActivityId == row.Id)).Select(row => row.Id)
        : PlanItemsOf(batch).Where(row => row.Version == row.ImportedVersion
            && !db.PropagandaActivities.Any(other => other.PlanItemId == row.Id)
            && !db.Shortcomings.Any(other => other.PlanItemId == row.Id)
            && !db.NextYearTasks.Any(other => other.PlanItemId == row.Id)
            && !db.PlanItems.Any(other => other.PreviousItemId == row.Id)).Select(row => row.Id);

    /// <summary>The other rows that are left of an import, as they came.</summary>
    internal IQueryable<Choice> KeptOf(ImportBatch batch) => batch.Kind == ImportKind.Activities
        ? ActivitiesOf(batch).Where(row => row.Version != row.ImportedVersion || BroughtFiles.Any(file => file.ActivityId == row.Id))
            .OrderBy(row => row.Id).Select(row => new Choice(row.Id, row.Title))
        : PlanItemsOf(batch).Where(row => row.Version != row.ImportedVersion
            || db.PropagandaActivities.Any(other => other.PlanItemId == row.Id)
            || db.Shortcomings.Any(other => other.PlanItemId == row.Id)
            || db.NextYearTasks.Any(other => other.PlanItemId == row.Id)
            || db.PlanItems.Any(other => other.PreviousItemId == row.Id)).OrderBy(row => row.Id).Select(row => new Choice(row.Id, row.Title));

    /// <summary>Files that were brought, removed ones among them.</summary>
    private IQueryable<Attachment> BroughtFiles => db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]);

    private static string Cut(string name) => name.Length <= ImportBatch.FileNameLength ? name : name[..ImportBatch.FileNameLength];

    private sealed record Reading(
        ReadTable Table, ColumnMap Map, IReadOnlyList<ImportRow> Rows, IReadOnlyList<UnknownName> Unknown, IReadOnlyList<int> PassedOver, ImportCatalogue Lists)
    {
        public int YearOf(ImportRow row) => Lists.YearOf(((ImportRow<ActivityInput>)row).Input!.StartsOn)!.Value;
    }

    private sealed record PackedTable(string Name, IReadOnlyList<PackedRow> Rows)
    {
        public static PackedTable Of(ReadTable table) =>
            new(table.Name, table.Rows.Select(row => new PackedRow(row.Number, row.Cells.Select(cell => cell.Pack()).ToList())).ToList());

        public ReadTable Unpack() => new(Name, Rows.Select(row => new ReadRow(row.N, row.C.Select(ReadCell.Unpack).ToList())).ToList());
    }

    private sealed record PackedRow(int N, IReadOnlyList<string> C);
}

/// <summary>The rows of a table with something wrong, as they came.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Headings">The row of headings.</param>
/// <param name="Rows">The rows with what is wrong.</param>
public sealed record RefusedRows(ColumnMap Columns, ReadRow Headings, IReadOnlyList<(ReadRow Row, ImportRow Why)> Rows);
