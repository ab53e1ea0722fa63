using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>One replacement in the text as a step of healing saw it.</summary>
internal readonly record struct Edit(int Start, int Length, string Text, TextChangeKind Kind)
{
    public int End => Start + Length;
}

/// <summary>A text under healing, which remembers what each of its pieces was at first.</summary>
internal sealed class HealingDraft
{
    private readonly string original;
    private List<Piece> pieces = [];

    public HealingDraft(string original) => this.original = Text = original;

    public string Text { get; private set; }

    /// <summary>Applies the edits of a step: in order, not overlapping.</summary>
    public void Apply(IReadOnlyList<Edit> edits)
    {
        if (edits.Count == 0)
        {
            return;
        }

        var text = new StringBuilder(Text.Length);
        var merged = new List<Piece>();
        var (oldAt, newAt, done, shift) = (0, 0, 0, 0);
        while (oldAt < pieces.Count || newAt < edits.Count)
        {
            var isOldFirst = newAt == edits.Count || (oldAt < pieces.Count && pieces[oldAt].Start <= edits[newAt].Start);
            var start = isOldFirst ? pieces[oldAt].Start : edits[newAt].Start;
            var originalStart = isOldFirst ? pieces[oldAt].OriginalStart : start + shift;
            var end = start;
            text.Append(Text, done, start - done);
            var healedStart = text.Length;
            done = start;
            var kind = TextChangeKind.Space;
            var isFirst = true;
            while (true)
            {
                if (oldAt < pieces.Count && (isFirst && isOldFirst || pieces[oldAt].Start < end))
                {
                    end = Math.Max(end, pieces[oldAt].End);
                    shift = pieces[oldAt].OriginalEnd - pieces[oldAt].End;
                    kind = Graver(kind, pieces[oldAt++].Kind);
                }
                else if (newAt < edits.Count && (isFirst && !isOldFirst || edits[newAt].Start < end))
                {
                    end = Math.Max(end, edits[newAt].End);
                    text.Append(Text, done, edits[newAt].Start - done).Append(edits[newAt].Text);
                    done = edits[newAt].End;
                    kind = Graver(kind, edits[newAt++].Kind);
                }
                else
                {
                    break;
                }

                isFirst = false;
            }

            text.Append(Text, done, end - done);
            done = end;
            merged.Add(new Piece(kind, originalStart, end + shift, healedStart, text.Length));
        }

        text.Append(Text, done, Text.Length - done);
        Text = text.ToString();
        pieces = merged;
    }

    /// <summary>The text with its changes, each widened to the words it lies in.</summary>
    public HealedText Finish()
    {
        var changes = new List<Piece>();
        foreach (var piece in pieces)
        {
            var wide = Widen(piece);
            if (changes.Count > 0 && (wide.Start < changes[^1].End || wide.OriginalStart < changes[^1].OriginalEnd))
            {
                var last = changes[^1];
                wide = new Piece(Graver(last.Kind, wide.Kind), last.OriginalStart, Math.Max(last.OriginalEnd, wide.OriginalEnd), last.Start, Math.Max(last.End, wide.End));
                changes.RemoveAt(changes.Count - 1);
            }

            changes.Add(wide);
        }

        return new HealedText(
            Text,
            changes
                .Select(piece => new TextChange(piece.Kind, piece.OriginalStart, original[piece.OriginalStart..piece.OriginalEnd], Text[piece.Start..piece.End], piece.Start))
                .Where(change => change.Before != change.After)
                .ToList());
    }

    private static TextChangeKind Graver(TextChangeKind one, TextChangeKind other) => one < other ? one : other;

    private static bool IsInWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private Piece Widen(Piece piece)
    {
        if (piece.Kind >= TextChangeKind.LineBreak)
        {
            return piece;
        }

        var (start, end) = (piece.Start, piece.End);
        var (originalStart, originalEnd) = (piece.OriginalStart, piece.OriginalEnd);
        while (start > 0 && originalStart > 0 && IsInWord(Text[start - 1]) && Text[start - 1] == original[originalStart - 1])
        {
            (start, originalStart) = (start - 1, originalStart - 1);
        }

        while (end < Text.Length && originalEnd < original.Length && IsInWord(Text[end]) && Text[end] == original[originalEnd])
        {
            (end, originalEnd) = (end + 1, originalEnd + 1);
        }

        return piece with { Start = start, End = end, OriginalStart = originalStart, OriginalEnd = originalEnd };
    }

    /// <summary>A changed stretch: its places in the original and in the text of now.</summary>
    private readonly record struct Piece(TextChangeKind Kind, int OriginalStart, int OriginalEnd, int Start, int End);
}
