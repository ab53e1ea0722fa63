using System.Diagnostics;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>How much time and memory one file may cost. A file that wants more is given up.</summary>
/// <param name="time">The time it may take.</param>
internal sealed class ReadingBudget(TimeSpan time)
{
    /// <summary>The most that one stream may unpack to, bytes: a page of text is thousands, a font some hundred thousand.</summary>
    public const int MaxStream = 32_000_000;

    /// <summary>The most that a file may unpack to in all, bytes.</summary>
    public const long MaxUnpacked = 160_000_000;

    private readonly long start = Stopwatch.GetTimestamp();
    private long unpacked;

    /// <summary>Goes on only while there is time.</summary>
    /// <exception cref="ReadingGivenUpException">There is none left.</exception>
    public void CheckTime()
    {
        if (Stopwatch.GetElapsedTime(start) > time)
        {
            throw new ReadingGivenUpException(ReadingRefusal.TookTooLong);
        }
    }

    /// <summary>Accounts for unpacked bytes.</summary>
    /// <exception cref="ReadingGivenUpException">They are more than an honest document has.</exception>
    public void Spend(long bytes)
    {
        unpacked += bytes;
        if (bytes > MaxStream || unpacked > MaxUnpacked)
        {
            throw new ReadingGivenUpException(ReadingRefusal.Damaged);
        }
    }
}

/// <summary>A file is given up while it is read.</summary>
/// <param name="refusal">Why.</param>
internal sealed class ReadingGivenUpException(ReadingRefusal refusal) : Exception($"Reading was given up: {refusal}.")
{
    /// <summary>Why.</summary>
    public ReadingRefusal Refusal => refusal;
}
