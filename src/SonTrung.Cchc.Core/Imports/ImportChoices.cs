using System.Text.Json;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>What the person decided on the preview.</summary>
public sealed record ImportChoices
{
    /// <summary>The choice that leaves a cell empty.</summary>
    public const long LeaveEmpty = 0;

    /// <summary>Whether likely repetitions are entered.</summary>
    public bool TakesAlike { get; init; }

    /// <summary>Rows that go the other way.</summary>
    public IReadOnlyCollection<int> Exceptions { get; init; } = [];

    /// <summary>Whether plan lines are left out that the table does not have and the portal would propose.</summary>
    public bool DeclinesPlanLines { get; init; }

    /// <summary>Entries chosen for names that the lists do not have: by list and by the name's search key.</summary>
    public IReadOnlyDictionary<string, long> Names { get; init; } = new Dictionary<string, long>();

    /// <summary>Whether a likely repetition is entered.</summary>
    public bool Takes(int row) => TakesAlike != Exceptions.Contains(row);

    /// <summary>The entry chosen for a name; null for none.</summary>
    public long? Find(string listName, string name) =>
        Names.Count > 0 && Names.TryGetValue(KeyOf(listName, name), out var id) ? id : null;

    /// <summary>Turns the way of one row.</summary>
    internal ImportChoices Turn(int row)
    {
        var exceptions = Exceptions.ToHashSet();
        if (!exceptions.Remove(row))
        {
            exceptions.Add(row);
        }

        return this with { Exceptions = exceptions };
    }

    /// <summary>Adds choices for names.</summary>
    internal ImportChoices With(IEnumerable<NameChoice> chosen)
    {
        var names = Names.ToDictionary();
        foreach (var choice in chosen)
        {
            names[KeyOf(choice.List, choice.Name)] = choice.Id;
        }

        return this with { Names = names };
    }

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static ImportChoices Of(string json) => json.Length == 0 ? new ImportChoices() : JsonSerializer.Deserialize<ImportChoices>(json)!;

    private static string KeyOf(string listName, string name) => $"{listName}|{SearchKey.Of(name)}";
}

/// <summary>An entry chosen for a name.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">The name as it stands in the file.</param>
/// <param name="Id">The entry, or <see cref="ImportChoices.LeaveEmpty"/>.</param>
public sealed record NameChoice(string List, string Name, long Id);
