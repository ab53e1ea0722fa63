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

    private static readonly (string One, string Two)[] Onsets =
    [
        ("s", "x"), ("ch", "tr"), ("gi", "d"), ("gi", "r"), ("d", "r"), ("l", "n"), ("gh", "g"), ("ngh", "ng"), ("k", "c"), ("v", "d"), ("v", "gi"), ("d", "đ"),
    ];

    private static readonly (string One, string Two)[] Endings =
    [
        ("n", "ng"), ("n", "nh"), ("c", "t"), ("ch", "t"), ("i", "y"), ("o", "u"), ("êch", "êt"),
    ];

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>The cost of writing one lower-case word for another; they need not be syllables.</summary>
    public static double Between(string one, string two)
    {
        if (Math.Max(one.Length, two.Length) > Longest || Math.Abs(one.Length - two.Length) > MostExtra)
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
        return cost + Letters(first, second);
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

    private static double Letters(ReadOnlySpan<char> one, ReadOnlySpan<char> two)
    {
        if (one.SequenceEqual(two))
        {
            return 0;
        }

        var cost = Edits(one, two);
        foreach (var (a, b) in Onsets)
        {
            if (Swapped(one, two, a, b, atStart: true) || Swapped(one, two, b, a, atStart: true))
            {
                return Math.Min(cost, Confusion);
            }
        }

        foreach (var (a, b) in Endings)
        {
            if (Swapped(one, two, a, b, atStart: false) || Swapped(one, two, b, a, atStart: false))
            {
                return Math.Min(cost, Confusion);
            }
        }

        return cost;
    }

    private static bool Swapped(ReadOnlySpan<char> one, ReadOnlySpan<char> two, string a, string b, bool atStart) =>
        atStart
            ? one.StartsWith(a) && two.StartsWith(b) && one[a.Length..].SequenceEqual(two[b.Length..])
            : one.EndsWith(a) && two.EndsWith(b) && one[..^a.Length].SequenceEqual(two[..^b.Length]);

    /// <summary>Weighted edits with transposition of neighbours.</summary>
    private static double Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> two)
    {
        var width = two.Length + 1;
        Span<double> costs = stackalloc double[(one.Length + 1) * width];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= two.Length; j++)
            {
                var at = (i * width) + j;
                if (i == 0 || j == 0)
                {
                    costs[at] = (i + j) * Extra;
                    continue;
                }

                var best = costs[at - width - 1] + Replace(one[i - 1], two[j - 1]);
                best = Math.Min(best, Math.Min(costs[at - width], costs[at - 1]) + Extra);
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                {
                    best = Math.Min(best, costs[at - (2 * width) - 2] + Swap);
                }

                costs[at] = best;
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

    private static bool AreNeighbours(char one, char two)
    {
        foreach (var row in Keys)
        {
            if (row.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at && row.IndexOf(two, StringComparison.Ordinal) is >= 0 and var other)
            {
                return Math.Abs(at - other) == 1;
            }
        }

        return false;
    }
}
