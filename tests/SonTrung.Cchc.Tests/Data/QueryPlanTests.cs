using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>
/// Pages stay fast with a million activities because no read of any service looks through a table that grows with them: each is looked up
/// by an index and by more than the agency, whose years would all be read.
/// </summary>
public sealed class QueryPlanTests
{
    /// <summary>Tables that grow with the activities, and by which of their columns they may be looked up.</summary>
    private static readonly (string Table, string[] By)[] Growing =
    [
        // What changed is read in the order of its index, as many rows as a page has.
        ("PropagandaActivities", ["rowid=?", "Year=?", "PlanItemId=?", "EnteredById=?", "ImportBatchId=?", "IX_PropagandaActivities_AgencyId_ChangedUtc_Id"]),
        ("ActivityMeasures", ["rowid=?", "ActivityId=?"]),
        ("ActivityTopic", ["rowid=?", "ActivityId=?"]),
        ("ActivityLink", ["rowid=?", "ActivityId=?"]),
        ("ActivityReference", ["rowid=?", "ActivityId=?", "ReferenceDocumentId=?"]),
        ("Attachments", ["rowid=?", "ActivityId=?", "ReferenceDocumentId=?", "Sha256=?"]),
        ("ReportLineOrigin", ["rowid=?", "LineId=?", "RowId=?"]),
        // Verifying walks the whole chain; where an entry stood that fits nowhere is looked for along it.
        ("AuditEntries", ["rowid=?", "EntityId=?", "EntityId>?", "AgencyId=?", "Sequence>?", "IX_AuditEntries_Sequence"]),
    ];

    /// <summary>Reads that look for one row, wherever it is, or for all of a table that has one row for each issued report.</summary>
    private static readonly (string Method, string Table)[] Whole =
    [
        // Is there one activity of the unit?
        ("DepartmentService.IsUnusedAsync", "PropagandaActivities"),
        // A changed file may be any of those that were issued.
        ("PublicVerification.HashesAsync", "ReportVersions"),
    ];

    [Theory]
    [MemberData(nameof(QueryTranslationTests.Shapes), MemberType = typeof(QueryTranslationTests))]
    public async Task Read_OnSqlite_LooksTablesUp(string method, int shape)
    {
        using var database = new TestDatabase();

        var all = await QueryPlans.OfAsync(database, QueryTranslationTests.Reads[method][shape]);
        var plans = all.Where(plan => !plan.ReadsNothing).ToList();

        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.All(Growing.Where(growing => !Whole.Contains((method, growing.Table))), growing => Assert.All(
            plan.StepsOn(growing.Table),
            step => Assert.True(Array.Exists(growing.By, column => step.Contains(column, StringComparison.Ordinal)), $"{step}\n{plan}"))));
        Assert.All(plans, plan => Assert.All(OwnedTables(database).Where(table => !Whole.Contains((method, table))), table => Assert.All(
            plan.StepsOn(table),
            step => Assert.False(step.StartsWith("SCAN", StringComparison.Ordinal), $"{table}: {step}\n{plan}"))));
    }

    /// <summary>Tables with the rows of all agencies.</summary>
    private static List<string> OwnedTables(TestDatabase database)
    {
        using var db = database.Open();
        return db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAgencyOwned))).Select(type => type.GetTableName()!).ToList();
    }
}
