using System.Collections.Frozen;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>Finds misspellings in a line of official prose, see <see cref="MisspellingKind"/>. Pure and without memory; safe to share.</summary>
public sealed class SpellChecker
{
    private const int MostSuggestions = 3;

    /// <summary>How far a lone word may be from what is meant.</summary>
    private const double FarthestWord = 1.7;

    /// <summary>How far, when a neighbour confirms it.</summary>
    private const double FarthestConfirmed = 3.0;

    /// <summary>How much likelier a word of the trade is meant than another one.</summary>
    private const double TradePreference = 0.4;

    /// <summary>What is left of the distance when a syllable echoes its partner.</summary>
    private const double EchoShare = 0.7;

    /// <summary>More than dividing and multiplying again can be wrong by.</summary>
    private const double Rounding = 1e-9;

    /// <summary>How much nearer the meaning must be when a capital may make the syllable a name.</summary>
    private const double NameAllowance = 0.3;

    private static readonly FrozenSet<string> PlaceWords =
        FrozenSet.ToFrozenSet(["xã", "phường", "phố", "trấn", "huyện", "quận", "tỉnh", "thôn", "bản", "làng", "buôn", "ấp", "xóm"], StringComparer.OrdinalIgnoreCase);

    private readonly OfficialLexicon lexicon = OfficialLexicon.Instance;
    private readonly IReadOnlySet<string> names;

    /// <summary>A checker that takes these names, and every word of them, as they are.</summary>
    public SpellChecker(IEnumerable<string> names) =>
        this.names = names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The misspellings of a text in order.</summary>
    public IEnumerable<Misspelling> Check(string text) => Check(text, TextWord.Read(text));

