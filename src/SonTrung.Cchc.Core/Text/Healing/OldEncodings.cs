using System.Collections.Frozen;
using System.Text;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>
/// Text of the fonts of the nineties (TCVN3 "ABC", VNI) whose bytes were taken for Western letters, and UTF-8 taken for Windows-1252.
/// A run of words is converted only when together they are no Vietnamese as they stand and all of them are when converted.
/// </summary>
internal static class OldEncodings
{
    // Costs of the labels of words; what counts is how they stand to each other. Two words with a symbol in their middle ("C¶i c¸ch") are enough to enter.
    private const int EnterCost = 14;
    private const int StrongCost = 8;
    private const int OddCost = 6;
    private const int WeakCost = 2;
    private const int ImpossibleCost = 16;
    private const int BrokenCost = 8;
    private const int AccidentCost = 1;

    private const int Plain = 0;
    private const int Labels = 3;

    private static readonly FontEncoding[] Fonts = [FontEncoding.Tcvn3, FontEncoding.Vni];

    /// <summary>The characters that Windows-1252 shows for the bytes 0x80 to 0x9F; five have none and come through as they are.</summary>
    private static readonly FrozenDictionary<char, byte> WesternBytes =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ".Select((shown, i) => (shown, Value: (byte)(0x80 + i))).ToFrozenDictionary(pair => pair.shown, pair => pair.Value);

    /// <summary>The conversions of TCVN3 and VNI.</summary>
    public static IReadOnlyList<Edit> FontBytes(string text)
    {
        var words = Words(text);
        if (!words.Exists(word => word.Cost > 0))
        {
            return [];
        }

        var labels = Label(words);
        var edits = new List<Edit>();
        for (var i = 0; i < words.Count; i++)
        {
            if (labels[i] != Plain && words[i].Decoded[labels[i] - 1] is { } decoded && decoded != words[i].Text)
            {
                edits.Add(new Edit(words[i].Start, words[i].Text.Length, IsAmongCapitals(words, labels, i) ? decoded.ToUpperInvariant() : decoded, TextChangeKind.OldEncoding));
            }
        }

        return edits;
    }

    /// <summary>The conversions of UTF-8 read as Windows-1252: "Nghá»‹ Ä‘á»‹nh". A line is taken only when it has no Vietnamese letter of its own.</summary>
    public static IReadOnlyList<Edit> Utf8AsWestern(string text)
    {
        if (!text.Contains("áº", StringComparison.Ordinal) && !text.Contains("á»", StringComparison.Ordinal))
        {
            return [];
        }

        var edits = new List<Edit>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            edits.AddRange(Utf8Line(text, start, end));
            start = end + 1;
        }

