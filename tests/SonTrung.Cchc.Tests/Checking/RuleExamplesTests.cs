using SonTrung.Cchc.Core.Checking;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>Each rule finds its fault, marks the words, and one click mends it.</summary>
public sealed class RuleExamplesTests
{
    [Theory]
    [MemberData(nameof(Rules))]
    public void Check_ReportWithOneFault_MarksIt(string rule)
    {
        var example = RuleExamples.All.Single(row => row.Rule == rule);

        var findings = example.Paper.Findings().Where(finding => finding.Rule.Id == rule).ToList();

        Assert.Contains(example.Marked, findings.Select(example.Paper.Words));
        Assert.Contains(example.Replacement, findings.Select(finding => finding.Replacement));
    }

    [Theory]
    [MemberData(nameof(SafeRules))]
    public void Check_ReportMendedAsProposed_HasThatFaultNoMore(string rule)
    {
        var paper = RuleExamples.All.Single(row => row.Rule == rule).Paper;
        var safe = Safe(paper, rule)!;

        var mended = paper with
        {
            Blocks = paper.Blocks.Select(block => block.Id == safe.BlockId
                ? block with { Text = block.Text.Remove(safe.Start, safe.Length).Insert(safe.Start, safe.Replacement!) }
                : block).ToList(),
        };

        Assert.DoesNotContain(mended.Findings(), finding => finding.Rule.Id == rule && finding.BlockId == safe.BlockId && finding.Start == safe.Start);
    }

    [Fact]
    public void Examples_AreThereForEveryRuleOfFormAndConsistency() => Assert.Empty(
        Checker.Rules.Where(rule => rule.Info.Kind is RuleKind.Form or RuleKind.Consistency or RuleKind.Judgement).Select(rule => rule.Info.Id)
            .Except(RuleExamples.All.Select(example => example.Rule)));

    public static TheoryData<string> Rules() => new(RuleExamples.All.Select(example => example.Rule).Distinct());

    /// <summary>The rules whose example is mended by one click.</summary>
    public static TheoryData<string> SafeRules() => new(RuleExamples.All.Where(example => Safe(example.Paper, example.Rule) is not null).Select(example => example.Rule));

    private static Finding? Safe(Paper paper, string rule) => paper.Findings().FirstOrDefault(finding => finding.Rule.Id == rule && finding.IsSafe);
}
