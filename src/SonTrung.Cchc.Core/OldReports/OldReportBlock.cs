using System.Text.Json;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>The parts of a report that a person tells apart, in the order of the paper.</summary>
public enum OldReportPart
{
    /// <summary>Text that fits nowhere: kept with the old report, not printed.</summary>
    Unplaced,

    /// <summary>Cơ quan chủ quản.</summary>
    Superior,

    /// <summary>Cơ quan ban hành.</summary>
    Agency,

    /// <summary>Quốc hiệu.</summary>
    NationalName,

    /// <summary>Tiêu ngữ.</summary>
    Motto,

    /// <summary>Số, ký hiệu.</summary>
    Number,

    /// <summary>Địa danh, ngày tháng.</summary>
    PlaceAndDate,

    /// <summary>Tên loại.</summary>
    Kind,

    /// <summary>A line of the trích yếu.</summary>
    Subject,

    /// <summary>A line of Kính gửi.</summary>
    Addressee,

    /// <summary>The sentence that says which plan was carried out.</summary>
    Basis,

    /// <summary>"I. …".</summary>
    Section,

    /// <summary>"1. …", a title.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>"1. …", a sentence.</summary>
    Numbered,

    /// <summary>"- …".</summary>
    Dash,

    /// <summary>"+ …".</summary>
    Plus,

    /// <summary>Tồn tại, hạn chế.</summary>
    Shortcoming,

    /// <summary>Phương hướng.</summary>
    Direction,

    /// <summary>Nhiệm vụ năm sau.</summary>
    Task,

    /// <summary>A line of Nơi nhận.</summary>
    Recipient,

    /// <summary>A line of ô số 7a.</summary>
    Authority,

    /// <summary>Họ tên người ký.</summary>
    SignerName,

    /// <summary>Phụ lục: kept with the old report, not printed.</summary>
    Appendix,
}

/// <summary>A block of an old report.</summary>
/// <param name="Key">Its key in the old report.</param>
/// <param name="Part">What it is.</param>
/// <param name="Label">The mark in front as written ("I.", "1.", "-"), or empty.</param>
/// <param name="Text">The text behind the mark, with its end mark.</param>
/// <param name="First">The first line it was read from, from 0.</param>
/// <param name="Last">The last line it was read from.</param>
/// <param name="IsConfirmed">Whether somebody has looked at it and found it right.</param>
public sealed record OldReportBlock(int Key, OldReportPart Part, string Label, string Text, int First, int Last, bool IsConfirmed = false)
{
    /// <summary>As it stands on the paper.</summary>
    public string Printed() => Label.Length == 0 ? Text : $"{Label} {Text}";

    /// <summary>Whether it is a line of the report's text.</summary>
    public bool IsBody() => Part is >= OldReportPart.Basis and <= OldReportPart.Task;

    /// <summary>Its rank in the report's text.</summary>
    internal BlockLevel Level() => Part switch
    {
        OldReportPart.Section => BlockLevel.Section,
        OldReportPart.Heading => BlockLevel.Heading,
        OldReportPart.Basis or OldReportPart.Paragraph => BlockLevel.Paragraph,
        OldReportPart.Numbered => BlockLevel.Numbered,
        OldReportPart.Dash => BlockLevel.Dash,
        OldReportPart.Plus => BlockLevel.Plus,
        _ => Label.Length == 0 ? BlockLevel.Paragraph
            : Label[0] == '+' ? BlockLevel.Plus
            : char.IsLetterOrDigit(Label[0]) ? BlockLevel.Numbered
            : BlockLevel.Dash,
    };