        return edits;
    }

    private static List<Edit> Utf8Line(string text, int start, int end)
    {
        var edits = new List<Edit>();
        var hasTriple = false;
        for (var i = start; i < end;)
        {
            var length = Utf8Length(text[i]);
            if (length > 1 && i + length <= end && DecodeUtf8(text.AsSpan(i, length)) is { } letter)
            {
                hasTriple |= length == 3;
                edits.Add(new Edit(i, length, letter.ToString(), TextChangeKind.OldEncoding));
                i += length;
                continue;
            }

            if (VietnameseLetters.IsMarked(text[i]) && text[i] > '\u00FF')
            {
                return [];
            }

            i++;
        }

        return hasTriple ? edits : [];
    }

    private static int Utf8Length(char lead) => lead switch
    {
        >= 'Ã' and <= 'Æ' => 2,
        'á' or 'â' => 3,
        _ => 1,
    };

    /// <summary>A Vietnamese letter or a mark of punctuation, or null.</summary>
    private static char? DecodeUtf8(ReadOnlySpan<char> shown)
    {
        Span<byte> bytes = stackalloc byte[shown.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            if (WesternBytes.TryGetValue(shown[i], out var value))
            {
                bytes[i] = value;
            }
            else if (shown[i] is >= '\u00A0' and <= '\u00FF')
            {
                bytes[i] = (byte)shown[i];
            }
            else
            {
                return null;
            }
        }

        var decoded = Encoding.UTF8.GetString(bytes);
        return decoded is [var letter] && (VietnameseLetters.IsMarked(letter) || letter is >= '\u2010' and <= '\u2026') ? letter : null;
    }

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        // A table says the same few words again and again.
        var known = new Dictionary<string, Word>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsWordCharacter(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                var shown = text.AsSpan(start, end - start);
                if (!known.TryGetValue(shown, out var word))
                {
                    word = Read(start, line, shown.ToString());
                    known[shown] = word;
                }

                words.Add(word with { Start = start, Line = line });
            }

            line += end < text.Length && text[end] == '\n' ? 1 : 0;
            start = end + 1;
        }

        return words;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetter(c) || c is >= '\u00A1' and <= '\u00FF' || (c > '\u00FF' && char.IsLetter(c));

    private static Word Read(int start, int line, string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return new Word(start, line, text, 0, [text, text], [0, 0]);
        }

        var isForeign = text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        var isVietnamese = VietnameseSyllable.IsValid(text);
        var decoded = new string?[Fonts.Length];
        var costs = new int[Fonts.Length];
        var isWeak = true;
        for (var i = 0; i < Fonts.Length; i++)
        {
            decoded[i] = isForeign ? null : Fonts[i].Decode(text);
            var isSyllable = decoded[i] is { } word && VietnameseSyllable.IsValid(word);
            isWeak &= !isSyllable || decoded[i]!.Length < 3 && VietnameseLetters.IsVowel(VietnameseLetters.Split(char.ToLowerInvariant(decoded[i]![0])).Letter);
            costs[i] = isForeign ? ImpossibleCost : isSyllable ? (isVietnamese && decoded[i] != text ? AccidentCost : 0) : IsSymbolOnly(text) ? 0 : BrokenCost;
        }

        return new Word(start, line, text, isForeign || isVietnamese ? 0 : Oddness(text, isWeak), decoded, costs);
    }

    private static bool IsSymbolOnly(string text) => text.All(c => !char.IsLetter(c) || c is 'ª' or 'º' or 'µ');

    private static int Oddness(string text, bool isWeak)
    {
        if (IsSymbolOnly(text))
        {
            return 0;
        }

        // Quotation marks, signs of trade and raised numbers stand beside sound words.
        var core = text.AsSpan().Trim("«»©®·¡¿").TrimEnd("ªº¹²³°");
        if (isWeak || (core.Length < text.Length && VietnameseSyllable.IsValid(core)))
        {
            return WeakCost;
        }

        foreach (var c in core)
        {
            if (!char.IsLetter(c))
            {
                return StrongCost;
            }
        }

        return OddCost;
    }

    /// <summary>The cheapest labels of all words: <see cref="Plain"/>, or 1 + the place of an encoding.</summary>
    private static int[] Label(List<Word> words)
    {
        var from = new int[words.Count, Labels];
        Span<int> best = stackalloc int[Labels];
        Span<int> next = stackalloc int[Labels];
        best[1..].Fill(EnterCost);
        for (var i = 0; i < words.Count; i++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var previous = label;
                for (var other = 0; other < Labels; other++)
                {
                    if (best[other] + Change(other, label) < best[previous] + Change(previous, label))
                    {
                        previous = other;
                    }
                }

                from[i, label] = previous;
                next[label] = best[previous] + Change(previous, label) + (label == Plain ? words[i].Cost : words[i].Costs[label - 1]);
            }

            next.CopyTo(best);
        }

        var labels = new int[words.Count];
        var at = best.IndexOf(best[Plain] <= Math.Min(best[1], best[2]) ? best[Plain] : Math.Min(best[1], best[2]));
        for (var i = words.Count - 1; i >= 0; i--)
        {
            labels[i] = at;
            at = from[i, at];
        }

        Extend(words, labels, 1);
        Extend(words, labels, -1);
        return labels;

        static int Change(int one, int other) => one == other || other == Plain ? 0 : EnterCost;
    }

    /// <summary>Words that are sound either way belong to the run that the rest of their line is in.</summary>
    private static void Extend(List<Word> words, int[] labels, int step)
    {
        for (var i = step > 0 ? 0 : words.Count - 1; i + step >= 0 && i + step < words.Count; i += step)
        {
            if (labels[i] == Plain || labels[i + step] != Plain)
            {
                continue;
            }

            var last = i;
            while (last + step >= 0 && last + step < words.Count && words[last + step].Line == words[i].Line && words[last + step].Costs[labels[i] - 1] <= AccidentCost)
            {
                last += step;
            }

            if (last + step < 0 || last + step == words.Count || words[last + step].Line != words[i].Line)
            {
                for (var at = i; at != last; at += step)
                {
                    labels[at + step] = labels[i];
                }
            }
        }
    }

    /// <summary>
    /// The fonts of capitals (.VnTimeH) have their marked letters at the places of the small ones: a word is all capitals when its other letters are,
    /// one with a single other letter when its neighbours in the line are.
    /// </summary>
    private static bool IsAmongCapitals(List<Word> words, int[] labels, int at)
    {
        var own = words[at].Text.Count(char.IsAsciiLetter);
        if (words[at].Text.Any(char.IsAsciiLetterLower))
        {
            return false;
        }

        return own > 1 || (Neighbour(-1) ?? Neighbour(1) ?? false) && (Neighbour(1) ?? true);

        bool? Neighbour(int step)
        {
            for (var i = at + step; i >= 0 && i < words.Count && labels[i] != Plain && words[i].Line == words[at].Line; i += step)
            {
                if (words[i].Text.Count(char.IsAsciiLetter) > 1)
                {
                    return !words[i].Text.Any(char.IsAsciiLetterLower);
                }
            }

            return null;
        }
    }

    /// <summary>A word with what each label costs.</summary>
    /// <param name="Start">Its place.</param>
    /// <param name="Line">The line it stands in.</param>
    /// <param name="Text">As it stands.</param>
    /// <param name="Cost">How odd it is as it stands.</param>
    /// <param name="Decoded">What the encodings make of it.</param>
    /// <param name="Costs">How odd that is.</param>
    private sealed record Word(int Start, int Line, string Text, int Cost, string?[] Decoded, int[] Costs);
}
