using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.NextYearTasks;

public sealed class NextYearTasksControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Staff = "canbo@xahuongson";
    private const string Url = "/phuong-huong-nhiem-vu";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Direction_StandsBeforeTasksAndIsAudited()
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await EnterAsync(clerk, "Một phương hướng mới", ("Form.Kind", "Direction"));

        Assert.Equal($"{Url}?nam=2026", answer.Headers.Location!.OriginalString);
        var kinds = (await clerk.PageAsync($"{Url}?nam=2026")).QuerySelectorAll("tbody tr td[data-label='Loại']").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(kinds.OrderBy(kind => kind == "Phương hướng" ? 0 : 1), kinds);
        var saved = await FindAsync("Một phương hướng mới");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(NextYearTask) && entry.EntityId == $"{saved.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
    }

    [Fact]
    public async Task List_TextWithYearTokens_ShowsTheYears()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Nối tiếp năm {năm}, mở rộng trong năm {năm sau}", ("Form.Kind", "Direction"));

        var list = (await clerk.PageAsync($"{Url}?nam=2026")).QuerySelector("table")!.TextContent;

        Assert.Contains("Nối tiếp năm 2026, mở rộng trong năm 2027", list, StringComparison.Ordinal);
        Assert.DoesNotContain("{năm", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Text", "")]
    [InlineData("Form.Kind", "7")]
    [InlineData("Form.ShortcomingId", "99")]
    public async Task Create_WrongValue_SaysSo(string field, string value)
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them"), $"{Url}/them", [.. new[] { ("Form.Text", "x"), ("Form.Kind", "Task") }.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_ShowsTheOthersText()
    {
        using var first = await portal.SignInAsync(Staff);
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        await EnterAsync(first, "Cùng sửa");
        var url = $"{Url}/{(await FindAsync("Cùng sửa")).Id}";
        var mine = await first.PageAsync(url);

        await second.SubmitAsync(await second.PageAsync(url), url, ("Form.Text", "Bản của họ"));
        var answer = await first.SubmitAsync(mine, url, ("Form.Text", "Bản của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Bản của họ", (await Session.ParseAsync(answer)).QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_AmongItsKind_ChangesTheOrder()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Nhiệm vụ trước");
        await EnterAsync(clerk, "Phương hướng giữa", ("Form.Kind", "Direction"));
        await EnterAsync(clerk, "Nhiệm vụ sau");
        var row = await FindAsync("Nhiệm vụ sau");

        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}?nam=2026"), $"{row.Id}/len");

        Assert.True((await FindAsync("Nhiệm vụ sau")).Position < (await FindAsync("Nhiệm vụ trước")).Position);
        var byLetters = await clerk.PageAsync($"{Url}?nam=2026&xep=Alphabet");
        var texts = byLetters.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()).ToList();
        Assert.True(texts.IndexOf("Nhiệm vụ sau") < texts.IndexOf("Nhiệm vụ trước") && texts.IndexOf("Nhiệm vụ trước") < texts.IndexOf("Phương hướng giữa"));
        Assert.Null(byLetters.QuerySelector("form[action$='/len']"));
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheRowBack()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Xóa nhầm nhiệm vụ");
        var id = (await FindAsync("Xóa nhầm nhiệm vụ")).Id;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/{id}"), "/xoa");
        var list = await clerk.PageAsync(deleted.Headers.Location!.OriginalString);
        Assert.Contains("Xóa nhầm nhiệm vụ", (await clerk.PageAsync($"{Url}/da-xoa")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(list, $"{id}/khoi-phuc");

        await FindAsync("Xóa nhầm nhiệm vụ");
    }

    [Fact]
    public async Task Propose_ShortcomingsWithoutTask_AreOfferedOnceEach()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await clerk.SubmitAsync(await clerk.PageAsync("/ton-tai-han-che/them?nam=2026"), "/ton-tai-han-che/them", ("Form.Text", "Chưa ai lo"), ("Form.Remedy", "Giao người phụ trách"));

        var page = await clerk.PageAsync($"{Url}/de-xuat?nam=2026");
        var pick = Assert.Single(page.QuerySelectorAll(".pick"));
        Assert.Contains("Chưa ai lo", pick.TextContent, StringComparison.Ordinal);
        Assert.Equal("Giao người phụ trách", pick.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value.Trim());
        await clerk.SubmitAsync(page, "/de-xuat", ("Form.Items[0].IsChosen", "true"));
        await clerk.SubmitAsync(page, "/de-xuat", ("Form.Items[0].IsChosen", "true"), ("Form.FormKey", $"{Guid.NewGuid()}"));

        var task = await FindAsync("Giao người phụ trách");
        Assert.Equal((NextYearTaskKind.Task, 2026), (task.Kind, task.Year));
        Assert.NotNull(task.ShortcomingId);
        Assert.Empty((await clerk.PageAsync($"{Url}/de-xuat?nam=2026")).QuerySelectorAll(".pick"));
    }

    [Fact]
    public async Task Dismiss_ShortcomingAndTask_AreNotProposedUntilTheyAreAgain()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await clerk.SubmitAsync(await clerk.PageAsync("/ton-tai-han-che/them?nam=2025"), "/ton-tai-han-che/them", ("Form.Text", "Không cần nhiệm vụ"));
        await EnterAsync(clerk, "Không đưa vào kế hoạch");
        var (shortcoming, task, year) = await portal.ReadAsync(async db =>
        {
            var row = await db.NextYearTasks.SingleAsync(one => one.Text == "Không đưa vào kế hoạch", Cancellation);
            db.Add(new Core.Plans.Plan { AgencyId = row.AgencyId, Year = row.Year + 1, Subject = "x" });
            await db.SaveChangesAsync(Cancellation);
            return (await db.Shortcomings.Where(one => one.Text == "Không cần nhiệm vụ").Select(one => one.Id).SingleAsync(Cancellation), row.Id, row.Year + 1);
        });

        var first = await clerk.PostAsync($"/de-xuat/ton-tai/{shortcoming}/bo-qua", ("Reason", "Đã khắc phục trong năm"));
        var second = await clerk.PostAsync($"/de-xuat/nhiem-vu/{task}/bo-qua", ("Reason", "Chờ kế hoạch của tỉnh"));

        Assert.Equal($"{Url}/de-xuat?nam=2025", first.Headers.Location!.OriginalString);
        Assert.Equal($"/ke-hoach/{year}/lay-tu-nam-truoc", second.Headers.Location!.OriginalString);
        foreach (var (page, text, reason) in new[] { (first, "Không cần nhiệm vụ", "Đã khắc phục trong năm"), (second, "Không đưa vào kế hoạch", "Chờ kế hoạch của tỉnh") })
        {
            var shown = await clerk.PageAsync(page.Headers.Location!.OriginalString);
            Assert.DoesNotContain(shown.QuerySelectorAll(".pick, .plan-offer label"), row => row.TextContent.Contains(text, StringComparison.Ordinal));
            var dismissed = shown.QuerySelectorAll("#da-bo-qua ~ .table-wrap tbody tr").Single(row => row.TextContent.Contains(text, StringComparison.Ordinal));
            Assert.Contains(reason, dismissed.TextContent, StringComparison.Ordinal);
            await clerk.SubmitAsync(shown, dismissed.QuerySelector("form")!.GetAttribute("action")!);
            Assert.Contains(
                (await clerk.PageAsync(page.Headers.Location.OriginalString)).QuerySelectorAll(".pick, .plan-offer label"), row => row.TextContent.Contains(text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task LastYear_ChosenRows_AreCopiedOnceWithTheirKind()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them?nam=2025"), $"{Url}/them", ("Form.Text", "Phương hướng của 2025"), ("Form.Kind", "Direction"));
        var page = await clerk.PageAsync($"{Url}/lay-tu-nam-truoc?nam=2026");
        var index = page.QuerySelectorAll(".pick").ToList().FindIndex(pick => pick.TextContent.Contains("Phương hướng của 2025", StringComparison.Ordinal));

        await clerk.SubmitAsync(page, "/lay-tu-nam-truoc", ($"Form.Items[{index}].IsChosen", "true"), ($"Form.Items[{index}].Text", "Phương hướng của 2026"));

        Assert.Equal((2026, NextYearTaskKind.Direction), ((await FindAsync("Phương hướng của 2026")).Year, (await FindAsync("Phương hướng của 2026")).Kind));
        Assert.DoesNotContain("Phương hướng của 2025", (await clerk.PageAsync($"{Url}/lay-tu-nam-truoc?nam=2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WithAFilter_IsWhatTheListShows()
    {
        using var clerk = await portal.SignInAsync(Staff);
        using var other = await portal.SignInAsync("canbo@sontrung");
        await EnterAsync(clerk, "Tải về nhiệm vụ");
        await EnterAsync(clerk, "Tải về phương hướng", ("Form.Kind", "Direction"));

        var csv = await ListChecks.CsvAsync(clerk, $"{Url}/csv?nam=2026&tim=tai+ve&loai=Task", "phuong-huong-nhiem-vu-2026.csv");
        var excel = await ListChecks.ExcelAsync(clerk, $"{Url}/excel?nam=2026&tim=tai+ve", "phuong-huong-nhiem-vu-2026.xlsx");

        Assert.Equal(["Nhiệm vụ", "Tải về nhiệm vụ", "", ""], Assert.Single(csv));
        Assert.Equal(["Tải về phương hướng", "Tải về nhiệm vụ"], excel.Select(row => row[1].InnerText));
        Assert.Empty(await ListChecks.CsvAsync(other, $"{Url}/csv?nam=2026", "phuong-huong-nhiem-vu-2026.csv"));
    }

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, string text, params (string, string)[] values) =>
        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them?nam=2026"), $"{Url}/them", [.. values.Any(value => value.Item1 == "Form.Kind") ? [] : new[] { ("Form.Kind", "Task") }, ("Form.Text", text), .. values]);

    private Task<NextYearTask> FindAsync(string text) => portal.ReadAsync(db => db.NextYearTasks.SingleAsync(row => row.Text == text, Cancellation));
}
