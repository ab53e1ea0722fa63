using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Stale;

/// <summary>A rule that holds what people wrote against what last year knew.</summary>
internal abstract class StaleRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Knowledge.LastYear is not { } last
        ? []
        : text.Facts.Body.Where(block => IsHeld(block, last)).SelectMany(block => Check(text, block, last));

    /// <summary>Whether the rule looks at a block.</summary>
    private protected virtual bool IsHeld(ReadBlock block, KnownLastYear last) => last.IsHeldAgainst(block.Id);

    private protected abstract IEnumerable<Finding> Check(CheckedText text, ReadBlock block, KnownLastYear last);

    private protected static RuleInfo Rule(string id, string title, string basis) => new(id, RuleKind.Stale, FindingSeverity.Warning, title, basis);
}

/// <summary>A sentence that last year's report had too, word for word but for the years.</summary>
internal sealed class EqualSentence : StaleRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = Rule("C-CAU-CU", StaleRuleTexts.SentenceTitle, StaleRuleTexts.SentenceBasis);

    /// <summary>A line of the plan that goes on says the same each year.</summary>
    private protected override bool IsHeld(ReadBlock block, KnownLastYear last) => last.OwnBlocks.Contains(block.Id);

    private protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block, KnownLastYear last)
    {
        foreach (var sentence in text.Facts.Sentences(block))
        {
            // With this year's number put in, or with last year's left standing.
            if (Is(StaleText.Key(sentence.Text, last.Year + 1)) || Is(StaleText.Key(sentence.Text, last.Year)))
            {
                yield return At(new TextPlace(block, sentence.Start, sentence.Length), Say(StaleRuleTexts.Sentence, last.Year));
            }
        }

        bool Is(string key) => key.Length > 0 && last.Sentences.Contains(key);
    }
}

/// <summary>People who left, and posts that people no longer hold.</summary>
internal sealed class FormerPerson : StaleRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = Rule("C-NGUOI-CU", StaleRuleTexts.PersonTitle, StaleRuleTexts.PersonBasis);

    private protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block, KnownLastYear last) => FormerNames.In(block, last, FormerKind.Person, FormerKind.Post)
        .Select(found => At(found.Place, Say(found.Name.Kind == FormerKind.Post ? StaleRuleTexts.Post : StaleRuleTexts.Person, found.Name.Name, found.Name.Detail)));
}

/// <summary>Units of the agency that ended.</summary>
internal sealed class FormerUnit : StaleRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = Rule("C-DON-VI-CU", StaleRuleTexts.UnitTitle, StaleRuleTexts.UnitBasis);

    private protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block, KnownLastYear last) => FormerNames.In(block, last, FormerKind.Unit)
        .Select(found => At(found.Place, found.Name.Detail.Length == 0 ? Say(StaleRuleTexts.Unit, found.Name.Name) : Say(StaleRuleTexts.UnitFollowed, found.Name.Name, found.Name.Detail)));
}

/// <summary>Numbers of last year's documents.</summary>
internal sealed class LastYearsDocument : StaleRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = Rule("C-SO-CU", StaleRuleTexts.DocumentTitle, StaleRuleTexts.DocumentBasis);

    private protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block, KnownLastYear last) => FormerNames.In(block, last, FormerKind.Document)
        .Select(found => At(found.Place, Say(StaleRuleTexts.Document, found.Name.Name, found.Name.Detail, last.Year)));
}

/// <summary>Finds former names in a text, as words of their own.</summary>
internal static class FormerNames
{
    public static IEnumerable<(FormerName Name, TextPlace Place)> In(ReadBlock block, KnownLastYear last, params FormerKind[] kinds)
    {
        foreach (var name in last.Former.Where(name => kinds.Contains(name.Kind) && block.Text.Contains(name.Name, StringComparison.OrdinalIgnoreCase)))
        {
            // "Phó Chủ tịch UBND xã Nguyễn Văn Mẫu": some words may stand between post and name.
            var post = name.Post.Length == 0 ? "" : $@"{Regex.Escape(name.Post)}\s+(?:[\p{{L}}-]+\s+){{0,6}}?";
            foreach (var match in Regex.Matches(block.Text, $@"(?<![\p{{L}}\d]){post}{Regex.Escape(name.Name)}(?![\p{{L}}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Cast<Match>())
            {
                yield return (name, new TextPlace(block, match.Index, match.Length));
            }
        }
    }
}
