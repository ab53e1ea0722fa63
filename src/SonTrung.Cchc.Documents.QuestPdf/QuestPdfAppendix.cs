using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Documents.QuestPdf;

/// <summary>An appendix (Phụ lục I, III.1): its title and its table, whose head every page repeats.</summary>
internal sealed class QuestPdfAppendix(LayoutProfile profile)
{
    /// <summary>Composes the appendix.</summary>
    /// <exception cref="ArgumentException">A row has not one text per column.</exception>
    public void Compose(ColumnDescriptor column, Appendix appendix, IReadOnlyList<string> reference)
    {
        QuestPdfText.Line(column.Item().SemanticHeader2(), appendix.Label, profile.Title).AlignCenter();
        QuestPdfText.Line(column.Item(), appendix.Title, profile.Title).AlignCenter();
        foreach (var line in reference)
        {
            QuestPdfText.Line(column.Item(), line, profile.AppendixReference).AlignCenter();
        }

        QuestPdfText.Rule(column, profile.AppendixReference.Width(reference[^1]) * profile.ShortRuleShare, profile);
        column.Item().PaddingTop(2 * (float)profile.ParagraphSpacing).SemanticTable().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                foreach (var one in appendix.Columns)
                {
                    columns.RelativeColumn((float)one.Share);
                }
            });
            table.Header(header =>
            {
                foreach (var one in appendix.Columns)
                {
                    QuestPdfText.Line(Cell(header.Cell()).AlignMiddle(), one.Heading, profile.HeadCell).AlignCenter();
                }
            });
            foreach (var row in appendix.Rows)
            {
                Row(table, appendix, row);
            }
        });
    }

    private void Row(TableDescriptor table, Appendix appendix, IReadOnlyList<string> row)
    {
        if (row.Count != appendix.Columns.Count)
        {
            throw new ArgumentException($"A row of '{appendix.Label}' has {row.Count} texts for {appendix.Columns.Count} columns.", nameof(row));
        }

        foreach (var (column, text) in appendix.Columns.Zip(row))
        {
            var line = QuestPdfText.Line(Cell(table.Cell()), text, profile.Cell);
            _ = column.Alignment switch
            {
                CellAlignment.Center => line.AlignCenter(),
                CellAlignment.Right => line.AlignRight(),
                _ => line.AlignLeft(),
            };
        }
    }

    private IContainer Cell(IContainer cell) =>
        cell.Border((float)profile.RuleThickness).PaddingHorizontal((float)profile.CellPadding).PaddingVertical(2);
}
