using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.OldReports;

/// <summary>The commune of 2023 before its report was in the portal, and somebody who brings the paper in.</summary>
internal sealed class OldReportDesk : IDisposable
{
    /// <param name="keepsRows">Whether the year's plan, shortcomings and tasks stay.</param>
    public OldReportDesk(bool keepsRows = false)
    {
        Agency = Samples.Agency("son-trung");
        User = Given.User(Samples.Database, Agency, "nhap.cu");
        using var db = Samples.Database.Open();
        db.Remove(db.AnnualReports.Include(row => row.Bases).Include(row => row.Recipients)
            .Include(row => row.Lines).ThenInclude(line => line.Origins).Include(row => row.Lines).ThenInclude(line => line.Figures)
            .AsSplitQuery().Single(row => row.Year == 2023));
        if (!keepsRows)
        {
            List<ISoftDeletable> rows = [.. db.Plans, .. db.PlanItems, .. db.ReferenceDocuments, .. db.PropagandaActivities, .. db.Shortcomings, .. db.NextYearTasks];
            foreach (var row in rows.Where(row => ((IAgencyOwned)row).AgencyId == Agency.Id))
            {
                row.DeletedUtc = DateTime.UtcNow;
            }
        }

        db.SaveChanges();
    }

    public SampleDatabase Samples { get; } = new();

    public Agency Agency { get; }

    public UserAccount User { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static OldReportService Service(CchcDbContext db, TestDatabase database) => new(db, new ReportSourceReader(db, database.Time), database.Time);

    /// <summary>Does something with the service as somebody, in a context of its own as requests have.</summary>
    public async Task<T> AsAsync<T>(Func<OldReportService, Task<T>> act, UserAccount? person = null)
    {
        await using var db = Samples.Database.Open(Given.Scope(person ?? User));
        return await act(Service(db, Samples.Database));
    }

    public Task<OldReportResult> ReceiveAsync(IReadOnlyList<SourceLine> lines, int year = 2023, Guid? formKey = null) =>
        AsAsync(service => service.ReceiveAsync(formKey ?? Guid.NewGuid(), year, "bao-cao.docx", new string('a', 64), lines, [], Cancellation));

    public async Task<long> BringAsync(string text, int year = 2023)
    {
        var result = await ReceiveAsync(DocumentRecognizer.Lines(text), year);
        Assert.Null(result.Refusal);
        return result.Id;
    }

    public async Task<OldReport> RowAsync(long id) => (await AsAsync(service => service.FindAsync(id, Cancellation)))!;

    public async Task<IReadOnlyList<OldReportBlock>> BlocksAsync(long id) => OldReportBlocks.Read((await RowAsync(id)).BlocksJson);

    public async Task<OldReportResult> KeepAsync(long id, IReadOnlyList<OldReportEdit> edits, bool confirmsAll = false)
    {
        var version = (await RowAsync(id)).Version;
        return await AsAsync(service => service.KeepAsync(id, version, edits, confirmsAll, Cancellation));
    }

    public async Task<OldReportResult> ApplyAsync(long id)
    {
        var version = (await RowAsync(id)).Version;
        return await AsAsync(service => service.ApplyAsync(id, version, Cancellation));
    }

    /// <summary>Confirms all and writes the report.</summary>
    public async Task<long> WriteAsync(long id)
    {
        Assert.Null((await KeepAsync(id, [], confirmsAll: true)).Refusal);
        var result = await ApplyAsync(id);
        Assert.Null(result.Refusal);
        return result.Row!.ReportId!.Value;
    }

    /// <summary>What the portal prints of the report, composed anew.</summary>
    public Task<OfficialDocument> DocumentAsync(long reportId) => Samples.DocumentAsync(reportId);

    public void Dispose() => Samples.Dispose();
}
