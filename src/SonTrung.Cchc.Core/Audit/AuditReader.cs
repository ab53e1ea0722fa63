using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>Which entries are wanted; a null part wants all.</summary>
public sealed record AuditFilter
{
    /// <summary>Whose acts.</summary>
    public long? UserId { get; init; }

    /// <summary>What was done.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>The kind of row.</summary>
    public string? Entity { get; init; }

    /// <summary>Words that must all be found: in what the entry says, or in the names of its kind or act.</summary>
    public IReadOnlyList<AuditWord> Words { get; init; } = [];

    /// <summary>The row's key, to the letter.</summary>
    public string? EntityId { get; init; }

    /// <summary>The request that an error page named.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The first day in Việt Nam, included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in Việt Nam, included.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A word looked for.</summary>
/// <param name="Key">The word, without marks and case.</param>
/// <param name="Entities">The kinds of rows whose names have it.</param>
/// <param name="Actions">The acts whose names have it.</param>
/// <param name="Values">Words as stored, of the values whose names have it: "issue" for "phát hành".</param>
public sealed record AuditWord(string Key, IReadOnlyList<string> Entities, IReadOnlyList<AuditAction> Actions, IReadOnlyList<string> Values);

/// <summary>Reads the audit: an agency's administrator the own agency's, the system administrator what belongs to no agency.</summary>
public sealed class AuditReader(CchcDbContext db)
{
    /// <summary>Entries that are read to name the rows of a page.</summary>
    private const int MostWritten = 1000;

    /// <summary>A page, newest first, each entry with what was written down of its row until then.</summary>
    public async Task<ListPage<AuditRow>> ListAsync(AuditFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var page = await Filtered(filter).PageAsync(entry => entry.AtUtc, ListOrder.Descending, at, AuditRow.Read, cancellation: cancellation);
        var spokenOf = page.Rows.ToDictionary(row => row.Id, SpokenOf);
        var kinds = spokenOf.Values.Select(row => row.Entity).Distinct().ToList();
        var keys = spokenOf.Values.Select(row => row.EntityId).Distinct().ToList();
        var written = (await Own()
            .Where(entry => (entry.Action == AuditAction.Added || entry.Action == AuditAction.Changed) && entry.After != null && kinds.Contains(entry.Entity) && keys.Contains(entry.EntityId))
            .OrderByDescending(entry => entry.Id).Select(entry => new { entry.Id, entry.Entity, entry.EntityId, After = entry.After! }).Take(MostWritten).ToListAsync(cancellation))
            .ToLookup(entry => (entry.Entity, entry.EntityId));
        return page with
        {
            Rows = page.Rows.Select(row => row with { Earlier = written[spokenOf[row.Id]].Where(entry => entry.Id <= row.Id).Select(entry => entry.After).ToList() }).ToList(),
        };
    }

    /// <summary>All of them, newest first.</summary>
    public IAsyncEnumerable<AuditRow> StreamAsync(AuditFilter filter, CancellationToken cancellation = default) =>
        Filtered(filter).StreamAsync(entry => entry.AtUtc, ListOrder.Descending, AuditRow.Read, cancellation);

    /// <summary>The people whose acts may be asked for, by given name.</summary>
    public Task<List<Choice>> PeopleAsync(CancellationToken cancellation = default) => AccountReader.ManagedBy(db).AsNoTracking()
        .OrderBy(user => user.SortKey).ThenBy(user => user.Id).Select(user => new Choice(user.Id, user.FullName)).ToListAsync(cancellation);

    /// <summary>The row that an entry speaks of: for what was added to a report, the report.</summary>
    private static (string Entity, string EntityId) SpokenOf(AuditRow row) =>
        row is { Action: AuditAction.Added, After: { } after }
        && JsonElement.Parse(after) is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(nameof(ReportEvent.ReportId), out var report)
            ? (nameof(AnnualReport), report.ToString())
            : (row.Entity, row.EntityId);

    private IQueryable<AuditEntry> Own()
    {
        var rows = db.AuditEntries.AsNoTracking();
        return db.Scope.WriteAgencyId is { } agency ? rows.Where(entry => entry.AgencyId == agency) : rows;
    }

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var rows = Own();
        rows = filter.UserId is { } user ? rows.Where(entry => entry.UserId == user) : rows;
        rows = filter.Action is { } action ? rows.Where(entry => entry.Action == action) : rows;
        rows = filter.Entity is { } entity ? rows.Where(entry => entry.Entity == entity) : rows;
        rows = filter.EntityId is { } id ? rows.Where(entry => entry.EntityId == id) : rows;
        rows = filter.CorrelationId is { } correlation ? rows.Where(entry => entry.CorrelationId == correlation) : rows;
        foreach (var (key, entities, actions, values) in filter.Words)
        {
            rows = values.Count == 0
                ? rows.Where(entry => entry.SearchKey.Contains(key) || entities.Contains(entry.Entity) || actions.Contains(entry.Action))
                : rows.Where(entry => entry.SearchKey.Contains(key) || entities.Contains(entry.Entity) || actions.Contains(entry.Action)
                    || values.Any(value => entry.SearchKey.Contains(value)));
        }

        rows = filter.From is { } from && VietnamTime.StartOf(from) is var begin ? rows.Where(entry => entry.AtUtc >= begin) : rows;
        return filter.To is { } to && VietnamTime.StartOf(to.AddDays(1)) is var end ? rows.Where(entry => entry.AtUtc < end) : rows;
    }
}

/// <summary>An entry in the list.</summary>
public sealed record AuditRow(
    long Id, DateTime AtUtc, long? UserId, string UserName, AuditAction Action, string Entity, string EntityId, string? Before, string? After,
    string? CorrelationId) : IListRow
{
    /// <summary>What was written down of the row, or of the report that it belongs to, until this entry, as JSON, newest first: its name where the entry has none.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    internal static readonly System.Linq.Expressions.Expression<Func<AuditEntry, AuditRow>> Read = entry => new AuditRow(
        entry.Id, entry.AtUtc, entry.UserId, entry.UserName, entry.Action, entry.Entity, entry.EntityId, entry.Before, entry.After, entry.CorrelationId);
}
