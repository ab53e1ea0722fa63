using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>
/// Paragraphs that were cut at the end of each printed line. A line goes on in the next one when it is as long as the print was wide, does not end a sentence,
/// and the next one does not begin something new: a list item, a number, a label, a heading. A list of one item a line may have no marks at all and begin
/// small: nothing is joined in a text without a break that only a margin makes, inside a word or behind a word that wants another, nor among lines of all lengths.
/// </summary>
internal static partial class LineHealing
{
    /// <summary>A line shorter than this never ends at the margin (thousandths of the type size; about thirty letters).</summary>
    private const int LeastFull = 13_000;

    /// <summary>Words reach this share of the print's width at least, when the next one did not fit.</summary>
    private const double NearlyFull = 0.97;

    /// <summary>A line of more than this share was never broken at that margin. The measure knows neither bold letters nor the font.</summary>
    private const double TooWide = 1.12;

    /// <summary>The first line of a paragraph is shorter by its indent (1,27 cm at 14 pt), in thousandths of the type size.</summary>
    private const int Indent = 2_600;

    /// <summary>A line whose break only a margin makes needs only this share.</summary>
    private const double HalfFull = 0.55;

    /// <summary>Fewer lines than these are measured by their longest, more by one that some outlier may pass.</summary>
    private const int Few = 10;

    /// <summary>Words that no item of a list and no title ends in: the next one belongs to them.</summary>
    private static readonly FrozenSet<string> WantNext = "và của cho tại với các những mà nhưng hoặc để là khi mỗi từng nhằm vì nếu đã đang sẽ".Split(' ').ToFrozenSet();

    /// <summary>Page numbers that stood alone beside a page break.</summary>
    public static IReadOnlyList<Edit> PageBreaks(string text) =>
        PageNumber().Matches(text)
            .Select(match => new Edit(match.Index, match.Length, "\n", TextChangeKind.PageNumber))
            .ToList();

    /// <summary>The breaks to take out.</summary>
    public static IReadOnlyList<Edit> Joins(string text)
    {
        var lines = Lines(text);
        if (PrintWidth(lines) is not { } width)
        {
            return [];
        }

        var edits = new List<Edit>();
        var isFirst = true;
        var listed = Listed(lines, width);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var goesOn = IsCertain(lines[i], lines[i + 1])
                ? lines[i].Width >= width * HalfFull
                : !listed[i] && GoesOn(lines[i], lines[i + 1], isFirst ? width - Indent : width);
            isFirst = !goesOn;
            if (goesOn)
            {
                edits.Add(new Edit(lines[i].End, lines[i + 1].Start - lines[i].End, " ", TextChangeKind.LineBreak));
            }
        }

