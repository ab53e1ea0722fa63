using System.Buffers;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>How a word is written.</summary>
public enum WordCase
{
    /// <summary>All small.</summary>
    Lower,

    /// <summary>A capital, then small.</summary>
    Capital,

    /// <summary>All capitals, two at least.</summary>
    Upper,

    /// <summary>Otherwise.</summary>
    Mixed,
}

/// <summary>A word of running text. Numbers, codes, addresses, hyphenated transcriptions and names with apostrophes are none.</summary>
/// <param name="Start">Where it begins, UTF-16 characters from 0.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Key">What it is compared by, see <see cref="OfficialLexicon.Key"/>.</param>
/// <param name="IsSyllable">Whether it is a Vietnamese syllable.</param>
/// <param name="IsJoined">Whether only spaces stand between the word before and this one.</param>
/// <param name="BeginsSentence">Whether a capital is due here, or possible: at the beginning, behind a sentence, a colon, a bracket, a quotation mark, a dash.</param>
/// <param name="Case">How it is written; in a line of capitals as if it were small.</param>
public sealed record TextWord(int Start, string Text, string Key, bool IsSyllable, bool IsJoined, bool BeginsSentence, WordCase Case)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("@_\\=<>#$%^&*~`|");

    private static readonly SearchValues<char> Openers = SearchValues.Create(".!?…:;“\"()–-+");

    /// <summary>Where it ends.</summary>
    public int End => Start + Text.Length;

    /// <summary>The words of a text in order.</summary>
    public static IReadOnlyList<TextWord> Read(string text)
    {
        var words = new List<TextWord>();
        var isTitle = IsTitle(text);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            ReadChunk(text, at, end, isTitle, words);
            at = end;
        }

        return words;
    }

    /// <summary>Whether a line is written in capitals: then these say nothing.</summary>
    public static bool IsTitle(string text)
    {
        var upper = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper > 5;
    }

    private static void ReadChunk(string text, int start, int end, bool isTitle, List<TextWord> words)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        var chunk = text.AsSpan(start, end - start);
        if (chunk.Length == 0 || IsOther(chunk))
        {
            return;
        }

        for (var at = start; at < end;)
        {
            var wordEnd = at;
            while (wordEnd < end && char.IsLetter(text[wordEnd]))
            {
                wordEnd++;
            }

            if (wordEnd > at)
            {
                words.Add(Make(text, at, text[at..wordEnd], isTitle, words.Count == 0 ? null : words[^1]));
            }

            at = Math.Max(wordEnd, at + 1);
        }
    }

    /// <summary>Codes, addresses, numbers, and what a hyphen, dot or apostrophe makes a word of another kind.</summary>
    private static bool IsOther(ReadOnlySpan<char> chunk)
    {
        if (chunk.ContainsAny(Signs) || chunk.IndexOf("://") >= 0 || chunk.StartsWith("www."))
        {
            return true;
        }

        foreach (var c in chunk)
        {
            if (char.IsDigit(c) || c is '\'' or '’' or 'ʼ')
            {
                return true;
            }
        }

        return chunk.IndexOfAny("-.–/") >= 0 && !AreAllSyllables(chunk);
    }

    /// <summary>"kinh tế-xã hội", "và/hoặc", "xong.Sau": several words that nothing but a sign keeps apart.</summary>
    private static bool AreAllSyllables(ReadOnlySpan<char> chunk)
    {
        foreach (var range in chunk.SplitAny("-.–/,;:()“”\"?!…"))
        {
            var part = chunk[range];
            if (part.Length == 1 && !VietnameseLetters.IsVowel(char.ToLowerInvariant(part[0])) || (part.Length > 0 && !VietnameseSyllable.IsValid(part)))
            {
                return false;
            }
        }

        return true;
    }

    private static TextWord Make(string text, int start, string word, bool isTitle, TextWord? previous)
    {
        var between = previous is null ? text.AsSpan(0, start) : text.AsSpan(previous.End, start - previous.End);
        var begins = previous is null || between.ContainsAny(Openers);
        var letters = isTitle ? WordCase.Lower : CaseOf(word);
        var key = OfficialLexicon.SyllableKey(word);
        return new TextWord(start, word, key ?? word.ToLowerInvariant(), key is not null, previous is not null && between.IsWhiteSpace(), begins, letters);
    }

    private static WordCase CaseOf(string word)
    {
        var upper = word.Count(char.IsUpper);
        return upper == 0 ? WordCase.Lower
            : upper == word.Length && word.Length > 1 ? WordCase.Upper
            : upper == 1 && char.IsUpper(word[0]) ? WordCase.Capital
            : WordCase.Mixed;
    }
}
