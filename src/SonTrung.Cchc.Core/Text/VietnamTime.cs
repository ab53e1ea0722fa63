using System.Globalization;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Việt Nam's time (UTC+7, no summer time).</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today in Việt Nam.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The day in Việt Nam of a moment (UTC).</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>When a day begins in Việt Nam (UTC).</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Offset;

    /// <summary>The clock time in Việt Nam of a moment (UTC).</summary>
    public static DateTime From(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The moment (UTC) of a clock time in Việt Nam.</summary>
    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    /// <summary>"10:32" for a moment of today (UTC).</summary>
    public static string Clock(DateTime utc) => From(utc).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>"10:32 24/11/2026" for a moment (UTC).</summary>
    public static string Format(DateTime utc) => From(utc).ToString("HH':'mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
