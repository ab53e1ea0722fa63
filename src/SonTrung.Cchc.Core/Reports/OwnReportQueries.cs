using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The reports that an agency writes, apart from those that it receives.</summary>
internal static class OwnReportQueries
{
    /// <summary>The own agency's reports: a range of an index, which the query filter, open to receivers too, is not.</summary>
    public static IQueryable<AnnualReport> OwnReports(this CchcDbContext db)
    {
        var agency = db.Scope.WriteAgencyId;
        return db.Scope.IsSystem ? db.AnnualReports : db.AnnualReports.Where(report => report.AgencyId == agency);
    }
}
