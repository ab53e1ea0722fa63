namespace SonTrung.Cchc.Core.Reports.Official;

/// <summary>
/// An administrative document as Nghị định 30/2020/NĐ-CP lays it out (Mẫu 1.4), free of any page, font or file format.
/// Immutable: the copy frozen at submission is what every renderer, reader and signature works on.
/// Number and date are not part of it (they come later, Điều 15) and travel as an <see cref="IssueMark"/>.
/// Every text is NFC and complete as printed, save the closing mark that <see cref="PrintedBody"/> adds.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>The version of the JSON form written today.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The mark that closes the body of every model of Phụ lục III.</summary>
    public const string ClosingMark = "./.";

    /// <summary>The version of the JSON form this document was written in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The name of the dated layout profile to render with, for example <c>nd30-2020</c>.</summary>
    public required string LayoutProfile { get; init; }

    /// <summary>Ô số 2, 3 and 4: who issues, under which symbol, where.</summary>
    public required Letterhead Letterhead { get; init; }

    /// <summary>Ô số 5a, first line: the kind of document in capitals, for example "BÁO CÁO".</summary>
    public required string Kind { get; init; }

    /// <summary>Ô số 5a: the subject (trích yếu), one entry for each line its author broke by hand.</summary>
    public required IReadOnlyList<string> Subject { get; init; }

    /// <summary>Ô số 9a: "Kính gửi". One entry stands beside the words, two or more below the colon, each with its dash.</summary>
    public required IReadOnlyList<PrintedLine> Addressees { get; init; }

    /// <summary>Ô số 6: the body, top to bottom.</summary>
    public required IReadOnlyList<DocumentBlock> Body { get; init; }

    /// <summary>Ô số 9b: the lines under "Nơi nhận:".</summary>
    public required IReadOnlyList<PrintedLine> Recipients { get; init; }

    /// <summary>Ô số 7a and 7b.</summary>
    public required SignatureBlock Signature { get; init; }

    /// <summary>Tables that follow the document in the same file, each with page numbers of its own (Phụ lục I, III.1.đ).</summary>
    public IReadOnlyList<Appendix> Appendices { get; init; } = [];

    /// <summary>The address printed as a QR code near the end of the last page; null leaves the box empty.</summary>
    public string? VerificationUrl { get; init; }

    /// <summary>The body as printed: the last block carries <see cref="ClosingMark"/> instead of any full stop of its own.</summary>
    public IEnumerable<DocumentBlock> PrintedBody()
    {
        for (var i = 0; i < Body.Count; i++)
        {
            yield return i < Body.Count - 1
                ? Body[i]
                : Body[i] with { Text = Body[i].Text.TrimEnd('.', ' ') + ClosingMark };
        }
    }
}

/// <summary>The head of the first page (ô số 2, 3, 4).</summary>
public sealed record Letterhead
{
    /// <summary>The superior body in capitals, not bold; null when none is printed (the usual case for a People's Committee).</summary>
    public string? Superior { get; init; }

    /// <summary>The issuing body in capitals, bold, one entry a line.</summary>
    public required IReadOnlyList<string> Agency { get; init; }

    /// <summary>
    /// The issuing body as running text names it, "Ủy ban nhân dân xã Sơn Trung", for the reference below an appendix's title (III.1.c);
    /// null in documents that were frozen before it was kept.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>The symbol after the number, without the slash: "BC-UBND".</summary>
    public required string Symbol { get; init; }

    /// <summary>The place name before the date: "Sơn Trung".</summary>
    public required string Place { get; init; }

    /// <summary>Number and symbol to the letter, "Số: 105/BC-UBND", of a paper that was typed in again; null where the portal numbers.</summary>
    public string? PaperNumber { get; init; }

    /// <summary>Place and date to the letter, "Sơn Trung, ngày 12 tháng 12 năm 2021", of a paper that was typed in again; null where the portal dates.</summary>
    public string? PaperDate { get; init; }
}

/// <summary>A line with an optional mark in front ("-"), both as printed.</summary>
/// <param name="Label">"-" or empty.</param>
/// <param name="Text">The text with its end mark.</param>
public sealed record PrintedLine(string Label, string Text);

/// <summary>The rank of a block in the layout "phần, mục, khoản, điểm" of a report.</summary>
public enum BlockLevel
{
    /// <summary>"I. …" in capitals, bold.</summary>
    Section,

    /// <summary>"1. …" with a title: bold, on a line of its own.</summary>
    Heading,

    /// <summary>Running text without a mark.</summary>
    Paragraph,

    /// <summary>"1. …" that is a sentence: not bold.</summary>
    Numbered,

    /// <summary>"- …".</summary>
    Dash,

    /// <summary>"+ …" below a dash.</summary>
    Plus,
}

/// <summary>One paragraph of the body.</summary>
public sealed record DocumentBlock
{
    /// <summary>The stable id of the report line it was made from; comments, evidence and comparison hang on it.</summary>
    public required string Id { get; init; }

    /// <summary>Its rank.</summary>
    public required BlockLevel Level { get; init; }

    /// <summary>The printed mark or number ("I.", "1.", "-", "+"), empty for a paragraph.</summary>
    public string Label { get; init; } = "";

    /// <summary>The text with its end mark.</summary>
    public required string Text { get; init; }

    /// <summary>Label and text with the one space between them, as a reader sees the line.</summary>
    public string Printed() => Label.Length == 0 ? Text : $"{Label} {Text}";
}

/// <summary>The authority and name of the signer (Phụ lục I, II.7).</summary>
public sealed record SignatureBlock
{
    /// <summary>The lines of ô số 7a in capitals: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    /// <summary>The full name, without titles.</summary>
    public required string SignerName { get; init; }
}

/// <summary>A table after the document (Phụ lục I, III.1).</summary>
public sealed record Appendix
{
    /// <summary>"Phụ lục", or "Phụ lục I" when there are two or more.</summary>
    public required string Label { get; init; }

    /// <summary>The title in capitals.</summary>
    public required string Title { get; init; }

    /// <summary>The columns, left to right.</summary>
    public required IReadOnlyList<AppendixColumn> Columns { get; init; }

    /// <summary>The rows; each has one text per column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
}

/// <summary>A column of an appendix.</summary>
/// <param name="Heading">The text of the head row, repeated on every page.</param>
/// <param name="Share">Its share of the table's width; the shares need not add up to one.</param>
/// <param name="Alignment">How its cells stand.</param>
public sealed record AppendixColumn(string Heading, double Share, CellAlignment Alignment);

/// <summary>How the cells of a column stand.</summary>
public enum CellAlignment
{
    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush right, for figures.</summary>
    Right,
}

/// <summary>The number and date that the clerk of documents gives after approval (Điều 15); outside the content hash.</summary>
/// <param name="Number">The running number, from 1; printed with a leading zero below 10.</param>
/// <param name="IssuedOn">The date printed in ô số 4.</param>
public sealed record IssueMark(int Number, DateOnly IssuedOn);
