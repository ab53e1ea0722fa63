using System.Globalization;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Checking;

/// <summary>The checker's words.</summary>
public static class CheckingWords
{
    /// <summary>Characters shown before and after the marked ones.</summary>
    private const int Context = 70;

    /// <summary>"Lỗi", "Cảnh báo", "Gợi ý".</summary>
    public static string Name(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => CheckingTexts.SeverityError,
        FindingSeverity.Warning => CheckingTexts.SeverityWarning,
        FindingSeverity.Hint => CheckingTexts.SeverityHint,
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>The name of a kind of rules.</summary>
    public static string Name(RuleKind kind) => kind switch
    {
        RuleKind.Form => CheckingTexts.KindForm,
        RuleKind.Consistency => CheckingTexts.KindConsistency,
        RuleKind.Spelling => CheckingTexts.KindSpelling,
        RuleKind.Typography => CheckingTexts.KindTypography,
        RuleKind.Encoding => CheckingTexts.KindEncoding,
        RuleKind.Judgement => CheckingTexts.KindJudgement,
        RuleKind.Stale => CheckingTexts.KindStale,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Why a file was not read.</summary>
    public static string Name(ReadingRefusal refusal) =>
        CheckingTexts.ResourceManager.GetString($"Refusal{refusal}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {refusal}.");

    /// <summary>The class of a badge.</summary>
    public static string Look(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "status status-bad",
        FindingSeverity.Warning => "status status-waiting",
        _ => "status",
    };

    /// <summary>"2 lỗi · 3 cảnh báo · 1 gợi ý", or that there is nothing.</summary>
    public static string Count(IReadOnlyCollection<Finding> findings) => Count(findings, 0);

    /// <summary>The same, with what must be confirmed: such findings are not among the others.</summary>
    public static string Count(IReadOnlyCollection<Finding> findings, int toConfirm)
    {
        var parts = new[] { FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.Hint }
            .Select(severity => (severity, Count: findings.Count(finding => finding.Rule.Severity == severity)))
            .Where(row => row.Count > 0)
            .Select(row => CheckingTexts.CountOf.Fill(row.Count, row.severity == FindingSeverity.Error ? CheckingTexts.CountErrors
                : row.severity == FindingSeverity.Warning ? CheckingTexts.CountWarnings : CheckingTexts.CountHints))
            .ToList();
        if (toConfirm > 0)
        {
            parts.Insert(findings.Any(finding => finding.Rule.Severity == FindingSeverity.Error) ? 1 : 0, CheckingTexts.CountOf.Fill(toConfirm, CheckingTexts.CountToConfirm));
        }

        return parts.Count == 0 ? CheckingTexts.NothingFound : string.Join(" · ", parts);
    }

    /// <summary>A sentence cut around the words that a finding marks; all of it, unmarked, for a whole block.</summary>
    public static (string Before, string Words, string After) Excerpt(Finding finding, ReadBlock? block)
    {
        if (block is null)
        {
            return ("", "", "");
        }

        if (finding.Length == 0)
        {
            return ("", "", Cut(block.Text, 2 * Context, fromEnd: false));
        }

        var end = finding.Start + finding.Length;
        return (
            Cut(block.Text[..finding.Start], Context, fromEnd: true),
            block.Text[finding.Start..end],
            Cut(block.Text[end..], Context, fromEnd: false));
    }

    /// <summary>What the button of a safe mend says: the whole words that will stand there, or the words that go.</summary>
    public static string Fix(Finding finding, ReadBlock block)
    {
        var text = block.Text;
        var (start, end) = (finding.Start, finding.Start + finding.Length);
        if (finding.Replacement!.Length == 0 && text[start..end].Any(char.IsLetterOrDigit))
        {
            return CheckingTexts.FixRemove.Fill(text[start..end].Trim());
        }

        Func<char, bool> belongs = finding.Replacement.Length == 0 ? mark => !char.IsWhiteSpace(mark) : char.IsLetterOrDigit;
        while (start > 0 && belongs(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return CheckingTexts.FixTo.Fill($"{text[start..finding.Start]}{finding.Replacement}{text[(finding.Start + finding.Length)..end]}".Trim());
    }

    /// <summary>No more than a length, cut between words.</summary>
    private static string Cut(string text, int length, bool fromEnd)
    {
        if (text.Length <= length)
        {
            return text;
        }

        if (fromEnd)
        {
            var start = text.IndexOf(' ', text.Length - length);
            return $"…{text[(start < 0 ? text.Length - length : start)..]}";
        }

        var end = text.LastIndexOf(' ', length);
        return $"{text[..(end < 0 ? length : end)]}…";
    }
}
