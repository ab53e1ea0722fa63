using System.Linq.Expressions;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Who sees a row: its agency, and the receiving office from the delivery on.</summary>
internal static class AgencyFilters
{
    public static LambdaExpression For(Type entity, CchcDbContext context)
    {
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

        return (LambdaExpression)typeof(AgencyFilters)
            .GetMethod(nameof(Own), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(entity)
            .Invoke(null, [context])!;
    }

    private static Expression<Func<T, bool>> Own<T>(CchcDbContext context) where T : class, IAgencyOwned =>
        row => context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId);
}