        return edits;
    }

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\f');
            end = end < 0 ? text.Length : at + end;
            var (first, last) = (at, end);
            while (first < last && (SpaceHealing.IsSpace(text[first]) || text[first] == '\r'))
            {
                first++;
            }

            while (last > first && (SpaceHealing.IsSpace(text[last - 1]) || text[last - 1] == '\r'))
            {
                last--;
            }

            if (last > first)
            {
                lines.Add(new Line(text, first, last, first - at));
            }

            at = end + 1;
        }

        return lines;
    }

    /// <summary>
    /// How wide the print was, told by the lines that seem to go on: they end no sentence and the next begins with a small letter. Null when none of them
    /// certainly does: then nothing says that the text was broken at a margin.
    /// </summary>
    private static int? PrintWidth(List<Line> lines)
    {
        if (!lines.Zip(lines.Skip(1)).Any(pair => IsCertain(pair.First, pair.Second)))
        {
            return null;
        }

        var widths = lines.Zip(lines.Skip(1))
            .Where(pair => pair.First.Width >= LeastFull && !pair.First.EndsSentence && pair.Second.BeginsSmall && !pair.Second.BeginsAnew(pair.First))
            .Select(pair => pair.First.Width)
            .Order()
            .ToList();
        return widths.Count == 0 ? null : widths[(widths.Count - 1) * (widths.Count < Few ? 10 : 9) / 10];
    }

    /// <summary>Whether only a margin breaks there: behind a word that wants another, or inside a word of two syllables.</summary>
    private static bool IsCertain(Line line, Line next)
    {
        if (line.Width < LeastFull || line.LastWords is not [var before, var last] || next.BeginsAnew(line) || line.IsCapitals != next.IsCapitals)
        {
            return false;
        }

        return WantNext.Contains(last)
            || (next.FirstWords is [var first, .. var second] && IsWord(last, first) && !IsWord(before, last) && !(second is [var other] && IsWord(first, other)));
    }

    private static bool IsWord(string first, string second) =>
        OfficialLexicon.Instance.HasWord($"{OfficialLexicon.Key(first)} {OfficialLexicon.Key(second)}");

    /// <summary>Breaks between lines that begin small and end in no mark, some of which are no margin's: items of a list, one a line.</summary>
    private static bool[] Listed(List<Line> lines, int width)
    {
        var listed = new bool[lines.Count];
        for (var start = 0; start + 1 < lines.Count; start++)
        {
            var end = start;
            var isList = false;
            while (end + 1 < lines.Count && !lines[end].EndsSentence && lines[end + 1].BeginsSmall && !lines[end + 1].BeginsAnew(lines[end]))
            {
                isList |= !IsCertain(lines[end], lines[end + 1]) && !IsFull(lines[end], lines[end + 1], end == start ? width - Indent : width);
                end++;
            }

            listed.AsSpan(start, end - start).Fill(isList);
            start = Math.Max(start, end - 1);
        }

        return listed;
    }

    private static bool IsFull(Line line, Line next, int width) =>
        line.Width + TextWidth.Space + next.FirstWordWidth > width * NearlyFull && line.Width < width * TooWide;

    private static bool GoesOn(Line line, Line next, int width)
    {
        if (line.Width < LeastFull || next.BeginsAnew(line) || line.IsCapitals != next.IsCapitals && !next.IsSingleWord)
        {
            return false;
        }

        var isFull = IsFull(line, next, width);
        if (line.EndsSentence)
        {
            return isFull && next.BeginsSmall && !line.EndsLead;
        }

        return isFull && !(next.Indent >= line.Indent + 3 && next.BeginsCapital);
    }

    /// <summary>A page number on a line of its own, above or below a page break. Blank lines around it go too.</summary>
    [GeneratedRegex(@"[ \t]*(?:\r?\n[ \t]*)+[ \t]*-?[ \t]*\d{1,3}[ \t]*-?[ \t]*(?:\r?\n[ \t]*)*\f[ \t]*(?:\r?\n[ \t]*)*|(?:[ \t]*\r?\n[ \t]*)*\f[ \t]*(?:\r?\n[ \t]*)*-?[ \t]*\d{1,3}[ \t]*-?[ \t]*(?:\r?\n[ \t]*)+")]
    private static partial Regex PageNumber();

    private sealed partial record Line(string Text, int Start, int End, int Indent)
    {
        private string? shown;

        public string Shown => shown ??= Text[Start..End];

        public int Width => (int)(TextWidth.Of(Shown) * Weight);

        public int FirstWordWidth => (int)(TextWidth.Of(Shown.AsSpan(0, Shown.IndexOf(' ') is > 0 and var space ? space : Shown.Length)) * Weight);

        /// <summary>Its last two words in small letters; empty when it ends in a mark.</summary>
        public string[] LastWords => lastWords ??= [.. LastTwo().Match(Shown).Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value.ToLowerInvariant())];

        /// <summary>The first two words of a line that begins small.</summary>
        public string[] FirstWords => firstWords ??= [.. FirstTwo().Match(Shown).Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)];

        private string[]? lastWords;

        private string[]? firstWords;

        public bool IsSingleWord => !Shown.Contains(' ');

        public bool BeginsSmall => char.IsLower(Shown[0]);

        public bool BeginsCapital => char.IsUpper(Shown[0]);

        /// <summary>A title: capitals only.</summary>
        public bool IsCapitals => Shown.Count(char.IsUpper) > 3 && !Shown.Any(char.IsLower);

        /// <summary>Titles are bold.</summary>
        private double Weight => IsCapitals ? 1.07 : 1;

        public bool EndsSentence => Shown.TrimEnd('”', '"', '’', ')')[^1..] is "." or ";" or ":" or "!" or "?" or "…";

        /// <summary>"như sau:", "./.": what follows is something new in any case.</summary>
        public bool EndsLead => Shown[^1] == ':' || Shown.EndsWith("./.", StringComparison.Ordinal);

        public bool BeginsAnew(Line previous) =>
            Beginning().Match(Shown) is { Success: true }
            && !(YearRange().IsMatch(Shown) && char.IsAsciiDigit(previous.Shown[^1]));

        [GeneratedRegex(
            """
            ^(?:[-–—−+*•●▪■○◦➢✓✔·§]\s?\S
            |\d{1,3}(?:\.\d{1,3})*[.)/]\s
            |[a-zđ][.)]\s
            |(?:[IVX]{1,6}|[A-HĐ])[.)/]\s
            |(?:Điều|Chương|Mục|Phần|Phụ\ lục|Tiểu\ mục)\s+(?:\d+|[IVX]+)(?:[.:]|$)
            |(?:Nơi\ nhận|Kính\ gửi|Số|Độc\ lập|Căn\ cứ|Xét\ đề\ nghị|Theo\ đề\ nghị)\b[^a-z]{0,2}(?::|\s[-–]|\s(?:Luật|Nghị|Quyết|Kế|Thông|Chỉ|của))
            |(?:TM|KT|TL|TUQ|Q)\.\s
            |[|_=~]{1}
            |CỘNG\s
            |https?://)
            """,
            RegexOptions.IgnorePatternWhitespace)]
        private static partial Regex Beginning();

        [GeneratedRegex(@"(?<!\p{L})(\p{L}+) (\p{L}+)$")]
        private static partial Regex LastTwo();

        [GeneratedRegex(@"^(\p{Ll}+)(?: (\p{Ll}+))?(?!\p{L})")]
        private static partial Regex FirstTwo();

        /// <summary>"- 2030": the second half of "2021 - 2030".</summary>
        [GeneratedRegex(@"^[-–—]\s?\d{4}\b")]
        private static partial Regex YearRange();
    }
}
