namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>A text after healing, with what was changed. Replacing every <see cref="TextChange.Before"/> in the original gives <see cref="Text"/>.</summary>
/// <param name="Text">The healed text.</param>
/// <param name="Changes">The changes in reading order; they do not overlap. Empty when the text was sound.</param>
public sealed record HealedText(string Text, IReadOnlyList<TextChange> Changes)
{
    /// <summary>The place in the text as it came that a place in the healed text stems from; inside a change, where the change begins.</summary>
    public int OriginalPlace(int healedPlace)
    {
        var shift = 0;
        foreach (var change in Changes)
        {
            if (healedPlace < change.HealedStart + change.After.Length)
            {
                return healedPlace < change.HealedStart ? healedPlace + shift : change.Start;
            }

            shift = change.Start + change.Before.Length - change.HealedStart - change.After.Length;
        }

        return healedPlace + shift;
    }
}
