using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.SentencePatterns;

public sealed class SentencePatternsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/danh-muc/mau-cau";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_ForAChannel_ChangesTheReportsSentenceAndRemovingBringsThePlainOneBack()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await portal.ReadAsync(db => db.AnnualReports
            .Where(row => row.Year == 2026 && row.Status == ReportStatus.Draft && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
            .Select(row => row.Id).FirstAsync(Cancellation));
        var radio = await portal.ReadAsync(db => db.PropagandaChannels.Where(row => row.Code == "loa-truyen-thanh").Select(row => row.Id).SingleAsync(Cancellation));

        var created = await admin.SubmitAsync(
            await admin.PageAsync($"{List}/them"), "/them", ("Form.Text", "{nội dung}[: đã phát {số liệu}]"), ("Form.ChannelId", $"{radio}"));

        Assert.Equal((HttpStatusCode.Redirect, List), (created.StatusCode, created.Headers.Location!.OriginalString));
        var row = await portal.ReadAsync(db => db.SentencePatterns.SingleAsync(row => row.ChannelId == radio, Cancellation));
        Assert.Equal(AuditAction.Added, await portal.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.Entity == nameof(SentencePattern) && entry.EntityId == $"{row.Id}" && entry.AgencyId == row.AgencyId).Select(entry => entry.Action).SingleAsync(Cancellation)));
        Assert.Contains("Truyền thanh cơ sở", (await staff.PageAsync(List)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(": đã phát 22 chuyên mục; 132 lượt phát", await TextAsync(staff, report), StringComparison.Ordinal);

        var page = await admin.PageAsync($"{List}/{row.Id}");
        var removed = await admin.SubmitAsync(page, "/xoa");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains(": 22 chuyên mục; 132 lượt phát", await TextAsync(staff, report), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SubmitAsync(page, "/xoa")).StatusCode);
    }

    [Theory]
    [InlineData("Form.Text", "", "Mẫu câu")]
    [InlineData("Form.Text", "{nội dung}[: {so luot}]", "Không có từ thay thế {so luot}.")]
    [InlineData("Form.Text", "{nội dung}", "Thiếu số liệu")]
    [InlineData("Form.Text", "{nội dung}[: {số liệu}", "Ngoặc không thành cặp")]
    [InlineData("Form.Text", "{nội dung} theo quy địng[: {số liệu}]", "Câu làm ra có lỗi")]
    [InlineData("Form.ChannelId", "99", "không còn trong danh mục")]
    [InlineData("Form.Position", "-1", "")]
    public async Task Create_WhatDoesNotDo_IsRefusedWithTheReasonAndKept(string field, string value, string reason)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains(reason, page.QuerySelector(".error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
        if (field == "Form.Text")
        {
            Assert.Equal(value, page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")!.Value);
        }
    }

    [Fact]
    public async Task Preview_ShowsSentencesOrTheProblem()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var good = await admin.PostAsync($"{List}/xem-thu", ("Form.Text", "{nội dung}[: đạt {số liệu}]"));
        var wrong = await admin.PostAsync($"{List}/xem-thu", ("Form.Text", "{nội dung}[: {sai}]"));
        var none = await admin.PostAsync($"{List}/xem-thu", ("Form.Text", new string('ữ', 501)));

        Assert.Contains(": đạt 22 chuyên mục; 132 lượt phát", (await Session.ParseAsync(good)).QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không có từ thay thế {sai}", (await Session.ParseAsync(wrong)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 0), (none.StatusCode, (await Session.ParseAsync(none)).QuerySelectorAll("li").Length));
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_TheSecondIsTold()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var common = await CommonAsync();
        var page = await system.PageAsync($"{List}/{common}");

        var first = await system.SubmitAsync(page, $"/{common}", ("Form.Position", "2"));
        var second = await system.SubmitAsync(page, $"/{common}", ("Form.Position", "3"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, await portal.ReadAsync(db => db.SentencePatterns.Where(row => row.Id == common).Select(row => row.Position).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Remove_TheLastCommonOne_IsRefused()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var common = await CommonAsync();
        await portal.ReadAsync(async db =>
        {
            db.RemoveRange(await db.SentencePatterns.Where(row => row.AgencyId == null && row.Id != common).ToListAsync(Cancellation));
            return await db.SaveChangesAsync(Cancellation);
        });

        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/{common}"), "/xoa");

        Assert.Equal((HttpStatusCode.Redirect, $"{List}/{common}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(common, await CommonAsync());
    }

    [Fact]
    public async Task Patterns_OfOthers_AreNeitherChangedNorSeen()
    {
        using var visitor = portal.Visit();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var other = await portal.SignInAsync("quantri@sontrung");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var common = await CommonAsync();
        await other.SubmitAsync(await other.PageAsync($"{List}/them"), "/them", ("Form.Text", "{nội dung}[: của xã khác {số liệu}]"));
        var foreign = await portal.ReadAsync(db => db.SentencePatterns.Where(row => row.Text.Contains("của xã khác")).Select(row => row.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"{List}/them")).StatusCode);
        Assert.Empty((await staff.PageAsync(List)).QuerySelectorAll($"table a[href^='{List}/'], .page-head a[href^='{List}/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{common}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{List}/{common}", ("Form.Text", "{nội dung}[: {số liệu}]"), ("Form.Position", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{foreign}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{List}/{foreign}/xoa")).StatusCode);
        Assert.DoesNotContain("của xã khác", (await admin.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await staff.PageAsync("/danh-muc")).QuerySelector($"a[href='{List}']"));
    }

    /// <summary>The common one for every channel and topic.</summary>
    private Task<long> CommonAsync() => portal.ReadAsync(db => db.SentencePatterns.Where(row => row.AgencyId == null && row.ChannelId == null && row.TopicId == null).Select(row => row.Id).SingleAsync(Cancellation));

    private static async Task<string> TextAsync(Session session, long report) => (await session.PageAsync($"/bao-cao/{report}")).QuerySelector(".doc")!.TextContent;
}
