using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>
/// A span whose work goes into one report. By Nghị định 09/2019/NĐ-CP the year N runs from 15/12 of N−1 to 14/12 of N;
/// an agency may have other days. An activity's year is derived from here.
/// </summary>
public sealed class ReportingPeriod : AgencyEntity
{
    /// <summary>The first year the portal knows.</summary>
    public const int FirstYear = 2015;

    /// <summary>The last year the portal knows.</summary>
    public const int LastYear = 2100;

    /// <summary>The report's year.</summary>
    public required int Year { get; init; }

    /// <summary>Year, half year or quarter.</summary>
    public PeriodKind Kind { get; init; } = PeriodKind.Year;

    /// <summary>Which half or quarter, from 1; 1 for a year.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>The first day, included.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day, included: the day data close.</summary>
    public required DateOnly To { get; set; }

    /// <summary>The day the report is due.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The usual year: 15/12 to 14/12, due on 17/12.</summary>
    public static ReportingPeriod StandardYear(long agencyId, int year) => new()
    {
        AgencyId = agencyId,
        Year = year,
        From = new DateOnly(year - 1, 12, 15),
        To = new DateOnly(year, 12, 14),
        DueOn = new DateOnly(year, 12, 17),
    };

    /// <summary>The usual year that a day belongs to: from 15/12 on the next one (Nghị định 09/2019/NĐ-CP).</summary>
    public static int StandardYearOf(DateOnly day) => day is { Month: 12, Day: >= 15 } ? day.Year + 1 : day.Year;
}

/// <summary>The length of a period.</summary>
public enum PeriodKind
{
    /// <summary>Năm.</summary>
    Year,

    /// <summary>6 tháng.</summary>
    HalfYear,

    /// <summary>Quý.</summary>
    Quarter,
}
