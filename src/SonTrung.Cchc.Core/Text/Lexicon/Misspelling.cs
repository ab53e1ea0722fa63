namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>What a misspelling is.</summary>
public enum MisspellingKind
{
    /// <summary>A word that is no syllable, no name, no abbreviation and no foreign word known.</summary>
    NotASyllable,

    /// <summary>The tone stands on the wrong vowel: "đựơc".</summary>
    TonePlace,

    /// <summary>Two syllables that form no word known, while a small change makes one: "điện kiện".</summary>
    WrongPair,
}

/// <summary>A likely misspelling.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text, UTF-16 characters from 0.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Suggestions">What could be meant, the likeliest first, in the case of <paramref name="Text"/>; may be empty.</param>
/// <param name="IsCertain">Whether there is one suggestion and no doubt of it.</param>
public sealed record Misspelling(MisspellingKind Kind, int Start, string Text, IReadOnlyList<string> Suggestions, bool IsCertain);
