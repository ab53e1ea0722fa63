using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Shortcomings;

public sealed class ShortcomingsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Staff = "canbo@xahuongson";
    private const string Url = "/ton-tai-han-che";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_StandsLastAndIsAudited()
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await EnterAsync(clerk, "Một tồn tại mới", ("Form.Cause", "Thiếu người"), ("Form.Remedy", "Bố trí thêm"));

        Assert.Equal($"{Url}?nam=2026", answer.Headers.Location!.OriginalString);
        var last = (await clerk.PageAsync(answer.Headers.Location.OriginalString)).QuerySelectorAll("tbody tr")[^1].TextContent;
        Assert.Contains("Một tồn tại mới", last, StringComparison.Ordinal);
        Assert.Contains("Nguyên nhân: thiếu người", last, StringComparison.Ordinal);
        var saved = await FindAsync("Một tồn tại mới");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(Shortcoming) && entry.EntityId == $"{saved.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
    }

    [Theory]
    [InlineData("Form.Text", "")]
    [InlineData("Form.PlanItemId", "99")]
    [InlineData("Form.Year", "1999")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them"), $"{Url}/them", [.. new[] { ("Form.Text", "x"), ("Form.Cause", "giữ lại") }.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("giữ lại", (await Session.ParseAsync(answer)).QuerySelector<IHtmlTextAreaElement>("[name='Form.Cause']")!.Value.Trim());
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
    public async Task Move_UpAndDown_ChangesTheOrderAndLeadsBackToTheRow()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Dòng đầu");
        await EnterAsync(clerk, "Dòng sau");
        var row = await FindAsync("Dòng sau");

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}?nam=2026"), $"{row.Id}/len");

        Assert.Equal($"{Url}?nam=2026#dong-{row.Id}", answer.Headers.Location!.OriginalString);
        Assert.True((await FindAsync("Dòng sau")).Position < (await FindAsync("Dòng đầu")).Position);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostAsync($"{Url}/{row.Id}/xuong", ("version", $"{row.Version}"))).StatusCode);
        Assert.True((await FindAsync("Dòng sau")).Position < (await FindAsync("Dòng đầu")).Position, "A stale version must move nothing.");
        await clerk.PostAsync($"{Url}/{row.Id}/xuong", ("version", $"{(await FindAsync("Dòng sau")).Version}"));
        Assert.True((await FindAsync("Dòng sau")).Position > (await FindAsync("Dòng đầu")).Position);
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheRowBack()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Xóa nhầm tồn tại");
        var id = (await FindAsync("Xóa nhầm tồn tại")).Id;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/{id}"), "/xoa");
        var list = await clerk.PageAsync(deleted.Headers.Location!.OriginalString);
        Assert.Contains("Xóa nhầm tồn tại", (await clerk.PageAsync($"{Url}/da-xoa")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(list, $"{id}/khoi-phuc");

        Assert.Contains("Xóa nhầm tồn tại", (await clerk.PageAsync($"{Url}?tim=xoa+nham+ton")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_UnmetLines_AreOfferedOnceEach()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var page = await clerk.PageAsync($"{Url}/de-xuat?nam=2026");
        var offered = page.QuerySelectorAll(".pick label[for$='IsChosen']").Select(label => label.TextContent).ToList();
        Assert.Contains("Đối thoại với Nhân dân, doanh nghiệp", offered);
        Assert.DoesNotContain("Thi trực tuyến tìm hiểu CCHC", offered);
        Assert.Contains("Chưa đạt chỉ tiêu kế hoạch về tin, bài trên Trang thông tin điện tử xã: mới có 45/48 tin, bài, đạt 93,8%", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Items[0].Text']")!.Value, StringComparison.Ordinal);

        var none = await clerk.SubmitAsync(page, "/de-xuat");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        var blank = await clerk.SubmitAsync(page, "/de-xuat", ("Form.Items[0].IsChosen", "true"), ("Form.Items[0].Text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);
        (string, string)[] choice = [("Form.Items[0].IsChosen", "true"), ("Form.Items[0].Text", "Tin, bài chưa đủ")];
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, "/de-xuat", choice)).StatusCode);
        await clerk.SubmitAsync(page, "/de-xuat", choice);
        var fresh = ("Form.FormKey", $"{Guid.NewGuid()}");
        await clerk.SubmitAsync(page, "/de-xuat", [.. choice, fresh]);

        var made = await FindAsync("Tin, bài chưa đủ");
        Assert.NotNull(made.PlanItemId);
        Assert.DoesNotContain(offered[0], (await clerk.PageAsync($"{Url}/de-xuat?nam=2026")).QuerySelectorAll(".pick label").Select(label => label.TextContent));
        await clerk.PostAsync($"{Url}/{made.Id}/xoa", ("version", $"{made.Version}"));
        Assert.DoesNotContain(offered[0], (await clerk.PageAsync($"{Url}/de-xuat?nam=2026")).QuerySelectorAll(".pick label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task Propose_CauseWithoutATick_IsSaidAndNotPassedOver()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var page = await clerk.PageAsync($"{Url}/de-xuat?nam=2026");
        var cause = page.QuerySelector<IHtmlSelectElement>("[name='Form.Items[1].CauseId']")!.Options.First(option => option.Value.Length > 0).Value;
        var before = await portal.ReadAsync(db => db.Shortcomings.CountAsync(Cancellation));

        var answer = await clerk.SubmitAsync(page, "/de-xuat", ("Form.Items[0].IsChosen", "true"), ("Form.Items[1].CauseId", cause));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await Session.ParseAsync(answer);
        Assert.Contains("chưa đánh dấu dòng này", shown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(cause, shown.QuerySelector<IHtmlSelectElement>("[name='Form.Items[1].CauseId']")!.Value);
        Assert.Equal(before, await portal.ReadAsync(db => db.Shortcomings.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Propose_CauseThatTheFormCameWith_AsksForNoTick()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var page = await clerk.PageAsync($"{Url}/de-xuat?nam=2026");
        var cause = page.QuerySelector<IHtmlSelectElement>("[name='Form.Items[1].CauseId']")!.Options.First(option => option.Value.Length > 0).Value;

        var answer = await clerk.SubmitAsync(
            page, "/de-xuat", ("Form.Items[0].IsChosen", "true"), ("Form.Items[0].Text", " "), ("Form.Items[1].CauseId", cause), ("Form.Items[1].ProposedCauseId", cause));

        Assert.DoesNotContain("chưa đánh dấu dòng này", (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cause_OfTheCatalogue_StandsInFormListFilterAndProposals()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var causes = await portal.ReadAsync(db => db.ShortcomingCauses.OrderBy(row => row.Position).ToListAsync(Cancellation));

        await EnterAsync(clerk, "Có nguyên nhân", ("Form.CauseId", $"{causes[0].Id}"), ("Form.Cause", "Dự toán giao chậm"));
        await EnterAsync(clerk, "Nguyên nhân khác", ("Form.CauseId", $"{causes[1].Id}"));

        var list = await clerk.PageAsync($"{Url}?nam=2026&nguyen-nhan={causes[0].Id}");
        Assert.Contains($"Nguyên nhân: {PlainText.Small(causes[0].Name)} – dự toán giao chậm", Assert.Single(list.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        var csv = await (await clerk.GetAsync($"{Url}/csv?nam=2026&nguyen-nhan={causes[1].Id}")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(causes[1].Name, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Có nguyên nhân", csv, StringComparison.Ordinal);
        var newest = (await clerk.PageAsync($"{Url}?nam=2026&xep=Newest")).QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()).ToList();
        Assert.Equal(["Nguyên nhân khác", "Có nguyên nhân"], newest.Take(2));
        var edit = await clerk.PageAsync($"{Url}/{(await FindAsync("Có nguyên nhân")).Id}");
        Assert.Equal($"{causes[0].Id}", edit.QuerySelector<IHtmlSelectElement>("[name='Form.CauseId']")!.Value);
        var refused = await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them"), $"{Url}/them", ("Form.Text", "x"), ("Form.CauseId", "99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(causes.Count + 1, (await clerk.PageAsync($"{Url}/de-xuat?nam=2026")).QuerySelector<IHtmlSelectElement>("[name='Form.Items[0].CauseId']")!.Options.Length);
    }

    [Fact]
    public async Task Index_ByLetters_FollowsTheVietnameseAlphabetOnPageAndInFile()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, "Đài truyền thanh hỏng");
        await EnterAsync(clerk, "Dự toán giao chậm");

        var texts = (await clerk.PageAsync($"{Url}?nam=2026&xep=Alphabet")).QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim()).ToList();
        var csv = await (await clerk.GetAsync($"{Url}/csv?nam=2026&xep=Alphabet")).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(1, texts.IndexOf("Đài truyền thanh hỏng") - texts.IndexOf("Dự toán giao chậm"));
        Assert.True(csv.IndexOf("Dự toán giao chậm", StringComparison.Ordinal) < csv.IndexOf("Đài truyền thanh hỏng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Index_ByPlanLineAndUnit_ShowsTheirRowsAndTheTasksThatComeFromThem()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var lines = await portal.ReadAsync(db => db.PlanItems
            .Where(item => item.Plan!.Year == 2026 && item.DepartmentId != null && db.Users.Any(user => user.UserName == Staff && user.AgencyId == item.AgencyId))
            .OrderBy(item => item.Section).ThenBy(item => item.Position).ToListAsync(Cancellation));
        var line = lines[0];
        var other = lines.First(item => item.DepartmentId != line.DepartmentId);
        await EnterAsync(clerk, "Của nhiệm vụ thứ nhất", ("Form.PlanItemId", $"{line.Id}"));
        await EnterAsync(clerk, "Của nhiệm vụ khác", ("Form.PlanItemId", $"{other.Id}"));
        await clerk.SubmitAsync(
            await clerk.PageAsync("/phuong-huong-nhiem-vu/them?nam=2026"), "/phuong-huong-nhiem-vu/them",
            ("Form.Kind", "Task"), ("Form.Text", "Khắc phục cái thứ nhất"), ("Form.ShortcomingId", $"{(await FindAsync("Của nhiệm vụ thứ nhất")).Id}"));

        foreach (var query in new[] { $"nhiem-vu={line.Id}", $"don-vi={line.DepartmentId}" })
        {
            var page = (await clerk.PageAsync($"{Url}?nam=2026&{query}")).QuerySelector("main tbody")!.TextContent;
            Assert.Contains("Của nhiệm vụ thứ nhất", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Của nhiệm vụ khác", page, StringComparison.Ordinal);
            Assert.Contains("Khắc phục cái thứ nhất", (await clerk.PageAsync($"/phuong-huong-nhiem-vu?nam=2026&{query}")).QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        }

        var tasks = await clerk.PageAsync($"/phuong-huong-nhiem-vu?nam=2026&nhiem-vu={other.Id}");
        Assert.DoesNotContain("Khắc phục cái thứ nhất", tasks.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Nhiệm vụ: {line.Title}", (await clerk.PageAsync($"{Url}/in?nam=2026&nhiem-vu={line.Id}")).QuerySelector(".paper-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dismiss_WithAReason_StandsInItsListUntilItIsProposedAgain()
    {
        using var clerk = await portal.SignInAsync(Staff);
        const string Line = "Đối thoại với Nhân dân, doanh nghiệp";
        var page = await clerk.PageAsync($"{Url}/de-xuat?nam=2026");
        var pick = page.QuerySelectorAll(".pick").Single(row => row.QuerySelector("label")!.TextContent == Line);
        var form = pick.QuerySelector(".dismiss input")!.GetAttribute("form")!;
        var action = page.GetElementById(form)!.GetAttribute("action")!;

        var blank = await clerk.SubmitAsync(page, action, ("Reason", " "));
        Assert.Contains("Chưa bỏ qua", (await clerk.PageAsync(blank.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var done = await clerk.SubmitAsync(page, action, ("Reason", "Lần 2 đã có lịch ngày 10/12"));
        Assert.Equal($"{Url}/de-xuat?nam=2026", done.Headers.Location!.OriginalString);

        page = await clerk.PageAsync(done.Headers.Location.OriginalString);
        Assert.DoesNotContain(Line, page.QuerySelectorAll(".pick label").Select(label => label.TextContent));
        var row = page.QuerySelectorAll("#da-bo-qua ~ .table-wrap tbody tr").Single(found => found.TextContent.Contains(Line, StringComparison.Ordinal));
        Assert.Contains("Lần 2 đã có lịch ngày 10/12", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Mẫu Hà", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đề xuất đã bỏ qua: 2", (await clerk.PageAsync($"{Url}?nam=2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == "ProposalAnswer" && entry.Action == AuditAction.Added && entry.UserId != null).ToListAsync(Cancellation)));
        await clerk.SubmitAsync(page, row.QuerySelector("form")!.GetAttribute("action")!);
        Assert.Contains(Line, (await clerk.PageAsync($"{Url}/de-xuat?nam=2026")).QuerySelectorAll(".pick label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task Dismiss_NotSignedInWithoutPermissionOrForeign_IsRefused()
    {
        var (own, foreign, answer) = await portal.ReadAsync(async db => (
            await db.PlanItems.Where(row => row.Plan!.Year == 2026).Select(row => row.Id).FirstAsync(Cancellation),
            await db.PlanItems.Where(row => row.Plan!.Year == 2023).Select(row => row.Id).FirstAsync(Cancellation),
            await db.ProposalAnswers.Select(row => row.Id).FirstAsync(Cancellation)));
        using var visitor = portal.Visit();
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync(Staff);
        using var other = await portal.SignInAsync("canbo@sontrung");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync($"/de-xuat/nhiem-vu-chua-dat/{own}/bo-qua", ("Reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"/de-xuat/nhiem-vu-chua-dat/{own}/bo-qua", ("Reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync($"/de-xuat/nhiem-vu-chua-dat/{foreign}/bo-qua", ("Reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/de-xuat/{answer}/de-xuat-lai")).StatusCode);
    }

    [Fact]
    public async Task LastYear_ChosenRows_AreCopiedOnceAndOldYearsMarked()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them?nam=2025"), $"{Url}/them", ("Form.Text", "Cuối năm 2025 còn chậm"), ("Form.Cause", "Nguyên nhân cũ"));

        var page = await clerk.PageAsync($"{Url}/lay-tu-nam-truoc?nam=2026");
        var index = page.QuerySelectorAll(".pick").ToList().FindIndex(pick => pick.TextContent.Contains("Cuối năm 2025 còn chậm", StringComparison.Ordinal));
        var row = page.QuerySelectorAll(".pick")[index];
        Assert.Equal("2025", row.QuerySelector("mark")!.TextContent);
        Assert.Contains("Còn ghi năm 2025", row.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(page, "/lay-tu-nam-truoc", ($"Form.Items[{index}].IsChosen", "true"), ($"Form.Items[{index}].Text", "Cuối năm 2026 còn chậm"));

        var copy = await FindAsync("Cuối năm 2026 còn chậm");
        Assert.Equal((2026, "Nguyên nhân cũ"), (copy.Year, copy.Cause));
        Assert.DoesNotContain("Cuối năm 2025 còn chậm", (await clerk.PageAsync($"{Url}/lay-tu-nam-truoc?nam=2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastYear_FormerBodiesAndDocuments_AreMarkedBeforeTheyAreTaken()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them?nam=2025"), $"{Url}/them", ("Form.Text", "Phòng Nội vụ chậm góp ý cho Kế hoạch số 22/KH-UBND"));

        var row = (await clerk.PageAsync($"{Url}/lay-tu-nam-truoc?nam=2026")).QuerySelectorAll(".pick").Single(pick => pick.TextContent.Contains("chậm góp ý", StringComparison.Ordinal));

        Assert.Equal(["Phòng Nội vụ", "22/KH-UBND"], row.QuerySelectorAll("label mark").Select(mark => mark.TextContent));
        Assert.Equal(
            ["“Phòng Nội vụ” không còn từ ngày 01/7/2025. Ghi cơ quan cấp tỉnh hoặc cấp xã đã nhận nhiệm vụ.", "Kế hoạch số 22/KH-UBND là văn bản của năm 2025."],
            row.QuerySelectorAll(".citation-note").Select(note => note.TextContent.Trim()));
    }

    [Fact]
    public async Task Export_WithAFilter_IsWhatTheListShows()
    {
        using var clerk = await portal.SignInAsync(Staff);
        using var other = await portal.SignInAsync("canbo@sontrung");
        await EnterAsync(clerk, "Tải về được", ("Form.Cause", "=1+1"));

        var csv = await ListChecks.CsvAsync(clerk, $"{Url}/csv?nam=2026&tim=tai+ve", "ton-tai-han-che-2026.csv");
        var excel = await ListChecks.ExcelAsync(clerk, $"{Url}/excel?nam=2026&tim=tai+ve", "ton-tai-han-che-2026.xlsx");

        Assert.Equal(["Tải về được", "", "'=1+1", "", "", "0"], Assert.Single(csv));
        Assert.Equal(["Tải về được", "=1+1", "0"], Assert.Single(excel).Select(cell => cell.InnerText));
        Assert.Empty(await ListChecks.CsvAsync(other, $"{Url}/csv?nam=2026", "ton-tai-han-che-2026.csv"));
    }

    [Fact]
    public async Task Chairman_MayReadButNotChange()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.Null((await chairman.PageAsync(Url)).QuerySelector("main form[method=post], a[href*='/them'], a[href*='/de-xuat']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync($"{Url}/de-xuat")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chairman.GetAsync($"{Url}/csv")).StatusCode);
    }

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, string text, params (string, string)[] values) =>
        await clerk.SubmitAsync(await clerk.PageAsync($"{Url}/them?nam=2026"), $"{Url}/them", [("Form.Text", text), .. values]);

    private Task<Shortcoming> FindAsync(string text) => portal.ReadAsync(db => db.Shortcomings.SingleAsync(row => row.Text == text, Cancellation));
}
