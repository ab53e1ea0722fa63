using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Html;

/// <summary>The body (ô số 6): headings, paragraphs, and lists of dashes with the lists of pluses inside them.</summary>
internal static class BodyHtml
{
    /// <summary>Writes the blocks; those with an address lead there, those with a mark bear it at their end.</summary>
    public static void Write(HtmlElements html, IEnumerable<DocumentBlock> blocks, Func<DocumentBlock, string?>? address, Func<DocumentBlock, BlockMark?>? marks)
    {
        var depth = 0;
        foreach (var block in blocks)
        {
            depth = MoveTo(html, depth, Depth(block.Level));
            var (tag, cssClass) = Element(block.Level);
            var mark = marks?.Invoke(block);
            html.Open(tag, mark is { IsStressed: true } ? $"{cssClass} doc-marked" : cssClass, ("id", "doc-" + block.Id), ("data-block-id", block.Id));
            if (address?.Invoke(block) is { } url)
            {
                html.Text("a", "doc-link", block.Printed(), ("href", url));
            }
            else
            {
                html.Text(block.Printed());
            }

            if (mark is not null)
            {
                html.Open("a", "doc-mark", ("href", mark.Url), ("title", mark.Label), ("aria-label", mark.Label));
                html.Open("svg", "icon", ("aria-hidden", "true"));
                html.Void("use", "", ("href", mark.Icon));
                html.Close();
                html.Text(mark.Text);
                html.Close();
            }

            html.Close();
        }

        MoveTo(html, depth, 0);
    }

    private static int Depth(BlockLevel level) => level switch
    {
        BlockLevel.Dash => 1,
        BlockLevel.Plus => 2,
        _ => 0,
    };

    private static (string Tag, string Class) Element(BlockLevel level) => level switch
    {
        BlockLevel.Section => ("h3", "doc-section"),
        BlockLevel.Heading => ("h4", "doc-heading"),
        BlockLevel.Numbered => ("p", "doc-numbered"),
        BlockLevel.Dash => ("p", "doc-dash"),
        BlockLevel.Plus => ("p", "doc-plus"),
        _ => ("p", "doc-paragraph"),
    };

    // A depth is a list with an item open in it; a new item of the same depth closes the one before.
    private static int MoveTo(HtmlElements html, int from, int to)
    {
        for (var depth = from; depth > to; depth--)
        {
            html.Close();
            html.Close();
        }

        if (to > 0 && from >= to)
        {
            html.Close();
            html.Open("li", "");
        }

        for (var depth = from; depth < to; depth++)
        {
            html.Open("ul", "doc-list", ("role", "list"));
            html.Open("li", "");
        }

        return to;
    }
}
