using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A strip across the page that is never cut: a line of text, a row of a table, the letterhead, the foot.</summary>
internal sealed class Band
{
    /// <summary>Its height in points.</summary>
    public required double Height { get; init; }

    /// <summary>Space above it in points, dropped at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Whether it stays on the page of the band above.</summary>
    public bool KeepWithPrevious { get; set; }

    /// <summary>The band to repeat above it when it opens a page: the head row of its table.</summary>
    public Band? RepeatedHead { get; init; }

    /// <summary>What is drawn, in reading order; y runs down from the band's top.</summary>
    public List<PageItem> Items { get; init; } = [];

    /// <summary>The places to keep free, y as for the items, to the upper edge.</summary>
    public List<ReservedBox> Boxes { get; init; } = [];
}

/// <summary>Something drawn; x from the page's left edge, y down from the band's top, in points.</summary>
/// <param name="Node">The element it belongs to; null for an artifact that a listener skips.</param>
internal abstract record PageItem(StructureNode? Node);

/// <summary>A piece of one line of text.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Text">The prepared text.</param>
/// <param name="Style">Its style.</param>
/// <param name="WordSpacing">What each space is widened by.</param>
/// <param name="Node">The element it belongs to.</param>
internal sealed record TextItem(double X, double Baseline, string Text, TextStyle Style, double WordSpacing, StructureNode? Node)
    : PageItem(Node);

/// <summary>A place that is filled after approval: where a form field stands when the document is written for signing.</summary>
/// <param name="Box">The place; y down from the band's top.</param>
/// <param name="Blank">What is drawn there otherwise: white space that holds the line together; null for nothing.</param>
/// <param name="Form">The element of the field, written only where there is one.</param>
/// <param name="Line">The element of the line that it interrupts; null when it stands for itself.</param>
internal sealed record FieldItem(ReservedBox Box, TextItem? Blank, StructureNode Form, StructureNode? Line) : PageItem(Line);

/// <summary>A straight line; always an artifact.</summary>
internal sealed record StrokeItem(double X1, double Y1, double X2, double Y2, double Thickness) : PageItem((StructureNode?)null);

/// <summary>A QR code, as rows of dark and light modules.</summary>
internal sealed record CodeItem(double X, double Y, double Size, IReadOnlyList<System.Collections.BitArray> Modules, StructureNode? Node)
    : PageItem(Node);

/// <summary>A place kept free.</summary>
internal sealed record ReservedBox(AnchorKind Kind, double X, double Y, double Width, double Height);
