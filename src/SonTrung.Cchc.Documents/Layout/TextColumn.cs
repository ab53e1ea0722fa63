using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Sets texts below one another in a column of fixed width: one side of the letterhead or the foot, a cell.</summary>
/// <param name="x">Left edge in points.</param>
/// <param name="width">Width in points.</param>
/// <param name="top">Where the first text starts.</param>
internal sealed class TextColumn(double x, double width, double top = 0)
{
    /// <summary>What was set.</summary>
    public List<PageItem> Items { get; } = [];

    /// <summary>The foot of the last text or space.</summary>
    public double Bottom { get; private set; } = top;

    /// <summary>The natural width of the last line set.</summary>
    public double LastLineWidth { get; private set; }

    /// <summary>The column's centre.</summary>
    public double Center => x + (width / 2);

    /// <summary>Sets a text at single spacing.</summary>
    public void Add(string text, TextStyle style, CellAlignment alignment, StructureNode? node)
    {
        foreach (var line in LineBreaker.Break(PrintableText.Prepare(text, style), style, width, width))
        {
            Add(line, style, alignment, node);
        }
    }

    /// <summary>Sets a line that was broken before.</summary>
    public void Add(TextLine line, TextStyle style, CellAlignment alignment, StructureNode? node)
    {
        var left = alignment switch
        {
            CellAlignment.Left => x,
            CellAlignment.Center => x + ((width - line.Width) / 2),
            _ => x + width - line.Width,
        };
        Items.Add(new TextItem(left, Bottom + style.Ascent, line.Text, style, 0, node));
        Bottom += style.SingleLine;
        LastLineWidth = line.Width;
    }

    /// <summary>Leaves a space.</summary>
    public void Skip(double height) => Bottom += height;

    /// <summary>Draws a centred rule below the text set last.</summary>
    /// <param name="length">Its length in points.</param>
    /// <param name="style">The style of that text.</param>
    /// <param name="profile">Gap and thickness.</param>
    public void Rule(double length, TextStyle style, LayoutProfile profile)
    {
        var y = Bottom - style.SingleLine + style.Ascent + style.Descent + profile.RuleGap;
        Items.Add(new StrokeItem(Center - (length / 2), y, Center + (length / 2), y, profile.RuleThickness));
        Bottom = y + profile.RuleThickness;
    }
}
