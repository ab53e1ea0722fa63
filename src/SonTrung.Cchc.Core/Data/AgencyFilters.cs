using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Who sees a row: its agency, and the receiving office from the delivery on; to whom agencies report, that office and the system administrator too.</summary>
internal static class AgencyFilters
{
    public static LambdaExpression For(Type entity, CchcDbContext context)
    {
        if (Superior.SuperiorFilters.For(entity, context) is { } shared)
        {
            return shared;
        }

        if (entity == typeof(ReportDelivery))
        {
            return (Expression<Func<ReportDelivery, bool>>)(row =>
                context.SeesEverything
                || context.ReadAgencyIds.Contains(row.AgencyId)
                || context.ReadAgencyIds.Contains(row.RecipientAgencyId));
        }

        if (entity == typeof(ReportVersion))
        {
            return (Expression<Func<ReportVersion, bool>>)(row =>
                context.SeesEverything
                || context.ReadAgencyIds.Contains(row.AgencyId)
                || row.Deliveries.Any(delivery => context.ReadAgencyIds.Contains(delivery.RecipientAgencyId)));
        }

        if (entity == typeof(AnnualReport))
        {
            return (Expression<Func<AnnualReport, bool>>)(row =>
                context.SeesEverything
                || context.ReadAgencyIds.Contains(row.AgencyId)
                || row.Deliveries.Any(delivery => context.ReadAgencyIds.Contains(delivery.RecipientAgencyId)));
        }

        if (entity == typeof(ReportFollowUp))
        {
            return (Expression<Func<ReportFollowUp, bool>>)(row =>
                context.SeesEverything
                || context.ReadAgencyIds.Contains(row.AgencyId)
                || context.ReportDeliveries.Any(delivery => delivery.ReportId == row.ReportId && context.ReadAgencyIds.Contains(delivery.RecipientAgencyId)));
        }

        if (entity == typeof(AgencySuperior))
        {
            return (Expression<Func<AgencySuperior, bool>>)(row =>
                context.SeesEverything || context.AdministersSystem || context.ReadAgencyIds.Contains(row.AgencyId) || context.ReadAgencyIds.Contains(row.SuperiorId));
        }

        return (LambdaExpression)typeof(AgencyFilters)
            .GetMethod(nameof(Own), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(entity)
            .Invoke(null, [context])!;
    }

    /// <summary>Rows that may belong to an agency or to none.</summary>
    public static void AddForSharedRows(ModelBuilder builder, CchcDbContext context)
    {
        builder.Entity<OutlineTemplate>().HasQueryFilter(CchcDbContext.AgencyFilter, row =>
            row.AgencyId == null || context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId.Value));
        builder.Entity<SentencePattern>().HasQueryFilter(CchcDbContext.AgencyFilter, row =>
            row.AgencyId == null || context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId.Value));
        builder.Entity<AuditEntry>().HasQueryFilter(CchcDbContext.AgencyFilter, row =>
            context.SeesEverything
            || (row.AgencyId == null && context.AdministersSystem)
            || (row.AgencyId != null && context.ReadAgencyIds.Contains(row.AgencyId.Value)));
    }

    /// <summary>The bounds say nothing that the list does not: they are what a database can look up in an index, which an OR is not.</summary>
    private static Expression<Func<T, bool>> Own<T>(CchcDbContext context) where T : class, IAgencyOwned => row =>
        row.AgencyId >= context.LowestReadAgencyId && row.AgencyId <= context.HighestReadAgencyId
        && (context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId));
}
