using System.Globalization;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Healing;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>What the healer would change, as findings.</summary>
internal abstract class HealingRule : LanguageRule
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (var change in LanguageFacts.Of(text).Healed(block).Changes.Where(change => Concerns(change.Kind)))
        {
            yield return Mark(block, change.Start, change.Before.Length, Fill(Message(change.Kind), change.Before, change.After), change.After, isSafe: true);
        }
    }

    /// <summary>Whether this rule speaks of such a change.</summary>
    protected abstract bool Concerns(TextChangeKind kind);

    /// <summary>The message for such a change.</summary>
    protected abstract string Message(TextChangeKind kind);
}

/// <summary>ƣ for ư, stray and separate marks, letters of other alphabets, invisible characters.</summary>
internal sealed class BrokenUnicode : HealingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("M-UNICODE", RuleKind.Encoding, FindingSeverity.Error, LanguageRuleTexts.UnicodeTitle, LanguageRuleTexts.UnicodeBasis);

    /// <inheritdoc/>
    protected override bool Concerns(TextChangeKind kind) =>
        kind is TextChangeKind.WrongLetter or TextChangeKind.MisplacedMark or TextChangeKind.Composition or TextChangeKind.Invisible;

    /// <inheritdoc/>
    protected override string Message(TextChangeKind kind) => kind switch
    {
        TextChangeKind.WrongLetter => LanguageRuleTexts.WrongLetter,
        TextChangeKind.MisplacedMark => LanguageRuleTexts.MisplacedMark,
        TextChangeKind.Invisible => LanguageRuleTexts.Invisible,
        _ => LanguageRuleTexts.Decomposed,
    };
}

/// <summary>TCVN3, VNI and misread UTF-8.</summary>
internal sealed class OldFont : HealingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("M-PHONG-CU", RuleKind.Encoding, FindingSeverity.Error, LanguageRuleTexts.OldFontTitle, LanguageRuleTexts.UnicodeBasis);

    /// <inheritdoc/>
    protected override bool Concerns(TextChangeKind kind) => kind == TextChangeKind.OldEncoding;

    /// <inheritdoc/>
    protected override string Message(TextChangeKind kind) => LanguageRuleTexts.OldFont;
}

/// <summary>"hư ớng".</summary>
internal sealed class TornWord : HealingRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("M-TACH-TIENG", RuleKind.Encoding, FindingSeverity.Warning, LanguageRuleTexts.TornTitle, LanguageRuleTexts.TornBasis);

    /// <inheritdoc/>
    protected override bool Concerns(TextChangeKind kind) => kind == TextChangeKind.SplitWord;

    /// <inheritdoc/>
    protected override string Message(TextChangeKind kind) => LanguageRuleTexts.Torn;
}

/// <summary>Characters that lost their meaning: U+FFFD, private use, unassigned. What stood there only a person can tell.</summary>
internal sealed class LostCharacter : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("M-KY-TU-HONG", RuleKind.Encoding, FindingSeverity.Error, LanguageRuleTexts.LostTitle, LanguageRuleTexts.UnicodeBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        for (var i = 0; i < block.Text.Length; i++)
        {
            if (block.Text[i] > '\u02FF' && IsLost(block.Text[i]))
            {
                yield return Mark(block, i, 1, Fill(LanguageRuleTexts.Lost, $"U+{(int)block.Text[i]:X4}"));
            }
        }
    }

    private static bool IsLost(char c) =>
        c == '\uFFFD' || (char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned && c is not ('\uF0B7' or '\uF02D' or '\uF0A7' or '\uF0D8' or '\uF0FC'));
}
