using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SonTrung.Cchc.Core.Reports.Official;
using static SonTrung.Cchc.Documents.Word.WordUnits;
using BodyLayout = SonTrung.Cchc.Documents.Layout.BodyLayout;
using FieldPart = SonTrung.Cchc.Documents.Layout.FieldPart;
using Id = SonTrung.Cchc.Documents.Word.WordStyleIds;
using LayoutProfile = SonTrung.Cchc.Documents.Layout.LayoutProfile;
using LetterheadLayout = SonTrung.Cchc.Documents.Layout.LetterheadLayout;
using PrintableText = SonTrung.Cchc.Documents.Layout.PrintableText;
using VerificationCode = SonTrung.Cchc.Documents.Layout.VerificationCode;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>Sets a document's parts in order, each paragraph in its style; what stands beside one another stands in tables that can be typed into.</summary>
/// <param name="document">The document.</param>
/// <param name="issue">Number and date, or null to leave their places blank.</param>
/// <param name="profile">The document's layout profile.</param>
/// <param name="headerId">The relationship of the page number's header.</param>
/// <param name="code">The relationship of the QR code's picture; null for a document without one.</param>
internal sealed class WordContent(OfficialDocument document, IssueMark? issue, LayoutProfile profile, string headerId, string? code)
{
    /// <summary>The body of the main part.</summary>
    /// <exception cref="ArgumentException">A row of an appendix has not one text per column.</exception>
    public Body Body()
    {
        var body = new Body(Letterhead());
        body.Append(Title());
        body.Append(Addressees());
        body.Append(Blocks());
        body.Append(Foot());
        foreach (var appendix in document.Appendices)
        {
            body.Append(SectionEnd());
            body.Append(
                Paragraph(Id.AppendixLabel, appendix.Label),
                Paragraph(Id.AppendixTitle, appendix.Title),
                Paragraph(Id.AppendixReference, [.. OfficialWording.AppendixReference(document, issue)]),
                Paragraph(Id.AppendixRule),
                Table(appendix));
        }

        // A table can't end a section: the paragraph after it is as low as a line can be.
        body.Append(new Paragraph { ParagraphProperties = Properties(Id.SectionEnd) }, Page());
        return body;
    }

    private Table Letterhead()
    {
        var head = document.Letterhead;
        var (left, right) = WordMeasures.LetterheadColumns(profile);
        var issuer = new List<OpenXmlElement>();
        if (head.Superior is { Length: > 0 } superior)
        {
            issuer.Add(Paragraph(Id.Superior, superior));
        }

        issuer.AddRange(head.Agency.Select(line => Paragraph(Id.Agency, line)));
        issuer.Add(Paragraph(Id.AgencyRule));
        var number = Printed(LetterheadLayout.Number(head, issue, profile));
        var date = Printed(LetterheadLayout.Date(head, issue));
        return new Table(
            Frame(-profile.LetterheadOverhang, left + right),
            Grid(left, right),
            Row(
                Cell(left, issuer),
                Cell(right, [Paragraph(Id.Motherland, OfficialWording.Motherland), Paragraph(Id.Motto, OfficialWording.Motto), Paragraph(Id.MottoRule)])),
            Row(
                Cell(left, [Paragraph(Id.Number, number)], TableVerticalAlignmentValues.Bottom),
                Cell(right, [Paragraph(Id.PlaceAndDate, date)], TableVerticalAlignmentValues.Bottom)));
    }

    private IEnumerable<OpenXmlElement> Title() =>
    [
        Paragraph(Id.Kind, document.Kind),
        Paragraph(Id.Subject, [.. document.Subject]),
        Paragraph(Id.SubjectRule),
    ];

    private IEnumerable<OpenXmlElement> Addressees() => document.Addressees switch
    {
        [] => [],
        [var only] => [Paragraph(Id.OneAddressee, $"{OfficialWording.Addressees} {only.Text}")],
        var several =>
        [
            Paragraph(Id.AddresseesLabel, OfficialWording.Addressees),
            .. several.Select(line => Paragraph(Id.Addressee, OfficialWording.Printed(line))),
        ],
    };

