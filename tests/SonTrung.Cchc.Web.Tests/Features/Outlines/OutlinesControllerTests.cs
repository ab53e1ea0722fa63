using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Outlines;

public sealed class OutlinesControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/de-cuong";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_ThenEdit_IsTheAgencysOwnAndShownWithItsData()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var common = await CommonAsync();
        var future = DateTime.UtcNow.AddYears(1).ToString("dd/MM/yyyy", null);

        var copied = await admin.SubmitAsync(await admin.PageAsync($"{List}/{common.Id}"), "/sao", ("validFrom", future));
        var same = await admin.SubmitAsync(await admin.PageAsync($"{List}/{common.Id}"), "/sao", ("validFrom", future));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (copied.StatusCode, same.StatusCode));
        var url = copied.Headers.Location!.OriginalString;
        var page = await admin.PageAsync(url);
        var opening = common.Elements.OrderBy(element => element.Position).ToList().FindIndex(element => element.Key == "opening");
        var spare = common.Elements.Count;
        var saved = await admin.SubmitAsync(
            page, url,
            ("Form.Name", "Đề cương riêng"),
            ($"Form.Elements[{opening}].Text", "Câu mở đầu riêng của {tên cơ quan tắt}:"),
            ($"Form.Elements[{spare}].Text", "Câu thêm cuối văn bản năm {năm}"));
        var stale = await admin.SubmitAsync(page, url, ("Form.Name", "Đề cương khác"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        var preview = (await admin.PageAsync($"{url}/xem")).QuerySelector(".doc")!.TextContent;
        Assert.Contains("Câu mở đầu riêng của UBND xã Hương Sơn", preview, StringComparison.Ordinal);
        Assert.Matches("Câu thêm cuối văn bản năm 20[0-9]{2}", preview);
        Assert.Equal(common.Elements.Count, (await CommonAsync()).Elements.Count);
        var emptied = await admin.SubmitAsync(await admin.PageAsync(url), url, ($"Form.Elements[{spare}].Text", ""));
        Assert.Equal(HttpStatusCode.Redirect, emptied.StatusCode);
        Assert.DoesNotContain("Câu thêm", (await admin.PageAsync($"{url}/xem")).QuerySelector(".doc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Common_IsChangedByTheSystemAdministratorAlone_AndKeepsItsTextsInForce()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var system = await portal.SignInAsync("hethong@cchc");
        var common = await CommonAsync();
        var url = $"{List}/{common.Id}";

        var byAdmin = await admin.PostAsync(url, ("Form.Name", "x"), ("Form.Subject", "x"), ("Form.Version", common.Version.ToString()));
        var opening = common.Elements.OrderBy(element => element.Position).ToList().FindIndex(element => element.Key == "opening");
        var emptied = await system.SubmitAsync(await system.PageAsync(url), url, ($"Form.Elements[{opening}].Text", ""));
        var renamed = await system.SubmitAsync(await system.PageAsync(url), url, ("Form.Name", "Đề cương chung đã đổi tên"));

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (byAdmin.StatusCode, emptied.StatusCode, renamed.StatusCode));
        Assert.Equal("Đề cương chung đã đổi tên", (await CommonAsync()).Name);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetAsync($"{url}/xem")).StatusCode);
    }

    [Fact]
    public async Task Remove_AnOwnOutlineThatNothingGoesBy_TakesItAway_AndNoCommonOne()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var common = await CommonAsync();
        var copied = await admin.SubmitAsync(await admin.PageAsync($"{List}/{common.Id}"), "/sao", ("validFrom", "01/01/2031"));
        var url = copied.Headers.Location!.OriginalString;
        var id = long.Parse(url.Split('/')[^1], null);
        Assert.Null((await admin.PageAsync($"{List}/{common.Id}")).QuerySelector("form[action$='/xoa']"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{List}/{common.Id}/xoa", ("version", common.Version.ToString()))).StatusCode);

        var page = await admin.PageAsync(url);
        var report = await ReportWithAsync(id);
        var refused = await admin.SubmitAsync(page, "/xoa");
        await ReportWithAsync(report);
        var removed = await admin.SubmitAsync(page, "/xoa");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (refused.StatusCode, removed.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(url)).StatusCode);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(OutlineTemplate) && entry.EntityId == $"{id}" && entry.Action == AuditAction.Removed, Cancellation)));
    }

    [Theory]
    [InlineData("31/02/2027")]
    [InlineData("sang năm")]
    public async Task Copy_WithAMistypedDay_CopiesNothing(string typed)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var common = await CommonAsync();
        var before = await portal.ReadAsync(db => db.OutlineTemplates.CountAsync(Cancellation));

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/{common.Id}"), "/sao", ("validFrom", typed));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Ngày bắt đầu áp dụng chưa đúng", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await portal.ReadAsync(db => db.OutlineTemplates.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Own_OfAnotherAgency_IsNotFound()
    {
        using var other = await portal.SignInAsync("quantri@sontrung");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var copied = await other.SubmitAsync(await other.PageAsync($"{List}/{(await CommonAsync()).Id}"), "/sao", ("validFrom", "01/01/2029"));
        var url = copied.Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{url}/xem")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{url}/sao", ("formKey", Guid.NewGuid().ToString()))).StatusCode);
    }

    /// <summary>Puts the agency's oldest report under an outline and gives the one it had.</summary>
    private Task<long> ReportWithAsync(long outline) => portal.ReadAsync(async db =>
    {
        var report = await db.AnnualReports.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
            .OrderBy(row => row.Year).ThenBy(row => row.Id).Select(row => new { row.Id, row.OutlineTemplateId }).FirstAsync(Cancellation);
        await db.AnnualReports.Where(row => row.Id == report.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.OutlineTemplateId, outline), Cancellation);
        return report.OutlineTemplateId;
    });

    private Task<OutlineTemplate> CommonAsync() => portal.ReadAsync(db => db.OutlineTemplates.AsNoTracking().Include(row => row.Elements)
        .Where(row => row.AgencyId == null).OrderByDescending(row => row.ValidFrom).FirstAsync(Cancellation));
}