    /// <summary>The block as a person corrected it: the mark is told from the text anew.</summary>
    internal OldReportBlock With(OldReportPart part, string printed, bool isConfirmed)
    {
        var text = SourceLines.Collapsed(printed);
        var mark = Marks.Of(text);
        var (label, rest) = part switch
        {
            OldReportPart.Dash => mark is { Kind: MarkKind.Dash } ? (mark.Label, mark.Text) : ("-", text),
            OldReportPart.Plus => mark is { Kind: MarkKind.Plus } ? (mark.Label, mark.Text) : ("+", text),
            OldReportPart.Section or OldReportPart.Heading or OldReportPart.Numbered =>
                mark is { Kind: MarkKind.Section or MarkKind.Article or MarkKind.Number or MarkKind.Letter } ? (mark.Label, mark.Text) : ("", text),
            OldReportPart.Shortcoming or OldReportPart.Direction or OldReportPart.Task => mark is null ? ("", text) : (mark.Label, mark.Text),
            OldReportPart.Addressee or OldReportPart.Recipient => mark is { Kind: MarkKind.Dash } ? (mark.Label, mark.Text) : ("", text),
            _ => ("", text),
        };
        return this with { Part = part, Label = label, Text = rest, IsConfirmed = isConfirmed };
    }
}

/// <summary>The blocks of an old report: recognised, kept, corrected.</summary>
public static class OldReportBlocks
{
    /// <summary>What was recognised, with what a report of this kind makes of it: the plan, the shortcomings, the tasks.</summary>
    public static IReadOnlyList<OldReportBlock> Of(Recognition recognition)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        var blocks = recognition.Document.Blocks
            .Select((block, i) => new OldReportBlock(i + 1, Part(block.Part), block.Label, block.Text, recognition.Places[i].First, recognition.Places[i].Last)).ToList();
        var themes = OldReportThemes.Of(blocks);
        var hasTitle = false;
        var hasBasis = false;
        var hasNumbers = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            hasTitle |= block.Part is OldReportPart.Section or OldReportPart.Heading;
            hasNumbers = block.Part is not OldReportPart.Section && themes[i] is OldReportTheme.Shortcomings or OldReportTheme.Tasks && (hasNumbers || block.Part == OldReportPart.Numbered);
            var part = block.Part switch
            {
                OldReportPart.Paragraph when !hasTitle && !hasBasis && OldReportCitation.Opens(block.Text) => OldReportPart.Basis,
                OldReportPart.Numbered or OldReportPart.Dash when themes[i] == OldReportTheme.Shortcomings && (block.Part == OldReportPart.Numbered || !hasNumbers) => OldReportPart.Shortcoming,
                OldReportPart.Numbered or OldReportPart.Dash when themes[i] == OldReportTheme.Tasks && (block.Part == OldReportPart.Numbered || !hasNumbers) =>
                    OldReportThemes.IsReasoning(block.Text) ? OldReportPart.Direction : OldReportPart.Task,
                _ => block.Part,
            };
            hasBasis |= part == OldReportPart.Basis;
            blocks[i] = block with { Part = part };
        }

        return blocks;
    }

    /// <summary>Reads kept blocks; what is no list of blocks has none.</summary>
    public static IReadOnlyList<OldReportBlock> Read(string json) => json is ['[', ..] ? JsonSerializer.Deserialize<List<OldReportBlock>>(json) ?? [] : [];

    /// <summary>Writes blocks to be kept.</summary>
    public static string Write(IReadOnlyList<OldReportBlock> blocks) => JsonSerializer.Serialize(blocks);

    /// <summary>The blocks as a person left them. A text of several lines becomes several blocks; one without text is taken away: its words stand in the source.</summary>
    public static IReadOnlyList<OldReportBlock> Corrected(IReadOnlyList<OldReportBlock> blocks, IReadOnlyList<OldReportEdit> edits)
    {
        var byKey = edits.GroupBy(edit => edit.Key).ToDictionary(group => group.Key, group => group.Last());
        var next = blocks.Count == 0 ? 1 : blocks.Max(block => block.Key) + 1;
        var corrected = new List<OldReportBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            if (!byKey.TryGetValue(block.Key, out var edit))
            {
                corrected.Add(block);
                continue;
            }

            var lines = edit.Printed.Split('\n').Where(line => SourceLines.Collapsed(line).Length > 0).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                corrected.Add((i == 0 ? block : block with { Key = next++ }).With(edit.Part, lines[i], edit.IsConfirmed));
            }
        }

        return corrected;
    }

    private static OldReportPart Part(DocumentPart part) => Enum.Parse<OldReportPart>(part.ToString());
}