    /// <summary>The same for a text whose words are known.</summary>
    internal IEnumerable<Misspelling> Check(string text, IReadOnlyList<TextWord> words)
    {
        var isTitle = TextWord.IsTitle(text);
        var known = KnownWords(words);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.IsSyllable)
            {
                if (IsOrdinary(word, isTitle) && CheckWord(words, i, isTitle) is { } misspelled)
                {
                    yield return misspelled;
                }
            }
            else if (i + 1 < words.Count && CheckPair(words, known, i, isTitle) is { } pair)
            {
                yield return pair;
                i++;
            }
        }
    }

    /// <summary>For each word the number of known words, of two syllables and more, that it is part of here.</summary>
    private int[] KnownWords(IReadOnlyList<TextWord> words)
    {
        var known = new int[words.Count];
        for (var start = 0; start + 1 < words.Count; start++)
        {
            var keys = words[start].Key;
            for (var end = start + 1; end < words.Count && words[end].IsJoined; end++)
            {
                keys = $"{keys} {words[end].Key}";
                if (lexicon.HasWord(keys))
                {
                    for (var i = start; i <= end; i++)
                    {
                        known[i]++;
                    }
                }

                if (!lexicon.HasBeginning(keys))
                {
                    break;
                }
            }
        }

        return known;
    }

    private bool IsOrdinary(TextWord word, bool isTitle)
    {
        if (word.Text.Length == 1 || lexicon.IsForeign(word.Text) || names.Contains(word.Text))
        {
            return false;
        }

        return word.Case switch
        {
            // In a line of capitals "HĐND" is written like a word.
            WordCase.Lower => !isTitle || (word.Text.Any(VietnameseLetters.IsMarked) && word.Text.Any(letter => VietnameseLetters.IsVowel(char.ToLowerInvariant(letter)))),
            WordCase.Capital => true,
            _ => false,
        };
    }

    /// <summary>"tráchcủa": what is too long for a syllable and is two known ones in one way only.</summary>
    private string? Apart(string word)
    {
        if (word.Length is <= VietnameseSyllable.MaxLength or > 2 * VietnameseSyllable.MaxLength || !word.Any(VietnameseLetters.IsMarked))
        {
            return null;
        }

        var ways = Enumerable.Range(2, word.Length - 3)
            .Where(cut => OfficialLexicon.SyllableKey(word[..cut]) is { } first && OfficialLexicon.SyllableKey(word[cut..]) is { } second && lexicon.Knows(first) && lexicon.Knows(second))
            .Take(2).ToList();
        return ways.Count == 1 ? $"{word[..ways[0]]} {word[ways[0]..]}" : null;
    }

    private Misspelling? CheckWord(IReadOnlyList<TextWord> words, int at, bool isTitle)
    {
        var word = words[at];
        if (VietnameseSyllable.MendTonePlace(word.Text) is { } mended)
        {
            return new Misspelling(MisspellingKind.TonePlace, word.Start, word.Text, [mended], IsCertain: true);
        }

        var lower = word.Text.ToLowerInvariant();
        if (TelexKeys.Read(lower) is { } typed && (lower.Any(VietnameseLetters.IsMarked) ? lexicon.Knows(OfficialLexicon.Key(typed)) : IsConfirmed(words, at, OfficialLexicon.Key(typed))))
        {
            return new Misspelling(MisspellingKind.NotASyllable, word.Start, word.Text, [VietnameseSyllable.Recase(typed, word.Text)], IsCertain: true);
        }

        if (Apart(word.Text) is { } apart)
        {
            return new Misspelling(MisspellingKind.NotASyllable, word.Start, word.Text, [apart], IsCertain: true);
        }

        var confirmed = new Dictionary<string, double>();
        if (at > 0 && word.IsJoined)
        {
            Collect(confirmed, lexicon.After(words[at - 1].Key).Select(partner => partner.Text), lower, FarthestConfirmed);
        }

        if (at + 1 < words.Count && words[at + 1].IsJoined)
        {
            Collect(confirmed, lexicon.Before(words[at + 1].Key).Select(partner => partner.Text), lower, FarthestConfirmed);
        }

        var isName = word.Case == WordCase.Capital && !word.BeginsSentence;
        if (isName || !lower.Any(VietnameseLetters.IsMarked))
        {
            // A foreign word, an abbreviation or a name, unless a neighbour says what is meant.
            foreach (var (candidate, _) in confirmed.Where(pair => pair.Value > FarthestWord).ToList())
            {
                confirmed.Remove(candidate);
            }

            if (confirmed.Count == 0)
            {
                return null;
            }
        }

        var candidates = confirmed;
        if (confirmed.Values.All(cost => cost > FarthestWord))
        {
            // What a neighbour confirms from afar ("thôg" and "hôm nay") does not hide what a single slip away is meant.
            candidates = new Dictionary<string, double>(confirmed);
            Collect(candidates, lexicon.Syllables, lower, FarthestWord);
            if (candidates.Count == 0 && (isTitle || word.Case == WordCase.Capital))
            {
                return null;
            }
        }

        var suggestions = Best(candidates, word.Text);
        return new Misspelling(MisspellingKind.NotASyllable, word.Start, word.Text, suggestions, suggestions.Count == 1 && confirmed.Count == 1 && confirmed.Values.Single() <= FarthestWord);
    }

    /// <summary>Whether a syllable (key) makes a known word with one of the neighbours.</summary>
    private bool IsConfirmed(IReadOnlyList<TextWord> words, int at, string key) =>
        (at > 0 && words[at].IsJoined && lexicon.HasWord($"{words[at - 1].Key} {key}"))
        || (at + 1 < words.Count && words[at + 1].IsJoined && lexicon.HasWord($"{key} {words[at + 1].Key}"));

    private Misspelling? CheckPair(IReadOnlyList<TextWord> words, int[] known, int at, bool isTitle)
    {
        var (first, second) = (words[at], words[at + 1]);
        if (!second.IsJoined || !second.IsSyllable || second.Case != WordCase.Lower || first.Case is WordCase.Upper or WordCase.Mixed)
        {
            return null;
        }

        var isName = first.Case == WordCase.Capital && !first.BeginsSentence;
        if (known[at] > 0 || known[at + 1] > 0 || names.Contains(second.Text) || (first.Case == WordCase.Capital && names.Contains(first.Text)) || MayBeLetter(first) || MayBeLetter(second) || (isTitle && IsBehindPlaceWord(words, at)))
        {
            return null;
        }

        if (lexicon.Certain(first.Key, second.Key) is { } cure)
        {
            return new Misspelling(MisspellingKind.WrongPair, first.Start, $"{first.Text} {second.Text}", [$"{Recase(cure.First, first)} {Recase(cure.Second, second)}"], IsCertain: true);
        }

        var candidates = new Dictionary<string, double>();
        foreach (var (candidate, cost) in Near(lexicon.Before(second.Key), first, second, isName ? NameAllowance : 0))
        {
            candidates.TryAdd($"{Recase(candidate, first)} {second.Text}", cost);
        }

        foreach (var (candidate, cost) in Near(lexicon.After(first.Key), second, first, 0))
        {
            candidates.TryAdd($"{first.Text} {Recase(candidate, second)}", cost);
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        var suggestions = candidates.OrderBy(pair => pair.Value).Take(MostSuggestions).Select(pair => pair.Key).ToList();
        return new Misspelling(MisspellingKind.WrongPair, first.Start, $"{first.Text} {second.Text}", suggestions, IsCertain: false);
    }

    /// <summary>"Bên A", "bảng I".</summary>
    private static bool MayBeLetter(TextWord word) => word.Text.Length == 1 && char.IsUpper(word.Text[0]);

    /// <summary>In a line of capitals the name of a place shows only by the word in front: "XÃ TÂN DÂN".</summary>
    private static bool IsBehindPlaceWord(IReadOnlyList<TextWord> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (PlaceWords.Contains(words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How far from its likely meaning a syllable may be when its partner stays: the less it is known by itself, the more its partner needs one, and the more the
    /// word belongs to the trade, the farther. 0 when both are words that stand where they like.
    /// </summary>
    private double Farthest(string changed, string kept, bool isOfTrade)
    {
        var keptNeeds = !lexicon.IsFree(kept);
        if (!lexicon.Knows(changed))
        {
            return keptNeeds ? 2.8 : isOfTrade ? 2.0 : 1.4;
        }

        if (!lexicon.IsFree(changed))
        {
            return keptNeeds ? 2.0 : lexicon.IsTool(kept) ? 0.95 : isOfTrade ? 1.7 : 1.25;
        }

        if (!lexicon.IsTool(changed))
        {
            return keptNeeds ? (isOfTrade ? 1.35 : 0.95) : isOfTrade && !lexicon.IsTool(kept) ? 1.0 : 0;
        }

        return keptNeeds ? (isOfTrade ? 1.0 : SyllableDistance.HookForTilde) : isOfTrade && !lexicon.IsTool(kept) ? SyllableDistance.HookForTilde : 0;
    }

    private IEnumerable<(string Candidate, double Cost)> Near(IReadOnlyList<OfficialLexicon.Partner> partners, TextWord changed, TextWord kept, double allowance)
    {
        if (partners.Count == 0)
        {
            yield break;
        }

        var (ofTrade, other) = (Farthest(changed.Key, kept.Key, isOfTrade: true) - allowance, Farthest(changed.Key, kept.Key, isOfTrade: false) - allowance);
        var share = EchoesPartner(changed.Key, kept.Key) ? EchoShare : 1;
        foreach (var partner in partners)
        {
            var farthest = partner.IsOfTrade ? ofTrade : other;
            var cost = farthest <= 0 ? 0 : share * SyllableDistance.Between(changed.Key, partner.Key, (farthest / share) + Rounding);
            if (cost > 0 && cost <= farthest)
            {
                yield return (partner.Text, partner.IsOfTrade ? cost - TradePreference : cost);
            }
        }
    }

    /// <summary>"điện kiện", "tuyền truyền": the hand repeats a rhyme that it is about to write, or has just written.</summary>
    private static bool EchoesPartner(string changed, string kept) =>
        VietnameseSyllable.TryParse(changed, out var one) && VietnameseSyllable.TryParse(kept, out var other) && one.Rhyme == other.Rhyme && one.Tone == other.Tone;

    private static void Collect(Dictionary<string, double> found, IEnumerable<string> candidates, string word, double farthest)
    {
        foreach (var candidate in candidates)
        {
            var cost = SyllableDistance.Between(word, candidate, farthest);
            if (cost <= farthest && (!found.TryGetValue(candidate, out var known) || cost < known))
            {
                found[candidate] = cost;
            }
        }
    }

    private List<string> Best(Dictionary<string, double> candidates, string like) =>
        candidates
            .OrderBy(pair => pair.Value)
            .ThenByDescending(pair => lexicon.Weight(OfficialLexicon.Key(pair.Key)))
            .Take(MostSuggestions)
            .Select(pair => VietnameseSyllable.Recase(pair.Key, like))
            .ToList();

    private static string Recase(string syllable, TextWord like) => VietnameseSyllable.Recase(syllable, like.Text);
}
