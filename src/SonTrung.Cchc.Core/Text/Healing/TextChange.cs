namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>What was wrong with a piece of text, the gravest first: a change that mends several things has the first of them.</summary>
public enum TextChangeKind
{
    /// <summary>TCVN3 (ABC), VNI or UTF-8 bytes that were read as Western letters: "thñ tôc", "thuû tuïc".</summary>
    OldEncoding,

    /// <summary>A letter of another alphabet that looks right, or nearly: ƣ for ư, Ð (eth) for Đ, ǎ for ă, а Cyrillic.</summary>
    WrongLetter,

    /// <summary>A mark that stands on a consonant or nowhere: "thưc̣ hiêṇ".</summary>
    MisplacedMark,

    /// <summary>A syllable torn apart by a space: "hư ớng".</summary>
    SplitWord,

    /// <summary>Characters that show nothing: zero width, soft hyphens, control characters.</summary>
    Invisible,

    /// <summary>A letter and its marks written as several characters.</summary>
    Composition,

    /// <summary>A line break inside a paragraph.</summary>
    LineBreak,

    /// <summary>A page number that stood between two pages' text.</summary>
    PageNumber,

    /// <summary>Spaces too many, or of another kind.</summary>
    Space,
}

/// <summary>One place that the healer changed, as a person should see it: whole words.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="Start">Where it begins in the text as it came, UTF-16 characters from 0.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now; may be empty.</param>
/// <param name="HealedStart">Where <paramref name="After"/> begins in the healed text.</param>
public sealed record TextChange(TextChangeKind Kind, int Start, string Before, string After, int HealedStart);
