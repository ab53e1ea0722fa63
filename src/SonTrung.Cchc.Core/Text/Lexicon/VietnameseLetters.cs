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

    /// <summary>The place of each character in <see cref="Vowels"/>, up to the last vowel of the code table; -1 for all others. Every letter of a text is asked for here, so it is an array.</summary>
    private static readonly sbyte[] Places = ReadPlaces();

    /// <summary>Whether a letter, of either case, is one of the 134 that Vietnamese writes beside b, c, d, ….</summary>
    public static bool IsMarked(char letter) =>
        letter > '\u007F' && (letter is 'đ' or 'Đ' || PlaceOf(char.ToLowerInvariant(letter)) >= 0);

    /// <summary>Whether a lower-case letter is a vowel, with or without marks.</summary>
    public static bool IsVowel(char letter) => PlaceOf(letter) >= 0;

    /// <summary>A lower-case letter without its tone ("ế" is "ê"), and the tone. Consonants and all else come back as they are.</summary>
    public static (char Letter, Tone Tone) Split(char letter) =>
        PlaceOf(letter) is >= 0 and var at ? (Vowels[at - (at % 6)], (Tone)(at % 6)) : (letter, Tone.Level);

    /// <summary>A lower-case vowel with a tone; its own tone is replaced.</summary>
    public static char Join(char vowel, Tone tone)
    {
        var at = PlaceOf(vowel) is >= 0 and var place ? place : throw new ArgumentOutOfRangeException(nameof(vowel));
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

    private static int PlaceOf(char letter) => letter < Places.Length ? Places[letter] : -1;

    private static sbyte[] ReadPlaces()
    {
        var places = new sbyte[Vowels.Max() + 1];
        places.AsSpan().Fill(-1);
        for (var at = 0; at < Vowels.Length; at++)
        {
            places[Vowels[at]] = (sbyte)at;
        }

        return places;
    }
}
