using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>What happened to one row and its parts, from the audit.</summary>
public sealed class RowHistory(CchcDbContext db)
{
    private const int LongestHistory = 200;

    /// <summary>The acts on a row, newest first; what one request changed is one act.</summary>
    /// <param name="entity">The kind of row: its class.</param>
    /// <param name="id">Its key.</param>
    /// <param name="parts">The kinds of its parts.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<RowAct>> OfAsync(string entity, long id, IReadOnlyList<string> parts, CancellationToken cancellation = default)
    {
        var key = id.ToString(CultureInfo.InvariantCulture);
        var own = await db.AuditEntries.AsNoTracking().Where(entry => entry.Entity == entity && entry.EntityId == key)
            .OrderByDescending(entry => entry.Id).Take(LongestHistory).ToListAsync(cancellation);

        // Keys of parts begin with their owner's: from "5/" up to "50", for '0' follows '/'.
        var (from, to) = (key + "/", key + "0");
        var ofParts = await db.AuditEntries.AsNoTracking()
            .Where(entry => parts.Contains(entry.Entity) && entry.EntityId.CompareTo(from) >= 0 && entry.EntityId.CompareTo(to) < 0)
            .OrderByDescending(entry => entry.Id).Take(LongestHistory).ToListAsync(cancellation);
        return own.Concat(ofParts).GroupBy(entry => entry.CorrelationId ?? $"{entry.AtUtc:O}")
            .Select(act => new RowAct(
                act.Min(entry => entry.AtUtc),
                act.First().UserId is null ? null : act.First().UserName,
                act.FirstOrDefault(entry => entry.Entity == entity)?.Action ?? AuditAction.Changed,
                act.SelectMany(Changes).ToList()))
            .OrderByDescending(act => act.AtUtc).ToList();
    }

    private static IEnumerable<ValueChange> Changes(AuditEntry entry)
    {
        var (before, after) = (Values(entry.Before), Values(entry.After));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => new ValueChange(entry.Entity, entry.Action, name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)));
    }

    private static Dictionary<string, string?> Values(string? json) => json is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.ValueKind == JsonValueKind.Null ? null : pair.Value.ToString(),
            StringComparer.Ordinal);
}

/// <summary>What somebody did to a row at one time.</summary>
/// <param name="AtUtc">When (UTC).</param>
/// <param name="UserName">Who, by the name of that day; null for the portal itself.</param>
/// <param name="Action">What was done to the row itself; a change when only parts changed.</param>
/// <param name="Changes">The values that changed, of the row and of its parts.</param>
public sealed record RowAct(DateTime AtUtc, string? UserName, AuditAction Action, IReadOnlyList<ValueChange> Changes);

/// <summary>A value before and after.</summary>
/// <param name="Entity">The kind of row it belongs to.</param>
/// <param name="Action">What was done to that row.</param>
/// <param name="Name">The property.</param>
/// <param name="Before">The value before, as JSON writes it; null for none.</param>
/// <param name="After">The value after; null for none.</param>
public sealed record ValueChange(string Entity, AuditAction Action, string Name, string? Before, string? After);
