using System.Globalization;
using System.Text;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>Marks that a damaged text shows on a consonant, or on nothing that bears them: they go to the vowel where the syllable wants them.</summary>
internal static class MarkHealing
{
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const string Shapes = "\u0302\u0306\u031B";

    /// <summary>The words that become syllables so, and only in one way.</summary>
    public static IReadOnlyList<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            var isSuspect = false;
            while (end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end])))
            {
                isSuspect |= text[end] > '\u007F' && !VietnameseLetters.IsMarked(text[end]);
                end++;
            }

            if (isSuspect && end - start > 1 && Mend(text[start..end]) is { } mended)
            {
                edits.Add(new Edit(start, end - start, mended, TextChangeKind.MisplacedMark));
            }

            start = end + 1;
        }

        return edits;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static string? Mend(string word)
    {
        // A foreign name may begin with ñ; in a torn syllable it is the last consonant that carries the tone.
        if (word[0] is 'ñ' or 'Ñ')
        {
            return null;
        }

        var letters = new StringBuilder();
        var stray = new StringBuilder();
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(c))
            {
                letters.Append(c);
            }
            else if (!Compose(letters, c))
            {
                stray.Append(c);
            }
        }

        if (stray.Length is 0 or > 3)
        {
            return null;
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        Place(letters.ToString(), stray.ToString(), found);
        return found.Count == 1 ? found.Single() : null;
    }

    /// <summary>Puts a mark on the last letter when that is a Vietnamese vowel which bears it; a mark that stands there twice is dropped.</summary>
    private static bool Compose(StringBuilder letters, char mark)
    {
        if (letters.Length == 0)
        {
            return false;
        }

        var last = letters[^1].ToString();
        var composed = (last + mark).Normalize(NormalizationForm.FormC);
        if (composed.Length == 1 && VietnameseLetters.IsMarked(composed[0]))
        {
            letters[^1] = composed[0];
            return true;
        }

        return last.Normalize(NormalizationForm.FormD).Contains(mark, StringComparison.Ordinal);
    }

    private static void Place(string letters, string stray, HashSet<string> found)
    {
        if (stray.Length == 0)
        {
            if (VietnameseSyllable.IsValid(letters))
            {
                found.Add(letters);
            }

            return;
        }

        var (mark, rest) = (stray[0], stray[1..]);
        if (Shapes.Contains(mark, StringComparison.Ordinal))
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var shaped = new StringBuilder(letters);
                if (With(letters[i], mark) is { } letter)
                {
                    shaped[i] = letter;
                    Place(shaped.ToString(), rest, found);
                }
            }
        }
        else if (Tones.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var tone)
        {
            if (rest.Length > 0)
            {
                // Shapes first: the tone needs to know its vowel. Two tones have no syllable.
                if (rest.Any(other => Shapes.Contains(other, StringComparison.Ordinal)))
                {
                    Place(letters, rest + mark, found);
                }
            }
            else if (VietnameseSyllable.WithTone(letters, (Tone)(tone + 1)) is { } toned)
            {
                found.Add(string.Concat(toned.Zip(letters, (letter, like) => char.IsUpper(like) ? char.ToUpperInvariant(letter) : letter)));
            }
        }
    }

    private static char? With(char letter, char mark)
    {
        var composed = (letter.ToString().Normalize(NormalizationForm.FormD) + mark).Normalize(NormalizationForm.FormC);
        return composed.Length == 1 && composed[0] != letter && VietnameseLetters.IsMarked(composed[0]) ? composed[0] : null;
    }
}
