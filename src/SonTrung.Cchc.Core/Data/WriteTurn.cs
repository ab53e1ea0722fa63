using System.Collections.Concurrent;

namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// Queues the writers of this process. SQLite lets waiting writers poll, and one may starve for seconds; it is correct
/// without this queue, so a writer that waited long goes on without its turn.
/// </summary>
internal static class WriteTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    public static IDisposable? Take(string database)
    {
        var queue = QueueOf(database);
        return queue.Wait(Patience) ? new Turn(queue) : null;
    }

    public static async Task<IDisposable?> TakeAsync(string database, CancellationToken cancellation)
    {
        var queue = QueueOf(database);
        return await queue.WaitAsync(Patience, cancellation) ? new Turn(queue) : null;
    }

    private static SemaphoreSlim QueueOf(string database) => Queues.GetOrAdd(database, _ => new SemaphoreSlim(1, 1));

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
