using System.Text;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Text;

/// <summary>What became of a text, word by word.</summary>
public static partial class WordDiff
{
    /// <summary>Of less than this share that stayed, a text was not changed but written anew.</summary>
    private const double LeastShare = 1.0 / 3;

    /// <summary>Cells of the largest table that is filled (16 MB); of longer texts only beginning and end are compared.</summary>
    private const int LargestTable = 4_000_000;

    /// <summary>The parts of both texts in reading order: what stayed and was taken out is the old text, what stayed and came in is the new one. Of two texts with little in common nothing stayed.</summary>
    /// <param name="old">The text before.</param>
    /// <param name="now">The text after.</param>
    public static IReadOnlyList<DiffPart> Compare(string old, string now)
    {
        var (before, after) = (Split(old), Split(now));
        var places = Matches(before, after);
        var parts = new PartList();
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && places[i] == j)
            {
                parts.Stayed(before[i], isNextChanged: i + 1 < before.Length ? places[i + 1] != j + 1 : j + 1 < after.Length);
                i++;
                j++;
            }
            else if (i < before.Length && places[i] < 0)
            {
                parts.TakenOut(before[i++]);
            }
            else
            {
                parts.CameIn(after[j++]);
            }
        }

        var list = parts.ToList();
        var stayed = list.Where(part => part.Kind == DiffKind.Same).Sum(part => Letters(part.Text));
        return old.Length > 0 && now.Length > 0 && stayed < LeastShare * Math.Max(Letters(old), Letters(now))
            ? [new DiffPart(DiffKind.Deleted, old), new DiffPart(DiffKind.Inserted, now)]
            : list;
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    /// <summary>A text as words, numbers with their separators, runs of spaces and single signs.</summary>
    internal static string[] Split(string text) => Words().Matches(text).Select(match => match.Value).ToArray();

    /// <summary>For each word of the old text its place in the new one, or -1: a longest common subsequence.</summary>
    internal static int[] Matches(string[] old, string[] now)
    {
        var places = new int[old.Length];
        Array.Fill(places, -1);
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            places[start] = start;
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
            places[^end] = now.Length - end;
        }

        var (rows, columns) = (old.Length - start - end, now.Length - start - end);
        if ((long)rows * columns > LargestTable)
        {
            return places;
        }

        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = old[start + i] == now[start + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (old[start + i] == now[start + j])
            {
                places[start + i++] = start + j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return places;
    }

    // A word, a number with its separators, a run of spaces, or any other sign by itself.
    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Words();

    /// <summary>Joins words to parts. A space alone between two changes belongs to both, so that a phrase is one change.</summary>
    private sealed class PartList
    {
        private readonly List<DiffPart> parts = [];
        private readonly StringBuilder same = new();
        private readonly StringBuilder deleted = new();
        private readonly StringBuilder inserted = new();

        public void Stayed(string word, bool isNextChanged)
        {
            if (deleted.Length > 0 && inserted.Length > 0 && isNextChanged && string.IsNullOrWhiteSpace(word))
            {
                deleted.Append(word);
                inserted.Append(word);
                return;
            }

            CloseChange();
            same.Append(word);
        }

        public void TakenOut(string word)
        {
            CloseSame();
            deleted.Append(word);
        }

        public void CameIn(string word)
        {
            CloseSame();
            inserted.Append(word);
        }

        public List<DiffPart> ToList()
        {
            CloseSame();
            CloseChange();
            return parts;
        }

        private void CloseSame() => Close(same, DiffKind.Same);

        private void CloseChange()
        {
            Close(deleted, DiffKind.Deleted);
            Close(inserted, DiffKind.Inserted);
        }

        private void Close(StringBuilder text, DiffKind kind)
        {
            if (text.Length > 0)
            {
                parts.Add(new DiffPart(kind, text.ToString()));
                text.Clear();
            }
        }
    }
}

/// <summary>A part of a text and what became of it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">Its words, with the spaces between them.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What became of a part of a text.</summary>
public enum DiffKind
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It was taken out.</summary>
    Deleted,

    /// <summary>It came in.</summary>
    Inserted,
}
