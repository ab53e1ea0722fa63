using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>
/// Keys that sort by the Vietnamese alphabet (A Ă Â B C D Đ E Ê … O Ô Ơ … U Ư …) on any database: digits, spaces and lower-case ASCII letters,
/// to be compared byte by byte. Letters come first, tones (ngang, huyền, hỏi, ngã, sắc, nặng) only decide between equal letters.
/// </summary>
public static class SortKey
{
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>The key of a name or title. Numbers in it sort by value: "Thôn 2" before "Thôn 10".</summary>
    public static string Of(string? text)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        foreach (var word in Words(text))
        {
            if (letters.Length > 0)
            {
                letters.Append('0');
            }

            AppendWord(word, letters, tones);
        }

        return letters.Length == 0 ? "" : $"{letters} {tones}";
    }

    /// <summary>The key of a person's full name: by given name, which comes last, then by family and middle names.</summary>
    public static string ForPerson(string? fullName)
    {
        var words = Words(fullName);
        return words.Length == 0 ? "" : $"{Of(words[^1])} {Of(string.Join(' ', words[..^1]))}".TrimEnd();
    }

    private static string[] Words(string? text)
    {
        var cleaned = new StringBuilder();
        foreach (var c in PlainText.Clean(text).Normalize(NormalizationForm.FormD))
        {
            var kept = char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
            cleaned.Append(kept ? char.ToLowerInvariant(c) : ' ');
        }

        return cleaned.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A syllable has one tone, so one digit per word is enough.</summary>
    private static void AppendWord(string word, StringBuilder letters, StringBuilder tones)
    {
        var tone = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsAsciiDigit(c))
            {
                i = AppendNumber(word, i, letters);
            }
            else if (char.IsAsciiLetter(c) || c == 'đ')
            {
                letters.Append(c == 'đ' ? 'd' : c).Append(c == 'đ' ? '1' : '0');
            }
            else if (Tones.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index)
            {
                tone = index + 1;
            }
            else if (Shape(c, letters) is { } shape)
            {
                letters[^1] = shape;
            }
        }

        tones.Append(tone);
    }

    /// <summary>Ă and â follow a, ê follows e, ô and ơ follow o, ư follows u.</summary>
    private static char? Shape(char mark, StringBuilder letters)
    {
        var letter = letters.Length >= 2 ? letters[^2] : default;
        return (mark, letter) switch
        {
            ('\u0306', 'a') => '1',
            ('\u0302', 'a') => '2',
            ('\u0302', 'e' or 'o') => '1',
            ('\u031B', 'o') => '2',
            ('\u031B', 'u') => '1',
            _ => null,
        };
    }

    private static int AppendNumber(string word, int start, StringBuilder letters)
    {
        var end = start;
        while (end < word.Length && char.IsAsciiDigit(word[end]))
        {
            end++;
        }

        // The length leads, so that more digits sort later; ten and more digits sort as text.
        var digits = word[start..end].TrimStart('0');
        letters.Append('1').Append(Math.Min(digits.Length, 9)).Append(digits);
        return end - 1;
    }
}
