using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>An entry of a list.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Others">Other names that mean it too: a unit, the agency's own name for it.</param>
internal sealed record NamedEntry(long Id, string Name, params string?[] Others)
{
    /// <summary>The first day it can be chosen on.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The last.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it can be chosen on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>Whether it can be chosen on some day of a reporting year.</summary>
    public bool IsValidIn(ReportingPeriod period) => ValidFrom <= period.To && (ValidTo is null || ValidTo >= period.From);
}

/// <summary>How a name was found.</summary>
/// <param name="Entry">The entry; null for none.</param>
/// <param name="IsAmbiguous">Several entries have this name.</param>
/// <param name="Proposal">Without an entry: the one that is much like it.</param>
internal readonly record struct NameMatch(NamedEntry? Entry, bool IsAmbiguous = false, NamedEntry? Proposal = null);

/// <summary>Finds the entries of a list by names as people type them: without marks, case and punctuation.</summary>
internal sealed class NameMatcher
{
    /// <summary>From which share of common words on an entry is proposed.</summary>
    private const double LikelyWords = 0.5;

    /// <summary>From which share of letters that stay as they are on an entry is proposed: short words have many letters in common by chance.</summary>
    private const double LikelyLetters = 0.75;

    /// <summary>Different unknown names for which something is proposed: looking for it is slow.</summary>
    private const int MostProposals = 300;

    private readonly Dictionary<string, List<NamedEntry>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameMatch> known = new(StringComparer.Ordinal);
    private readonly Func<string, string> keyOf;
    private int proposals;

    /// <param name="entries">The list; of several entries with one name the first is meant when <paramref name="firstWins"/>.</param>
    /// <param name="firstWins">Whether the first of several is meant, as for a unit and its successor of the same name.</param>
    /// <param name="keyOf">What is compared; the search key when null.</param>
    public NameMatcher(IReadOnlyList<NamedEntry> entries, bool firstWins = false, Func<string, string>? keyOf = null)
    {
        this.keyOf = keyOf ?? SearchKey.Of;
        Entries = entries;
        foreach (var entry in entries)
        {
            Add(entry.Name, entry, firstWins);
        }

        // A name of its own comes before another's further name.
        var own = byKey.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var other in entry.Others.OfType<string>().Where(other => !own.Contains(this.keyOf(other))))
            {
                Add(other, entry, firstWins);
            }
        }
    }

    /// <summary>The list.</summary>
    public IReadOnlyList<NamedEntry> Entries { get; }

    /// <summary>The entry of a name.</summary>
    public NameMatch Find(string name)
    {
        if (!known.TryGetValue(name, out var match))
        {
            known[name] = match = Look(keyOf(name));
        }

        return match;
    }

    /// <summary>The entry of a key; null for none.</summary>
    public NamedEntry? Of(long id) => Entries.FirstOrDefault(entry => entry.Id == id);

    private void Add(string name, NamedEntry entry, bool firstWins)
    {
        if (keyOf(name) is not { Length: > 0 } key)
        {
            return;
        }

        if (!byKey.TryGetValue(key, out var entries))
        {
            byKey[key] = [entry];
        }
        else if (!firstWins && !entries.Contains(entry))
        {
            entries.Add(entry);
        }
    }

    private NameMatch Look(string key)
    {
        if (byKey.TryGetValue(key, out var entries))
        {
            return entries.Count == 1 ? new NameMatch(entries[0]) : new NameMatch(null, IsAmbiguous: true);
        }

        if (proposals++ >= MostProposals || key.Length == 0)
        {
            return default;
        }

        var (likeness, proposal) = (0d, (NamedEntry?)null);
        foreach (var (other, named) in byKey)
        {
            if (Likeness(key, other) is var like && like > likeness)
            {
                (likeness, proposal) = (like, named[0]);
            }
        }

        return new NameMatch(null, Proposal: proposal);
    }

    /// <summary>The share of common words, or of letters that stay as they are; 0 when neither is much.</summary>
    private static double Likeness(string one, string other)
    {
        var (words, others) = (Words(one), Words(other));
        var common = 2.0 * words.Count(others.Contains) / (words.Count + others.Count);
        if (common >= LikelyWords)
        {
            return common;
        }

        var (shortest, longest) = (Math.Min(one.Length, other.Length), Math.Max(one.Length, other.Length));
        var letters = shortest < LikelyLetters * longest ? 0 : 1 - ((double)Distance(one, other) / longest);
        return letters >= LikelyLetters ? letters : 0;
    }

    private static HashSet<string> Words(string key) => [.. key.Split(' ')];

    /// <summary>Letters to be added, dropped or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
