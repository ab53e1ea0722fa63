using System.Globalization;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>Left-over years: text copied from last year that still names it.</summary>
public static class StaleYear
{
    /// <summary>Whether a line's title or sentence names a year.</summary>
    public static bool IsIn(PlanItem item, int year) => IsIn(item.Title, year) || IsIn(item.ReportText, year);

    /// <summary>Whether a text names a year, as a number of its own: "2025" in "năm 2025" and "31/12/2025", not in "12025".</summary>
    public static bool IsIn(string? text, int year) => Split(text, year).Any(part => part.IsYear);

    /// <summary>A text cut at the places where it names a year, nothing lost.</summary>
    public static IEnumerable<(string Text, bool IsYear)> Split(string? text, int year)
    {
        var at = 0;
        var whole = text ?? "";
        foreach (Match match in Regex.Matches(whole, string.Create(CultureInfo.InvariantCulture, $@"(?<!\d){year}(?!\d)")))
        {
            if (match.Index > at)
            {
                yield return (whole[at..match.Index], false);
            }

            yield return (match.Value, true);
            at = match.Index + match.Length;
        }

        if (at < whole.Length)
        {
            yield return (whole[at..], false);
        }
    }
}
