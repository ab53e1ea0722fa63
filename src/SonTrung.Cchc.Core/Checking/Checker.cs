using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Rà soát: runs every rule over a document. Pure and without state, safe for any number of threads.</summary>
public static class Checker
{
    /// <summary>What is looked at of one block, characters; more than a report's line can hold.</summary>
    private const int LongestBlock = 10_000;

    /// <summary>The same for a line of the head or foot.</summary>
    private const int LongestLine = 1_000;

    /// <summary>All rules in the order of the page of rules. A class that derives from <see cref="CheckRule"/> is one; nothing needs to be listed.</summary>
    public static IReadOnlyList<CheckRule> Rules { get; } = typeof(CheckRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CheckRule)) && !type.IsAbstract)
        .Select(type => (CheckRule)Activator.CreateInstance(type, nonPublic: true)!)
        .OrderBy(rule => rule.Info.Kind).ThenBy(rule => rule.Info.Id, StringComparer.Ordinal).ToList();

    /// <summary>What all rules find, in reading order; what has no place comes first. The same text gives the same list.</summary>
    public static IReadOnlyList<Finding> Check(ReadDocument document, CheckKnowledge knowledge)
    {
        var text = new CheckedText(Cut(document), knowledge);
        var places = document.Blocks.Select((block, i) => (block.Id, i)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.i);
        return Rules.SelectMany(rule => rule.Check(text))
            .OrderBy(finding => finding.BlockId is { } id ? places.GetValueOrDefault(id, int.MaxValue) : -1)
            .ThenBy(finding => finding.Start)
            .ThenByDescending(finding => finding.Rule.Severity)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Length)
            .DistinctBy(Same)
            .ToList();
    }

    /// <summary>Nobody writes such a paragraph; a hostile text must not hold the portal up.</summary>
    private static ReadDocument Cut(ReadDocument document) => document.Blocks.Any(block => block.Text.Length > Longest(block))
        ? new ReadDocument(document.Blocks.Select(block => block.Text.Length > Longest(block) ? block with { Text = block.Text[..Longest(block)] } : block).ToList())
        : document;

    private static int Longest(ReadBlock block) =>
        block.Part is DocumentPart.Unplaced or DocumentPart.Appendix or (>= DocumentPart.Section and <= DocumentPart.Plus) ? LongestBlock : LongestLine;

    /// <summary>Two rules that want the same words to become the same words are one finding, the heavier one.</summary>
    private static object Same(Finding finding) => finding.Replacement is null
        ? (finding.Rule.Id, finding.BlockId, finding.Start, finding.Length, finding.Message)
        : (finding.BlockId, finding.Start, finding.Length, finding.Replacement);
}
