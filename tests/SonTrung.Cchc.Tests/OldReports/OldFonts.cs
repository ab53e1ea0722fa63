using System.Text;
using SonTrung.Cchc.Core.Text.Healing;

namespace SonTrung.Cchc.Tests.OldReports;

/// <summary>Sound text as fonts of the nineties wrote it.</summary>
internal static class OldFonts
{
    private static readonly IReadOnlyDictionary<char, string> Tcvn3 = Codes(FontEncoding.Tcvn3);
    private static readonly IReadOnlyDictionary<char, string> Vni = Codes(FontEncoding.Vni);

    /// <summary>TCVN 5712: capitals with tones have no codes of their own, their font drew small ones.</summary>
    public static string ToTcvn3(string text) => Written(text, letter => Tcvn3.GetValueOrDefault(letter) ?? Tcvn3.GetValueOrDefault(char.ToLowerInvariant(letter)));

    /// <summary>VNI.</summary>
    public static string ToVni(string text) => Written(text, letter => Vni.GetValueOrDefault(letter));

    private static string Written(string text, Func<char, string?> code)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            written.Append(letter <= '\u007F' ? letter.ToString() : code(letter) ?? letter.ToString());
        }

        return written.ToString();
    }

    /// <summary>What a font writes for each Vietnamese letter, told by what its text is read as.</summary>
    private static Dictionary<char, string> Codes(FontEncoding font) => Forms()
        .Select(form => (Form: form, Read: font.Decode(form)))
        .Where(pair => pair.Read is { Length: 1 } read && read[0] > '\u007F')
        .GroupBy(pair => pair.Read![0]).ToDictionary(group => group.Key, group => group.First().Form);

    private static IEnumerable<string> Forms()
    {
        var marks = Enumerable.Range(0xA0, 0x60).Select(code => (char)code).ToList();
        return [.. marks.Select(mark => mark.ToString()), .. "aeiouyAEIOUYôöÔÖ".SelectMany(letter => marks.Select(mark => $"{letter}{mark}"))];
    }
}
