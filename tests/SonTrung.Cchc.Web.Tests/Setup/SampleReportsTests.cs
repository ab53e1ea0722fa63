using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Setup;

/// <summary>Nine communes under Sở Nội vụ, whose reports stand where the workflow took them.</summary>
public sealed class SampleReportsTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_NineCommunes_HaveEveryStateThatTheWorkflowReaches()
    {
        var office = await portal.ReadAsync(db => db.Agencies.SingleAsync(row => row.Code == "so-noi-vu-ha-tinh", Cancellation));
        var communes = await portal.ReadAsync(db => db.Agencies
            .Where(row => row.Kind == AgencyKind.Commune && db.AgencySuperiors.Any(link => link.AgencyId == row.Id && link.SuperiorId == office.Id))
            .ToListAsync(Cancellation));
        var reports = await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Year != 2023).ToListAsync(Cancellation));

        Assert.Equal(9, communes.Count);
        Assert.All(communes, row => Assert.Contains("dữ liệu mẫu", row.Name, StringComparison.Ordinal));
        var reachable = ReportTransitions.All.Select(row => row.To).Append(ReportStatus.Draft).Distinct().Order();
        Assert.Equal(reachable, reports.Select(row => row.Status).Distinct().Order());
    }

    [Fact]
    public async Task Start_Issued_HaveFrozenPdfsAndDeliveries()
    {
        var versions = await portal.ReadAsync(db => db.ReportVersions.Where(row => row.IssuedPdfSha256 != null).ToListAsync(Cancellation));
        var deliveries = await portal.ReadAsync(db => db.ReportDeliveries.ToListAsync(Cancellation));

        Assert.Equal(versions.Select(row => row.Id).Order(), deliveries.Select(row => row.VersionId).Order());
        Assert.All(versions, row => Assert.True(File.Exists(Path.Combine(portal.DataDirectory, "files", row.IssuedPdfSha256![..2], row.IssuedPdfSha256))));
    }

    [Fact]
    public async Task Start_SignedReports_AreAuthenticAfterEachStepAndNotRendersOfTheirOwn()
    {
        var files = await portal.ReadAsync(db => db.ReportFiles.OrderBy(row => row.Id).ToListAsync(Cancellation));
        var verifier = new SignedPdfVerifier(portal.Services.GetRequiredService<TrustFolder>().Roots, TimeProvider.System);

        Assert.Equal(
            [ReportFileStep.Signed, ReportFileStep.Numbered, ReportFileStep.Sealed, ReportFileStep.Signed, ReportFileStep.Numbered, ReportFileStep.Signed],
            files.Select(row => row.Step));
        Assert.All(files, row => Assert.Equal(
            SignedPdfVerdict.Authentic, verifier.Verify(File.ReadAllBytes(Path.Combine(portal.DataDirectory, "files", row.Sha256[..2], row.Sha256))).Verdict));
        Assert.All(files.Where(row => row.SignerName is not null), row => Assert.EndsWith(DevelopmentCertificates.Mark, row.SignerName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WhereTheReportIsIssued_HomeCountsNoMoreDays()
    {
        using var issued = await portal.SignInAsync("vanthu@sonkim1");
        using var numbered = await portal.SignInAsync("vanthu@kimhoa");

        Assert.Contains("Báo cáo năm 2026 đã gửi cấp trên", (await issued.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("đã gửi cấp trên", (await numbered.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Again_LeavesEveryReportAlone()
    {
        var before = await EventsAsync();

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System("test");
            await scope.ServiceProvider.GetRequiredService<SampleReports>().CarryOutAsync(Cancellation);
        }

        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task Start_PeopleOfHistories_CannotSignIn()
    {
        var silent = SampleAccounts.All.Where(account => !account.SignsIn).Select(account => account.UserName).ToList();

        var users = await portal.ReadAsync(db => db.Users.Where(row => silent.Contains(row.UserName!)).ToListAsync(Cancellation));

        Assert.Equal(silent.Count, users.Count);
        Assert.All(users, user => Assert.Null(user.PasswordHash));
    }

    private Task<int> EventsAsync() => portal.ReadAsync(db => db.ReportEvents.CountAsync(Cancellation));
}
