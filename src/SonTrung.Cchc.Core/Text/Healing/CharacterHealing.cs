using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>Characters one by one: what shows nothing, what is written in pieces, what comes from another alphabet.</summary>
internal static class CharacterHealing
{
    // Letters that no Vietnamese text means, whatever stands beside them.
    private static readonly FrozenDictionary<char, string> Never = Table(
        "ƣ ư Ƣ Ư Ɖ Đ ﬁ fi ﬂ fl ﬀ ff ﬃ ffi ﬄ ffl \uF0B7 • \uF02D - \uF0A7 ▪ \uF0D8 ➢ \uF0FC ✓ \u2011 - \u2010 -");

    // Letters of other alphabets that look like Latin ones; mended inside words that have Latin letters too.
    private static readonly FrozenDictionary<char, string> LookAlikes = Table(
        "а a е e о o р p с c у y х x і i ј j ѕ s А A В B Е E К K М M Н H О O Р P С C Т T У Y Х X І I Ј J Ѕ S "
        + "ο o ν v ρ p υ u ι i ό ó ά á έ é ί í ύ ú Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Υ Y Χ X ɡ g ɑ a ı i");

    // Latin letters that stand for a Vietnamese one only when they make a syllable of the word.
    private static readonly FrozenDictionary<char, string> Near = Table("ð đ Ð Đ ɖ đ ǎ ă Ǎ Ă ȃ â ȇ ê ȏ ô");

    /// <summary>Zero width and direction marks, soft hyphens, control characters, halves of characters.</summary>
    public static IReadOnlyList<Edit> Invisible(string text)
    {
        var edits = new List<Edit>();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsInvisible(text, i))
            {
                var start = i;
                while (i + 1 < text.Length && IsInvisible(text, i + 1))
                {
                    i++;
                }

                edits.Add(new Edit(start, i + 1 - start, "", TextChangeKind.Invisible));
            }
            else if (text[i] is '\u2028' or '\u2029' or '\u0085' or '\u000B' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                edits.Add(new Edit(i, 1, "\n", TextChangeKind.LineBreak));
            }
        }

        return edits;
    }

    /// <summary>Letters and their marks in several characters, joined to NFC.</summary>
    public static IReadOnlyList<Edit> Composition(string text)
    {
        var edits = new List<Edit>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + (char.IsHighSurrogate(text[start]) ? 2 : 1);
            while (end < text.Length && IsMark(text[end]))
            {
                end++;
            }

            if (end - start > 1 || text[start] > '\u02FF')
            {
                var piece = text[start..end];
                var composed = piece.Normalize(NormalizationForm.FormC);
                if (composed != piece)
                {
                    edits.Add(new Edit(start, end - start, composed, TextChangeKind.Composition));
                }
            }

            start = end;
        }

        return edits;
    }

    /// <summary>Letters of other alphabets.</summary>
    public static IReadOnlyList<Edit> WrongLetters(string text)
    {
        var edits = new List<Edit>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= '\u00CF')
            {
                continue;
            }

            if (!IsInWord(text[i]) && Always(text[i]) is { } other)
            {
                edits.Add(new Edit(i, 1, other, TextChangeKind.WrongLetter));
            }
            else if (Always(text[i]) is not null || Near.ContainsKey(text[i]) || LookAlikes.ContainsKey(text[i]))
            {
                var (start, end) = WordAround(text, i);
                if (end - start > 1 || text[start] > '\uF000')
                {
                    edits.AddRange(InWord(text, start, end));
                }

                i = end - 1;
            }
        }

        return edits;
    }

    private static bool IsInvisible(string text, int at)
    {
        var c = text[at];
        return c switch
        {
            '\t' or '\n' or '\f' or '\r' or '\u000B' or '\u0085' or '\u2028' or '\u2029' => false,
            // Joins pictures and the letters of other scripts.
            '\u200D' => at == 0 || at + 1 == text.Length || (text[at - 1] < '\u0300' && text[at + 1] < '\u0300') || VietnameseLetters.IsMarked(text[at - 1]) || VietnameseLetters.IsMarked(text[at + 1]),
            _ when char.IsHighSurrogate(c) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
            _ when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
            '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => true,
            _ => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format,
        };
    }

    /// <summary>What is meant wherever the character stands; full-width forms are plain ones.</summary>
    private static string? Always(char c) =>
        c is >= '\uFF01' and <= '\uFF5E' ? ((char)(c - '\uFF01' + '!')).ToString() : Never.GetValueOrDefault(c);

    private static IEnumerable<Edit> InWord(string text, int start, int end)
    {
        var word = text[start..end];
        var mended = new StringBuilder(word.Length);
        var isMixed = word.Any(c => c < '\u0370' || c is >= '\u1E00' and <= '\u1EFF');
        foreach (var c in word)
        {
            mended.Append(Always(c) ?? Near.GetValueOrDefault(c) ?? (isMixed ? LookAlikes.GetValueOrDefault(c) : null) ?? c.ToString());
        }

        var whole = mended.ToString();
        var isWhole = VietnameseSyllable.IsValid(whole) || IsSymbol(word, whole);
        for (var i = 0; i < word.Length; i++)
        {
            var other = Always(word[i])
                ?? (isWhole ? Near.GetValueOrDefault(word[i]) : null)
                ?? (isMixed && (isWhole || word.All(IsLatinOrLike)) ? LookAlikes.GetValueOrDefault(word[i]) : null);
            if (other is not null && (other.Length != 1 || other[0] != word[i]))
            {
                yield return new Edit(start + i, 1, other, TextChangeKind.WrongLetter);
            }
        }
    }

    /// <summary>"QÐ", "HÐND" written with eth: all capitals.</summary>
    private static bool IsSymbol(string word, string mended) =>
        word.Length > 1 && mended.All(c => char.IsAsciiLetterUpper(c) || c == 'Đ');

    private static bool IsLatinOrLike(char c) => c < '\u0370' || c is >= '\u1E00' and <= '\u1EFF' || LookAlikes.ContainsKey(c);

    private static (int Start, int End) WordAround(string text, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && IsInWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsInWord(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsInWord(char c) => char.IsLetter(c) || IsMark(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<char, string> Table(string pairs)
    {
        var parts = pairs.Split(' ');
        return Enumerable.Range(0, parts.Length / 2).ToFrozenDictionary(i => parts[2 * i][0], i => parts[(2 * i) + 1]);
    }
}
