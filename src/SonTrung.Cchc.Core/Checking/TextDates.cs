using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>A date as a text writes it.</summary>
/// <param name="Place">Its digits, from the day to the year.</param>
/// <param name="Day">The day; null when no calendar has it.</param>
/// <param name="IsShort">Written 19/01/2023, not "ngày 19 tháng 01 năm 2023".</param>
internal sealed record TextDate(TextPlace Place, DateOnly? Day, bool IsShort);

/// <summary>Finds dates.</summary>
internal static partial class TextDates
{
    public static IEnumerable<TextDate> In(ReadBlock block) =>
        Short().Matches(block.Text).Select(match => new TextDate(new TextPlace(block, match.Index, match.Length), Day(match), true))
            .Concat(Long().Matches(block.Text).Select(match => new TextDate(
                new TextPlace(block, match.Groups["date"].Index, match.Groups["date"].Length), Day(match), false)))
            .OrderBy(date => date.Place.Start);

    /// <summary>The day that groups d, m and y of a match write.</summary>
    public static DateOnly? Day(Match match)
    {
        var (day, month, year) = (Number(match.Groups["d"]), Number(match.Groups["m"]), Number(match.Groups["y"]));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/.,-])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>(?:19|20)\d\d)(?![\d/]|-\d|[.,]\d)")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?<!\p{L})[Nn]gày\s+(?<date>(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})\s+năm\s+(?<y>\d{4}))(?!\d)")]
    private static partial Regex Long();
}
