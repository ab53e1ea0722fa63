using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;
using Style = SonTrung.Cchc.Documents.Layout.TextStyle;

namespace SonTrung.Cchc.Documents.QuestPdf;

/// <summary>The document before its appendices: head, title, addressees, body and foot of Mẫu 1.4.</summary>
internal sealed class QuestPdfText(LayoutProfile profile)
{
    /// <summary>Composes the document.</summary>
    public void Compose(ColumnDescriptor column, OfficialDocument document, IssueMark? issue)
    {
        column.Item().PaddingHorizontal(-(float)profile.LetterheadOverhang).Column(head => Head(head, document.Letterhead, issue));
        Title(column, document);
        Addressees(column, document.Addressees);
        var groups = Groups(document.PrintedBody()).ToList();
        foreach (var group in groups.SkipLast(1))
        {
            var room = (group.Count + 1) * profile.Body.SingleLine * profile.LineSpacing;
            column.Item().EnsureSpace((float)room).Column(inner => Blocks(inner, group));
        }

        // The signature never opens a page without the text it signs.
        column.Item().PreventPageBreak().Column(inner =>
        {
            Blocks(inner, groups.LastOrDefault() ?? []);
            Foot(inner, document);
        });
    }

    private void Head(ColumnDescriptor column, Letterhead head, IssueMark? issue)
    {
        column.Item().Row(row =>
        {
            Left(row).Column(left =>
            {
                if (head.Superior is { Length: > 0 } superior)
                {
                    Line(left.Item(), superior, profile.Superior).AlignCenter();
                }

                foreach (var line in head.Agency)
                {
                    Line(left.Item(), line, profile.Agency).AlignCenter();
                }

                Rule(left, profile.Agency.Width(head.Agency[^1]) * profile.ShortRuleShare, profile);
            });
            Right(row).Column(right =>
            {
                Line(right.Item(), OfficialWording.Motherland, profile.MotherlandLine).AlignCenter();
                Line(right.Item(), OfficialWording.Motto, profile.MottoLine).AlignCenter();
                Rule(right, profile.MottoLine.Width(OfficialWording.Motto), profile);
            });
        });
        column.Item().PaddingTop((float)profile.ParagraphSpacing).Row(row =>
        {
            Fields(Left(row), LetterheadLayout.Number(head, issue, profile), profile.Number);
            Fields(Right(row), LetterheadLayout.Date(head, issue), profile.PlaceAndDate);
        });

        IContainer Left(RowDescriptor row) => row.RelativeItem((float)profile.LetterheadLeftShare);
        IContainer Right(RowDescriptor row) => row.RelativeItem((float)(1 - profile.LetterheadLeftShare));
    }

    private static void Fields(IContainer container, IReadOnlyList<FieldPart> parts, Style style) => container.AlignBottom().Text(text =>
    {
        text.AlignCenter();
        text.DefaultTextStyle(QuestPdfDocumentRenderer.TextStyle(style));
        var slot = 0;
        foreach (var part in parts)
        {
            if (part.Kind is not { } kind)
            {
                text.Span(PrintableText.Prepare(part.Printed, style));
                continue;
            }

            text.Element(TextInjectedElementAlignment.Bottom)
                .Width((float)(part.Digits * style.Width('0')) + 1)
                .CaptureContentPosition(PlaceCollector.Id(kind, slot++))
                .Text(part.Printed)
                .AlignCenter();
        }
    });

    private void Title(ColumnDescriptor column, OfficialDocument document)
    {
        Line(column.Item().PaddingTop(3 * (float)profile.ParagraphSpacing).SemanticHeader1(), document.Kind, profile.Title).AlignCenter();
        foreach (var line in document.Subject)
        {
            Line(column.Item(), line, profile.Title).AlignCenter();
        }

        Rule(column, profile.Title.Width(document.Subject[^1]) * profile.ShortRuleShare, profile);
    }

