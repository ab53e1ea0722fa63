using System.Globalization;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>What two activities are compared by; made once for each, so that thousands can be compared.</summary>
internal sealed class ActivityTraits
{
    /// <summary>Share of common words from which two titles say the same.</summary>
    private const double SameWords = 0.75;

    private readonly DateOnly startsOn;
    private readonly string[] words;
    private readonly string[] numbers;
    private readonly string place;
    private readonly long channelId;
    private readonly long? planItemId;

    public ActivityTraits(DateOnly startsOn, string title, string? place, long channelId, long? planItemId)
    {
        this.startsOn = startsOn;
        this.channelId = channelId;
        this.planItemId = planItemId;
        this.place = SearchKey.Of(place);
        words = [.. SearchKey.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        Wording = string.Join(' ', words);
        numbers = [.. words.Where(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _))];
    }

    /// <summary>The day.</summary>
    public DateOnly Day => startsOn;

    /// <summary>The words in one: activities of one day with the same are alike.</summary>
    public string Wording { get; }

    public static ActivityTraits Of(ActivityInput input) => new(input.StartsOn, input.Title, input.Place, input.ChannelId, input.PlanItemId);

    /// <inheritdoc cref="AlikeActivity.IsLike"/>
    public bool IsLike(ActivityTraits other)
    {
        if (Math.Abs(startsOn.DayNumber - other.startsOn.DayNumber) > 1)
        {
            return false;
        }

        return SaysTheSame(other)
            || (startsOn == other.startsOn && channelId == other.channelId && planItemId is not null && planItemId == other.planItemId
                && (place.Length == 0 || other.place.Length == 0 || place == other.place));
    }

    private bool SaysTheSame(ActivityTraits other)
    {
        var total = words.Length + other.words.Length;
        return total > 0
            && 2.0 * Math.Min(words.Length, other.words.Length) / total >= SameWords
            && numbers.AsSpan().SequenceEqual(other.numbers)
            && 2.0 * Common(words, other.words) / total >= SameWords;
    }

    /// <summary>How many words two ordered lists share.</summary>
    private static int Common(string[] one, string[] other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = string.CompareOrdinal(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }
}
