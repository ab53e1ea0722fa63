using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Values that follow from others and are written at every save: search keys, sort keys, version tokens.</summary>
internal static class DerivedValues
{
    public static void Write(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            if (entry.Entity is ISearchable searchable)
            {
                entry.Property(nameof(ISearchable.SearchKey)).CurrentValue = SearchKey.From(searchable.SearchText);
            }

            if (entry.Entity is UserAccount user)
            {
                entry.Property(nameof(UserAccount.SortKey)).CurrentValue = SortKey.ForPerson(user.FullName);
            }

            if (entry.Entity is IVersioned)
            {
                entry.Property(nameof(IVersioned.Version)).CurrentValue = Guid.NewGuid();
            }
        }
    }
}
