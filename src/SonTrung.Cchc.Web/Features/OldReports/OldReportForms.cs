using System.Globalization;
using SonTrung.Cchc.Core.OldReports;

namespace SonTrung.Cchc.Web.Features.OldReports;

/// <summary>A report of an earlier year: a file, or its text. The pasted text is read as it was sent, before anything is mended.</summary>
public sealed class OldReportUpload
{
    /// <summary>Longest pasted text, characters: more than a hundred pages.</summary>
    public const int LongestText = 300_000;

    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 10_000_000;

    /// <summary>The key that makes the same form, sent twice, one old report.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The report's year.</summary>
    public int? Year { get; set; }

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>The blocks as the page has them. What is no block and no part is passed over: nothing typed is refused for it.</summary>
public sealed class OldReportForm
{
    /// <summary>The token that went out with the page.</summary>
    public Guid Version { get; set; }

    /// <summary>The blocks.</summary>
    public List<BlockForm> Blocks { get; set; } = [];

    internal IReadOnlyList<OldReportEdit> Edits() => [.. Blocks.Select(block => block.Edit()).OfType<OldReportEdit>()];
}

/// <summary>One block of the page.</summary>
public sealed class BlockForm
{
    /// <summary>The block's key.</summary>
    public string? Key { get; set; }

    /// <summary>What it is.</summary>
    public string? Part { get; set; }

    /// <summary>Its text with its mark.</summary>
    public string? Text { get; set; }

    /// <summary>"true" once the person has found it right.</summary>
    public string? Right { get; set; }

    internal OldReportEdit? Edit() =>
        int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && Enum.TryParse<OldReportPart>(Part, out var part) && Enum.IsDefined(part)
            ? new OldReportEdit(key, part, Text ?? "", Right == "true")
            : null;
}

/// <summary>The page on which an old report is given.</summary>
/// <param name="Years">The years to choose from.</param>
/// <param name="Waiting">Those that wait.</param>
/// <param name="Year">The year chosen.</param>
/// <param name="Pasted">What was pasted before.</param>
public sealed record OldReportStart(IReadOnlyList<int> Years, IReadOnlyList<OldReportRow> Waiting, int? Year, string? Pasted = null);

/// <summary>An old report beside its blocks.</summary>
/// <param name="Row">The old report.</param>
/// <param name="Blocks">Its blocks, or what was typed over them and is not saved.</param>
public sealed record OldReportPage(OldReport Row, IReadOnlyList<OldReportBlock> Blocks)
{
    /// <summary>The text as it came and as it was mended.</summary>
    public OldReportSource Source { get; } = OldReportSource.Read(Row.SourceText, Row.SourceBreaks);

    /// <summary>The blocks under the titles of their parts; what has no place stands last, in a group of its own.</summary>
    public IEnumerable<(string Title, IReadOnlyList<OldReportBlock> Blocks)> Groups()
    {
        var groups = new List<(string Title, List<OldReportBlock> Blocks)>();
        var section = OldReportTexts.GroupBody;
        foreach (var block in Blocks.Where(block => block.Part != OldReportPart.Unplaced))
        {
            section = block.Part == OldReportPart.Section ? block.Printed() : section;
            var title = OldReportWords.Group(block.Part) ?? section;
            if (groups.Count == 0 || groups[^1].Title != title)
            {
                groups.Add((title, []));
            }

            groups[^1].Blocks.Add(block);
        }

        var unplaced = Blocks.Where(block => block.Part == OldReportPart.Unplaced).ToList();
        return [.. groups.Select(group => (group.Title, (IReadOnlyList<OldReportBlock>)group.Blocks)), .. unplaced.Count > 0 ? [(OldReportTexts.GroupUnplaced, unplaced)] : Array.Empty<(string, IReadOnlyList<OldReportBlock>)>()];
    }

    /// <summary>For each line the block that was read from it.</summary>
    public IReadOnlyDictionary<int, int> BlockOfLine { get; } = Blocks
        .SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1).Select(line => (line, block.Key)))
        .GroupBy(pair => pair.line).ToDictionary(group => group.Key, group => group.First().Key);

    /// <summary>Blocks that nobody has confirmed yet.</summary>
    public int Open => Blocks.Count(block => !block.IsConfirmed);

    /// <summary>What the paper calls itself, when that is no report.</summary>
    public string? OtherKind => Blocks.FirstOrDefault(block => block.Part == OldReportPart.Kind)?.Text is { } kind
        && !string.Equals(kind, OldReportWords.Report, StringComparison.OrdinalIgnoreCase) ? kind : null;
}
