using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Lists;

/// <summary>What the lists of all entities ask for.</summary>
internal static class ListQueries
{
    private const int MostWords = 8;

    /// <summary>The rows in which every word occurs, with or without marks.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? search) where T : ISearchable =>
        SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Aggregate(rows, (found, word) => found.Where(row => row.SearchKey.Contains(word)));

    /// <summary>The deleted rows alone.</summary>
    public static IQueryable<T> Deleted<T>(this IQueryable<T> rows) where T : class, ISoftDeletable =>
        rows.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).Where(row => row.DeletedUtc != null);

    /// <summary>The year that a list shows and those to choose from, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">The year asked for, or null for the one that a day belongs to.</param>
    /// <param name="day">The day, as a rule today.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<YearChoice> ChooseYearAsync(this CchcDbContext db, int? asked, DateOnly day, CancellationToken cancellation = default)
    {
        var periods = await db.ReportingPeriods.AsNoTracking().Where(period => period.Kind == PeriodKind.Year).Select(period => period.Year).ToListAsync(cancellation);
        var year = asked is { } given && given is >= ReportingPeriod.FirstYear and <= ReportingPeriod.LastYear
            ? given
            : await db.ReportingYearAsync(day, cancellation);
        return new YearChoice(year, periods.Append(year).Distinct().OrderDescending().ToList());
    }
}

/// <summary>The year that a list shows.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">The years to choose from, newest first.</param>
public sealed record YearChoice(int Year, IReadOnlyList<int> Years);
