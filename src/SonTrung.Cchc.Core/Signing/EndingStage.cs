namespace SonTrung.Cchc.Core.Signing;

/// <summary>How near the last day of a certificate or of a capacity is.</summary>
public enum EndingStage
{
    /// <summary>Within 60 days.</summary>
    SixtyDays,

    /// <summary>Within 30 days.</summary>
    ThirtyDays,

    /// <summary>Within 7 days.</summary>
    SevenDays,

    /// <summary>The last day is past.</summary>
    Ended,
}

/// <summary>When the end of a certificate or of a capacity is told: 60, 30 and 7 days before it, each time more urgently, and afterwards.</summary>
public static class EndingStages
{
    private const int First = 60;
    private const int Second = 30;
    private const int Third = 7;

    /// <summary>The stage; null while the end is farther away.</summary>
    /// <param name="end">The last day.</param>
    /// <param name="today">Today in Việt Nam.</param>
    public static EndingStage? Of(DateOnly end, DateOnly today) => (end.DayNumber - today.DayNumber) switch
    {
        < 0 => EndingStage.Ended,
        <= Third => EndingStage.SevenDays,
        <= Second => EndingStage.ThirtyDays,
        <= First => EndingStage.SixtyDays,
        _ => null,
    };

    /// <summary>The farthest end that is told on a day.</summary>
    public static DateOnly LastDayToldOf(DateOnly today) => today.AddDays(First);
}
