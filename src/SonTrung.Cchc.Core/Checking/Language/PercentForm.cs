using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>"58,3%" here and "50 %" there: a text writes its percentages one way, the way it writes most of them; joined where neither is in the majority.</summary>
internal sealed partial class PercentForm : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-PHAN-TRAM", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.PercentTitle, LanguageRuleTexts.PercentBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var found = text.Document.Blocks
            .Where(block => block.Part is DocumentPart.Section or DocumentPart.Heading or DocumentPart.Paragraph or DocumentPart.Numbered or DocumentPart.Dash or DocumentPart.Plus or DocumentPart.Appendix)
            .SelectMany(block => Percent().Matches(block.Text).Select(match => (Block: block, Match: match))).ToList();
        var spaced = found.Where(one => IsSpaced(one.Match)).ToList();
        var joined = found.Where(one => !IsSpaced(one.Match)).ToList();
        if (spaced.Count == 0 || joined.Count == 0)
        {
            return [];
        }

        var (odd, usual) = spaced.Count > joined.Count ? (joined, spaced) : (spaced, joined);
        return odd.Select(one => At(
            new TextPlace(one.Block, one.Match.Index, one.Match.Length),
            Say(LanguageRuleTexts.Percent, one.Match.Value, usual[0].Match.Value),
            $"{one.Match.Groups["number"].Value}{usual[0].Match.Groups["gap"].Value}%",
            isSafe: true));
    }

    private static bool IsSpaced(Match match) => match.Groups["gap"].Length > 0;

    [GeneratedRegex(@"(?<![\d.,])(?<number>\d+(?:[.,]\d+)*)(?<gap>[ \u00A0\u202F]?)%")]
    private static partial Regex Percent();
}
