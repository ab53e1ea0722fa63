using System.Collections.Frozen;
using System.Text;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>How a font of the nineties put Vietnamese into bytes, the bytes shown as Latin-1.</summary>
internal sealed class FontEncoding
{
    private readonly FrozenDictionary<string, char> letters;

    private FontEncoding(IEnumerable<(string Shown, char Letter)> letters) =>
        this.letters = letters.ToFrozenDictionary(pair => pair.Shown, pair => pair.Letter, StringComparer.Ordinal);

    /// <summary>TCVN 5712 (ABC, .VnTime): one byte a letter.</summary>
    public static FontEncoding Tcvn3 { get; } = new(Pairs(
        "à µ ả ¶ ã · á ¸ ạ ¹ ă ¨ ằ » ẳ ¼ ẵ ½ ắ ¾ ặ Æ â © ầ Ç ẩ È ẫ É ấ Ê ậ Ë đ ® è Ì ẻ Î ẽ Ï é Ð ẹ Ñ ê ª ề Ò ể Ó ễ Ô ế Õ ệ Ö ì × ỉ Ø ĩ Ü í Ý ị Þ "
        + "ò ß ỏ á õ â ó ã ọ ä ô « ồ å ổ æ ỗ ç ố è ộ é ơ ¬ ờ ê ở ë ỡ ì ớ í ợ î ù ï ủ ñ ũ ò ú ó ụ ô ư \u00AD ừ õ ử ö ữ ÷ ứ ø ự ù ỳ ú ỷ û ỹ ü ý ý ỵ þ "
        + "Ă ¡ Â ¢ Ê £ Ô ¤ Ơ ¥ Ư ¦ Đ §"));

    /// <summary>VNI (VNI-Times): a plain letter and a byte for its marks, some letters in one byte.</summary>
    public static FontEncoding Vni { get; } = new(BothCases(Pairs(
        "à aø ả aû ã aõ á aù ạ aï ă aê ằ aè ẳ aú ẵ aü ắ aé ặ aë â aâ ầ aà ẩ aå ẫ aã ấ aá ậ aä đ ñ è eø ẻ eû ẽ eõ é eù ẹ eï ê eâ ề eà ể eå ễ eã ế eá ệ eä ì ì ỉ æ ĩ ó í í ị ò "
        + "ò oø ỏ oû õ oõ ó où ọ oï ô oâ ồ oà ổ oå ỗ oã ố oá ộ oä ơ ô ờ ôø ở ôû ỡ ôõ ớ ôù ợ ôï ù uø ủ uû ũ uõ ú uù ụ uï ư ö ừ öø ử öû ữ öõ ứ öù ự öï ỳ yø ỷ yû ỹ yõ ý yù ỵ î")));

    /// <summary>The word in Unicode, or null when it has a character that this encoding does not know.</summary>
    public string? Decode(string word)
    {
        var decoded = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (i + 1 < word.Length && letters.TryGetValue(word.Substring(i, 2), out var two))
            {
                decoded.Append(two);
                i++;
            }
            else if (letters.TryGetValue(word[i].ToString(), out var one))
            {
                decoded.Append(one);
            }
            else if (char.IsAscii(word[i]))
            {
                decoded.Append(word[i]);
            }
            else
            {
                return null;
            }
        }

        return decoded.ToString();
    }

    private static IEnumerable<(string Shown, char Letter)> Pairs(string table)
    {
        var parts = table.Split(' ');
        for (var i = 0; i < parts.Length; i += 2)
        {
            yield return (parts[i + 1], parts[i][0]);
        }
    }

    /// <summary>Small letters, capitals, and capitals whose marks were typed small.</summary>
    private static IEnumerable<(string Shown, char Letter)> BothCases(IEnumerable<(string Shown, char Letter)> small)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (shown, letter) in small)
        {
            var upper = char.ToUpperInvariant(letter);
            foreach (var (form, value) in new[] { (shown, letter), (shown.ToUpperInvariant(), upper), (char.ToUpperInvariant(shown[0]) + shown[1..], upper) })
            {
                if (seen.Add(form))
                {
                    yield return (form, value);
                }
            }
        }
    }
}
