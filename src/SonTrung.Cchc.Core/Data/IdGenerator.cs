using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// Gives 64-bit keys before a row is saved, so that the audit entry of a new row can name it in the same transaction.
/// Milliseconds since 2020 (UTC) times 4096 plus a counter with a random start: keys grow with time and stay below 2^53.
/// </summary>
public sealed class IdGenerator : ValueGenerator<long>
{
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static long last;

    /// <inheritdoc/>
    public override bool GeneratesTemporaryValues => false;

    /// <summary>The next key of this process; never the same twice.</summary>
    public static long NewId()
    {
        var fresh = ((long)(DateTime.UtcNow - Epoch).TotalMilliseconds << 12) + Random.Shared.Next(2048);
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(fresh, seen + 1);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return next;
            }
        }
    }

    /// <inheritdoc/>
    public override long Next(EntityEntry entry) => NewId();
}
