using System.Collections.Frozen;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>Which of the two habits of placing the tone a spelling shows.</summary>
public enum ToneMarkStyle
{
    /// <summary>Both habits write it so.</summary>
    Either,

    /// <summary>On the first vowel of an open oa, oe, uy: "hòa", "thủy".</summary>
    Old,

    /// <summary>On the second: "hoà", "thuỷ".</summary>
    New,
}

/// <summary>
/// A syllable as Vietnamese orthography spells it: onset, rhyme and tone, with the rules that bind them (c/k/q, g/gh, ng/ngh, gi, qu, i/y, and only
/// sắc and nặng before a final c, ch, p, t). It says what can be written, not what means something.
/// </summary>
/// <param name="Onset">The consonants in front, lower case; may be empty.</param>
/// <param name="Rhyme">The rest without tone, lower case.</param>
/// <param name="Tone">The tone.</param>
/// <param name="Style">Where the tone stands, when that is a matter of habit.</param>
public readonly record struct VietnameseSyllable(string Onset, string Rhyme, Tone Tone, ToneMarkStyle Style)
{
    /// <summary>The longest syllable: "nghiêng".</summary>
    public const int MaxLength = 7;

    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
        "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly FrozenDictionary<string, SyllableRhyme> Known = SyllableRhyme.All.ToFrozenDictionary(rhyme => rhyme.Letters);

    /// <summary>The rhymes that exist, without tone.</summary>
    public static IEnumerable<string> AllRhymes => Known.Keys;

    /// <summary>Whether a word, of either case, is a syllable with its tone where one of the two habits puts it.</summary>
    public static bool IsValid(ReadOnlySpan<char> word) => TryParse(word, out _);

    /// <summary>Takes a word, of either case, apart; false when it is no syllable, or its tone stands where no habit puts it.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out VietnameseSyllable syllable) =>
        TryRead(word, out syllable, out var isPlaced) && isPlaced;

    /// <summary>
    /// The right spelling of a syllable whose only fault is the vowel that its tone stands on ("đựơc": "được"), in the case of <paramref name="word"/>;
    /// null when the word is right, or wrong in another way.
    /// </summary>
    public static string? MendTonePlace(string word) =>
        TryRead(word, out var syllable, out var isPlaced) && !isPlaced ? Recase(syllable.Spell(ToneMarkStyle.Old), word) : null;

    /// <summary>The spelling, lower case.</summary>
    /// <param name="style">Where to put the tone when that is a matter of habit.</param>
    public string Spell(ToneMarkStyle style)
    {
        var rhyme = Known[Rhyme];
        Span<char> letters = stackalloc char[MaxLength];
        Onset.CopyTo(letters);
        Rhyme.CopyTo(letters[Onset.Length..]);
        var length = Onset.Length + Rhyme.Length;
        if (Onset == "gi" && Rhyme[0] == 'i')
        {
            // "gì", "giếng": one i serves onset and rhyme.
            Rhyme.CopyTo(letters[1..]);
            length--;
        }

        var at = length - Rhyme.Length + (style == ToneMarkStyle.New ? rhyme.NewPlace : rhyme.OldPlace);
        letters[at] = VietnameseLetters.Join(letters[at], Tone);
        return new string(letters[..length]);
    }

    /// <summary>Gives letters without tone, of either case, a tone where the old habit puts it; null when that makes no syllable.</summary>
    public static string? WithTone(ReadOnlySpan<char> letters, Tone tone)
    {
        Span<char> lower = stackalloc char[MaxLength];
        return letters.Length is > 0 and <= MaxLength
            && letters.ToLowerInvariant(lower) > 0
            && TrySplit(lower[..letters.Length], out var onset, out var rhyme, out _)
            && rhyme.Bears(tone)
                ? new VietnameseSyllable(onset, rhyme.Letters, tone, ToneMarkStyle.Old).Spell(ToneMarkStyle.Old)
                : null;
    }

    /// <summary>The same syllable with another tone, or null when its rhyme does not bear it.</summary>
    public VietnameseSyllable? With(Tone tone) => Known[Rhyme].Bears(tone) ? this with { Tone = tone } : null;

    /// <summary>Gives a lower-case word the case of another one: all capitals, a capital first, or none.</summary>
    public static string Recase(string word, ReadOnlySpan<char> like)
    {
        if (like.Length == 0 || !char.IsUpper(like[0]))
        {
            return word;
        }

        var isAllUpper = like.Length > 1;
        foreach (var letter in like)
        {
            isAllUpper &= !char.IsLower(letter);
        }

        return isAllUpper ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static bool TryRead(ReadOnlySpan<char> word, out VietnameseSyllable syllable, out bool isPlaced)
    {
        syllable = default;
        isPlaced = false;
        if (word.Length is 0 or > MaxLength)
        {
            return false;
        }

        Span<char> letters = stackalloc char[MaxLength];
        var tone = Tone.Level;
        var tonePlace = -1;
        for (var i = 0; i < word.Length; i++)
        {
            var (letter, own) = VietnameseLetters.Split(char.ToLowerInvariant(word[i]));
            letters[i] = letter;
            if (own != Tone.Level)
            {
                if (tonePlace >= 0)
                {
                    return false;
                }

                (tone, tonePlace) = (own, i);
            }
        }

        letters = letters[..word.Length];
        if (!TrySplit(letters, out var onset, out var rhyme, out var rhymeStart) || !rhyme.Bears(tone))
        {
            return false;
        }

        var isOld = tonePlace < 0 || tonePlace == rhymeStart + rhyme.OldPlace;
        var isNew = tonePlace < 0 || tonePlace == rhymeStart + rhyme.NewPlace;
        isPlaced = isOld || isNew;
        syllable = new VietnameseSyllable(onset, rhyme.Letters, tone, (isOld, isNew) switch
        {
            (true, false) => ToneMarkStyle.Old,
            (false, true) => ToneMarkStyle.New,
            _ => ToneMarkStyle.Either,
        });
        return true;
    }

    private static bool TrySplit(ReadOnlySpan<char> letters, out string onset, out SyllableRhyme rhyme, out int rhymeStart)
    {
        var byLetters = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var candidate in Onsets)
        {
            if (!letters.StartsWith(candidate))
            {
                continue;
            }

            onset = candidate;
            rhymeStart = candidate.Length;
            if (candidate == "gi" && byLetters.TryGetValue(letters[1..], out var merged) && merged!.IsMergedWithGi)
            {
                rhymeStart = 1;
                rhyme = merged;
                return true;
            }

            if (byLetters.TryGetValue(letters[rhymeStart..], out var found) && found!.Follows(candidate))
            {
                rhyme = found;
                return true;
            }

            // A longer onset that leads nowhere may hide a shorter one only for "gi" ("gin" is g + in, never gi + n); all others are final.
            break;
        }

        (onset, rhyme, rhymeStart) = ("", null!, 0);
        return false;
    }
}
