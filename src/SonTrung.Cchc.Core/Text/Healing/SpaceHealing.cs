using System.Globalization;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>Spaces: each run becomes one plain space, none stand at the ends of lines; a page break becomes a line break.</summary>
internal static class SpaceHealing
{
    /// <summary>Whether a character is a space inside a line: plain, no-break, ideographic, a tab, ….</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\f' || (c > '\u007F' && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator);

    /// <summary>The runs that are not as they should be.</summary>
    public static IReadOnlyList<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsSpace(text[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsSpace(text[end]))
            {
                end++;
            }

            var isAtEdge = start == 0 || end == text.Length || text[start - 1] == '\n' || text[end] is '\n' or '\r';
            var wanted = (isAtEdge, text.AsSpan(start, end - start).Contains('\f')) switch
            {
                (true, _) => "",
                (false, true) => "\n",
                _ => " ",
            };
            if (!text.AsSpan(start, end - start).SequenceEqual(wanted))
            {
                edits.Add(new Edit(start, end - start, wanted, TextChangeKind.Space));
            }

            start = end;
        }

        return edits;
    }
}
