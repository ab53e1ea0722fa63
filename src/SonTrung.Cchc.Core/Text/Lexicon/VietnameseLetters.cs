using System.Collections.Frozen;
using System.Text;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>The tones, in the order of the dictionaries.</summary>
public enum Tone
{
    /// <summary>Ngang, no mark.</summary>
    Level,

    /// <summary>Huyền.</summary>
    Grave,

    /// <summary>Hỏi.</summary>
    Hook,

    /// <summary>Ngã.</summary>
    Tilde,

    /// <summary>Sắc.</summary>
    Acute,

    /// <summary>Nặng.</summary>
    Dot,
}

/// <summary>The letters of the Vietnamese alphabet with and without tone, all precomposed.</summary>
public static class VietnameseLetters
{
    /// <summary>Each vowel with its six tones, in the order of <see cref="Tone"/>.</summary>
    private const string Vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

    private const string ToneMarks = "\0\u0300\u0309\u0303\u0301\u0323";

    private static readonly FrozenDictionary<char, int> Places = Vowels.Select((letter, at) => (letter, at)).ToFrozenDictionary(pair => pair.letter, pair => pair.at);

    /// <summary>Whether a letter, of either case, is one of the 134 that Vietnamese writes beside b, c, d, ….</summary>
    public static bool IsMarked(char letter) =>
        letter > '\u007F' && (letter is 'đ' or 'Đ' || Places.ContainsKey(char.ToLowerInvariant(letter)));

    /// <summary>Whether a lower-case letter is a vowel, with or without marks.</summary>
    public static bool IsVowel(char letter) => Places.ContainsKey(letter);

    /// <summary>A lower-case letter without its tone ("ế" is "ê"), and the tone. Consonants and all else come back as they are.</summary>
    public static (char Letter, Tone Tone) Split(char letter) =>
        Places.TryGetValue(letter, out var at) ? (Vowels[at - (at % 6)], (Tone)(at % 6)) : (letter, Tone.Level);

    /// <summary>A lower-case vowel with a tone; its own tone is replaced.</summary>
    public static char Join(char vowel, Tone tone)
    {
        var at = Places[vowel];
        return Vowels[at - (at % 6) + (int)tone];
    }

    /// <summary>The combining mark of a tone; none for <see cref="Tone.Level"/>.</summary>
    public static char Mark(Tone tone) => ToneMarks[(int)tone];

    /// <summary>A lower-case word without tone and shape marks, đ as d: "hướng" is "huong".</summary>
    public static string Bare(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            bare.Append(Bare(letter));
        }

        return bare.ToString();
    }

    /// <summary>A lower-case letter without tone and shape marks.</summary>
    public static char Bare(char letter) => Split(letter).Letter switch
    {
        'ă' or 'â' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        var plain => plain,
    };
}
