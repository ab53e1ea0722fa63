using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>The form of a text that searches compare: the same for "Đối thoại", "doi thoai" and "DOI THOAI" on every database.</summary>
public static class SearchKey
{
    private const char Unknown = '\uFFFF';

    /// <summary>What becomes of the letters and signs of Vietnamese, each by the rule of <see cref="Fold(string)"/>: asking for it letter by letter is most of the work of an import.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, '\u2028').Select(code => FoldedAlone((char)code))];

    /// <summary>
    /// Lower-case letters and digits without marks (đ becomes d), everything else folded to single spaces: "14/KH-UBND" gives "14 kh ubnd".
    /// The result never holds a wildcard of LIKE. Null and blank give an empty key.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var clean = PlainText.Clean(text);
        var key = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            var folded = c < Folded.Length ? Folded[c] : Unknown;
            if (folded == Unknown)
            {
                return Fold(clean);
            }

            Append(key, folded);
        }

        return key.ToString().TrimEnd();
    }

    private static string Fold(string clean)
    {
        var key = new StringBuilder(clean.Length);
        foreach (var c in clean.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                Append(key, !char.IsLetterOrDigit(c) ? ' ' : c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
        }

        return key.ToString().TrimEnd();
    }

    private static void Append(StringBuilder key, char folded)
    {
        if (folded != ' ' || (key.Length > 0 && key[^1] != ' '))
        {
            key.Append(folded);
        }
    }

    private static char FoldedAlone(char c)
    {
        if (c is (< '\u0300' or >= '\u1E00') and not (>= '\u1F00' and < '\u2010'))
        {
            return Fold($"{c}") switch
            {
                [var letter] => letter,
                "" => ' ',
                _ => Unknown,
            };
        }

        return Unknown;
    }
}
