using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>One try to have a report's file signed by the program of somebody's computer: from the press of the button to the file that comes back.</summary>
public sealed class PluginSigning
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isTaken;

    /// <summary>The report.</summary>
    public required long ReportId { get; init; }

    /// <summary>The report's version that the page showed: any act on the report ends the try.</summary>
    public required Guid Version { get; init; }

    /// <summary>Whose signature: the person's or the organisation's.</summary>
    public required ReportAction Action { get; init; }

    /// <summary>The SHA-256 of the file that is given out.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>Who pressed the button.</summary>
    public required long UserId { get; init; }

    /// <summary>The person's security stamp of that moment: a changed password, another duty or leaving ends the try.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Until when the file may come back (UTC).</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>What became of the file that came back; null when none did.</summary>
    public WorkflowResult? Result { get; private set; }

    /// <summary>Completes when nothing can come of it any more.</summary>
    internal Task Ended => ended.Task;

    /// <summary>Whether its one use is gone.</summary>
    internal bool IsTaken => Volatile.Read(ref isTaken) != 0;

    /// <summary>Takes its one use.</summary>
    /// <returns>Whether it was still to be had.</returns>
    internal bool Take() => Interlocked.Exchange(ref isTaken, 1) == 0;

    /// <summary>Says what became of it, once its use was taken.</summary>
    internal void End(WorkflowResult? result)
    {
        Result = result;
        ended.TrySetResult();
    }
}

/// <summary>
/// The tries of the last quarter of an hour, in memory: a restart ends them, and the button is pressed again. A token is given out once and kept as its hash,
/// by which the page asks what became of it.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class PluginSignings(TimeProvider time)
{
    /// <summary>How long a file may be away.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int TokenBytes = 32;

    private readonly ConcurrentDictionary<string, PluginSigning> all = new(StringComparer.Ordinal);

    /// <summary>Keeps a try; an earlier one of the same person for the same report is given up.</summary>
    internal (string Token, string Key) Add(PluginSigning signing)
    {
        foreach (var (key, other) in all)
        {
            if (other.UserId == signing.UserId && other.ReportId == signing.ReportId)
            {
                GiveUp(other);
            }

            // The page may ask for a while yet.
            if (other.ExpiresUtc + Life < time.GetUtcNow().UtcDateTime)
            {
                all.TryRemove(key, out _);
            }
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        all[KeyOf(token)] = signing;
        return (token, KeyOf(token));
    }

    /// <summary>The try of a token, as long as a file may come back.</summary>
    internal PluginSigning? Waiting(string token) =>
        all.TryGetValue(KeyOf(token), out var signing) && !signing.IsTaken && signing.ExpiresUtc > time.GetUtcNow().UtcDateTime ? signing : null;

    /// <summary>A person's own try.</summary>
    internal PluginSigning? Find(string key, long? userId) => all.TryGetValue(key, out var signing) && signing.UserId == userId ? signing : null;

    /// <summary>Lets nothing come back any more, unless it is there already.</summary>
    internal static void GiveUp(PluginSigning signing)
    {
        if (signing.Take())
        {
            signing.End(null);
        }
    }

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
