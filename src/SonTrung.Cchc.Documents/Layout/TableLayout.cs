using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A ruled table whose rows wrap; a row is cut only where it is taller than a page.</summary>
internal sealed class TableLayout
{
    private readonly Appendix _appendix;
    private readonly LayoutProfile _profile;
    private readonly StructureNode _table;
    private readonly double[] _edges;
    private double _headHeight;

    /// <summary>Shares the width of the text area out among the columns.</summary>
    public TableLayout(Appendix appendix, LayoutProfile profile, StructureNode table)
    {
        (_appendix, _profile, _table) = (appendix, profile, table);
        _edges = new double[appendix.Columns.Count + 1];
        _edges[0] = profile.Left;
        var total = appendix.Columns.Sum(column => column.Share);
        for (var i = 0; i < appendix.Columns.Count; i++)
        {
            _edges[i + 1] = _edges[i] + (profile.TextWidth * appendix.Columns[i].Share / total);
        }
    }

    /// <summary>The head row.</summary>
    public Band Head()
    {
        var row = _table.Add("TR");
        var cells = _appendix.Columns
            .Select((column, i) => new Cell(Break(column.Heading, i, _profile.HeadCell), CellAlignment.Center, row.Add("TH")))
            .ToArray();
        var head = Slice(cells, _profile.HeadCell, 0, int.MaxValue, spaceBefore: _profile.SpaceAboveTable, repeatedHead: null);
        _headHeight = head.Height;
        return head;
    }

    /// <summary>A row: one band, or several where it is taller than a page.</summary>
    /// <exception cref="ArgumentException">There is not one text per column.</exception>
    public IEnumerable<Band> Row(IReadOnlyList<string> texts, Band head)
    {
        if (texts.Count != _appendix.Columns.Count)
        {
            throw new ArgumentException($"A row of '{_appendix.Label}' has {texts.Count} texts for {_appendix.Columns.Count} columns.");
        }

        var row = _table.Add("TR");
        var cells = texts
            .Select((text, i) => new Cell(Break(text, i, _profile.Cell), _appendix.Columns[i].Alignment, row.Add("TD")))
            .ToArray();
        var lines = cells.Max(cell => cell.Lines.Count);
        var linesPerPage = (int)((_profile.TextHeight - _headHeight - (2 * _profile.CellVerticalPadding)) / _profile.Cell.SingleLine);
        for (var from = 0; from < lines; from += linesPerPage)
        {
            yield return Slice(cells, _profile.Cell, from, linesPerPage, spaceBefore: 0, head);
        }
    }

    private List<TextLine> Break(string text, int column, TextStyle style)
    {
        var width = _edges[column + 1] - _edges[column] - (2 * _profile.CellPadding);
        return LineBreaker.Break(PrintableText.Prepare(text, style), style, width, width);
    }

    private Band Slice(Cell[] cells, TextStyle style, int from, int count, double spaceBefore, Band? repeatedHead)
    {
        var items = new List<PageItem>();
        var height = 0.0;
        for (var i = 0; i < cells.Length; i++)
        {
            var left = _edges[i] + _profile.CellPadding;
            var column = new TextColumn(left, _edges[i + 1] - left - _profile.CellPadding, _profile.CellVerticalPadding);
            foreach (var line in cells[i].Lines.Skip(from).Take(count))
            {
                column.Add(line, style, cells[i].Alignment, cells[i].Node);
            }

            items.AddRange(column.Items);
            height = Math.Max(height, column.Bottom + _profile.CellVerticalPadding);
        }

        AddBorders(items, height);
        return new Band { Height = height, SpaceBefore = spaceBefore, Items = items, RepeatedHead = repeatedHead };
    }

    private void AddBorders(List<PageItem> items, double height)
    {
        var thickness = _profile.RuleThickness;
        items.Add(new StrokeItem(_edges[0], 0, _edges[^1], 0, thickness));
        items.Add(new StrokeItem(_edges[0], height, _edges[^1], height, thickness));
        foreach (var edge in _edges)
        {
            items.Add(new StrokeItem(edge, 0, edge, height, thickness));
        }
    }

    private sealed record Cell(List<TextLine> Lines, CellAlignment Alignment, StructureNode Node);
}
