using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Trình ai ký, and the checks of Điều 12 before it.</summary>
public sealed class ReportChecksTests : IDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_ToTheDeputy_PrintsKtAndOnlyTheDeputyApproves()
    {
        var signer = await AddDeputyAsync("vanthu@xahuongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{signer}"));

        var signature = (await staff.PageAsync(report)).QuerySelector(".doc-signature")!.TextContent;
        Assert.Contains("KT. CHỦ TỊCH", signature, StringComparison.Ordinal);
        Assert.Contains("PHÓ CHỦ TỊCH", signature, StringComparison.Ordinal);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        Assert.DoesNotContain((await chairman.PageAsync(report)).QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/duyet", StringComparison.Ordinal));
        Assert.Contains("Chờ ký (0)", (await chairman.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        var refused = await chairman.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("trình người khác ký", (await Session.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);

        using var deputy = await portal.SignInAsync("vanthu@xahuongson");
        Assert.Contains("Chờ ký (1)", (await deputy.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(deputy, report, "/duyet");
        Assert.Contains("Đã duyệt", (await deputy.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ToSomebodyWhoMayNotSign_IsNotFound()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        var answer = await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", "12345"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Dự thảo", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BothByName_PassTheReportOnToTheSigner()
    {
        await SwitchChecksOnAsync();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.Contains("Chờ kiểm tra", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);

        using var content = await portal.SignInAsync("vanthu@xahuongson");
        Assert.Contains("chờ kiểm tra nội dung", (await content.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(content, report, "/kiem-tra-noi-dung");
        var between = await staff.PageAsync(report);
        Assert.Contains("Phạm Thị Mẫu Ngọc đã kiểm tra", between.QuerySelector(".report-acts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chờ kiểm tra", between.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        using var form = await portal.SignInAsync("chutich@xahuongson");
        await ReportPath.ActAsync(form, report, "/kiem-tra-the-thuc");

        Assert.Contains("Chờ ký", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        var acts = await portal.ReadAsync(db => db.ReportEvents.Where(act => act.ReportId == ReportPath.Id(report))
            .OrderBy(act => act.Id).Select(act => act.Action).ToListAsync(Cancellation));
        Assert.Equal([ReportAction.SubmitForCheck, ReportAction.CheckContent, ReportAction.CheckForm, ReportAction.PassChecks], acts);
        Assert.Equal(2, await portal.ReadAsync(db => db.ReportChecks.CountAsync(check => check.ReportId == ReportPath.Id(report), Cancellation)));
    }

    [Fact]
    public async Task Check_ByTheSubmitterOrTwice_IsRefused_AndACheckerReturnsWithAReason()
    {
        await SwitchChecksOnAsync();
        await SetDutiesAsync("canbo@xahuongson", Duties.Staff | Duties.ContentChecker);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.DoesNotContain((await staff.PageAsync(report)).QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/kiem-tra-noi-dung", StringComparison.Ordinal));
        var own = await staff.PostAsync($"{report}/kiem-tra-noi-dung", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        using var checker = await portal.SignInAsync("vanthu@xahuongson");
        await ReportPath.ActAsync(checker, report, "/kiem-tra-noi-dung");
        var twice = await checker.PostAsync($"{report}/kiem-tra-noi-dung", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        var silent = await ReportPath.ActAsync(checker, report, "/kiem-tra-tra-lai", ("Act.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        await ReportPath.ActAsync(checker, report, "/kiem-tra-tra-lai", ("Act.Reason", "Thiếu số liệu quý IV"));

        Assert.Contains("Thiếu số liệu quý IV", (await staff.PageAsync(report)).QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => portal.Dispose();

    private async Task SwitchChecksOnAsync()
    {
        await SetDutiesAsync("vanthu@xahuongson", Duties.ContentChecker);
        await SetDutiesAsync("chutich@xahuongson", Duties.Chairman | Duties.FormChecker);
        await portal.ReadAsync(async db =>
        {
            var agency = await db.Agencies.SingleAsync(row => row.Code == "xa-huong-son", Cancellation);
            db.Add(new AgencySettings { AgencyId = agency.Id, ChecksBeforeSigning = true });
            return await db.SaveChangesAsync(Cancellation);
        });
    }

    private Task<int> SetDutiesAsync(string userName, Duties duties) => portal.ReadAsync(db => db.Users.Where(user => user.UserName == userName)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.Duties, duties), Cancellation));

    private async Task<long> AddDeputyAsync(string userName)
    {
        await SetDutiesAsync(userName, Duties.Chairman);
        return await portal.ReadAsync(async db =>
        {
            var user = await db.Users.SingleAsync(row => row.UserName == userName, Cancellation);
            var signer = new Signer
            {
                AgencyId = user.AgencyId!.Value,
                ValidFrom = new DateOnly(2025, 7, 1),
                UserId = user.Id,
                FullName = user.FullName,
                Post = "PHÓ CHỦ TỊCH",
                HeadPost = "CHỦ TỊCH",
                Capacity = SigningCapacity.ForHead,
            };
            db.Add(signer);
            await db.SaveChangesAsync(Cancellation);
            return signer.Id;
        });
    }
}
