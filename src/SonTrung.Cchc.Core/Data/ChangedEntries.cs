using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Questions about what a save is going to write.</summary>
internal static class ChangedEntries
{
    public static bool IsWrite(this EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>Whether a value differs; <c>Update</c> marks all columns, as Identity's stores do.</summary>
    public static bool HasNewValue(this PropertyEntry property) =>
        property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue);

    public static bool ChangesOnly(this EntityEntry entry, params string[] columns) =>
        entry.Properties.Where(HasNewValue).All(property => columns.Contains(property.Metadata.Name));
}
