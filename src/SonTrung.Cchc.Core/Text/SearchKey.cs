using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>The form of a text that searches compare: the same for "Đối thoại", "doi thoai" and "DOI THOAI" on every database.</summary>
public static class SearchKey
{
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

        var key = new StringBuilder(text.Length);
        foreach (var c in PlainText.Clean(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                key.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
