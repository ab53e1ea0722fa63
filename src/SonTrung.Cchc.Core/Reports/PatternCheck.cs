using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>
/// Tries a pattern out on sample data before it is saved: with everything known, and with as little as there may be. Every figure must be printed each
/// time, and the checker must find nothing in what comes out. Pure.
/// </summary>
public static class PatternCheck
{
    private static readonly char[] EndMarks = ['.', ';', ':', ',', '!', '?', ' '];

    /// <summary>The sample data: all known; one activity on one day; figures alone; not even figures.</summary>
    public static IReadOnlyList<PatternFacts> Samples { get; } =
    [
        new PatternFacts(
            "Chuyên mục cải cách hành chính trên hệ thống truyền thanh cơ sở",
            ["22 chuyên mục", "132 lượt phát"],
            11,
            "từ ngày 05/01/2026 đến ngày 30/11/2026",
            ["Nhà văn hóa các thôn", "Hội trường UBND xã"],
            ["Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"],
            ["Truyền thanh cơ sở"]),
        new PatternFacts(
            "Hội nghị triển khai nhiệm vụ cải cách hành chính", ["86 lượt người"], 1, "ngày 28/01/2026", ["Hội trường UBND xã"], ["Văn phòng HĐND và UBND"], ["Hội nghị, cuộc họp"]),
        new PatternFacts("Tuyên truyền trên trang thông tin điện tử của xã", ["45 tin, bài"], 1, "", [], [], []),
        new PatternFacts("Niêm yết công khai thủ tục hành chính", [], 0, "", [], [], []),
    ];

    /// <summary>What a pattern makes of the samples, and what is wrong with it.</summary>
    public static PatternTrial Try(string text)
    {
        var (pattern, problem, words) = PatternText.Read(text);
        if (pattern is null)
        {
            return new PatternTrial(problem, words, [], []);
        }

        var sentences = Samples.Select(pattern.Fill).ToList();
        problem = Problem(pattern, sentences);
        var findings = problem is null ? Findings(sentences) : [];
        return new PatternTrial(problem ?? (findings.Count > 0 ? PatternProblem.Faulty : null), "", sentences, findings);
    }

    private static PatternProblem? Problem(PatternText pattern, List<string> sentences)
    {
        var tokens = pattern.Tokens.ToHashSet();
        var pairs = Samples.Zip(sentences).ToList();
        return !tokens.Contains(PatternTokens.Content) || !pairs.TrueForAll(pair => pair.Second.Contains(pair.First.Content, StringComparison.Ordinal))
            ? PatternProblem.ContentMissing
            : !tokens.Contains(PatternTokens.Figures) && !(tokens.Contains(PatternTokens.MainFigure) && tokens.Contains(PatternTokens.OtherFigures)) ? PatternProblem.FiguresMissing
            : !pairs.TrueForAll(pair => pair.First.Figures.All(figure => pair.Second.Contains(figure, StringComparison.Ordinal))) ? PatternProblem.FigureLost
            : sentences.Exists(sentence => sentence.IndexOfAny(EndMarks, sentence.Length - 1) >= 0) ? PatternProblem.EndsWithMark
            : sentences.Exists(sentence => sentence.Contains("  ", StringComparison.Ordinal)) ? PatternProblem.DoubleSpace
            : pattern.Tokens.Count() > tokens.Count ? PatternProblem.TokenTwice
            : Samples.Any(pattern.RunsTogether) ? PatternProblem.RunsTogether
            : null;
    }

    /// <summary>What the checker finds in sentences of a list; a hint is a person's to judge.</summary>
    private static List<Finding> Findings(List<string> sentences)
    {
        var blocks = sentences.Select((sentence, i) => new ReadBlock($"{i}", DocumentPart.Dash, "-", sentence + (i == sentences.Count - 1 ? "." : ";"))).ToList();
        var known = blocks.ConvertAll(block => block.Id);
        return Checker.Check(new ReadDocument(blocks), CheckKnowledge.None)
            .Where(finding => finding.BlockId is { } id && known.Contains(id) && finding.Rule is { Severity: not FindingSeverity.Hint, Kind: not RuleKind.Judgement }).ToList();
    }
}

/// <summary>How a pattern did on the sample data.</summary>
/// <param name="Problem">What is wrong; null for nothing.</param>
/// <param name="Words">The words that are wrong, where it is known.</param>
/// <param name="Sentences">What it makes of each sample; none when it cannot be read.</param>
/// <param name="Findings">What the checker finds in them.</param>
public sealed record PatternTrial(PatternProblem? Problem, string Words, IReadOnlyList<string> Sentences, IReadOnlyList<Finding> Findings);
