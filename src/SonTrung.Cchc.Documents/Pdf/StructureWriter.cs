using System.Globalization;
using System.Text;
using SonTrung.Cchc.Documents.Layout;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>Ties marked content to the document's structure and writes the structure tree (ISO 32000-1, 14.7).</summary>
/// <param name="file">The file.</param>
internal sealed class StructureWriter(PdfFile file)
{
    private readonly Dictionary<StructureNode, List<(int Page, int Mark, StructureNode? Field)>> _content = [];
    private readonly Dictionary<StructureNode, (int Page, int Widget)> _fields = [];
    private readonly Dictionary<StructureNode, string> _boxes = [];
    private readonly List<List<StructureNode>> _pages = [];

    /// <summary>Starts the marks of a page; returns the page's key in the parent tree.</summary>
    public int OpenPage()
    {
        _pages.Add([]);
        return _pages.Count - 1;
    }

    /// <summary>Takes the next mark of a page for an element.</summary>
    /// <param name="page">The object number of the page.</param>
    /// <param name="node">The element.</param>
    public int Mark(int page, StructureNode node)
    {
        var marks = _pages[^1];
        if (!_content.TryGetValue(node, out var places))
        {
            _content[node] = places = [];
        }

        places.Add((page, marks.Count, null));
        marks.Add(node);
        return marks.Count - 1;
    }

    /// <summary>Ties a form field to its element. The keys of the fields in the parent tree follow those of the pages, in this order.</summary>
    /// <param name="form">The element of the field.</param>
    /// <param name="line">The element whose text it interrupts, or null.</param>
    /// <param name="page">The object number of the page.</param>
    /// <param name="widget">The object number of the widget.</param>
    public void AddField(StructureNode form, StructureNode? line, int page, int widget)
    {
        _fields[form] = (page, widget);
        if (line is not null && _content.TryGetValue(line, out var places))
        {
            places.Add((page, 0, form));
        }
    }

    /// <summary>Says where a figure stands: left, bottom, right, top.</summary>
    public void Place(StructureNode figure, double left, double bottom, double right, double top) =>
        _boxes[figure] = $"[{PdfSyntax.Number(left)} {PdfSyntax.Number(bottom)} {PdfSyntax.Number(right)} {PdfSyntax.Number(top)}]";

    /// <summary>Writes the tree and returns the number of its root.</summary>
    public int Write(StructureNode document)
    {
        var root = file.Reserve();
        var numbers = new Dictionary<StructureNode, int>();
        Number(document, numbers);
        WriteNode(document, root, numbers);

        var parentTree = file.Reserve();
        var entries = new StringBuilder("<</Nums[");
        for (var page = 0; page < _pages.Count; page++)
        {
            var marks = file.Reserve();
            file.SetPacked(marks, $"[{string.Join(' ', _pages[page].Select(node => PdfSyntax.Reference(numbers[node])))}]");
            entries.Append(CultureInfo.InvariantCulture, $"{page} {marks} 0 R ");
        }

        var key = _pages.Count;
        foreach (var form in _fields.Keys)
        {
            entries.Append(CultureInfo.InvariantCulture, $"{key++} {numbers[form]} 0 R ");
        }

        file.SetPacked(parentTree, entries.Append("]>>").ToString());
        file.SetPacked(
            root,
            Invariant($"<</Type/StructTreeRoot/K {numbers[document]} 0 R/ParentTree {parentTree} 0 R/ParentTreeNextKey {key}>>"));
        return root;
    }

    private IEnumerable<StructureNode> Written(StructureNode node) =>
        node.Children.Where(child => child.Type != StructureNode.FormType || _fields.ContainsKey(child));

    private void Number(StructureNode node, Dictionary<StructureNode, int> numbers)
    {
        numbers[node] = file.Reserve();
        foreach (var child in Written(node))
        {
            Number(child, numbers);
        }
    }

    private void WriteNode(StructureNode node, int parent, Dictionary<StructureNode, int> numbers)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<</S/{node.Type}/P {parent} 0 R");
        var content = _content.GetValueOrDefault(node) ?? [];
        var page = content.Count > 0 ? content[0].Page : 0;
        if (page > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"/Pg {page} 0 R");
        }

        if (node.AlternateText is { } alternate)
        {
            body.Append("/Alt").Append(PdfSyntax.Text(alternate));
        }

        body.Append(node.Type switch
        {
            "TH" => "/A<</O/Table/Scope/Column>>",
            "L" => "/A<</O/List/ListNumbering/None>>",
            "Figure" => $"/A<</O/Layout/Placement/Block/BBox{_boxes[node]}>>",
            _ => "",
        });

        body.Append("/K[");
        if (_fields.TryGetValue(node, out var field))
        {
            body.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {field.Page} 0 R/Obj {field.Widget} 0 R>>");
        }

        foreach (var (place, mark, inner) in content)
        {
            body.Append(inner is not null ? Invariant($"{numbers[inner]} 0 R ") : place == page ? Invariant($"{mark} ") : Invariant($"<</Type/MCR/Pg {place} 0 R/MCID {mark}>>"));
        }

        foreach (var child in Written(node).Except(content.Select(part => part.Field)))
        {
            body.Append(CultureInfo.InvariantCulture, $"{numbers[child!]} 0 R ");
        }

        file.SetPacked(numbers[node], body.Append("]>>").ToString());
        foreach (var child in Written(node))
        {
            WriteNode(child, numbers[node], numbers);
        }
    }
}
