using System.Globalization;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>What stands in front of a paragraph: "I.", "1.", "a)", "-", "+".</summary>
/// <param name="Kind">Its rank.</param>
/// <param name="Label">As written.</param>
/// <param name="Text">What follows it.</param>
internal sealed record Mark(MarkKind Kind, string Label, string Text);

/// <summary>The ranks of marks.</summary>
internal enum MarkKind
{
    /// <summary>"I.", "Phần I", "Chương I", "A." before capitals.</summary>
    Section,

    /// <summary>"Điều 1.".</summary>
    Article,

    /// <summary>"1.", "1.1.", "1)".</summary>
    Number,

    /// <summary>"a)".</summary>
    Letter,

    /// <summary>"-", "•", "*", "–".</summary>
    Dash,

    /// <summary>"+".</summary>
    Plus,
}

/// <summary>Finds marks at the beginning of lines.</summary>
internal static partial class Marks
{
    /// <summary>The mark that a line begins with, or null.</summary>
    public static Mark? Of(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        // "Phần thứ nhất bao gồm …" is a sentence.
        if (Section().Match(text) is { Success: true } section && !(section.Groups["label"].Value.Contains(' ', StringComparison.Ordinal) && Wording.BeginsSmall(section.Groups["text"].Value)))
        {
            return Found(MarkKind.Section, section);
        }

        if (Article().Match(text) is { Success: true } article)
        {
            return Found(MarkKind.Article, article);
        }

        if (Number().Match(text) is { Success: true } number)
        {
            return Found(MarkKind.Number, number);
        }

        if (Letter().Match(text) is { Success: true } letter)
        {
            var rest = letter.Groups["text"].Value;
            return char.IsUpper(text[0])
                ? Wording.IsCapitals(rest) && text[letter.Groups["label"].Length - 1] != ')' ? Found(MarkKind.Section, letter) : null
                : Found(MarkKind.Letter, letter);
        }

        return Dash(text) ?? (Plus().Match(text) is { Success: true } plus ? Found(MarkKind.Plus, plus) : null);
    }

    /// <summary>The dash, bullet or star that a line begins with, or null.</summary>
    public static Mark? Dash(string text) => Bullet().Match(text) is { Success: true } dash ? Found(MarkKind.Dash, dash) : null;

    /// <summary>Whether a line begins a section.</summary>
    public static bool IsSection(string text) => Of(text) is { Kind: MarkKind.Section };

    /// <summary>The last number of a label: 3 for "1.3.", 2 for "b)"; 0 when it counts nothing.</summary>
    public static int Ordinal(Mark mark) => mark.Kind switch
    {
        MarkKind.Number or MarkKind.Article => int.Parse(Digits().Matches(mark.Label)[^1].Value, CultureInfo.InvariantCulture),
        MarkKind.Letter => 1 + "abcdđeghiklmnopqrstuvxy".IndexOf(mark.Label[0], StringComparison.Ordinal),
        _ => 0,
    };

    /// <summary>How deep a number stands: 1 for "1.", 2 for "1.1.".</summary>
    public static int Depth(Mark mark) => mark.Kind == MarkKind.Number ? Digits().Count(mark.Label) : mark.Kind == MarkKind.Letter ? 9 : 0;

    private static Mark Found(MarkKind kind, Match match) => new(kind, match.Groups["label"].Value.Trim(), match.Groups["text"].Value.Trim());

    [GeneratedRegex(@"^(?<label>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU MỤC|Tiểu mục)\s+(?:THỨ\s+\p{Lu}+|thứ\s+\p{Ll}+|[IVXLC]{1,6}|\d{1,2})(?=$|[\s.:\-–])\s*[.:\-–]?|[IVX]{1,6}(?:\s?[.)]|\s?/(?=\s|\p{Lu})|\s[-–](?=\s)))\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?<label>Điều\s+\d{1,3}\s?[.:])\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<label>\d{1,2}(?:\.\d{1,2}){0,4}(?:[.)/](?!\d)|(?<=\.\d{1,2})(?=\s))(?:\))?)\s*(?<text>(?=[\p{L}“""‘(\[]).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<label>[a-zđA-HĐ](?:\.\d{1,2})*\s?(?:\)|\.(?=\s)))\s*(?<text>(?=\S).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?<label>[-–—−•●▪■◦○♦*·\uF0B7\uF02D\uF0A7\uF0FC➢►✓❖])\s*(?<text>(?=[\p{L}\p{Nd}“""‘(\[…]).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<label>\++)\s*(?<text>(?=[\p{L}\p{Nd}“""‘(\[…]).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plus();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
