using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.DeclaredFigures;

public sealed class DeclaredFiguresControllerTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_IsListedFoundAndAudited()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Name", "Hồ sơ giải quyết đúng hạn"), ("Form.Value", "99,25"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var list = await clerk.PageAsync("/so-lieu-khac?nam=2026&tim=dung+HAN");
        var row = list.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("Hồ sơ giải quyết đúng hạn", StringComparison.Ordinal));
        Assert.Contains("99,25", row.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(row.QuerySelectorAll("mark"));
        var saved = await FindAsync("Hồ sơ giải quyết đúng hạn");
        Assert.Equal(AuditAction.Added, await portal.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.Entity == nameof(DeclaredFigure) && entry.EntityId == $"{saved.Id}").Select(entry => entry.Action).SingleAsync(Cancellation)));
        Assert.Contains("Hồ sơ giải quyết đúng hạn", await (await clerk.GetAsync("/so-lieu-khac/csv?nam=2026")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/so-lieu-khac/excel?nam=2026")).StatusCode);
    }

    [Theory]
    [InlineData("Form.Name", "")]
    [InlineData("Form.Value", "nhiều")]
    [InlineData("Form.Value", "")]
    [InlineData("Form.Unit", "")]
    [InlineData("Form.Source", "")]
    [InlineData("Form.AsOf", "31/02/2026")]
    [InlineData("Form.Year", "1999")]
    [InlineData("Form.ReferenceDocumentId", "99")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Name", "Giữ tên này"), ("Form.Source", "Hệ thống một cửa"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".error-summary a"));
        Assert.Equal(field == "Form.Source" ? "" : "Hệ thống một cửa", page.QuerySelector<IHtmlInputElement>("[name='Form.Source']")!.Value);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_ShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        await EnterAsync(first, ("Form.Name", "Hai người cùng sửa"));
        var url = $"/so-lieu-khac/{(await FindAsync("Hai người cùng sửa")).Id}";
        var mine = await first.PageAsync(url);
        await second.SubmitAsync(await second.PageAsync(url), url, ("Form.Source", "Nguồn của họ"));

        var answer = await first.SubmitAsync(mine, url, ("Form.Source", "Nguồn của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("Nguồn của họ", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, url)).StatusCode);
        Assert.Equal("Nguồn của tôi", (await FindAsync("Hai người cùng sửa")).Source);
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheRowBack()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Name", "Xóa rồi lấy lại"));
        var id = (await FindAsync("Xóa rồi lấy lại")).Id;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync($"/so-lieu-khac/{id}"), "/xoa");
        var list = await clerk.PageAsync(deleted.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Xóa rồi lấy lại", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xóa rồi lấy lại", (await clerk.PageAsync("/so-lieu-khac/da-xoa")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(list, $"/{id}/khoi-phuc");

        Assert.NotNull(await FindAsync("Xóa rồi lấy lại"));
    }

    [Fact]
    public async Task Index_ByLetters_FollowsTheVietnameseAlphabet()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Name", "Đánh giá hài lòng"));
        await EnterAsync(clerk, ("Form.Name", "Dân số xã"));

        var names = (await clerk.PageAsync("/so-lieu-khac?nam=2026&xep=Name")).QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()).ToList();

        Assert.Equal(1, names.IndexOf("Đánh giá hài lòng") - names.IndexOf("Dân số xã"));
    }

    [Fact]
    public async Task Index_ToTheChairman_IsReadOnly()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Name", "Chủ tịch chỉ xem"));
        var id = (await FindAsync("Chủ tịch chỉ xem")).Id;
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.Null((await chairman.PageAsync("/so-lieu-khac")).QuerySelector("a[href^='/so-lieu-khac/them'], tbody a"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync($"/so-lieu-khac/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/so-lieu-khac/999999")).StatusCode);
    }

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, params (string Name, string Value)[] values)
    {
        var given = values.GroupBy(value => value.Name).Select(group => group.Last()).ToList();
        (string Name, string Value)[] usual =
        [
            ("Form.Year", "2026"), ("Form.Name", "Số liệu"), ("Form.Value", "1"), ("Form.Unit", "%"), ("Form.Source", "Cổng dịch vụ công"), ("Form.AsOf", "30/09/2026"),
        ];
        return await clerk.SubmitAsync(
            await clerk.PageAsync("/so-lieu-khac/them"), "/so-lieu-khac/them",
            [.. usual.Where(value => given.TrueForAll(other => other.Name != value.Name)), .. given]);
    }

    private Task<DeclaredFigure> FindAsync(string name) => portal.ReadAsync(db => db.DeclaredFigures.SingleAsync(row => row.Name == name, Cancellation));
}
