using System.Text;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Brings two changes of one text together, word by word.</summary>
public static partial class ThreeWayMerge
{
    /// <summary>The text with both changes; null when both changed the same words differently.</summary>
    /// <param name="old">The text that both began from.</param>
    /// <param name="mine">One change of it.</param>
    /// <param name="theirs">The other.</param>
    public static string? Words(string old, string mine, string theirs)
    {
        var (start, left, right) = (Split(old), Split(mine), Split(theirs));
        var (inLeft, inRight) = (Matches(start, left), Matches(start, right));
        var merged = new StringBuilder();
        var (i, a, b) = (0, 0, 0);
        while (true)
        {
            var next = i;
            while (next < start.Length && (inLeft[next] < 0 || inRight[next] < 0))
            {
                next++;
            }

            var isLast = next == start.Length;
            var (before, x, y) = (start[i..next], left[a..(isLast ? left.Length : inLeft[next])], right[b..(isLast ? right.Length : inRight[next])]);
            if (Chosen(before, x, y) is not { } words)
            {
                return null;
            }

            merged.AppendJoin("", words);
            if (isLast)
            {
                return merged.ToString();
            }

            merged.Append(start[next]);
            (i, a, b) = (next + 1, inLeft[next] + 1, inRight[next] + 1);
        }
    }

    private static string[]? Chosen(string[] before, string[] mine, string[] theirs) =>
        mine.SequenceEqual(before) ? theirs
        : theirs.SequenceEqual(before) || mine.SequenceEqual(theirs) ? mine
        : null;

    private static string[] Split(string text) => Words().Matches(text).Select(match => match.Value).ToArray();

    /// <summary>For each word of the old text its place in the new one, or -1: a longest common subsequence.</summary>
    private static int[] Matches(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var places = new int[old.Length];
        Array.Fill(places, -1);
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j])
            {
                places[i++] = j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return places;
    }

    // A word, a number with its separators, a run of spaces, or any other sign by itself.
    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Words();
}
