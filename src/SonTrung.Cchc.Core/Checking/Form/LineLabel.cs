using System.Globalization;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>The number in front of a line: "II.", "3.", "1.2.", "đ)", "Điều 4.".</summary>
/// <param name="Style">Lines that count together.</param>
/// <param name="Ordinal">From 1.</param>
/// <param name="IsAmbiguous">"i)" may be a letter or a Roman number.</param>
internal sealed partial record LineLabel(string Style, int Ordinal, bool IsAmbiguous = false)
{
    /// <summary>The alphabet that the decree itself counts by.</summary>
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private static readonly (string Sign, int Value)[] Roman =
        [("XL", 40), ("L", 50), ("IX", 9), ("X", 10), ("IV", 4), ("V", 5), ("I", 1)];

    /// <summary>"Điều 4."</summary>
    public bool IsArticle => Style.StartsWith("Điều", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether lines of a style are parts, chapters or sections, which articles stand in.</summary>
    public static bool IsAboveArticles(string style) => style.Length > 3 && char.IsLetter(style[1]) && style.Contains(' ', StringComparison.Ordinal);

    public static LineLabel? Read(string label)
    {
        if (Parts().Match(label.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var word = match.Groups["word"].Value;
        var mark = match.Groups["mark"].Value;
        var number = match.Groups["number"].Value;
        if (match.Groups["roman"].Success)
        {
            return FromRoman(match.Groups["roman"].Value) is { } roman ? new LineLabel($"{word}I{mark}", roman) : null;
        }

        if (match.Groups["letter"].Success)
        {
            var letter = match.Groups["letter"].Value;
            return Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? new LineLabel($"a{mark}", index + 1, letter is "i" or "v" or "x") : null;
        }

        var dot = number.LastIndexOf('.');
        return new LineLabel($"{word}1{mark}{(dot < 0 ? "" : number[..dot])}", int.Parse(number[(dot + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The same kind of label with another number.</summary>
    public static string Write(string label, int ordinal) => Parts().Match(label.Trim()) switch
    {
        { Success: true } match when match.Groups["roman"].Success => With(match.Groups["roman"], ToRoman(ordinal), label.Trim()),
        { Success: true } match when match.Groups["letter"].Success => With(match.Groups["letter"], Letters[Math.Clamp(ordinal, 1, Letters.Length) - 1].ToString(), label.Trim()),
        { Success: true } match => With(
            match.Groups["number"],
            $"{match.Groups["number"].Value[..(match.Groups["number"].Value.LastIndexOf('.') + 1)]}{ordinal.ToString(CultureInfo.InvariantCulture)}",
            label.Trim()),
        _ => label,
    };

    private static string With(Group group, string value, string label) => string.Concat(label.AsSpan(0, group.Index), value, label.AsSpan(group.Index + group.Length));

    private static int? FromRoman(string text)
    {
        var value = 0;
        var rest = text;
        foreach (var (sign, worth) in Roman)
        {
            while (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                value += worth;
                rest = rest[sign.Length..];
            }
        }

        return rest.Length == 0 && ToRoman(value) == text ? value : null;
    }

    private static string ToRoman(int value)
    {
        var text = "";
        foreach (var (sign, worth) in Roman.OrderByDescending(row => row.Value))
        {
            for (; value >= worth; value -= worth)
            {
                text += sign;
            }
        }

        return text;
    }

    [GeneratedRegex(@"^(?<word>(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s+)?(?:(?<roman>[IVXL]{1,7})|(?<number>\d{1,3}(?:\.\d{1,3}){0,3})|(?<letter>\p{Ll}))(?<mark>[.)/:]?)$")]
    private static partial Regex Parts();
}
