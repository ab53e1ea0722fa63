using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>The one place that says to which reporting year a day belongs. It is never the calendar's: that one numbers documents only.</summary>
internal static class ReportingYears
{
    /// <summary>
    /// The reporting year of a day. Where no period holds it, the agency's last year before it is thought to go on, each year with the same days;
    /// without one the usual year counts.
    /// </summary>
    /// <param name="db">A context in the scope of the agency.</param>
    /// <param name="day">The day, as a rule today in Việt Nam.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<int> ReportingYearAsync(this CchcDbContext db, DateOnly day, CancellationToken cancellation = default)
    {
        var last = await db.ReportingPeriods.AsNoTracking().Where(period => period.Kind == PeriodKind.Year && period.From <= day)
            .OrderByDescending(period => period.From).ThenBy(period => period.Id).FirstOrDefaultAsync(cancellation);
        return last is null ? ReportingPeriod.StandardYearOf(day) : Continued(last, day);
    }

    /// <summary>The year of a day that does not come before a period, when the years after it have the same days.</summary>
    internal static int Continued(ReportingPeriod last, DateOnly day)
    {
        var years = Math.Max(0, day.Year - last.To.Year);
        return last.Year + (last.To.AddYears(years) < day ? years + 1 : years);
    }
}
