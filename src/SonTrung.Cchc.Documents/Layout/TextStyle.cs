using SonTrung.Cchc.Documents.Fonts;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A face at a size, and what text set in it measures.</summary>
/// <param name="Face">The face.</param>
/// <param name="Size">The size in points.</param>
internal sealed record TextStyle(FontStyle Face, double Size)
{
    /// <summary>The font.</summary>
    public TrueTypeFont Font { get; } = DocumentFonts.Get(Face);

    /// <summary>Height above the baseline in points.</summary>
    public double Ascent => Points(Font.Ascent);

    /// <summary>Depth below the baseline in points, positive.</summary>
    public double Descent => Points(-Font.Descent);

    /// <summary>The distance of baselines at single spacing ("dòng đơn") in points.</summary>
    public double SingleLine => Points(Font.Ascent - Font.Descent + Font.LineGap);

    /// <summary>The width of one character in points.</summary>
    public double Width(int codePoint) => Points(Font.Advance(Font.Glyph(codePoint)));

    /// <summary>The width of a printable text in points.</summary>
    public double Width(string text)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += Font.Advance(Font.Glyph(rune.Value));
        }

        return Points(units);
    }

    private double Points(int units) => units * Size / Font.UnitsPerEm;
}
