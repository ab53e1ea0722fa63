namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>What to heal.</summary>
[Flags]
public enum HealingSteps
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Letters, marks, encodings and invisible characters. Words, spaces and lines stay where they are.</summary>
    Characters = 1,

    /// <summary>Syllables torn apart by a space.</summary>
    Words = 2,

    /// <summary>Runs of spaces, foreign spaces, spaces at the ends of lines. Leave it out where columns must be told by the gaps between them.</summary>
    Spaces = 4,

    /// <summary>Line breaks inside paragraphs, page numbers between them.</summary>
    Lines = 8,

    /// <summary>All of it.</summary>
    All = Characters | Words | Spaces | Lines,
}

/// <summary>
/// Mends what reading a PDF, an old font or a careless copy did to a Vietnamese text. A pure function: it mends what is certain and leaves everything else,
/// an author's own mistakes too. Valid text comes out to the letter; healing twice is healing once. Line ends stay as they are ("\n" or "\r\n").
/// </summary>
public static class TextHealer
{
    // One step can lay bare what another one mends; two rounds were enough for every real text seen.
    private const int MostRounds = 8;

    /// <summary>Heals a text; null gives an empty one.</summary>
    public static HealedText Heal(string? text, HealingSteps steps = HealingSteps.All)
    {
        var draft = new HealingDraft(text ?? "");
        for (var round = 0; round < MostRounds; round++)
        {
            var before = draft.Text;
            HealOnce(draft, steps);
            if (draft.Text == before)
            {
                break;
            }
        }

        return draft.Finish();
    }

    private static void HealOnce(HealingDraft draft, HealingSteps steps)
    {
        if (steps.HasFlag(HealingSteps.Characters))
        {
            draft.Apply(OldEncodings.Utf8AsWestern(draft.Text));
            draft.Apply(OldEncodings.FontBytes(draft.Text));
            draft.Apply(CharacterHealing.Invisible(draft.Text));
            draft.Apply(CharacterHealing.Composition(draft.Text));
            draft.Apply(CharacterHealing.WrongLetters(draft.Text));
            draft.Apply(MarkHealing.Find(draft.Text));
        }

        if (steps.HasFlag(HealingSteps.Lines))
        {
            draft.Apply(LineHealing.PageBreaks(draft.Text));
            draft.Apply(LineHealing.Joins(draft.Text));
        }

        if (steps.HasFlag(HealingSteps.Spaces))
        {
            draft.Apply(SpaceHealing.Find(draft.Text));
        }

        if (steps.HasFlag(HealingSteps.Words))
        {
            draft.Apply(WordHealing.Find(draft.Text));
        }
    }
}
