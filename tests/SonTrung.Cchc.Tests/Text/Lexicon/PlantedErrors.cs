using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Tests.Text.Lexicon;

/// <summary>A sound line with one syllable of a two-syllable word spoilt as hands do it.</summary>
/// <param name="Kind">The kind of slip.</param>
/// <param name="Text">The spoilt line.</param>
/// <param name="Start">Where the spoilt syllable begins.</param>
/// <param name="Wrong">The spoilt syllable.</param>
/// <param name="Right">What stood there.</param>
internal sealed record PlantedError(string Kind, string Text, int Start, string Wrong, string Right);

/// <summary>Plants errors into sound lines: the same ones for the same seed.</summary>
internal static class PlantedErrors
{
    private static readonly (string One, string Two)[] Onsets =
        [("s", "x"), ("ch", "tr"), ("d", "gi"), ("r", "d"), ("gi", "r"), ("l", "n"), ("gh", "g"), ("ngh", "ng"), ("k", "c"), ("v", "d")];

    private static readonly (string One, string Two)[] Endings = [("n", "ng"), ("t", "c"), ("n", "nh"), ("i", "y")];

    private static readonly string[] Shapes = ["aăâ", "eê", "oôơ", "uư", "dđ"];

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly (string Kind, Func<string, Random, string?> Spoil)[] Slips =
    [
        ("hỏi/ngã", (word, _) => Retone(word, tone => tone switch { Tone.Hook => Tone.Tilde, Tone.Tilde => Tone.Hook, _ => null })),
        ("dấu thanh", (word, random) => Retone(word, tone => (Tone)random.Next(6) is var other && other != tone ? other : null)),
        ("mất dấu thanh", (word, _) => Retone(word, tone => tone == Tone.Level ? null : Tone.Level)),
        ("dấu mũ, móc", (word, random) => Reshape(word, random)),
        ("phụ âm đầu", (word, random) => Swap(word, Onsets, random, atStart: true)),
        ("âm cuối", (word, random) => Swap(word, Endings, random, atStart: false)),
        ("thiếu chữ", (word, random) => word.Length > 2 ? word.Remove(random.Next(word.Length), 1) : null),
        ("phím bên", (word, random) => NearKey(word, random)),
    ];

    /// <summary>Errors in words that the lexicon knows, evenly over the kinds of slips.</summary>
    public static IReadOnlyList<PlantedError> Into(IReadOnlyList<string> lines, int count, int seed)
    {
        var random = new Random(seed);
        var planted = new List<PlantedError>();
        for (var tries = 0; planted.Count < count && tries < count * 200; tries++)
        {
            var line = lines[random.Next(lines.Count)];
            var words = TextWord.Read(line);
            if (words.Count < 4)
            {
                continue;
            }

            var at = random.Next(words.Count - 1);
            var (first, second) = (words[at], words[at + 1]);
            if (!second.IsJoined || second.Case != WordCase.Lower || first.Case is WordCase.Upper or WordCase.Mixed || !OfficialLexicon.Instance.HasWord($"{first.Key} {second.Key}"))
            {
                continue;
            }

            var word = random.Next(2) == 0 ? first : second;
            var (kind, spoil) = Slips[planted.Count % Slips.Length];
            if (spoil(word.Text.ToLowerInvariant(), random) is not { Length: > 0 } wrong || OfficialLexicon.Key(wrong) == word.Key)
            {
                continue;
            }

            var other = OfficialLexicon.Key(wrong);
            var isWord = OfficialLexicon.Instance.HasWord(word == first ? $"{other} {second.Key}" : $"{first.Key} {other}");
            if (isWord || OfficialLexicon.Instance.IsForeign(wrong))
            {
                continue;
            }

            wrong = VietnameseSyllable.Recase(wrong, word.Text.Length > 1 ? word.Text : "");
            planted.Add(new PlantedError(kind, line[..word.Start] + wrong + line[word.End..], word.Start, wrong, word.Text));
        }

        return planted;
    }

    /// <summary>Whether a checker finds it and proposes what stood there.</summary>
    public static bool IsFound(PlantedError error, IEnumerable<Misspelling> found) =>
        found.Any(misspelling =>
            misspelling.Start <= error.Start && misspelling.Start + misspelling.Text.Length >= error.Start + error.Wrong.Length
            && misspelling.Suggestions.Any(suggestion => suggestion.Split(' ').Contains(error.Right)));

    private static string? Retone(string word, Func<Tone, Tone?> choose)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var (letter, tone) = VietnameseLetters.Split(word[i]);
            if (tone != Tone.Level)
            {
                return choose(tone) is { } other ? word[..i] + VietnameseLetters.Join(letter, other) + word[(i + 1)..] : null;
            }
        }

        return choose(Tone.Level) is { } added and not Tone.Level ? VietnameseSyllable.WithTone(word, added) : null;
    }

    private static string? Reshape(string word, Random random)
    {
        var at = random.Next(word.Length);
        var (letter, tone) = VietnameseLetters.Split(word[at]);
        if (Shapes.FirstOrDefault(set => set.Contains(letter)) is not { } shapes)
        {
            return null;
        }

        var other = shapes[random.Next(shapes.Length)];
        return other == letter ? null : word[..at] + (tone == Tone.Level ? other : VietnameseLetters.Join(other, tone)) + word[(at + 1)..];
    }

    private static string? Swap(string word, (string One, string Two)[] pairs, Random random, bool atStart)
    {
        var (one, two) = pairs[random.Next(pairs.Length)];
        if (random.Next(2) == 0)
        {
            (one, two) = (two, one);
        }

        return atStart
            ? word.StartsWith(one, StringComparison.Ordinal) ? two + word[one.Length..] : null
            : word.EndsWith(one, StringComparison.Ordinal) ? word[..^one.Length] + two : null;
    }

    private static string? NearKey(string word, Random random)
    {
        var at = random.Next(word.Length);
        if (Keys.FirstOrDefault(row => row.Contains(word[at])) is not { } row)
        {
            return null;
        }

        var key = row.IndexOf(word[at], StringComparison.Ordinal) + (random.Next(2) == 0 ? 1 : -1);
        return key < 0 || key >= row.Length ? null : word[..at] + row[key] + word[(at + 1)..];
    }
}
