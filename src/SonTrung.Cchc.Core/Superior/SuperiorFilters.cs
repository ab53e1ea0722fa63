using System.Linq.Expressions;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>
/// Who reads what passes between a superior office and its communes: the owner and the one it speaks of or to. Communes never see one another, and no
/// office sees another's.
/// </summary>
internal static class SuperiorFilters
{
    /// <summary>The filter of such a row; null for all others.</summary>
    public static LambdaExpression? For(Type entity, CchcDbContext context) => entity.Name switch
    {
        nameof(ReportRequest) => Of<ReportRequest>(row => context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId)
            || row.Communes.Any(commune => context.ReadAgencyIds.Contains(commune.CommuneId))),
        nameof(ReportRequestIndicator) => Of<ReportRequestIndicator>(row => context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId)
            || row.Request!.Communes.Any(commune => context.ReadAgencyIds.Contains(commune.CommuneId))),
        nameof(ReportRequestCommune) => Of<ReportRequestCommune>(row =>
            context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId) || context.ReadAgencyIds.Contains(row.CommuneId)),
        nameof(LateReason) => Of<LateReason>(row =>
            context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId) || context.ReadAgencyIds.Contains(row.SuperiorId)),
        nameof(OutsideReport) => Of<OutsideReport>(row =>
            context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId) || context.ReadAgencyIds.Contains(row.CommuneId)),
        nameof(ReportReminder) => Of<ReportReminder>(row =>
            context.SeesEverything || context.ReadAgencyIds.Contains(row.AgencyId) || context.ReadAgencyIds.Contains(row.CommuneId)),
        _ => null,
    };

    private static Expression<Func<T, bool>> Of<T>(Expression<Func<T, bool>> filter) => filter;
}
