using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Values that follow from others and are written at every save: search keys, sort keys, version tokens, times of change.</summary>
internal static class DerivedValues
{
    /// <summary>Longest search key kept, characters: within the 1700 bytes of an index on SQL Server.</summary>
    public const int SearchKeyLength = 800;

    /// <summary>Longest sort key kept, characters.</summary>
    public const int SortKeyLength = 400;

    public static void Write(ChangeTracker changes, DateTime now)
    {
        foreach (var entry in changes.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            if (entry.Entity is ISearchable searchable)
            {
                entry.Property(nameof(ISearchable.SearchKey)).CurrentValue = SearchKeyOf(searchable.SearchText);
            }

            if (entry.Entity is ISortable sortable)
            {
                entry.Property(nameof(ISortable.SortKey)).CurrentValue = Cut(SortKey.Of(sortable.SortText), SortKeyLength);
            }

            if (entry.Entity is UserAccount user)
            {
                entry.Property(nameof(UserAccount.SortKey)).CurrentValue = Cut(SortKey.ForPerson(user.FullName), SortKeyLength);
            }

            if (entry.Entity is IChanged)
            {
                entry.Property(nameof(IChanged.ChangedUtc)).CurrentValue = now;
            }

            if (entry.Entity is IVersioned)
            {
                var version = Guid.NewGuid();
                entry.Property(nameof(IVersioned.Version)).CurrentValue = version;
                if (entry is { State: EntityState.Added, Entity: IImported { ImportBatchId: not null } })
                {
                    entry.Property(nameof(IImported.ImportedVersion)).CurrentValue = version;
                }
            }
        }
    }

    /// <summary>The key of a text as it is kept.</summary>
    public static string SearchKeyOf(string text) => Cut(SearchKey.Of(text), SearchKeyLength);

    private static string Cut(string key, int length) => key[..Math.Min(key.Length, length)];
}
