using System.Globalization;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>An activity that may be the same as one about to be entered.</summary>
public sealed record AlikeActivity(long Id, DateOnly StartsOn, string Title, string? Place, long ChannelId, string Channel, long? PlanItemId)
{
    /// <summary>Share of common words from which two titles say the same.</summary>
    private const double SameWords = 0.75;

    /// <summary>
    /// Whether the two are likely the same: about the same day and words; or the same day, channel and plan line, unless both name
    /// different places. Titles with different numbers ("chuyên mục số 7", "số 8") are different works.
    /// </summary>
    public bool IsLike(ActivityInput input)
    {
        if (Math.Abs(StartsOn.DayNumber - input.StartsOn.DayNumber) > 1)
        {
            return false;
        }

        return SaysTheSame(Words(Title), Words(input.Title))
            || (StartsOn == input.StartsOn && ChannelId == input.ChannelId && PlanItemId is not null && PlanItemId == input.PlanItemId
                && !DifferentPlaces(SearchKey.Of(Place), SearchKey.Of(input.Place)));
    }

    private static bool DifferentPlaces(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;

    private static bool SaysTheSame(HashSet<string> one, HashSet<string> other)
    {
        if (!Numbers(one).SetEquals(Numbers(other)))
        {
            return false;
        }

        var common = one.Count(other.Contains);
        return common > 0 && 2.0 * common / (one.Count + other.Count) >= SameWords;
    }

    private static HashSet<string> Words(string title) =>
        [.. SearchKey.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static HashSet<string> Numbers(IEnumerable<string> words) =>
        [.. words.Where(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _))];
}
