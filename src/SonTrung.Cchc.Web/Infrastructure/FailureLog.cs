namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Something that failed.</summary>
/// <param name="AtUtc">When (UTC).</param>
/// <param name="Code">The code that the error page showed; null for work without a visitor.</param>
public sealed record Failure(DateTime AtUtc, string? Code);

/// <summary>Failures since the start, in memory: whoever looks after the portal sees that the log is worth reading.</summary>
public sealed class FailureLog(TimeProvider time)
{
    private readonly Lock changing = new();

    /// <summary>Since when they are counted (UTC).</summary>
    public DateTime SinceUtc { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>The last one; null when there was none.</summary>
    public Failure? Last { get; private set; }

    /// <summary>Counts one.</summary>
    /// <param name="code">The code that the error page shows; null for work without a visitor.</param>
    public void Add(string? code)
    {
        lock (changing)
        {
            Count++;
            Last = new Failure(time.GetUtcNow().UtcDateTime, code);
        }
    }
}
