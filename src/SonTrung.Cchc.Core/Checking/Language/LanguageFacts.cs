using System.Runtime.CompilerServices;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Healing;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>What several rules of language ask of a document, found once.</summary>
internal sealed class LanguageFacts
{
    /// <summary>A run of small words that is looked up is not longer.</summary>
    private const int LongestPhrase = 5;

    private static readonly ConditionalWeakTable<CheckedText, LanguageFacts> Known = [];

    private readonly Dictionary<ReadBlock, IReadOnlyList<TextWord>> words = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ReadBlock, HealedText> healed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ReadBlock, IReadOnlyList<Misspelling>> misspellings = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<ReadBlock> blocks;
    private readonly SpellChecker checker;
    private readonly Lock turn = new();
    private HashSet<string>? smallPhrases;
    private bool? prefersNewHabit;
    private int? openQuotations;

    private LanguageFacts(CheckedText text)
    {
        blocks = text.Document.Blocks;
        checker = new SpellChecker(text.Knowledge.Names);
    }

    /// <summary>Opening minus closing quotation marks of the whole document.</summary>
    public int OpenQuotations => openQuotations ??= blocks.Sum(block => block.Text.Count(c => c == '“') - block.Text.Count(c => c == '”'));

    /// <summary>Whether some phrases stand apart by a hyphen between spaces.</summary>
    public bool HasSpacedHyphen => hasSpacedHyphen ??= blocks.Any(block => block.Part > DocumentPart.Subject && block.Text.Contains(" - ", StringComparison.Ordinal));

    private bool? hasSpacedHyphen;

    /// <summary>What is known of a document.</summary>
    public static LanguageFacts Of(CheckedText text) => Known.GetValue(text, key => new LanguageFacts(key));

    /// <summary>The words of a block.</summary>
    public IReadOnlyList<TextWord> Words(ReadBlock block) => Find(words, block, () => TextWord.Read(block.Text));

    /// <summary>A block as the healer would have it, lines and spaces as they are.</summary>
    public HealedText Healed(ReadBlock block) => Find(healed, block, () => TextHealer.Heal(block.Text, HealingSteps.Characters | HealingSteps.Words));

    /// <summary>The misspellings of a block.</summary>
    public IReadOnlyList<Misspelling> Misspellings(ReadBlock block)
    {
        var own = Words(block);
        return Find(misspellings, block, () => checker.Check(block.Text, own).ToList());
    }

    /// <summary>The suggestions of a misspelling with the tone where this document puts it.</summary>
    public IReadOnlyList<string> Suggestions(Misspelling misspelling)
    {
        var written = misspelling.Text.Split(' ');
        return misspelling.Suggestions
            .Select(suggestion => string.Join(' ', suggestion.Split(' ').Select((syllable, i) => i < written.Length && written[i] == syllable ? syllable : Placed(syllable))))
            .ToList();
    }

    /// <summary>Whether a run of words (keys) stands somewhere in the body in small letters.</summary>
    public bool HasSmallPhrase(string keys) => (smallPhrases ??= SmallPhrases()).Contains(keys);

    private T Find<T>(Dictionary<ReadBlock, T> known, ReadBlock block, Func<T> read)
    {
        lock (turn)
        {
            return known.TryGetValue(block, out var found) ? found : known[block] = read();
        }
    }

    private string Placed(string syllable) =>
        (prefersNewHabit ??= PrefersNewHabit()) && VietnameseSyllable.TryParse(syllable, out var parts) && parts.Style == ToneMarkStyle.Old
            ? VietnameseSyllable.Recase(parts.Spell(ToneMarkStyle.New), syllable)
            : syllable;

    private bool PrefersNewHabit()
    {
        var (old, recent) = (0, 0);
        foreach (var word in blocks.SelectMany(Words).Where(word => word.IsSyllable))
        {
            _ = VietnameseSyllable.TryParse(word.Text, out var syllable);
            old += syllable.Style == ToneMarkStyle.Old ? 1 : 0;
            recent += syllable.Style == ToneMarkStyle.New ? 1 : 0;
        }

        return recent > old;
    }

    private HashSet<string> SmallPhrases()
    {
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in blocks.Where(block => block.Part >= DocumentPart.Section && !TextWord.IsTitle(block.Text)).Select(Words))
        {
            for (var start = 0; start < line.Count; start++)
            {
                var keys = line[start].Key;
                for (var end = start + 1; line[start].Case == WordCase.Lower && end < Math.Min(line.Count, start + LongestPhrase) && line[end].IsJoined && line[end].Case == WordCase.Lower; end++)
                {
                    keys = $"{keys} {line[end].Key}";
                    phrases.Add(keys);
                }
            }
        }

        return phrases;
    }
}
