using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
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
    /// <summary>A page, newest first.</summary>
    public Task<ListPage<AuditRow>> ListAsync(AuditFilter filter, PageAt at, CancellationToken cancellation = default) =>
        Filtered(filter).PageAsync(entry => entry.AtUtc, ListOrder.Descending, at, AuditRow.Read, cancellation: cancellation);

    /// <summary>All of them, newest first.</summary>
    public IAsyncEnumerable<AuditRow> StreamAsync(AuditFilter filter, CancellationToken cancellation = default) =>
        Filtered(filter).StreamAsync(entry => entry.AtUtc, ListOrder.Descending, AuditRow.Read, cancellation);

    /// <summary>The people whose acts may be asked for, by given name.</summary>
    public Task<List<Choice>> PeopleAsync(CancellationToken cancellation = default) => AccountReader.ManagedBy(db).AsNoTracking()
        .OrderBy(user => user.SortKey).ThenBy(user => user.Id).Select(user => new Choice(user.Id, user.FullName)).ToListAsync(cancellation);

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var rows = db.AuditEntries.AsNoTracking();
        rows = db.Scope.WriteAgencyId is { } agency ? rows.Where(entry => entry.AgencyId == agency) : rows;
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
    internal static readonly System.Linq.Expressions.Expression<Func<AuditEntry, AuditRow>> Read = entry => new AuditRow(
        entry.Id, entry.AtUtc, entry.UserId, entry.UserName, entry.Action, entry.Entity, entry.EntityId, entry.Before, entry.After, entry.CorrelationId);
}
