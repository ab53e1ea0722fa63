namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>
/// How likely one syllable was written for another: 0 for the same, about 1 for one usual slip (hỏi/ngã, s/x, ch/tr, n/ng at the end, a mark, a tone,
/// a neighbouring key), more for several.
/// </summary>
public static class SyllableDistance
{
    /// <summary>The cost of the commonest slip, hỏi for ngã.</summary>
    public const double HookForTilde = 0.6;

    // Words longer than this are no syllables with a slip in them, and more letters too many are no slip.
    private const int Longest = 12;
    private const int MostExtra = 2;

    private const double Tone = 1.0;
    private const double Confusion = 0.9;
    private const double Shape = 1.0;
    private const double Extra = 1.3;
    private const double NearKey = 1.2;
    private const double OtherVowel = 1.4;
    private const double Other = 1.6;
    private const double Swap = 1.2;

    /// <summary>What letters cost at least when one word has so many more.</summary>
    private static readonly double[] Least = [0, Confusion, MostExtra * Extra];

    private static readonly (string One, string Two)[] Onsets =
    [
        ("s", "x"), ("ch", "tr"), ("gi", "d"), ("gi", "r"), ("d", "r"), ("l", "n"), ("gh", "g"), ("ngh", "ng"), ("k", "c"), ("v", "d"), ("v", "gi"), ("d", "đ"),
    ];

    private static readonly (string One, string Two)[] Endings =
    [
        ("n", "ng"), ("n", "nh"), ("c", "t"), ("ch", "t"), ("i", "y"), ("o", "u"), ("êch", "êt"),
    ];

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly int[] Neighbours = ReadNeighbours();

    /// <summary>The cost of writing one lower-case word for another; they need not be syllables.</summary>
    /// <param name="one">What is written.</param>
    /// <param name="two">What may be meant.</param>
    /// <param name="farthest">What costs more is not reckoned to the end: the answer is then infinite.</param>
    public static double Between(string one, string two, double farthest = double.PositiveInfinity)
    {
        var extra = Math.Abs(one.Length - two.Length);
        if (Math.Max(one.Length, two.Length) > Longest || extra > MostExtra || Least[extra] > farthest)
        {
            return double.PositiveInfinity;
        }

        Span<char> first = stackalloc char[one.Length];
        Span<char> second = stackalloc char[two.Length];
        var tone = Split(one, first);
        var otherTone = Split(two, second);
        var cost = tone == otherTone ? 0
            : (tone, otherTone) is (Lexicon.Tone.Hook, Lexicon.Tone.Tilde) or (Lexicon.Tone.Tilde, Lexicon.Tone.Hook) ? HookForTilde
            : Tone;
        return cost + Least[extra] > farthest ? double.PositiveInfinity : cost + Letters(first, second, farthest - cost);
    }

    private static Tone Split(string word, Span<char> letters)
    {
        var tone = Lexicon.Tone.Level;
        for (var i = 0; i < word.Length; i++)
        {
            (letters[i], var own) = VietnameseLetters.Split(word[i]);
            tone = own == Lexicon.Tone.Level ? tone : own;
        }

        return tone;
    }

    private static double Letters(ReadOnlySpan<char> one, ReadOnlySpan<char> two, double farthest)
    {
        if (one.SequenceEqual(two))
        {
            return 0;
        }

        // No edit costs less than a confusion.
        foreach (var (a, b) in Onsets)
        {
            if (Swapped(one, two, a, b, atStart: true) || Swapped(one, two, b, a, atStart: true))
            {
                return Confusion;
            }
        }

        foreach (var (a, b) in Endings)
        {
            if (Swapped(one, two, a, b, atStart: false) || Swapped(one, two, b, a, atStart: false))
            {
                return Confusion;
            }
        }

        return Edits(one, two, farthest);
    }

    private static bool Swapped(ReadOnlySpan<char> one, ReadOnlySpan<char> two, string a, string b, bool atStart) =>
        atStart
            ? one.StartsWith(a) && two.StartsWith(b) && one[a.Length..].SequenceEqual(two[b.Length..])
            : one.EndsWith(a) && two.EndsWith(b) && one[..^a.Length].SequenceEqual(two[..^b.Length]);

    /// <summary>Weighted edits with transposition of neighbours.</summary>
    private static double Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> two, double farthest)
    {
        var width = two.Length + 1;
        Span<double> costs = stackalloc double[(one.Length + 1) * width];
        var (before, least) = (0.0, 0.0);
        for (var i = 0; i <= one.Length; i++)
        {
            // A way to the end leads through one of two neighbouring rows.
            if (before > farthest && least > farthest)
            {
                return double.PositiveInfinity;
            }

            (before, least) = (least, double.PositiveInfinity);
            for (var j = 0; j <= two.Length; j++)
            {
                var at = (i * width) + j;
                if (i == 0 || j == 0)
                {
                    costs[at] = (i + j) * Extra;
                    least = Math.Min(least, costs[at]);
                    continue;
                }

                var best = costs[at - width - 1] + Replace(one[i - 1], two[j - 1]);
                best = Math.Min(best, Math.Min(costs[at - width], costs[at - 1]) + Extra);
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                {
                    best = Math.Min(best, costs[at - (2 * width) - 2] + Swap);
                }

                costs[at] = best;
                least = Math.Min(least, best);
            }
        }

        return costs[^1];
    }

    private static double Replace(char one, char two)
    {
        if (one == two)
        {
            return 0;
        }

        var (a, b) = (VietnameseLetters.Bare(one), VietnameseLetters.Bare(two));
        if (a == b)
        {
            return Shape;
        }

        if (AreNeighbours(a, b))
        {
            return NearKey;
        }

        return VietnameseLetters.IsVowel(a) && VietnameseLetters.IsVowel(b) ? OtherVowel : Other;
    }

    private static bool AreNeighbours(char one, char two) => one is >= 'a' and <= 'z' && two is >= 'a' and <= 'z' && (Neighbours[one - 'a'] & (1 << (two - 'a'))) != 0;

    /// <summary>For each letter from a to z the keys to its left and right, a bit each.</summary>
    private static int[] ReadNeighbours()
    {
        var neighbours = new int[26];
        foreach (var row in Keys)
        {
            for (var at = 1; at < row.Length; at++)
            {
                neighbours[row[at] - 'a'] |= 1 << (row[at - 1] - 'a');
                neighbours[row[at - 1] - 'a'] |= 1 << (row[at] - 'a');
            }
        }

        return neighbours;
    }
}
