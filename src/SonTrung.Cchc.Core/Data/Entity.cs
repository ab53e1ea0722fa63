namespace SonTrung.Cchc.Core.Data;

/// <summary>A row with a 64-bit key that the portal gives before saving (see <see cref="IdGenerator"/>).</summary>
public abstract class Entity
{
    /// <summary>The key; zero until the row is added to a context.</summary>
    public long Id { get; init; }
}

/// <summary>A row that belongs to one agency and is invisible to every other.</summary>
public interface IAgencyOwned
{
    /// <summary>The owner.</summary>
    long AgencyId { get; }
}

/// <summary>A row that two people may edit at once; the token goes out with every form and comes back.</summary>
public interface IVersioned
{
    /// <summary>Changes at every save.</summary>
    Guid Version { get; }
}

/// <summary>A row that is hidden when deleted and can be restored.</summary>
public interface ISoftDeletable
{
    /// <summary>When it was deleted (UTC), or null while it lives.</summary>
    DateTime? DeletedUtc { get; set; }
}

/// <summary>A row found by the search box.</summary>
public interface ISearchable
{
    /// <summary>The text without marks and case that is searched; written at every save.</summary>
    string SearchKey { get; }

    /// <summary>The words a user may look for.</summary>
    string SearchText { get; }
}

/// <summary>A row whose lists can be put in the order of the Vietnamese alphabet.</summary>
public interface ISortable
{
    /// <summary>The text's key (see <see cref="Text.SortKey"/>); written at every save.</summary>
    string SortKey { get; }

    /// <summary>The words that give the order.</summary>
    string SortText { get; }
}

/// <summary>A row that counts from one day to another, both included.</summary>
public interface IDated
{
    /// <summary>The first day.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>The last day; null while it has no end.</summary>
    DateOnly? ValidTo { get; }
}

/// <summary>A row of which other systems ask what changed.</summary>
public interface IChanged
{
    /// <summary>When it was last saved with changes (UTC); written at every save.</summary>
    DateTime ChangedUtc { get; }
}

/// <summary>A row that an import from a table may have brought in.</summary>
public interface IImported
{
    /// <summary>The import; null for a row that was typed in.</summary>
    long? ImportBatchId { get; }

    /// <summary>The version that the import gave it: as long as it has this one, nobody changed it. Written when it is added.</summary>
    Guid? ImportedVersion { get; }
}

/// <summary>A row of one agency that people edit.</summary>
public abstract class AgencyEntity : Entity, IAgencyOwned, IVersioned
{
    /// <inheritdoc/>
    public required long AgencyId { get; init; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>A part of an edited row: it has the owner's agency and no life of its own.</summary>
public abstract class AgencyPart : Entity, IAgencyOwned
{
    /// <inheritdoc/>
    public required long AgencyId { get; init; }
}

/// <summary>Questions about rows with a time of validity.</summary>
public static class DatedExtensions
{
    /// <summary>The rows that count on a day.</summary>
    public static IQueryable<T> ValidOn<T>(this IQueryable<T> rows, DateOnly day) where T : IDated =>
        rows.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day));

    /// <summary>The rows that count on a day, and those that were chosen before.</summary>
    public static IQueryable<T> ValidOnOrChosen<T>(this IQueryable<T> rows, DateOnly day, IReadOnlyCollection<long> chosen) where T : Entity, IDated =>
        rows.Where(row => (row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)) || chosen.Contains(row.Id));
}
