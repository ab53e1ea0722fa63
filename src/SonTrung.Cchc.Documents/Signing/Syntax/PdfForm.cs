namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>A field of a form that is its own widget, or has one.</summary>
/// <param name="Number">Its object number.</param>
/// <param name="Field">The field.</param>
/// <param name="WidgetNumber">The object number of its widget.</param>
/// <param name="Widget">The widget.</param>
internal sealed record FormField(int Number, PdfDictionary Field, int WidgetNumber, PdfDictionary Widget)
{
    /// <summary>Its name.</summary>
    public string Name => Field["T"] is PdfString name ? name.Text : "";

    /// <summary>Whether it is a signature field.</summary>
    public bool IsSignature => Field["FT"] is PdfName { Text: "Sig" };
}

/// <summary>A rectangle on a page, points from its lower left.</summary>
internal readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>Whether nothing is seen of it.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>Whether another lies in it, within a margin at the sides and one above and below.</summary>
    public bool Contains(PdfBox other, double sides, double aboveAndBelow) =>
        other.Left >= Left - sides && other.Right <= Right + sides && other.Bottom >= Bottom - aboveAndBelow && other.Top <= Top + aboveAndBelow;
}

/// <summary>What a signing tool and a verifier ask of a file: its form and its pages.</summary>
internal static class PdfForm
{
    private const int MaxFields = 500;
    private const int MaxPages = 5000;
    private const int MaxDepth = 40;

    /// <summary>The form; empty when there is none.</summary>
    public static PdfDictionary Form(this PdfSource source) => source.DictionaryOf(source.Catalog["AcroForm"]);

    /// <summary>The fields of the form's first level.</summary>
    /// <exception cref="PdfDamagedException">A field is no object of its own, or there are too many.</exception>
    public static List<FormField> Fields(this PdfSource source)
    {
        var items = source.ItemsOf(source.Form()["Fields"]);
        return items.Count <= MaxFields
            ? [.. items.Select(item => Field(source, item))]
            : throw new PdfDamagedException("The form has too many fields.");
    }

    /// <summary>The pages in order: object number and dictionary.</summary>
    /// <exception cref="PdfDamagedException">The tree of pages is broken.</exception>
    public static List<(int Number, PdfDictionary Page)> Pages(this PdfSource source)
    {
        var pages = new List<(int, PdfDictionary)>();
        var seen = new HashSet<int>();
        Walk(source, source.Catalog["Pages"], pages, seen, 0);
        return pages;
    }

    /// <summary>The numbers of the page tree's nodes that are no pages.</summary>
    public static HashSet<int> PageNodes(this PdfSource source)
    {
        var nodes = new HashSet<int>();
        Walk(source, source.Catalog["Pages"], [], nodes, 0);
        return nodes;
    }

    /// <summary>A rectangle, its corners in order; null when it is none.</summary>
    public static PdfBox? Box(this PdfSource source, PdfValue value) =>
        source.ItemsOf(value) is [PdfLiteral { Number: { } x1 }, PdfLiteral { Number: { } y1 }, PdfLiteral { Number: { } x2 }, PdfLiteral { Number: { } y2 }]
            ? new PdfBox(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2))
            : null;

    /// <summary>The part of a page that is shown.</summary>
    public static PdfBox VisibleBox(this PdfSource source, PdfDictionary page) =>
        source.Box(Inherited(source, page, "CropBox")) ?? source.Box(Inherited(source, page, "MediaBox"))
        ?? throw new PdfDamagedException("A page has no size.");

    /// <summary>A value that a page has itself or from the nodes above it.</summary>
    public static PdfValue Inherited(this PdfSource source, PdfDictionary page, string name)
    {
        for (var depth = 0; depth < MaxDepth && page.Entries.Count > 0; depth++)
        {
            if (source.Resolve(page[name]) is var value and not PdfNull)
            {
                return value;
            }

            page = source.DictionaryOf(page["Parent"]);
        }

        return PdfNull.Value;
    }

    private static FormField Field(PdfSource source, PdfValue item)
    {
        if (item is not PdfReference reference || source.Resolve(reference) is not PdfDictionary field)
        {
            throw new PdfDamagedException("A field is no object of its own.");
        }

        return source.ItemsOf(field["Kids"]) is [PdfReference kid] && source.DictionaryOf(kid) is { } widget && widget["T"] is PdfNull
            ? new FormField(reference.Number, field, kid.Number, widget)
            : new FormField(reference.Number, field, reference.Number, field);
    }

    private static void Walk(PdfSource source, PdfValue node, List<(int, PdfDictionary)> pages, HashSet<int> seen, int depth)
    {
        if (node is not PdfReference reference || depth > MaxDepth || !seen.Add(reference.Number) || pages.Count > MaxPages)
        {
            throw new PdfDamagedException("The tree of pages is broken.");
        }

        var dictionary = source.DictionaryOf(reference);
        if (dictionary["Type"] is PdfName { Text: "Page" } || dictionary["Kids"] is PdfNull)
        {
            pages.Add((reference.Number, dictionary));
            seen.Remove(reference.Number);
            return;
        }

        foreach (var kid in source.ItemsOf(dictionary["Kids"]))
        {
            Walk(source, kid, pages, seen, depth + 1);
        }
    }
}
