using System.Globalization;
using System.Text;
using SonTrung.Cchc.Documents.Layout;
using static SonTrung.Cchc.Documents.Pdf.PdfSyntax;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>Writes what one page shows, each piece marked as part of an element or as an artifact.</summary>
/// <param name="profile">The page's size.</param>
/// <param name="page">The object number of the page.</param>
/// <param name="fonts">The four faces.</param>
/// <param name="structure">Gives the marks.</param>
/// <param name="form">Takes the fields; null when the places of the fields stay blank.</param>
internal sealed class PageContent(
    LayoutProfile profile, int page, IReadOnlyList<EmbeddedFont> fonts, StructureWriter structure, FormWriter? form = null)
{
    private const string LayoutArtifact = "/Artifact<</Type/Layout>>BDC\n";
    private const string PaginationArtifact = "/Artifact<</Type/Pagination>>BDC\n";

    private readonly StringBuilder _operators = new();
    private StructureNode? _open;
    private string? _openArtifact;

    /// <summary>Writes the page.</summary>
    /// <returns>The operators of its content stream.</returns>
    public byte[] Write(LaidPage laid)
    {
        if (laid.Number > 1)
        {
            DrawNumber(laid.Number);
        }

        foreach (var (top, band, isRepeated) in laid.Bands)
        {
            foreach (var placed in band.Items)
            {
                if (ItemOf(placed, profile.PageHeight - top) is not { } item)
                {
                    continue;
                }

                Open(isRepeated ? null : item.Node, isRepeated ? PaginationArtifact : LayoutArtifact);
                Draw(item, profile.PageHeight - top);
            }
        }

        Close();
        return Encoding.ASCII.GetBytes(_operators.ToString());
    }

    /// <summary>What is drawn for an item; null where a field takes its place.</summary>
    private PageItem? ItemOf(PageItem item, double top)
    {
        if (item is not FieldItem field || form is null)
        {
            return item is FieldItem { Blank: var blank } ? blank : item;
        }

        Close();
        structure.AddField(field.Form, field.Line, page, form.Add(field, page, top));
        return null;
    }

    private void DrawNumber(int number)
    {
        Open(null, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n");
        var text = number.ToString(CultureInfo.InvariantCulture);
        var x = profile.Left + ((profile.TextWidth - profile.PageNumber.Width(text)) / 2);
        Draw(new TextItem(x, profile.PageNumberBaseline, text, profile.PageNumber, 0, null), profile.PageHeight);
    }

    private void Open(StructureNode? node, string artifact)
    {
        if (node is null)
        {
            if (_openArtifact != artifact)
            {
                Close();
                _operators.Append(artifact);
                _openArtifact = artifact;
            }
        }
        else if (node != _open)
        {
            Close();
            _operators.Append(CultureInfo.InvariantCulture, $"/{node.Type}<</MCID {structure.Mark(page, node)}>>BDC\n");
            _open = node;
        }
    }

    private void Close()
    {
        if (_open is not null || _openArtifact is not null)
        {
            _operators.Append("EMC\n");
            (_open, _openArtifact) = (null, null);
        }
    }

    private void Draw(PageItem item, double top)
    {
        switch (item)
        {
            case TextItem text:
                DrawText(text, top);
                break;
            case StrokeItem stroke:
                _operators.Append(
                    CultureInfo.InvariantCulture,
                    $"{Number(stroke.Thickness)} w {Number(stroke.X1)} {Number(top - stroke.Y1)} m {Number(stroke.X2)} {Number(top - stroke.Y2)} l S\n");
                break;
            case CodeItem code:
                DrawCode(code, top);
                break;
        }
    }

    private void DrawText(TextItem item, double top)
    {
        var font = fonts[(int)item.Style.Face];
        _operators.Append(
            CultureInfo.InvariantCulture,
            $"BT/{font.Name} {Number(item.Style.Size)} Tf {Number(item.X)} {Number(top - item.Baseline)} Td[<");
        var spacing = item.WordSpacing == 0 ? null : $">{Number(-1000 * item.WordSpacing / item.Style.Size)}<";
        foreach (var rune in item.Text.EnumerateRunes())
        {
            AppendCode(font.Code(rune.Value));
            if (spacing is not null && rune.Value is (' ' or '\u00A0'))
            {
                _operators.Append(spacing);
            }
        }

        _operators.Append(">]TJ ET\n");
    }

    private void AppendCode(ushort code)
    {
        const string digits = "0123456789ABCDEF";
        _operators.Append(digits[code >> 12]).Append(digits[(code >> 8) & 15]).Append(digits[(code >> 4) & 15]).Append(digits[code & 15]);
    }

    private void DrawCode(CodeItem item, double top)
    {
        var module = item.Size / item.Modules.Count;
        for (var row = 0; row < item.Modules.Count; row++)
        {
            var y = top - item.Y - ((row + 1) * module);
            for (var column = 0; column < item.Modules.Count; column++)
            {
                if (!item.Modules[row][column])
                {
                    continue;
                }

                var first = column;
                while (column + 1 < item.Modules.Count && item.Modules[row][column + 1])
                {
                    column++;
                }

                _operators.Append(
                    CultureInfo.InvariantCulture,
                    $"{Number(item.X + (first * module))} {Number(y)} {Number((column + 1 - first) * module)} {Number(module)} re\n");
            }
        }

        _operators.Append("f\n");
        if (item.Node is { } figure)
        {
            structure.Place(figure, item.X, top - item.Y - item.Size, item.X + item.Size, top - item.Y);
        }
    }
}