    private void Addressees(ColumnDescriptor column, IReadOnlyList<PrintedLine> addressees)
    {
        var above = 2 * (float)profile.ParagraphSpacing;
        if (addressees.Count == 1)
        {
            Line(column.Item().PaddingTop(above), $"{OfficialWording.Addressees} {addressees[0].Text}", profile.Body, profile.LineSpacing).AlignCenter();
        }
        else if (addressees.Count > 1)
        {
            // The dashes stand below the colon (II.9.d).
            var colon = (float)profile.Body.Width(OfficialWording.Addressees.TrimEnd(':'));
            column.Item().PaddingTop(above).AlignCenter().Column(inner =>
            {
                Line(inner.Item(), OfficialWording.Addressees, profile.Body, profile.LineSpacing);
                foreach (var line in addressees)
                {
                    Line(inner.Item().PaddingLeft(colon), OfficialWording.Printed(line), profile.Body, profile.LineSpacing);
                }
            });
        }
    }

    // A heading, or a sentence that ends in a colon, stays with what follows.
    private static IEnumerable<List<DocumentBlock>> Groups(IEnumerable<DocumentBlock> blocks)
    {
        var group = new List<DocumentBlock>();
        foreach (var block in blocks)
        {
            group.Add(block);
            if (!IsHeading(block) && !block.Text.EndsWith(':'))
            {
                yield return group;
                group = [];
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private void Blocks(ColumnDescriptor column, List<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var item = column.Item().PaddingTop((float)profile.ParagraphSpacing);
            item = block.Level switch
            {
                BlockLevel.Section => item.SemanticHeader2(),
                BlockLevel.Heading => item.SemanticHeader3(),
                _ => item.SemanticParagraph(),
            };
            Line(item, block.Printed(), IsHeading(block) ? profile.Heading : profile.Body, profile.LineSpacing)
                .Justify()
                .ParagraphFirstLineIndentation((float)profile.FirstLineIndent);
        }
    }

    private void Foot(ColumnDescriptor column, OfficialDocument document) => column.Item().PaddingTop(2 * (float)profile.ParagraphSpacing).Row(row =>
    {
        row.RelativeItem((float)profile.FootLeftShare).Column(left =>
        {
            if (document.Recipients.Count > 0)
            {
                Line(left.Item(), OfficialWording.Recipients, profile.RecipientsLabel);
            }

            foreach (var line in document.Recipients)
            {
                Line(left.Item(), OfficialWording.Printed(line), profile.Recipients);
            }

            Code(left.Item().PaddingTop((float)profile.ParagraphSpacing), document.VerificationUrl);
        });
        row.RelativeItem((float)(1 - profile.FootLeftShare)).Column(right =>
        {
            foreach (var line in document.Signature.Authority)
            {
                Line(right.Item(), line, profile.Authority).AlignCenter();
            }

            right.Item().Height((float)profile.SealDiameter).Layers(layers =>
            {
                PlaceCollector.Reserve(
                    layers.PrimaryLayer().AlignCenter().AlignMiddle(), PlaceCollector.Id(AnchorKind.Signature), profile.SignatureWidth, profile.SignatureHeight);
                // The seal covers the left third of the signature (II.8.a).
                var shift = -(float)((profile.SignatureWidth / 6) + (profile.SealDiameter / 2));
                PlaceCollector.Reserve(
                    layers.Layer().AlignCenter().OffsetX(shift), PlaceCollector.Id(AnchorKind.Seal), profile.SealDiameter, profile.SealDiameter);
            });
            Line(right.Item(), document.Signature.SignerName, profile.Authority).AlignCenter();
        });
    });

    private void Code(IContainer container, string? url)
    {
        var id = PlaceCollector.Id(AnchorKind.VerificationCode);
        if (string.IsNullOrEmpty(url))
        {
            PlaceCollector.Reserve(container, id, profile.CodeSize, profile.CodeSize);
            return;
        }

        var (data, side) = VerificationCode.Path(url);
        container
            .Width((float)profile.CodeSize)
            .Height((float)profile.CodeSize)
            .CaptureContentPosition(id)
            .SemanticFigure(VerificationCode.Alternative(url))
            .Svg($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}'><path d='{data}'/></svg>");
    }

    internal static void Rule(ColumnDescriptor column, double width, LayoutProfile profile) =>
        column.Item().PaddingTop((float)profile.RuleGap).AlignCenter().Width((float)width).LineHorizontal((float)profile.RuleThickness);

    private static bool IsHeading(DocumentBlock block) => block.Level is BlockLevel.Section or BlockLevel.Heading;

    internal static TextBlockDescriptor Line(IContainer container, string text, Style style, double lineSpacing = 1) =>
        container.Text(PrintableText.Prepare(text, style)).Style(QuestPdfDocumentRenderer.TextStyle(style, lineSpacing));
}
