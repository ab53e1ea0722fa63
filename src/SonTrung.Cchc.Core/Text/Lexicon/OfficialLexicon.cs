using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>
/// The vocabulary of official Vietnamese prose: words of two and more syllables by field, syllables that are words by themselves, foreign words, and
/// mistakes with one certain cure. The lists are the text files beside this class: one entry a line, "#" begins a field. Syllables are compared by
/// <see cref="Key"/>, so that "hòa" and "hoà", "kỹ" and "kĩ" are the same.
/// </summary>
public sealed class OfficialLexicon
{
    private static readonly ConcurrentDictionary<string, string> Keys = new(StringComparer.Ordinal);

    private static readonly Lazy<OfficialLexicon> Loaded = new(() => new OfficialLexicon());

    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> beginnings;
    private readonly FrozenDictionary<string, Partner[]> before;
    private readonly FrozenDictionary<string, Partner[]> after;
    private readonly FrozenSet<string> free;
    private readonly FrozenSet<string> tools;
    private readonly FrozenSet<string> foreign;
    private readonly FrozenDictionary<string, (string First, string Second)> certain;
    private readonly FrozenDictionary<string, int> weights;

    private OfficialLexicon()
    {
        var fields = Fields("compounds.txt");
        var compounds = fields.SelectMany(field => field).Select(line => line.Split(' ')).ToList();
        var common = fields[^1].ToHashSet();
        var keys = compounds.Select(line => line.Select(Key).ToArray()).ToList();
        words = keys.Select(line => string.Join(' ', line)).ToFrozenSet();
        beginnings = keys.SelectMany(line => Enumerable.Range(2, line.Length - 2).Select(length => string.Join(' ', line[..length]))).ToFrozenSet();
        var twos = compounds.Where(line => line.Length == 2).Select(line => (First: line[0], Second: line[1], IsOfTrade: !common.Contains($"{line[0]} {line[1]}"))).ToList();
        before = twos.GroupBy(two => Key(two.Second)).ToFrozenDictionary(group => group.Key, group => group.Select(two => new Partner(two.First, Key(two.First), two.IsOfTrade)).ToArray());
        after = twos.GroupBy(two => Key(two.First)).ToFrozenDictionary(group => group.Key, group => group.Select(two => new Partner(two.Second, Key(two.Second), two.IsOfTrade)).ToArray());
        tools = Fields("free-syllables.txt").First().Select(Key).ToFrozenSet();
        free = Fields("free-syllables.txt").SelectMany(field => field).Select(Key).ToFrozenSet();
        foreign = Lines("foreign-words.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        certain = Lines("certain-errors.txt").Select(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenDictionary(line => Pair(Key(line[0]), Key(line[1])), line => (line[2], line[3]));
        Syllables = compounds.SelectMany(line => line).Concat(Fields("free-syllables.txt").SelectMany(field => field)).DistinctBy(Key).ToList();
        weights = keys.SelectMany(line => line).Concat(free).CountBy(key => key).ToFrozenDictionary();
    }

    /// <summary>The one that is shipped, read at the first use.</summary>
    public static OfficialLexicon Instance => Loaded.Value;

    /// <summary>Each syllable that the lists know, once.</summary>
    public IReadOnlyList<string> Syllables { get; }

    /// <summary>All words of two and more syllables, as spelled in the list.</summary>
    public static IEnumerable<string> Compounds => Lines("compounds.txt");

    /// <summary>What a syllable is compared by: lower case, tone where the old habit puts it, i for an open y behind a consonant. Anything else is only made lower case.</summary>
    public static string Key(string word) => SyllableKey(word) ?? word.ToLowerInvariant();

    /// <summary>The key of a syllable; null when the word is none.</summary>
    public static string? SyllableKey(string word)
    {
        if (word.Length > VietnameseSyllable.MaxLength)
        {
            return null;
        }

        if (Keys.TryGetValue(word, out var known))
        {
            return known;
        }

        if (!VietnameseSyllable.TryParse(word, out var syllable))
        {
            return null;
        }

        var key = (syllable is { Rhyme: "y", Onset.Length: > 0 } ? syllable with { Rhyme = "i" } : syllable).Spell(ToneMarkStyle.Old);

        // Some twenty thousand spellings exist in three cases; odd mixtures of case are not kept.
        return word == VietnameseSyllable.Recase(word.ToLowerInvariant(), word) ? Keys.GetOrAdd(word, key) : key;
    }

    /// <summary>Whether these keys, with a space between, are a known word.</summary>
    public bool HasWord(string keys) => words.Contains(keys);

    /// <summary>Whether a longer known word begins with these keys, two at least.</summary>
    public bool HasBeginning(string keys) => beginnings.Contains(keys);

    /// <summary>Whether a syllable (key) is known, alone or in a word.</summary>
    public bool Knows(string key) => weights.ContainsKey(key);

    /// <summary>In how many words it occurs.</summary>
    public int Weight(string key) => weights.GetValueOrDefault(key);

    /// <summary>Whether a syllable (key) is often a word by itself.</summary>
    public bool IsFree(string key) => free.Contains(key);

    /// <summary>Whether it is a word of grammar ("của", "đã").</summary>
    public bool IsTool(string key) => tools.Contains(key);

    /// <summary>Whether a word is a foreign one in use.</summary>
    public bool IsForeign(string word) => foreign.Contains(word);

    /// <summary>The first syllables of the two-syllable words that end in this one (key).</summary>
    public IReadOnlyList<Partner> Before(string key) => before.GetValueOrDefault(key) ?? [];

    /// <summary>The second syllables of the two-syllable words that begin with this one (key).</summary>
    public IReadOnlyList<Partner> After(string key) => after.GetValueOrDefault(key) ?? [];

    /// <summary>The cure of two syllables (keys) whose mistake is certain, or null.</summary>
    public (string First, string Second)? Certain(string first, string second) =>
        certain.TryGetValue(Pair(first, second), out var cure) ? cure : null;

    private static string Pair(string first, string second) => $"{first} {second}";

    private static IEnumerable<string> Lines(string file) => Fields(file).SelectMany(field => field);

    private static List<List<string>> Fields(string file)
    {
        using var stream = typeof(OfficialLexicon).Assembly.GetManifestResourceStream(typeof(OfficialLexicon), file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        var fields = new List<List<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                fields.Add([]);
            }
            else if (line.Length > 0)
            {
                fields[^1].Add(line);
            }
        }

        return fields;
    }

    /// <summary>The other syllable of a two-syllable word.</summary>
    /// <param name="Text">As spelled in the list.</param>
    /// <param name="Key">What it is compared by.</param>
    /// <param name="IsOfTrade">Whether the word stands in a field of its own (administration, law, …), not among the common words.</param>
    public sealed record Partner(string Text, string Key, bool IsOfTrade);
}
