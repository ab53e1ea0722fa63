using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>"phù hợp ." for "phù hợp.".</summary>
internal sealed partial class SpaceBeforeMark : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-CACH-TRUOC", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.SpaceBeforeTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Spaced().Matches(block.Text))
        {
            var mark = match.Groups["mark"].Value;
            yield return Mark(block, match.Index, match.Length, Fill(LanguageRuleTexts.SpaceBefore, mark), mark, isSafe: true);
        }
    }

    /// <summary>Not a ratio ("1 : 2"), an open place ("ngày ... tháng"), nor a dot that begins something (".NET").</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{M}\d)”""%])[ \u00A0]+(?<mark>\./\.|[,;?!](?![,;.])|:(?!\s*[\d:/])|\.(?![\p{L}\d.]))")]
    private static partial Regex Spaced();
}

/// <summary>"xã,huyện" for "xã, huyện".</summary>
internal sealed partial class SpaceAfterMark : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-CACH-SAU", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.SpaceAfterTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) => block.Part is not (DocumentPart.Number or DocumentPart.NationalName or DocumentPart.Motto);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Joined().Matches(block.Text))
        {
            if (!Places.IsInAddress(block.Text, match.Index))
            {
                yield return Mark(block, match.Index, 1, Fill(LanguageRuleTexts.SpaceAfter, match.Value), $"{match.Value} ", isSafe: true);
            }
        }

        foreach (Match match in JoinedSentences().Matches(block.Text))
        {
            var stop = match.Groups["stop"].Index;
            if (VietnameseSyllable.IsValid(match.Groups["before"].Value) && VietnameseSyllable.IsValid(match.Groups["after"].Value) && !Places.IsInAddress(block.Text, stop))
            {
                yield return Mark(block, stop, 1, Fill(LanguageRuleTexts.SpaceAfter, "."), ". ", isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"(?<=[\p{L}\d)”]{2})(?:[,;!?:](?=\p{L}{2})|\)(?=\p{L}{2}))")]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?<!\p{L})(?<before>\p{L}?\p{Ll}{2,})(?<stop>\.)(?<after>\p{Lu}\p{Ll}*)(?!\p{L})")]
    private static partial Regex JoinedSentences();
}

/// <summary>Two spaces and more between words.</summary>
internal sealed partial class DoubleSpace : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-HAI-CACH", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.DoubleSpaceTitle, LanguageRuleTexts.TypingBasis);

    /// <summary>In the head the gap is a place to be filled in: "Số:      /BC-UBND".</summary>
    protected override bool AppliesTo(ReadBlock block) => IsBody(block) || block.Part is DocumentPart.Subject or DocumentPart.Addressee or DocumentPart.Recipient;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Spaces().Matches(block.Text))
        {
            yield return Mark(block, match.Index, match.Length, LanguageRuleTexts.DoubleSpace, " ", isSafe: true);
        }
    }

    /// <summary>A gap behind "ngày", "tháng", "số" is a place to be filled in.</summary>
    [GeneratedRegex(@"(?<=\S)(?<!\b(?:ngày|tháng|năm|số|Số:))[ \u00A0]{2,}(?=[^\s.,;:?!/…])")]
    private static partial Regex Spaces();
}

/// <summary>"( có phụ lục )" for "(có phụ lục)".</summary>
internal sealed partial class SpaceInBrackets : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-CACH-NGOAC", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.BracketSpaceTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Inside().Matches(block.Text))
        {
            yield return Mark(block, match.Index, match.Length, Fill(LanguageRuleTexts.BracketSpace, match.Value.Trim()), match.Value.Trim(), isSafe: true);
        }

        foreach (Match match in Outside().Matches(block.Text))
        {
            yield return Mark(block, match.Index, 1, LanguageRuleTexts.BracketJoined, " (", isSafe: true);
        }
    }

    [GeneratedRegex(@"[(“][ \u00A0]+(?=\S)|(?<=\S)[ \u00A0]+[)”]")]
    private static partial Regex Inside();

    /// <summary>"hành chính(CCHC)": a bracket that hangs on a word; "h(t)" is a formula.</summary>
    [GeneratedRegex(@"(?<=\p{L}{2})\((?=\p{L}{2}[^()]*\))")]
    private static partial Regex Outside();
}
