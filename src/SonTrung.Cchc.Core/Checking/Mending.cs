using System.Text;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Carries out what is safe, and gives a read document as text.</summary>
public static class Mending
{
    /// <summary>The document with every safe proposal in place. Of two that touch the same characters the first is taken.</summary>
    public static ReadDocument Apply(ReadDocument document, IReadOnlyList<Finding> findings)
    {
        var safe = findings.Where(finding => finding is { IsSafe: true, BlockId: not null, Replacement: not null }).ToLookup(finding => finding.BlockId!);
        return new ReadDocument(document.Blocks.Select(block => safe.Contains(block.Id) ? block with { Text = Apply(block.Text, safe[block.Id]) } : block).ToList());
    }

    /// <summary>The document as plain text, a paragraph a line, with the words that its parts stand for.</summary>
    public static string Text(ReadDocument document)
    {
        var text = new StringBuilder();
        DocumentPart? before = null;
        foreach (var block in document.Blocks)
        {
            if (block.Part != before && Caption(block.Part) is { Length: > 0 } caption)
            {
                var isAlone = block.Part == DocumentPart.Addressee && block.Label.Length == 0;
                text.Append(caption).Append(isAlone ? ' ' : '\n');
            }

            text.Append(block.Label).Append(block.Label.Length > 0 ? " " : "").Append(block.Text).Append('\n');
            before = block.Part;
        }

        return text.ToString();
    }

    /// <summary>The words before the first block of a part: "Kính gửi:", "Nơi nhận:"; empty for the others.</summary>
    public static string Caption(DocumentPart part) => part switch
    {
        DocumentPart.Addressee => "Kính gửi:",
        DocumentPart.Recipient => "Nơi nhận:",
        _ => "",
    };

    private static string Apply(string text, IEnumerable<Finding> findings)
    {
        var mended = new StringBuilder();
        var at = 0;
        foreach (var finding in findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if (finding.Start >= at && finding.Length > 0 && finding.Start + finding.Length <= text.Length)
            {
                mended.Append(text, at, finding.Start - at).Append(finding.Replacement);
                at = finding.Start + finding.Length;
            }
        }

        return mended.Append(text, at, text.Length - at).ToString();
    }
}
