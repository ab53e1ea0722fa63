using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>What does not fit in the chain.</summary>
public enum AuditBreachKind
{
    /// <summary>What the entry says is not what was written.</summary>
    Changed,

    /// <summary>Entries are gone.</summary>
    Removed,

    /// <summary>The entry was not written by the portal.</summary>
    Inserted,

    /// <summary>The entry stood elsewhere.</summary>
    Reordered,

    /// <summary>The head does not name the last entry.</summary>
    HeadChanged,
}

/// <summary>The first place where the chain is broken.</summary>
/// <param name="Kind">How.</param>
/// <param name="Sequence">The place of the first entry concerned.</param>
public sealed record AuditBreach(AuditBreachKind Kind, long Sequence)
{
    /// <summary>The place of the last entry concerned, for removed ones; the place where it stood before, for a reordered one.</summary>
    public long? Other { get; init; }

    /// <summary>The entry itself, where it is there.</summary>
    public AuditEntry? Entry { get; init; }
}

/// <summary>What a walk along the chain found.</summary>
/// <param name="Count">Entries that were walked and fit.</param>
/// <param name="Hash">The hash of the last of them.</param>
/// <param name="Breach">The first break; null when all fit.</param>
/// <param name="NotedAt">The place of the entry whose hash was noted; null when it is not there, or none was asked for.</param>
public sealed record AuditVerdict(long Count, byte[] Hash, AuditBreach? Breach, long? NotedAt);

/// <summary>
/// Walks the whole chain, of every agency, some entries at a time. Only places and kinds come out, no agency's data, so that whoever looks after the
/// system may ask.
/// </summary>
public sealed class AuditVerifier(CchcDbContext db)
{
    private const int ChunkSize = 1000;

    /// <summary>The chain's head: how many entries, and the hash to note.</summary>
    public Task<AuditChainHead> HeadAsync(CancellationToken cancellation = default) => db.AuditChainHeads.AsNoTracking().SingleAsync(cancellation);

    /// <summary>Walks the chain.</summary>
    /// <param name="noted">A hash from paper or a backup that must still be in it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AuditVerdict> VerifyAsync(byte[]? noted = null, CancellationToken cancellation = default)
    {
        var (count, hash, last) = (0L, AuditChain.Start, long.MinValue);
        AuditEntry? before = null;
        long? notedAt = noted is not null && noted.AsSpan().SequenceEqual(hash) ? 0 : null;
        while (true)
        {
            // Entries and head are committed together: what is there before the head is read, the head knows.
            var chunk = await All().Where(entry => entry.Sequence > last).OrderBy(entry => entry.Sequence).Take(ChunkSize).ToListAsync(cancellation);
            foreach (var entry in chunk)
            {
                if (await BreachAsync(entry, count + 1, hash, before, cancellation) is { } breach)
                {
                    return new AuditVerdict(count, hash, breach, notedAt);
                }

                (count, hash, last, before) = (entry.Sequence, entry.Hash, entry.Sequence, entry);
                notedAt = noted is not null && noted.AsSpan().SequenceEqual(hash) ? count : notedAt;
            }

            if (chunk.Count == ChunkSize)
            {
                continue;
            }

            var head = await HeadAsync(cancellation);
            if (head.Count > count && await All().AnyAsync(entry => entry.Sequence > last, cancellation))
            {
                continue;
            }

            return new AuditVerdict(count, hash, End(head, count, hash, before), notedAt);
        }
    }

    private static AuditBreach? End(AuditChainHead head, long count, byte[] hash, AuditEntry? last) => head switch
    {
        _ when head.Count > count => new AuditBreach(AuditBreachKind.Removed, count + 1) { Other = head.Count },
        _ when head.Count < count => new AuditBreach(AuditBreachKind.Inserted, head.Count + 1) { Entry = head.Count + 1 == count ? last : null },
        _ when !head.Hash.AsSpan().SequenceEqual(hash) => new AuditBreach(AuditBreachKind.HeadChanged, count) { Entry = last },
        _ => null,
    };

    private IQueryable<AuditEntry> All() => db.AuditEntries.AsNoTracking().IgnoreQueryFilters([CchcDbContext.AgencyFilter]);

    private async Task<AuditBreach?> BreachAsync(AuditEntry entry, long expected, byte[] previous, AuditEntry? before, CancellationToken cancellation)
    {
        if (entry.Sequence < expected)
        {
            return new AuditBreach(AuditBreachKind.Inserted, entry.Sequence) { Entry = entry };
        }

        var follows = entry.PreviousHash.AsSpan().SequenceEqual(previous);
        var holds = Holds(entry, entry.Sequence);
        if (entry.Sequence > expected)
        {
            return new AuditBreach(AuditBreachKind.Removed, expected) { Other = entry.Sequence - 1 };
        }

        if (follows)
        {
            return holds ? null : new AuditBreach(AuditBreachKind.Changed, expected) { Entry = entry };
        }

        if (holds)
        {
            // It is whole and names another entry before it: that one was written anew.
            return expected == 1
                ? new AuditBreach(AuditBreachKind.Inserted, 1) { Entry = entry }
                : new AuditBreach(AuditBreachKind.Changed, expected - 1) { Entry = before };
        }

        // It fits neither here nor at all: where did it stand?
        var stood = await All().Where(other => other.Hash == entry.PreviousHash).OrderBy(other => other.Sequence)
            .Select(other => (long?)other.Sequence + 1).FirstOrDefaultAsync(cancellation);
        return (stood, entry) switch
        {
            ({ } place, _) when place < expected && Holds(entry, place) => new AuditBreach(AuditBreachKind.Inserted, expected - 1) { Entry = before },
            ({ } place, _) when Holds(entry, place) => new AuditBreach(AuditBreachKind.Reordered, expected) { Other = place, Entry = entry },
            _ when Holds(entry, expected + 1) => new AuditBreach(AuditBreachKind.Removed, expected) { Other = expected },
            _ => new AuditBreach(AuditBreachKind.Inserted, expected) { Entry = entry },
        };
    }

    private static bool Holds(AuditEntry entry, long place) => AuditChain.HashOf(entry, place).AsSpan().SequenceEqual(entry.Hash);
}
