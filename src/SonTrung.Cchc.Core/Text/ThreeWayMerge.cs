using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Brings two changes of one text together, word by word.</summary>
public static class ThreeWayMerge
{
    /// <summary>The text with both changes; null when both changed the same words differently.</summary>
    /// <param name="old">The text that both began from.</param>
    /// <param name="mine">One change of it.</param>
    /// <param name="theirs">The other.</param>
    public static string? Words(string old, string mine, string theirs)
    {
        var (start, left, right) = (WordDiff.Split(old), WordDiff.Split(mine), WordDiff.Split(theirs));
        var (inLeft, inRight) = (WordDiff.Matches(start, left), WordDiff.Matches(start, right));
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
}
