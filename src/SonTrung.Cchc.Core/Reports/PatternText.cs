using System.Text;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The tokens of a sentence pattern.</summary>
public static class PatternTokens
{
    /// <summary>What was to be done or was done, in the words of its row; always there.</summary>
    public const string Content = "nội dung";

    /// <summary>All figures: "45 tin, bài; 132 lượt phát".</summary>
    public const string Figures = "số liệu";

    /// <summary>The first figure: "45 tin, bài".</summary>
    public const string MainFigure = "số liệu chính";

    /// <summary>The other figures.</summary>
    public const string OtherFigures = "số liệu khác";

    /// <summary>How many activities stand behind the sentence: "28 hoạt động"; nothing for one.</summary>
    public const string Activities = "số hoạt động";

    /// <summary>The day, or the first and the last; nothing for work that went on all year.</summary>
    public const string Days = "ngày";

    /// <summary>The places, "A, B và C"; nothing when they are not known or too many.</summary>
    public const string Places = "danh sách nơi";

    /// <summary>The units that did it, "A và B".</summary>
    public const string Departments = "đơn vị";

    /// <summary>The channels, "A và B".</summary>
    public const string Channels = "phương tiện";

    /// <summary>All tokens, in the order of the page.</summary>
    public static IReadOnlyList<string> All { get; } = [Content, Figures, MainFigure, OtherFigures, Activities, Days, Places, Departments, Channels];
}

/// <summary>What is wrong with the text of a pattern.</summary>
public enum PatternProblem
{
    /// <summary>A bracket or a brace without its other half, or a bracket within a bracket.</summary>
    Unbalanced,

    /// <summary>A token that nobody knows.</summary>
    UnknownToken,

    /// <summary>The row's own words are missing.</summary>
    ContentMissing,

    /// <summary>Neither all figures, nor the first and the others.</summary>
    FiguresMissing,

    /// <summary>A figure falls away with another token.</summary>
    FigureLost,

    /// <summary>It ends with a mark: the report makes that itself.</summary>
    EndsWithMark,

    /// <summary>Two spaces meet where a part stands or falls away.</summary>
    DoubleSpace,

    /// <summary>A token stands in it twice.</summary>
    TokenTwice,

    /// <summary>Words run into one another where a token stands.</summary>
    RunsTogether,

    /// <summary>The checker finds a fault in what it makes.</summary>
    Faulty,
}

/// <summary>The text of a pattern, taken apart once. What is put in for a token is never read for tokens again.</summary>
public sealed class PatternText
{
    private readonly List<Part> parts;

    private PatternText(List<Part> parts) => this.parts = parts;

    /// <summary>The tokens in it.</summary>
    public IEnumerable<string> Tokens => parts.SelectMany(part => part.Pieces).Where(piece => piece.IsToken).Select(piece => piece.Text);

    /// <summary>Takes a text apart.</summary>
    /// <returns>The text; or what is wrong with it and the words that are.</returns>
    public static (PatternText? Text, PatternProblem? Problem, string Words) Read(string text)
    {
        var parts = new List<Part>();
        var pieces = new List<Piece>();
        var words = new StringBuilder();
        var isOptional = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    var end = text.IndexOf('}', i);
                    if (end < 0 || text.AsSpan(i + 1, end - i - 1).IndexOfAny('{', '[', ']') >= 0)
                    {
                        return (null, PatternProblem.Unbalanced, text[i..]);
                    }

                    var token = text[(i + 1)..end].Trim();
                    if (!PatternTokens.All.Contains(token))
                    {
                        return (null, PatternProblem.UnknownToken, text[i..(end + 1)]);
                    }

                    EndWords();
                    pieces.Add(new Piece(token, IsToken: true));
                    i = end;
                    break;
                case '[' when !isOptional:
                    EndPart();
                    isOptional = true;
                    break;
                case ']' when isOptional:
                    EndPart();
                    isOptional = false;
                    break;
                case '}' or '[' or ']':
                    return (null, PatternProblem.Unbalanced, text[i..]);
                default:
                    words.Append(text[i]);
                    break;
            }
        }

        EndPart();
        return isOptional ? (null, PatternProblem.Unbalanced, text) : (new PatternText(parts), null, "");

        void EndWords()
        {
            if (words.Length > 0)
            {
                pieces.Add(new Piece(words.ToString(), IsToken: false));
                words.Clear();
            }
        }

        void EndPart()
        {
            EndWords();
            if (pieces.Count > 0)
            {
                parts.Add(new Part(isOptional, pieces));
                pieces = [];
            }
        }
    }

    /// <summary>Puts the facts in.</summary>
    public string Fill(PatternFacts facts) => string.Concat(Printed(facts));

    /// <summary>Whether words run into one another where a fact is put in: "cơ sở22 chuyên mục".</summary>
    internal bool RunsTogether(PatternFacts facts)
    {
        var printed = Printed(facts).Where(piece => piece.Length > 0).ToList();
        return printed.Zip(printed.Skip(1)).Any(pair => char.IsLetterOrDigit(pair.First[^1]) && char.IsLetterOrDigit(pair.Second[0]));
    }

    private IEnumerable<string> Printed(PatternFacts facts) => parts
        .Where(part => !part.IsOptional || part.Pieces.TrueForAll(piece => !piece.IsToken || facts.Of(piece.Text).Length > 0))
        .SelectMany(part => part.Pieces).Select(piece => piece.IsToken ? facts.Of(piece.Text) : piece.Text);

    private sealed record Part(bool IsOptional, List<Piece> Pieces);

    private sealed record Piece(string Text, bool IsToken);
}

/// <summary>What a sentence tells.</summary>
/// <param name="Content">The row's own words.</param>
/// <param name="Figures">The figures, each as printed: "45 tin, bài".</param>
/// <param name="Activities">How many activities stand behind it.</param>
/// <param name="Days">When.</param>
/// <param name="Places">Where.</param>
/// <param name="Departments">Who.</param>
/// <param name="Channels">By which means.</param>
public sealed record PatternFacts(
    string Content, IReadOnlyList<string> Figures, int Activities, string Days, IReadOnlyList<string> Places, IReadOnlyList<string> Departments, IReadOnlyList<string> Channels)
{
    private const string Separator = "; ";

    /// <summary>More places than this are not listed: a list that leaves some out would not be true.</summary>
    public const int MostListed = 6;

    /// <summary>What a token prints; empty for nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such token.</exception>
    public string Of(string token) => token switch
    {
        PatternTokens.Content => Content,
        PatternTokens.Figures => string.Join(Separator, Figures),
        PatternTokens.MainFigure => Figures.Count > 0 ? Figures[0] : "",
        PatternTokens.OtherFigures => string.Join(Separator, Figures.Skip(1)),
        PatternTokens.Activities => Activities > 1 ? $"{VietnameseNumber.Format((long)Activities)} {ActivityUnit}" : "",
        PatternTokens.Days => Days,
        PatternTokens.Places => Listed(Places),
        PatternTokens.Departments => Listed(Departments),
        PatternTokens.Channels => Listed(Channels),
        _ => throw new InvalidOperationException($"Unknown token {token}."),
    };

    /// <summary>What activities are counted in.</summary>
    public const string ActivityUnit = "hoạt động";

    /// <summary>"A, B và C".</summary>
    private static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 or > MostListed => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} và {names[^1]}",
    };
}
