using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SonTrung.Cchc.Core.Data.Configurations;

/// <summary>Foreign keys inside an agency carry (AgencyId, Id), so that the database itself refuses a row of another agency.</summary>
internal static class AgencyRelations
{
    private const string Owner = nameof(IAgencyOwned.AgencyId);

    /// <summary>The row points at another row of the same agency.</summary>
    public static void RefersTo<TRow, TTarget>(
        this EntityTypeBuilder<TRow> row,
        Expression<Func<TRow, TTarget?>>? navigation,
        string foreignKey)
        where TRow : class, IAgencyOwned
        where TTarget : Entity, IAgencyOwned =>
        (navigation is null ? row.HasOne<TTarget>() : row.HasOne(navigation)).WithMany()
            .HasForeignKey(Owner, foreignKey).HasPrincipalKey(Owner, nameof(Entity.Id)).OnDelete(DeleteBehavior.Restrict);

    /// <summary>The row owns parts that are removed with it.</summary>
    public static void Owns<TRow, TPart>(
        this EntityTypeBuilder<TRow> row,
        Expression<Func<TRow, IEnumerable<TPart>?>> parts,
        string foreignKey,
        Expression<Func<TPart, TRow?>>? back = null)
        where TRow : Entity, IAgencyOwned
        where TPart : Entity, IAgencyOwned =>
        (back is null ? row.HasMany(parts).WithOne() : row.HasMany(parts).WithOne(back))
            .HasForeignKey(Owner, foreignKey).HasPrincipalKey(Owner, nameof(Entity.Id)).IsRequired().OnDelete(DeleteBehavior.ClientCascade);
}
