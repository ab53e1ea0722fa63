using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Collections;

public sealed class CollectionsControllerTests : IDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_NotSignedInForeignOrWithoutPermission_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var page = $"{await ReportPath.OpenAsync(staff)}/thu-thap";
        using var visitor = portal.Visit();
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var foreign = await portal.SignInAsync("canbo@sontrung");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsync($"{page}/1/xac-nhan")).StatusCode);
    }

    [Fact]
    public async Task Confirm_FromTheFirstPage_StandsThereByNameAndTime_AndCanBeTakenBack()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var department = await OpenAsync(staff, report, "31/12/2026");
        await PutIntoAsync("canbo@xahuongson", department);

        var home = await staff.PageAsync("/");
        Assert.Contains("xác nhận đủ số liệu báo cáo năm 2026", home.QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync(home, $"/{department}/xac-nhan");

        var row = (await staff.PageAsync($"{report}/thu-thap")).QuerySelector($"form[action$='/{department}/bo-xac-nhan']")!.Closest("tr")!;
        Assert.Matches(@"Nguyễn Thị Mẫu Hà, \d\d:\d\d \d\d/\d\d/\d{4}", row.TextContent);
        Assert.DoesNotContain("xác nhận đủ số liệu báo cáo năm 2026", (await staff.PageAsync("/")).QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == nameof(DepartmentConfirmation)).ToListAsync(Cancellation)));
        await staff.SubmitAsync(await staff.PageAsync($"{report}/thu-thap"), $"/{department}/bo-xac-nhan");
        Assert.Contains("xác nhận đủ số liệu báo cáo năm 2026", (await staff.PageAsync("/")).QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_BeforeItIsSubmitted_NamesWhoHasNotConfirmed()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var department = await OpenAsync(staff, report, "31/12/2026");
        var name = await portal.ReadAsync(db => db.Departments.Where(row => row.Id == department).Select(row => row.Name).SingleAsync(Cancellation));
        await PutIntoAsync("canbo@xahuongson", department);

        var owing = (await staff.PageAsync(report)).QuerySelector("form[action$='/trinh-ky'] .callout:has(a[href$='/thu-thap'])")!.TextContent;
        await staff.SubmitAsync(await staff.PageAsync("/"), $"/{department}/xac-nhan");

        Assert.Contains(name, owing, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await staff.PageAsync(report)).QuerySelector("form[action$='/trinh-ky'] .callout:has(a[href$='/thu-thap'])")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_ForAnotherDepartment_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var owed = await OpenAsync(staff, report, "31/12/2026");
        var other = await portal.ReadAsync(db => db.Departments.Where(row => row.Id != owed
            && db.Users.Any(user => user.UserName == "canbo@xahuongson" && user.AgencyId == row.AgencyId)).Select(row => row.Id).FirstAsync(Cancellation));
        await PutIntoAsync("canbo@xahuongson", other);

        var offered = (await staff.PageAsync($"{report}/thu-thap")).QuerySelectorAll("form[action$='xac-nhan']").Select(form => form.GetAttribute("action")!).ToList();
        Assert.NotEmpty(offered);
        Assert.All(offered, action => Assert.StartsWith($"{report}/thu-thap/{other}/", action, StringComparison.Ordinal));
        var answer = await staff.PostAsync($"{report}/thu-thap/{owed}/xac-nhan");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Chỉ người của đơn vị đó", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_AfterTheCutOff_IsMarkedLate()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await OpenAsync(staff, report, "01/06/2026");
        var title = await portal.ReadAsync(async db =>
        {
            var activity = await db.PropagandaActivities.Where(row => row.Year == 2026).OrderBy(row => row.Id).FirstAsync(Cancellation);
            await db.PropagandaActivities.Where(row => row.Id != activity.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredUtc, new DateTime(2026, 6, 1, 16, 59, 59, DateTimeKind.Utc)), Cancellation);
            await db.PropagandaActivities.Where(row => row.Id == activity.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredUtc, new DateTime(2026, 6, 1, 17, 0, 0, DateTimeKind.Utc)), Cancellation);
            return activity.Title;
        });

        var late = (await staff.PageAsync($"{report}/thu-thap")).QuerySelectorAll(".plain-list a[href^='/hoat-dong/']");

        Assert.Equal(title, Assert.Single(late).TextContent);
    }

    [Fact]
    public async Task Save_WithoutDay_ShowsTheErrorAndKeepsWhatWasTyped()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var page = $"{await ReportPath.OpenAsync(staff)}/thu-thap";

        var answer = await staff.SubmitAsync(await staff.PageAsync(page), "/thu-thap", ("Form.ClosesOn", "31/02/2026"), ("Form.Note", "Rà lại quý IV"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await Session.ParseAsync(answer);
        Assert.Equal("31/02/2026", again.QuerySelector<IHtmlInputElement>("[name='Form.ClosesOn']")!.Value);
        Assert.Equal("Rà lại quý IV", again.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value);
    }

    public void Dispose() => portal.Dispose();

    /// <summary>Opens or changes the collection and gives the first department that owes.</summary>
    private async Task<long> OpenAsync(Session staff, string report, string closesOn)
    {
        var answer = await staff.SubmitAsync(await staff.PageAsync($"{report}/thu-thap"), "/thu-thap", ("Form.ClosesOn", closesOn));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await portal.ReadAsync(db => db.DepartmentConfirmations
            .Where(row => row.ConfirmedUtc == null && db.DataCollections.Any(collection => collection.Id == row.CollectionId && collection.ReportId == ReportPath.Id(report)))
            .OrderBy(row => row.Id).Select(row => row.DepartmentId).FirstAsync(Cancellation));
    }

    private Task<int> PutIntoAsync(string userName, long department) => portal.ReadAsync(db => db.Users.Where(user => user.UserName == userName)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.DepartmentId, department), Cancellation));
}
