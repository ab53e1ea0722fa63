using System.Buffers;
using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Cleans what was typed or pasted before it is kept. Valid text comes out as it went in.</summary>
public static class PlainText
{
    /// <summary>What stays as it is, alone and beside each other: the letters of Vietnamese as single characters, and the signs of official prose.</summary>
    private static readonly SearchValues<char> AsTheyAre = SearchValues.Create(
    [
        .. Between(' ', '~'), .. Between('\u00A1', '\u00AC'), .. Between('\u00AE', '\u02FF'), .. Between('\u1E00', '\u1EFF'), .. Between('\u2010', '\u2027'),
    ]);

    /// <summary>One line: NFC, trimmed, line breaks and tabs become spaces, control, zero-width and broken characters are dropped. Null gives an empty text.</summary>
    public static string Clean(string? text) => Rewrite(text, keepLines: false);

    /// <summary>As <see cref="Clean"/>, but line breaks stay, each as a single \n, without spaces before them.</summary>
    public static string CleanLines(string? text) => Rewrite(text, keepLines: true);

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a small first letter, as it stands after a colon; an abbreviation keeps its capitals.</summary>
    public static string Small(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static string Rewrite(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExcept(AsTheyAre))
        {
            return text.Trim();
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            Append(kept, rune, keepLines);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static void Append(StringBuilder kept, Rune rune, bool keepLines)
    {
        if (rune.Value is '\n' or '\r' or '\u2028' or '\u2029')
        {
            if (keepLines)
            {
                TrimSpaces(kept);
            }

            kept.Append(keepLines ? '\n' : ' ');
        }
        else if (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
        {
            kept.Append(' ');
        }
        else if (IsText(rune))
        {
            Span<char> characters = stackalloc char[2];
            kept.Append(characters[..rune.EncodeToUtf16(characters)]);
        }
    }

    // EnumerateRunes turns a lone surrogate into U+FFFD, on which normalization would otherwise throw.
    private static bool IsText(Rune rune) =>
        rune != Rune.ReplacementChar
        && (rune.Value & 0xFFFE) != 0xFFFE
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static void TrimSpaces(StringBuilder kept)
    {
        while (kept.Length > 0 && kept[^1] == ' ')
        {
            kept.Length--;
        }
    }
}
