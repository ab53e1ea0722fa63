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
    private const int RowHeight = 44;

    /// <summary>How much of the width the longest bar takes, percent: its figure stands beside it on a phone too.</summary>
    private const double Longest = 86;

    /// <summary>The drawing.</summary>
    public IHtmlContent Render()
    {
        var svg = Element("svg", ("height", Text(Math.Max(1, Bars.Count) * RowHeight)), ("role", "img"), ("aria-labelledby", TitleId), ("class", "bar-chart"));
        var greatest = Math.Max(1, Bars.Select(bar => bar.Value).DefaultIfEmpty().Max());
        for (var i = 0; i < Bars.Count; i++)
        {
            var (name, value) = Bars[i];
            var (top, length) = (i * RowHeight, string.Create(CultureInfo.InvariantCulture, $"{Longest * value / greatest:0.##}%"));
            svg.InnerHtml.AppendHtml(Words(name, top + 15, ("class", "bar-name")));
            svg.InnerHtml.AppendHtml(Element("rect", ("x", "0"), ("y", Text(top + 21)), ("width", length), ("height", "14")));
            svg.InnerHtml.AppendHtml(Words(VietnameseNumber.Format((long)value), top + 33, ("x", length), ("dx", "8"), ("class", "bar-value")));
        }

        return svg;
    }

    private static TagBuilder Words(string words, int y, params (string Name, string Value)[] attributes)
    {
        var text = Element("text", [("y", Text(y)), .. attributes]);
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
