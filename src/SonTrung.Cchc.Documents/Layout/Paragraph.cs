namespace SonTrung.Cchc.Documents.Layout;

/// <summary>How the lines of a paragraph stand.</summary>
internal enum LineAlignment
{
    /// <summary>Both edges straight, the last line flush left.</summary>
    Justified,

    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,
}

/// <summary>A paragraph of the running text: one band a line, so that pages can break between its lines.</summary>
internal sealed record Paragraph
{
    /// <summary>The text as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Its style.</summary>
    public required TextStyle Style { get; init; }

    /// <summary>The element it belongs to.</summary>
    public required StructureNode Node { get; init; }

    /// <summary>Left edge of all lines but the first, in points.</summary>
    public required double X { get; init; }

    /// <summary>Width of all lines but the first, in points.</summary>
    public required double Width { get; init; }

    /// <summary>What the first line is moved in by, in points.</summary>
    public double FirstLineIndent { get; init; }

    /// <summary>How the lines stand.</summary>
    public LineAlignment Alignment { get; init; } = LineAlignment.Justified;

    /// <summary>Space above in points.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Distance of lines as a multiple of single spacing.</summary>
    public double LineSpacing { get; init; } = 1;

    /// <summary>Whether all of it stays with the paragraph above.</summary>
    public bool KeepWithPrevious { get; init; }

    /// <summary>Whether all its lines stay together.</summary>
    public bool KeepTogether { get; init; }

    /// <summary>Sets the lines. A page may break where two lines at least stand on either side.</summary>
    public List<Band> Bands()
    {
        const int fewest = 2;
        var lines = LineBreaker.Break(PrintableText.Prepare(Text, Style), Style, Width - FirstLineIndent, Width);
        var bands = new List<Band>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var mayBreakBefore = i == 0 ? !KeepWithPrevious : !KeepTogether && i >= fewest && lines.Count - i >= fewest;
            bands.Add(new Band
            {
                Height = Style.SingleLine * LineSpacing,
                SpaceBefore = i == 0 ? SpaceBefore : 0,
                KeepWithPrevious = !mayBreakBefore,
                Items = { Item(lines[i], i == 0 ? FirstLineIndent : 0) },
            });
        }

        return bands;
    }

    private TextItem Item(TextLine line, double indent)
    {
        var free = Width - indent - line.Width;
        var wordSpacing = Alignment == LineAlignment.Justified && !line.EndsParagraph && line.Spaces > 0 ? free / line.Spaces : 0;
        var x = X + indent + (Alignment == LineAlignment.Center ? free / 2 : 0);
        return new TextItem(x, Style.Ascent, line.Text, Style, wordSpacing, Node);
    }
}
