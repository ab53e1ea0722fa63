using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Features.Rollup;

/// <summary>Bars that the server draws as SVG; the table beside them says the same in figures.</summary>
/// <param name="TitleId">The heading that names it.</param>
/// <param name="Bars">Names and lengths.</param>
public sealed record BarChart(string TitleId, IReadOnlyList<(string Name, int Value)> Bars)
{
    private const int Width = 720;
    private const int RowHeight = 44;
    private const int Longest = Width - 70;

    /// <summary>The drawing.</summary>
    public IHtmlContent Render()
    {
        var svg = Element("svg", ("viewBox", $"0 0 {Width} {Math.Max(1, Bars.Count) * RowHeight}"), ("role", "img"), ("aria-labelledby", TitleId), ("class", "bar-chart"));
        var greatest = Math.Max(1, Bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        for (var i = 0; i < Bars.Count; i++)
        {
            var (name, value) = Bars[i];
            var (top, length) = (i * RowHeight, (int)Math.Round((double)Longest * value / greatest));
            svg.InnerHtml.AppendHtml(Words(name, 0, top + 15, "bar-name"));
            svg.InnerHtml.AppendHtml(Element("rect", ("x", "0"), ("y", Text(top + 21)), ("width", Text(length)), ("height", "14")));
            svg.InnerHtml.AppendHtml(Words(VietnameseNumber.Format((long)value), length + 8, top + 33, "bar-value"));
        }

        return svg;
    }

    private static TagBuilder Words(string words, int x, int y, string style)
    {
        var text = Element("text", ("x", Text(x)), ("y", Text(y)), ("class", style));
        text.InnerHtml.Append(words);
        return text;
    }

    private static TagBuilder Element(string name, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (key, value) in attributes)
        {
            element.Attributes[key] = value;
        }

        return element;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
