using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;

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

    /// <summary>The row's key, to the letter.</summary>
    public string? EntityId { get; init; }

    /// <summary>The request that an error page named.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The first day in Việt Nam, included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in Việt Nam, included.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Reads the audit: an agency's administrator the own agency's, the system administrator what belongs to no agency.</summary>
public sealed class AuditReader(CchcDbContext db)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

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
        rows = filter.From is { } from && Midnight(from) is var begin ? rows.Where(entry => entry.AtUtc >= begin) : rows;
        return filter.To is { } to && Midnight(to.AddDays(1)) is var end ? rows.Where(entry => entry.AtUtc < end) : rows;
    }

    /// <summary>When a day begins in Việt Nam (UTC).</summary>
    private static DateTime Midnight(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Vietnam, DateTimeKind.Utc);
}

/// <summary>An entry in the list.</summary>
public sealed record AuditRow(
    long Id, DateTime AtUtc, long? UserId, string UserName, AuditAction Action, string Entity, string EntityId, string? Before, string? After,
    string? CorrelationId) : IListRow
{
    internal static readonly System.Linq.Expressions.Expression<Func<AuditEntry, AuditRow>> Read = entry => new AuditRow(
        entry.Id, entry.AtUtc, entry.UserId, entry.UserName, entry.Action, entry.Entity, entry.EntityId, entry.Before, entry.After, entry.CorrelationId);
}
