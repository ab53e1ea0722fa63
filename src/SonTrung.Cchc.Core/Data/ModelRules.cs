using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SonTrung.Cchc.Core.Activities;

namespace SonTrung.Cchc.Core.Data;

/// <summary>What holds for every entity, so that no configuration can forget it.</summary>
internal static class ModelRules
{
    public static void Apply(ModelBuilder builder, CchcDbContext context)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(type => !type.IsOwned()).ToList())
        {
            var clr = type.ClrType;
            var entity = builder.Entity(clr);
            if (clr.IsAssignableTo(typeof(Entity)) || clr == typeof(Accounts.UserAccount))
            {
                entity.Property<long>(nameof(Entity.Id)).HasValueGenerator<IdGenerator>().ValueGeneratedOnAdd();
                type.FindProperty(nameof(Entity.Id))!.SetValueGenerationStrategy(SqlServerValueGenerationStrategy.None);
            }

            if (clr.IsAssignableTo(typeof(IVersioned)))
            {
                entity.Property<Guid>(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            if (clr.IsAssignableTo(typeof(ISearchable)))
            {
                entity.Ignore(nameof(ISearchable.SearchText));
                entity.Property<string>(nameof(ISearchable.SearchKey)).HasMaxLength(DerivedValues.SearchKeyLength);
            }

            if (clr.IsAssignableTo(typeof(ISortable)))
            {
                entity.Ignore(nameof(ISortable.SortText));
                entity.Property<string>(nameof(ISortable.SortKey)).HasMaxLength(DerivedValues.SortKeyLength);
            }

            if (clr.IsAssignableTo(typeof(IAgencyOwned)))
            {
                if (!type.GetForeignKeys().Any(key => key.Properties is [{ Name: nameof(IAgencyOwned.AgencyId) }]))
                {
                    entity.HasOne(typeof(Agencies.Agency)).WithMany().HasForeignKey(nameof(IAgencyOwned.AgencyId))
                        .OnDelete(DeleteBehavior.Restrict);
                }

                entity.HasQueryFilter(CchcDbContext.AgencyFilter, AgencyFilters.For(clr, context));
                // The owner stands in the WHERE of every UPDATE and DELETE, so that no pretended owner reaches a row.
                entity.Property<long>(nameof(IAgencyOwned.AgencyId)).IsConcurrencyToken();
            }

            if (clr.IsAssignableTo(typeof(ISoftDeletable)))
            {
                var row = Expression.Parameter(clr, "row");
                entity.HasQueryFilter(CchcDbContext.DeletedFilter, Expression.Lambda(
                    Expression.Equal(
                        Expression.Property(row, nameof(ISoftDeletable.DeletedUtc)),
                        Expression.Constant(null, typeof(DateTime?))),
                    row));
            }
        }

        AgencyFilters.AddForSharedRows(builder, context);

        foreach (var key in builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            // SQL Server refuses several cascade paths; nothing is deleted behind the portal's back.
            if (key.DeleteBehavior == DeleteBehavior.Cascade)
            {
                key.DeleteBehavior = DeleteBehavior.ClientCascade;
            }
            else if (key.DeleteBehavior == DeleteBehavior.ClientSetNull || key.DeleteBehavior == DeleteBehavior.SetNull)
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            AddIndex(key);
        }
    }

    /// <summary>
    /// An index to find the rows that point at another one, unless there is one that begins like it. The agency comes last: an index that
    /// begins with it would tempt a database into reading all of an agency's rows where those of one owner are wanted.
    /// </summary>
    private static void AddIndex(IMutableForeignKey key)
    {
        var type = key.DeclaringEntityType;
        var columns = key.Properties.OrderBy(column => column.Name == nameof(IAgencyOwned.AgencyId)).ToList();
        if (!IsFoundOtherwise(type.ClrType, columns[0].Name)
            && !type.GetIndexes().Any(index => index.Properties[0] == columns[0])
            && !type.GetKeys().Any(other => other.Properties[0] == columns[0]))
        {
            type.AddIndex(columns);
        }
    }

    /// <summary>Parts are found by their owner; activities of a unit by their year, ahead of which SQLite would take an index by the unit.</summary>
    private static bool IsFoundOtherwise(Type type, string column) => column switch
    {
        nameof(IAgencyOwned.AgencyId) => type.IsAssignableTo(typeof(AgencyPart)),
        nameof(PropagandaActivity.DepartmentId) => type == typeof(PropagandaActivity),
        _ => false,
    };
}
