using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>A database with the samples in it, and what tests ask of their reports.</summary>
internal sealed class SampleDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Template = new(Loaded);

    public SampleDatabase() => File.WriteAllBytes(Database.File, Template.Value);

    public TestDatabase Database { get; } = new();

    public static ReportLineEditor Editor(CchcDbContext db) => new(db, Composition(db), TimeProvider.System);

    public static ReportComposition Composition(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System));

    public Agency Agency(string code)
    {
        using var db = Database.Open();
        return db.Agencies.Single(agency => agency.Code == code);
    }

    public static SampleLoader Loader(TestDatabase database, CchcDbContext db) => new(db, Composition(db), new FileStore(database.Files));

    /// <summary>The re-entered report of 2023.</summary>
    public long ReportOf2023()
    {
        using var db = Database.Open();
        return db.AnnualReports.Single(report => report.Year == 2023).Id;
    }

    /// <summary>Opens a year's report as a member of the agency's staff does.</summary>
    public async Task<long> CreateAsync(string agencyCode, int year)
    {
        var agency = Agency(agencyCode);
        await using var db = Database.Open(Given.Scope(Given.User(Database, agency, $"mo.{year}")));
        return await Composition(db).CreateAsync(year, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("Not opened.");
    }

    /// <summary>Composes anew and returns the document, as the pages do.</summary>
    public async Task<OfficialDocument> DocumentAsync(long reportId)
    {
        await using (var db = Database.Open())
        {
            await Composition(db).RefreshAsync(reportId, TestContext.Current.CancellationToken);
        }

        await using var fresh = Database.Open();
        return await Composition(fresh).BuildDocumentAsync(reportId, TestContext.Current.CancellationToken);
    }

    public async Task<ReportSource> SourceAsync(long reportId)
    {
        await using var db = Database.Open();
        var report = await db.AnnualReports.SingleAsync(row => row.Id == reportId, TestContext.Current.CancellationToken);
        return await new ReportSourceReader(db, TimeProvider.System).ReadAsync(report, TestContext.Current.CancellationToken);
    }

    /// <summary>Changes data in the system's scope.</summary>
    public async Task ChangeAsync(Action<CchcDbContext> change)
    {
        await using var db = Database.Open();
        change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Database.Dispose();

    private static byte[] Loaded()
    {
        using var database = new TestDatabase();
        using (var db = database.Open())
        {
            Loader(database, db).LoadAsync().GetAwaiter().GetResult();
        }

        return File.ReadAllBytes(database.File);
    }
}
