using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Checking.Language;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking.Language;

/// <summary>The rules of language over a few lines.</summary>
internal static class LanguageChecking
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CheckRule> Rules { get; } = typeof(LanguageRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LanguageRule)) && !type.IsAbstract)
        .Select(type => (CheckRule)Activator.CreateInstance(type, nonPublic: true)!)
        .OrderBy(rule => rule.Info.Id, StringComparer.Ordinal)
        .ToList();

    /// <summary>What all of them find in a document.</summary>
    public static IReadOnlyList<Finding> Check(ReadDocument document, CheckKnowledge? knowledge = null)
    {
        var text = new CheckedText(document, knowledge ?? CheckKnowledge.None);
        return [.. Rules.SelectMany(rule => rule.Check(text))];
    }

    /// <summary>Paragraphs as a document.</summary>
    public static ReadDocument Document(params string[] lines) => Document(DocumentPart.Paragraph, lines);

    /// <summary>Lines of one part as a document.</summary>
    public static ReadDocument Document(DocumentPart part, params string[] lines) =>
        new([.. lines.Select((line, i) => new ReadBlock($"{i}", part, "", line))]);

    /// <summary>A pasted text without its labels told from its words: "- Việc một;" is a dash item.</summary>
    public static ReadDocument Read(IEnumerable<string> lines) => new([.. lines.Select((line, i) => line switch
    {
        ['-', ' ', ..] => new ReadBlock($"{i}", DocumentPart.Dash, "-", line[2..]),
        ['+', ' ', ..] => new ReadBlock($"{i}", DocumentPart.Plus, "+", line[2..]),
        [>= '1' and <= '9', '.', ' ', ..] when line.Length < 60 => new ReadBlock($"{i}", DocumentPart.Heading, line[..2], line[3..]),
        [>= '1' and <= '9', '.', ' ', ..] => new ReadBlock($"{i}", DocumentPart.Numbered, line[..2], line[3..]),
        _ when line.Length < 45 => new ReadBlock($"{i}", DocumentPart.Unplaced, "", line),
        _ => new ReadBlock($"{i}", DocumentPart.Paragraph, "", line),
    })]);

    /// <summary>A block's text with the replacement of a finding put in.</summary>
    public static string Mended(ReadDocument document, Finding finding)
    {
        var block = document.Blocks.Single(block => block.Id == finding.BlockId);
        return block.Text[..finding.Start] + finding.Replacement + block.Text[(finding.Start + finding.Length)..];
    }
}
