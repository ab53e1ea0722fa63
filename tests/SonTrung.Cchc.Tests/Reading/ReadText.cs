using System.Text;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Reading;

/// <summary>Read documents as lines of text, for comparing.</summary>
internal static class ReadText
{
    /// <summary>"Dash|- Lưu: VT." for each block.</summary>
    public static IReadOnlyList<string> Of(ReadDocument document) =>
        [.. document.Blocks.Select(block => $"{block.Part}|{(block.Label.Length == 0 ? block.Text : $"{block.Label} {block.Text}")}")];

    /// <summary>The lines of the golden file, with the words that the parts say.</summary>
    public static IReadOnlyList<string> Golden(ReadDocument document)
    {
        var lines = new List<string>();
        var before = DocumentPart.Unplaced;
        foreach (var block in document.Blocks)
        {
            if (block.Part != before && block.Part is DocumentPart.Addressee or DocumentPart.Recipient && before != block.Part)
            {
                lines.Add(block.Part == DocumentPart.Addressee ? "caption\tKính gửi:" : "caption\tNơi nhận:");
            }

            var level = block.Part == DocumentPart.SignerName ? "signer" : block.Part.ToString().ToLowerInvariant();
            lines.Add($"{level}\t{(block.Label.Length == 0 ? block.Text : $"{block.Label} {block.Text}")}");
            before = block.Part;
        }

        return lines;
    }

    /// <summary>The letters and digits of a text in the order of their codes: columns may change places, no letter may be lost.</summary>
    public static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit).Order());

    /// <summary>The letters and digits of a document.</summary>
    public static string Letters(ReadDocument document) => Letters(string.Concat(document.Blocks.Select(block => block.Label + block.Text)));

    /// <summary>The report of 2023 as its PDF gave it.</summary>
    public static string Source2023()
    {
        using var stream = typeof(ReadText).Assembly.GetManifestResourceStream("SonTrung.Cchc.Tests.Text.Healing.Damaged.bao-cao-2023.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