    private IEnumerable<OpenXmlElement> Blocks()
    {
        var blocks = document.PrintedBody().ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            var paragraph = Paragraph(Id.Of(blocks[i].Level), blocks[i].Printed());
            // The signature never opens a page without the text it signs.
            if (i == blocks.Count - 1 || BodyLayout.Leads(blocks[i], blocks[i + 1]))
            {
                paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            }

            yield return paragraph;
        }
    }

    private Table Foot()
    {
        var left = profile.TextWidth * profile.FootLeftShare;
        var right = profile.TextWidth - left;
        var recipients = new List<OpenXmlElement>();
        if (document.Recipients.Count > 0)
        {
            recipients.Add(Paragraph(Id.RecipientsLabel, OfficialWording.Recipients));
            recipients.AddRange(document.Recipients.Select(line => Paragraph(Id.Recipient, OfficialWording.Printed(line))));
        }

        if (code is not null)
        {
            var picture = WordPicture.Inline(code, profile.CodeSize, VerificationCode.Alternative(document.VerificationUrl!));
            recipients.Add(new Paragraph(new Run(picture)) { ParagraphProperties = Properties(Id.Code) });
        }

        if (recipients.Count == 0)
        {
            recipients.Add(Paragraph(Id.Recipient));
        }

        var frame = Frame(0, profile.TextWidth);
        frame.TableCellMarginDefault = new TableCellMarginDefault(
            new TopMargin { Width = TwipsText(profile.SpaceAboveFoot), Type = TableWidthUnitValues.Dxa });
        return new Table(
            frame,
            Grid(left, right),
            Row(
                Cell(left, recipients),
                Cell(right,
                [
                    .. document.Signature.Authority.Select(line => Paragraph(Id.Authority, line)),
                    Paragraph(Id.SignatureRoom),
                    Paragraph(Id.Signer, document.Signature.SignerName),
                ])));
    }

    private Table Table(Appendix appendix)
    {
        var total = appendix.Columns.Sum(column => column.Share);
        var widths = appendix.Columns.Select(column => profile.TextWidth * column.Share / total).ToArray();
        var table = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = Id.AppendixTable },
                TableWidth = new TableWidth { Width = TwipsText(profile.TextWidth), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCaption = new TableCaption { Val = appendix.Label },
                TableDescription = new TableDescription { Val = appendix.Title },
            },
            Grid(widths));
        var head = Row([.. appendix.Columns.Select((column, i) => Cell(widths[i], [Paragraph(Id.HeadCell, column.Heading)]))]);
        head.TableRowProperties!.Append(new TableHeader());
        table.Append(head);
        foreach (var row in appendix.Rows)
        {
            if (row.Count != appendix.Columns.Count)
            {
                throw new ArgumentException($"A row of '{appendix.Label}' has {row.Count} texts for {appendix.Columns.Count} columns.");
            }

            table.Append(Row([.. row.Select((text, i) => Cell(widths[i], [Paragraph(Id.Of(appendix.Columns[i].Alignment), text)]))]));
        }

        return table;
    }

    /// <summary>Ends the document or an appendix; what follows starts on a page of its own, numbered anew (III.1.đ).</summary>
    private Paragraph SectionEnd()
    {
        var properties = Properties(Id.SectionEnd);
        properties.SectionProperties = Page();
        return new Paragraph { ParagraphProperties = properties };
    }

    private SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = headerId },
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = (uint)Twips(profile.PageWidth), Height = (uint)Twips(profile.PageHeight) },
        new PageMargin
        {
            Top = Twips(profile.Top),
            Bottom = Twips(profile.Bottom),
            Left = (uint)Twips(profile.Left),
            Right = (uint)Twips(profile.Right),
            Header = (uint)Twips(profile.PageNumberBaseline - profile.PageNumber.Ascent),
            Footer = (uint)Twips(profile.Bottom / 2),
            Gutter = 0,
        },
        new PageNumberType { Start = 1 },
        new TitlePage());

    private Paragraph Paragraph(string style, params string[] lines)
    {
        var paragraph = new Paragraph { ParagraphProperties = Properties(style) };
        for (var i = 0; i < lines.Length; i++)
        {
            var run = new Run();
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(PrintableText.Prepare(lines[i], profile.Body)) { Space = SpaceProcessingModeValues.Preserve });
            paragraph.Append(run);
        }

        return paragraph;
    }

    private static ParagraphProperties Properties(string style) => new() { ParagraphStyleId = new ParagraphStyleId { Val = style } };

    private static string Printed(FieldPart[] parts) => string.Concat(parts.Select(part => part.Printed));

    private static TableProperties Frame(double indent, double width) => new()
    {
        TableStyle = new TableStyle { Val = Id.FrameTable },
        TableWidth = new TableWidth { Width = TwipsText(width), Type = TableWidthUnitValues.Dxa },
        TableIndentation = new TableIndentation { Width = Twips(indent), Type = TableWidthUnitValues.Dxa },
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
    };

    private static TableGrid Grid(params double[] widths) =>
        new(widths.Select(width => new GridColumn { Width = TwipsText(width) }));

    private static TableRow Row(params TableCell[] cells)
    {
        var row = new TableRow { TableRowProperties = new TableRowProperties(new CantSplit()) };
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(double width, IEnumerable<OpenXmlElement> content, TableVerticalAlignmentValues? vertical = null)
    {
        var cell = new TableCell
        {
            TableCellProperties = new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Width = TwipsText(width), Type = TableWidthUnitValues.Dxa },
                TableCellVerticalAlignment = vertical is { } val ? new TableCellVerticalAlignment { Val = val } : null,
            },
        };
        cell.Append(content);
        return cell;
    }
}
