using System.Globalization;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Html;

/// <summary>An appendix (Phụ lục I, III.1) as a table on a sheet of its own.</summary>
internal static class AppendixHtml
{
    // Widths are classes in steps: the page's policy allows no style attribute.
    private const int WidthStep = 5;

    /// <summary>Writes the appendix.</summary>
    public static void Write(HtmlElements html, Appendix appendix, IReadOnlyList<string> reference)
    {
        html.Open("section", "doc-page doc-appendix");
        html.Text("h3", "doc-appendix-label", appendix.Label);
        html.Text("p", "doc-appendix-title", appendix.Title);
        html.Open("div", "doc-appendix-head");
        foreach (var line in reference)
        {
            html.Text("p", "doc-appendix-reference", line);
        }

        html.Close();
        html.Open("div", "doc-table-wrap", ("role", "region"), ("tabindex", "0"), ("aria-label", appendix.Label));
        html.Open("table", "doc-table");
        WriteColumns(html, appendix.Columns);
        html.Open("thead", "");
        html.Open("tr", "");
        foreach (var column in appendix.Columns)
        {
            html.Text("th", "", column.Heading, ("scope", "col"));
        }

        html.Close();
        html.Close();
        html.Open("tbody", "");
        foreach (var row in appendix.Rows)
        {
            html.Open("tr", "");
            foreach (var (column, text) in appendix.Columns.Zip(row))
            {
                html.Text("td", Class(column.Alignment), text);
            }

            html.Close();
        }

        html.Close();
        html.Close();
        html.Close();
        html.Close();
    }

    private static void WriteColumns(HtmlElements html, IReadOnlyList<AppendixColumn> columns)
    {
        var total = columns.Sum(column => column.Share);
        html.Open("colgroup", "");
        foreach (var column in columns)
        {
            var steps = Math.Max(1, (int)Math.Round(column.Share / total * 100 / WidthStep));
            html.Void("col", string.Create(CultureInfo.InvariantCulture, $"doc-col-{steps * WidthStep}"));
        }

        html.Close();
    }

    private static string Class(CellAlignment alignment) => alignment switch
    {
        CellAlignment.Center => "doc-center",
        CellAlignment.Right => "doc-right",
        _ => "",
    };
}
