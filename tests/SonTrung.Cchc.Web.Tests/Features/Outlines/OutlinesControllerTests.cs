using System.Net;
using Microsoft.EntityFrameworkCore;
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

    private Task<OutlineTemplate> CommonAsync() => portal.ReadAsync(db => db.OutlineTemplates.AsNoTracking().Include(row => row.Elements)
        .Where(row => row.AgencyId == null).OrderByDescending(row => row.ValidFrom).FirstAsync(Cancellation));
}
