using System.Globalization;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>The span for which a report is owed.</summary>
/// <param name="Year">The reporting year.</param>
/// <param name="Kind">Year, half year or quarter.</param>
/// <param name="Ordinal">Which half or quarter, from 1; 1 for a year.</param>
public readonly record struct RequestedPeriod(int Year, PeriodKind Kind, int Ordinal) : IComparable<RequestedPeriod>
{
    /// <summary>The spans of a year that can be asked for.</summary>
    public static IReadOnlyList<(PeriodKind Kind, int Ordinal)> Spans { get; } =
    [
        (PeriodKind.Year, 1), (PeriodKind.HalfYear, 1), (PeriodKind.HalfYear, 2),
        (PeriodKind.Quarter, 1), (PeriodKind.Quarter, 2), (PeriodKind.Quarter, 3), (PeriodKind.Quarter, 4),
    ];

    /// <summary>The span in an address: "nam", "6t1", "q3".</summary>
    public string Span => SpanOf(Kind, Ordinal);

    /// <summary>The period in an address: "2026-nam", "2026-q3".</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Span}");

    /// <summary>The span of a kind in an address.</summary>
    public static string SpanOf(PeriodKind kind, int ordinal) => kind switch
    {
        PeriodKind.Year => "nam",
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"6t{ordinal}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"q{ordinal}"),
    };

    /// <summary>The year of the portal.</summary>
    public static RequestedPeriod Whole(int year) => new(year, PeriodKind.Year, 1);

    /// <summary>Reads what <see cref="Code"/> writes; null for anything else.</summary>
    public static RequestedPeriod? Of(string? code) =>
        code?.Split('-', 2) is [var year, var span] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Of(number, span) : null;

    /// <summary>The period of a year and the span in its address; null for what the portal does not know.</summary>
    public static RequestedPeriod? Of(int year, string? span)
    {
        foreach (var (kind, ordinal) in Spans)
        {
            if (SpanOf(kind, ordinal) == span && year is >= ReportingPeriod.FirstYear and <= ReportingPeriod.LastYear)
            {
                return new RequestedPeriod(year, kind, ordinal);
            }
        }

        return null;
    }

    /// <summary>Earlier years come first, and in a year its parts in the order in which they end.</summary>
    public int CompareTo(RequestedPeriod other) => (Year, EndsIn, Length).CompareTo((other.Year, other.EndsIn, other.Length));

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator <(RequestedPeriod left, RequestedPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after the other.</summary>
    public static bool operator >(RequestedPeriod left, RequestedPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after the other.</summary>
    public static bool operator <=(RequestedPeriod left, RequestedPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before the other.</summary>
    public static bool operator >=(RequestedPeriod left, RequestedPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Its months: of two that end together the longer comes last.</summary>
    private int Length => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.HalfYear => 6,
        _ => 3,
    };

    /// <summary>The month of the reporting year in which it ends.</summary>
    private int EndsIn => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.HalfYear => 6 * Ordinal,
        _ => 3 * Ordinal,
    };
}
