using System.Text;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>Keys of the Telex method that stayed in a word because the input method was off or late: "huyeenj", "huyêjn", "ddược".</summary>
internal static class TelexKeys
{
    private const string Tones = "frxsj";

    private static readonly (string Keys, char Letter)[] Letters =
        [("uow", '\0'), ("dd", 'đ'), ("aa", 'â'), ("ee", 'ê'), ("oo", 'ô'), ("aw", 'ă'), ("ow", 'ơ'), ("uw", 'ư')];

    /// <summary>The syllable that the keys of a lower-case word stand for, or null.</summary>
    public static string? Read(string word)
    {
        if (word.Length is < 3 or > 12)
        {
            return null;
        }

        var plain = new StringBuilder(word);
        foreach (var (keys, letter) in Letters)
        {
            plain.Replace(keys, letter == '\0' ? "ươ" : letter.ToString());
        }

        var tone = Tone.Level;
        for (var i = plain.Length - 1; i > 0; i--)
        {
            if (Tones.IndexOf(plain[i], StringComparison.Ordinal) is >= 0 and var at)
            {
                tone = (Tone)(at + 1);
                plain.Remove(i, 1);
                break;
            }
        }

        var letters = plain.ToString();
        return letters == word ? null
            : tone != Tone.Level ? VietnameseSyllable.WithTone(letters, tone)
            : VietnameseSyllable.IsValid(letters) ? letters
            : null;
    }
}
