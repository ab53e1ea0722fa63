using System.Text;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Where a text answers a search: "doi thoai" marks "Đối thoại".</summary>
public static class SearchHits
{
    /// <summary>The text cut at its hits, nothing lost; one part without hits when nothing was searched or found.</summary>
    public static IReadOnlyList<(string Text, bool IsHit)> Split(string? text, string? search)
    {
        var whole = (text ?? "").Normalize();
        var words = SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (whole.Length == 0 || words.Length == 0)
        {
            return [(whole, false)];
        }

        var (key, places) = Fold(whole);
        var marked = new bool[whole.Length];
        foreach (var word in words)
        {
            for (var at = key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = key.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length < places.Count ? places[at + word.Length] : whole.Length;
                marked.AsSpan(places[at]..Math.Max(end, places[at] + 1)).Fill(true);
            }
        }

        return Parts(whole, marked);
    }

    /// <summary>The search key of a text with the place of each of its characters in the text.</summary>
    private static (string Key, List<int> Places) Fold(string whole)
    {
        var key = new StringBuilder();
        var places = new List<int>();
        var at = 0;
        foreach (var rune in whole.EnumerateRunes())
        {
            var folded = SearchKey.Of(rune.ToString());
            key.Append(folded.Length == 0 ? " " : folded);
            places.AddRange(Enumerable.Repeat(at, Math.Max(folded.Length, 1)));
            at += rune.Utf16SequenceLength;
        }

        return (key.ToString(), places);
    }

    private static List<(string Text, bool IsHit)> Parts(string whole, bool[] marked)
    {
        var parts = new List<(string, bool)>();
        for (var start = 0; start < whole.Length;)
        {
            var end = start + 1;
            while (end < whole.Length && marked[end] == marked[start])
            {
                end++;
            }

            parts.Add((whole[start..end], marked[start]));
            start = end;
        }

        return parts;
    }
}
