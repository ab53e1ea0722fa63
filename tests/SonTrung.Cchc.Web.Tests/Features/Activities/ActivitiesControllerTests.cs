using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Activities;

public sealed class ActivitiesControllerTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsTheRowAndAuditsIt()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "Phát thanh chuyên mục số 7"), ("Form.StartsOn", "5/4/2026"), ("Form.Measures[0].Value", "1.234,5"), ("Form.Measures[0].IndicatorId", await FirstIndicatorAsync(clerk)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var log = await clerk.PageAsync($"{answer.Headers.Location!.OriginalString}&tim=so+7");
        var row = log.QuerySelectorAll("tr").Single(line => line.TextContent.Contains("Phát thanh chuyên mục số 7", StringComparison.Ordinal));
        Assert.Contains("05/04/2026", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.234,5", row.TextContent, StringComparison.Ordinal);
        var saved = await FindAsync("Phát thanh chuyên mục số 7");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(PropagandaActivity) && entry.EntityId == $"{saved.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
        Assert.Contains("Phát thanh chuyên mục số 7", audit.After, StringComparison.Ordinal);
        Assert.Equal(saved.AgencyId, audit.AgencyId);
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneRow()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        (string, string)[] values = [("Form.Title", "Gửi hai lần"), ("Form.ChannelId", FirstOption(form, "Form.ChannelId"))];

        var first = await clerk.SubmitAsync(form, "/hoat-dong/nhap", values);
        var second = await clerk.SubmitAsync(form, "/hoat-dong/nhap", values);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await portal.ReadAsync(db => db.PropagandaActivities.CountAsync(row => row.Title == "Gửi hai lần", Cancellation)));
    }

    [Theory]
    [InlineData("Form.StartsOn", "30/02/2026")]
    [InlineData("Form.StartsOn", "")]
    [InlineData("Form.StartsOn", "24/11/1999")]
    [InlineData("Form.EndsOn", "01/01/2026")]
    [InlineData("Form.Title", "")]
    [InlineData("Form.ChannelId", "")]
    [InlineData("Form.ChannelId", "99")]
    [InlineData("Form.IsHighlighted", "abc")]
    [InlineData("Form.PeopleReached", "-3")]
    [InlineData("Form.PeopleReached", "1,234")]
    [InlineData("Form.CostDong", "mười")]
    [InlineData("Form.Measures[0].Value", "5")]
    [InlineData("Form.Links", "javascript:alert(1)")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "Giữ lại câu này"), ("Form.Place", "Nhà văn hóa thôn Hồ Sơn"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.StartsWith("Lỗi:", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".error-summary a"));
        Assert.Equal("Nhà văn hóa thôn Hồ Sơn", page.QuerySelector<IHtmlInputElement>("[name='Form.Place']")!.Value);
    }

    [Theory]
    [InlineData("Form.Title")]
    [InlineData("Form.Place")]
    [InlineData("Form.ReportText")]
    [InlineData("Form.Links")]
    [InlineData("Form.StartsOn")]
    [InlineData("Form.PeopleReached")]
    [InlineData("Form.CostDong")]
    [InlineData("Form.Measures[0].Value")]
    [InlineData("Form.ChannelId")]
    [InlineData("Form.FormKey")]
    public async Task Create_HundredThousandCharacters_IsRefusedAndShownAgain(string field)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var flood = "<b>" + new string('ờ', 100_000);

        var answer = await EnterAsync(clerk, ("Form.Title", "Nhiều chữ"), (field, flood));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("<b>ờ", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Html_IsShownAsText()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "<script>alert('x')</script>"));

        var log = await clerk.GetAsync(answer.Headers.Location!.OriginalString);
        var html = await log.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        await EnterAsync(first, ("Form.Title", "Họp thôn Mai Hà"));
        var id = (await FindAsync("Họp thôn Mai Hà")).Id;
        var mine = await first.PageAsync($"/hoat-dong/{id}");
        var theirs = await second.PageAsync($"/hoat-dong/{id}");

        await second.SubmitAsync(theirs, $"/hoat-dong/{id}", ("Form.Title", "Họp thôn Mai Hà, buổi tối"));
        var answer = await first.SubmitAsync(mine, $"/hoat-dong/{id}", ("Form.Title", "Họp thôn Mai Hà, buổi sáng"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Equal("Họp thôn Mai Hà, buổi sáng", page.QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
        Assert.Contains("Họp thôn Mai Hà, buổi tối", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        var again = await first.SubmitAsync(page, $"/hoat-dong/{id}");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(await FindAsync("Họp thôn Mai Hà, buổi sáng"));
    }

    [Fact]
    public async Task Delete_ThenRestore_BringsTheRowBack()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Xóa nhầm"));
        var id = (await FindAsync("Xóa nhầm")).Id;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{id}"), "/xoa");
        var log = await clerk.PageAsync(deleted.Headers.Location!.OriginalString);
        Assert.DoesNotContain(log.QuerySelectorAll("table a"), link => link.TextContent.Contains("Xóa nhầm", StringComparison.Ordinal));
        await clerk.SubmitAsync(log, "/khoi-phuc");

        Assert.Contains((await clerk.PageAsync("/hoat-dong?tim=xoa+nham")).QuerySelectorAll("table a"), link => link.TextContent.Contains("Xóa nhầm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DOI THOAI")]
    [InlineData("đối thoại")]
    [InlineData("doi thoai")]
    public async Task Index_SearchWithoutMarks_Finds(string words)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Hội nghị Đối thoại tháng Tám"));

        var log = await clerk.PageAsync($"/hoat-dong?tim={Uri.EscapeDataString(words)}");

        Assert.Contains(log.QuerySelectorAll("table a"), link => link.TextContent.Contains("Hội nghị Đối thoại tháng Tám", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_DayAfterTheCutOff_BelongsToNextYear()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "Trước kỳ"), ("Form.StartsOn", "15/12/2025"));

        Assert.Contains("nam=2026", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static string FirstOption(IDocument page, string field) =>
        page.QuerySelectorAll<IHtmlOptionElement>($"select[name='{field}'] option").First(option => option.Value.Length > 0).Value;

    private static async Task<string> FirstIndicatorAsync(Session clerk) =>
        FirstOption(await clerk.PageAsync("/hoat-dong/nhap"), "Form.Measures[0].IndicatorId");

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, params (string Name, string Value)[] values)
    {
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var given = values.GroupBy(value => value.Name).Select(group => group.Last()).ToList();
        (string Name, string Value)[] usual = [("Form.ChannelId", FirstOption(form, "Form.ChannelId"))];
        return await clerk.SubmitAsync(form, "/hoat-dong/nhap", [.. usual.Where(value => given.TrueForAll(other => other.Name != value.Name)), .. given]);
    }

    private Task<PropagandaActivity> FindAsync(string title) =>
        portal.ReadAsync(db => db.PropagandaActivities.SingleAsync(row => row.Title == title, Cancellation));
}
