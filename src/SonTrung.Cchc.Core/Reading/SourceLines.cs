using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>Cuts a text into lines and tells blank ones from others.</summary>
internal static partial class SourceLines
{
    /// <summary>The lines of a text, form feeds and every kind of line break included.</summary>
    public static List<SourceLine> Of(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(['\n', '\r', '\f', '\v', '\u2028', '\u2029', '\u0085']).Select(line => new SourceLine(line)).ToList();

    /// <summary>The lines that say something, with the number of those before them that do not.</summary>
    public static List<TextLine> Written(IReadOnlyList<SourceLine> lines)
    {
        var written = new List<TextLine>(lines.Count);
        var blank = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Collapsed(lines[i].Text);
            if (text.Length == 0 || Wording.IsRule(text))
            {
                blank++;
                continue;
            }

            written.Add(new TextLine(i, Spaced(lines[i].Text), text, lines[i].Break, blank));
            blank = 0;
        }

        return written;
    }

    /// <summary>One line, runs of spaces one, without what is no text.</summary>
    public static string Collapsed(string text)
    {
        var clean = PlainText.Clean(text);
        var kept = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (c != ' ' || (kept.Length > 0 && kept[^1] != ' '))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>The line with its gaps: tabs stay, odd spaces become usual ones; room left for a number or a day is no gap.</summary>
    private static string Spaced(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            kept.Append(c != '\t' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c);
        }

        return Room().Replace(kept.ToString(), " ");
    }

    [GeneratedRegex(@"(?<=\bSố ?:?) +(?=/)|(?<=\bngày) +(?=tháng\b)|(?<=\btháng) +(?=năm\b)")]
    private static partial Regex Room();
}
