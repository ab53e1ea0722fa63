using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>What the rules of spelling have in common.</summary>
internal abstract class SpellingRule : LanguageRule
{
    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) => block.Part is not (DocumentPart.Number or DocumentPart.SignerName);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var facts = LanguageFacts.Of(text);
        foreach (var misspelling in facts.Misspellings(block).Where(Concerns))
        {
            // A word with broken characters is told once, by the rule of characters.
            if (facts.Healed(block).Changes.Any(change => change.Start < misspelling.Start + misspelling.Text.Length && misspelling.Start < change.Start + change.Before.Length))
            {
                continue;
            }

            var suggestions = facts.Suggestions(misspelling);
            yield return Mark(block, misspelling.Start, misspelling.Text.Length, Say(misspelling, suggestions), suggestions.Count > 0 ? suggestions[0] : null, misspelling.IsCertain);
        }
    }

    /// <summary>Whether this rule speaks of it.</summary>
    protected abstract bool Concerns(Misspelling misspelling);

    /// <summary>The message.</summary>
    protected abstract string Say(Misspelling misspelling, IReadOnlyList<string> suggestions);

    /// <summary>"một", "hai" hoặc "ba".</summary>
    protected static string Choice(IReadOnlyList<string> suggestions)
    {
        var quoted = suggestions.Select(suggestion => $"“{suggestion}”").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {LanguageRuleTexts.Or} {quoted[^1]}";
    }
}

/// <summary>A word that no Vietnamese spelling allows.</summary>
internal sealed class NotASyllable : SpellingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("C-TIENG", RuleKind.Spelling, FindingSeverity.Warning, LanguageRuleTexts.SyllableTitle, LanguageRuleTexts.SyllableBasis);

    /// <inheritdoc/>
    protected override bool Concerns(Misspelling misspelling) => misspelling.Kind == MisspellingKind.NotASyllable;

    /// <inheritdoc/>
    protected override string Say(Misspelling misspelling, IReadOnlyList<string> suggestions) =>
        suggestions.Count == 0 ? Fill(LanguageRuleTexts.Syllable, misspelling.Text) : Fill(LanguageRuleTexts.SyllableMeant, misspelling.Text, Choice(suggestions));
}

/// <summary>"đựơc" for "được".</summary>
internal sealed class TonePlace : SpellingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("C-DAU-THANH", RuleKind.Spelling, FindingSeverity.Warning, LanguageRuleTexts.TonePlaceTitle, LanguageRuleTexts.SyllableBasis);

    /// <inheritdoc/>
    protected override bool Concerns(Misspelling misspelling) => misspelling.Kind == MisspellingKind.TonePlace;

    /// <inheritdoc/>
    protected override string Say(Misspelling misspelling, IReadOnlyList<string> suggestions) => Fill(LanguageRuleTexts.TonePlace, misspelling.Text, suggestions[0]);
}

/// <summary>Two syllables whose mistake is certain: "quát triệt".</summary>
internal sealed class CertainError : SpellingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("C-LOI-CHAC", RuleKind.Spelling, FindingSeverity.Error, LanguageRuleTexts.CertainTitle, LanguageRuleTexts.CertainBasis);

    /// <inheritdoc/>
    protected override bool Concerns(Misspelling misspelling) => misspelling is { Kind: MisspellingKind.WrongPair, IsCertain: true };

    /// <inheritdoc/>
    protected override string Say(Misspelling misspelling, IReadOnlyList<string> suggestions) => Fill(LanguageRuleTexts.Certain, misspelling.Text, suggestions[0]);
}

/// <summary>Two syllables that form no word, near one that exists.</summary>
internal sealed class WrongPair : SpellingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("C-TU", RuleKind.Spelling, FindingSeverity.Warning, LanguageRuleTexts.PairTitle, LanguageRuleTexts.PairBasis);

    /// <inheritdoc/>
    protected override bool Concerns(Misspelling misspelling) => misspelling is { Kind: MisspellingKind.WrongPair, IsCertain: false };

    /// <inheritdoc/>
    protected override string Say(Misspelling misspelling, IReadOnlyList<string> suggestions) => Fill(LanguageRuleTexts.Pair, misspelling.Text, Choice(suggestions));
}
