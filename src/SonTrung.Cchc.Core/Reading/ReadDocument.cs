using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>A document as a reader sees it: its parts in reading order, whatever it came from (our own report, a file, pasted text). Nothing is lost.</summary>
/// <param name="Blocks">The parts, top to bottom.</param>
public sealed record ReadDocument(IReadOnlyList<ReadBlock> Blocks)
{
    /// <summary>Our own document as a reader sees it, with number and date once they are given.</summary>
    public static ReadDocument Of(OfficialDocument document, IssueMark? issue = null)
    {
        var blocks = new List<ReadBlock>();
        if (document.Letterhead.Superior is { } superior)
        {
            Add(DocumentPart.Superior, superior);
        }

        Add(DocumentPart.Agency, string.Join(' ', document.Letterhead.Agency));
        Add(DocumentPart.NationalName, OfficialWords.NationalName);
        Add(DocumentPart.Motto, OfficialWords.Motto);
        Add(
            DocumentPart.Number,
            document.Letterhead.PaperNumber ?? (issue is null ? $"Số:      /{document.Letterhead.Symbol}" : $"Số: {issue.Number:00}/{document.Letterhead.Symbol}"));
        if (document.Letterhead.PaperDate is { } date)
        {
            Add(DocumentPart.PlaceAndDate, date);
        }
        else if (issue is not null)
        {
            Add(DocumentPart.PlaceAndDate, $"{document.Letterhead.Place}, {VietnameseDate.FormatOfficial(issue.IssuedOn)}");
        }

        Add(DocumentPart.Kind, document.Kind);
        AddAll(DocumentPart.Subject, document.Subject);
        AddLines(DocumentPart.Addressee, document.Addressees);
        blocks.AddRange(document.PrintedBody().Select(block => new ReadBlock(block.Id, Part(block.Level), block.Label, block.Text)));
        AddLines(DocumentPart.Recipient, document.Recipients);
        AddAll(DocumentPart.Authority, document.Signature.Authority);
        Add(DocumentPart.SignerName, document.Signature.SignerName);
        foreach (var appendix in document.Appendices)
        {
            AddAll(DocumentPart.Appendix, [appendix.Label, appendix.Title, .. appendix.Rows.Select(row => string.Join(" | ", row))]);
        }

        return new ReadDocument(blocks);

        // Counted within the part, so that a line more in the body renames nothing below it.
        void Add(DocumentPart part, string text, string label = "") =>
            blocks.Add(new ReadBlock($"{part}-{blocks.Count(block => block.Part == part)}", part, label, text));

        void AddAll(DocumentPart part, IEnumerable<string> texts)
        {
            foreach (var text in texts)
            {
                Add(part, text);
            }
        }

        void AddLines(DocumentPart part, IEnumerable<PrintedLine> lines)
        {
            foreach (var line in lines)
            {
                Add(part, line.Text, line.Label);
            }
        }
    }

    private static DocumentPart Part(BlockLevel level) => level switch
    {
        BlockLevel.Section => DocumentPart.Section,
        BlockLevel.Heading => DocumentPart.Heading,
        BlockLevel.Paragraph => DocumentPart.Paragraph,
        BlockLevel.Numbered => DocumentPart.Numbered,
        BlockLevel.Dash => DocumentPart.Dash,
        BlockLevel.Plus => DocumentPart.Plus,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}

/// <summary>One paragraph of a document that was read.</summary>
/// <param name="Id">Its key in the document: the report line's for our own, a running one else.</param>
/// <param name="Part">What it is.</param>
/// <param name="Label">The mark in front as written ("I.", "1.", "-", "+"), or empty.</param>
/// <param name="Text">The text behind the mark, with its end mark.</param>
public sealed record ReadBlock(string Id, DocumentPart Part, string Label, string Text);

/// <summary>The parts of an administrative document (Phụ lục I, sơ đồ bố trí) that a reader tells apart, in reading order.</summary>
public enum DocumentPart
{
    /// <summary>Text that fits nowhere; kept and shown.</summary>
    Unplaced,

    /// <summary>Cơ quan chủ quản.</summary>
    Superior,

    /// <summary>Cơ quan ban hành, one block whatever its lines.</summary>
    Agency,

    /// <summary>Quốc hiệu.</summary>
    NationalName,

    /// <summary>Tiêu ngữ.</summary>
    Motto,

    /// <summary>"Số: 15/BC-UBND".</summary>
    Number,

    /// <summary>"Hương Sơn, ngày 05 tháng 01 năm 2026".</summary>
    PlaceAndDate,

    /// <summary>"BÁO CÁO".</summary>
    Kind,

    /// <summary>A line of the trích yếu.</summary>
    Subject,

    /// <summary>One addressee of Kính gửi, without these words.</summary>
    Addressee,

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

    /// <summary>One line of Nơi nhận, without these words.</summary>
    Recipient,

    /// <summary>A line of ô số 7a: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".</summary>
    Authority,

    /// <summary>Họ tên.</summary>
    SignerName,

    /// <summary>Phụ lục: its head or a row of it.</summary>
    Appendix,
}
