using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Checking.Stale;

/// <summary>The stale-text guard: which findings speak of words that last year left in what people wrote.</summary>
public static partial class StaleText
{
    /// <summary>Words of a sentence below which being the same as last year's says nothing.</summary>
    private const int FewestWords = 6;

    /// <summary>Rules of consistency that find left-over years and bodies anywhere; in people's own words they must be confirmed too.</summary>
    private static readonly string[] Shared = ["N-NAM", "N-CAP-HUYEN", "N-MOT-CUA"];

    /// <summary>Bodies that ended: an error anywhere.</summary>
    private const string FormerBodies = "N-CO-QUAN-CU";

    /// <summary>The rules that speak of words of last year, those whose findings are errors too.</summary>
    internal static List<CheckRule> Rules { get; } =
        Checker.Rules.Where(rule => rule.Info.Kind == RuleKind.Stale || Shared.Contains(rule.Info.Id) || rule.Info.Id == FormerBodies).ToList();

    /// <summary>Whether a finding must be mended or confirmed before the report is submitted. Errors are not: they ask for a reason.</summary>
    public static bool Is(Finding finding, CheckKnowledge knowledge) =>
        finding is { Rule.Severity: not FindingSeverity.Error, BlockId: { } block }
        && knowledge.LastYear?.IsHeldAgainst(block) == true
        && (finding.Rule.Kind == RuleKind.Stale || Shared.Contains(finding.Rule.Id));

    /// <summary>
    /// A sentence as it is compared: small letters, without marks and runs of spaces, a year and the next one replaced, so that moving the years alone
    /// leaves it the same. Empty for a sentence too short to be compared.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="year">The reporting year that its report speaks of.</param>
    public static string Key(string sentence, int year)
    {
        var text = Regex.Replace(sentence.Normalize(NormalizationForm.FormC), Number(year + 1), "{1}");
        var words = NoWord().Replace(Regex.Replace(text, Number(year), "{0}").ToLower(TextFacts.Vietnamese), " ").Trim();
        return words.Count(letter => letter == ' ') + 1 < FewestWords ? "" : words;
    }

    private static string Number(int year) => string.Create(CultureInfo.InvariantCulture, $@"(?<!\d){year}(?!\d)");

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}{}%]+")]
    private static partial Regex NoWord();
}
