using System.Collections.Frozen;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>
/// Syllables that a space tore apart, as a change of font inside a word does: "hư ớng", "ng ười", "đ ược", "hướ ng". The halves are joined when the second begins
/// small, one of them is nothing by itself and the whole is a syllable.
/// </summary>
internal static class WordHealing
{
    private static readonly FrozenSet<string> Onsets = FrozenSet.ToFrozenSet(["ch", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"]);
    private static readonly FrozenSet<string> Codas = FrozenSet.ToFrozenSet(["ch", "ng", "nh"]);

    /// <summary>The spaces to take out.</summary>
    public static IReadOnlyList<Edit> Find(string text)
    {
        var edits = new List<Edit>();
        for (var space = text.IndexOf(' '); space >= 0; space = text.IndexOf(' ', space + 1))
        {
            var start = WordStart(text, space);
            var end = WordEnd(text, space + 1);
            if (start < space && end > space + 1 && AreHalves(text.AsSpan(start, space - start), text.AsSpan(space + 1, end - space - 1), text.AsSpan(end)))
            {
                edits.Add(new Edit(space, 1, "", TextChangeKind.SplitWord));
                space = end;
                if (space >= text.Length)
                {
                    break;
                }
            }
        }

        return edits;
    }

    private static bool AreHalves(ReadOnlySpan<char> left, ReadOnlySpan<char> right, ReadOnlySpan<char> after)
    {
        if (left.Length + right.Length > VietnameseSyllable.MaxLength || !char.IsLower(right[0]))
        {
            return false;
        }

        Span<char> whole = stackalloc char[VietnameseSyllable.MaxLength];
        left.CopyTo(whole);
        right.CopyTo(whole[left.Length..]);
        if (!VietnameseSyllable.IsValid(whole[..(left.Length + right.Length)]))
        {
            return false;
        }

        // "ớng" has a mark of Vietnamese and is no syllable: it is the end of one.
        if (HasMark(right) && VietnameseLetters.IsVowel(right[0]) && !VietnameseSyllable.IsValid(right))
        {
            return true;
        }

        // A lone letter may be a label ("điểm b ở trên"): what follows it must be unknown by itself, and known with it.
        var lexicon = OfficialLexicon.Instance;
        if (VietnameseLetters.IsVowel(right[0])
            && (Onsets.Contains(left.ToString().ToLowerInvariant())
                || left.Length == 1 && char.IsLower(left[0]) && !lexicon.Knows(OfficialLexicon.Key(right.ToString())) && lexicon.Knows(OfficialLexicon.Key(whole[..(left.Length + right.Length)].ToString()))))
        {
            return true;
        }

        return Codas.Contains(right.ToString()) && HasMark(left) && (after.Length < 2 || after[0] != ' ' || !VietnameseLetters.IsVowel(char.ToLowerInvariant(after[1])))
            && !after.StartsWith(".");
    }

    private static bool HasMark(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (VietnameseLetters.IsMarked(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordStart(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        // A part of something longer ("K’Nớ", "B2-th") is no half of a syllable.
        return start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '(' or '“' or '"' ? start : end;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is ',' or '.' or ';' or ':' or '!' or '?' or ')' or '”' or '"' ? end : start;
    }
}
