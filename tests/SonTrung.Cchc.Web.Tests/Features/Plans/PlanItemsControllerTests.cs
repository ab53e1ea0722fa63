using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Plans;

public sealed class PlanItemsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string New = "/ke-hoach/2026/nhiem-vu/them";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsTheLineAndAuditsIt()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var form = await clerk.PageAsync(New);

        var answer = await clerk.SubmitAsync(
            form,
            New,
            ("Form.Title", "Phóng sự về một cửa"),
            ("Form.Section", "Means"),
            ("Form.DepartmentId", Option(form, "Form.DepartmentId", "Phòng Văn hóa - Xã hội")),
            ("Form.ResponsibleId", Option(form, "Form.ResponsibleId", "Nguyễn Thị Mẫu Hà")),
            ("Form.DueOn", "5/4/2026"),
            ("Form.BudgetDong", "12.500.000"),
            ("Form.Targets[0].Kind", "Quantity"),
            ("Form.Targets[0].Value", "1.200"),
            ("Form.Targets[0].IndicatorId", Option(form, "Form.Targets[0].IndicatorId", "Tin, bài")),
            ("Form.Targets[1].Kind", "Ratio"),
            ("Form.Targets[1].Value", "92,5"),
            ("Form.Targets[1].IndicatorId", Option(form, "Form.Targets[1].IndicatorId", "Phiếu hài lòng")),
            ("Form.Targets[1].BaseIndicatorId", Option(form, "Form.Targets[1].BaseIndicatorId", "Phiếu thu về")),
            ("Form.Targets[2].Kind", "Completion"),
            ("Form.ChannelIds", form.QuerySelector("[name='Form.ChannelIds']")!.GetAttribute("value")!),
            ("Form.ReferenceIds", form.QuerySelector("[name='Form.ReferenceIds']")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = await ItemAsync("Phóng sự về một cửa");
        Assert.Equal(new DateOnly(2026, 4, 5), row.DueOn);
        Assert.Equal(12_500_000, row.BudgetDong);
        Assert.Equal(
            [(TargetKind.Quantity, 1200m), (TargetKind.Ratio, 92.5m), (TargetKind.Completion, null)],
            row.Targets.OrderBy(target => target.Position).Select(target => (target.Kind, target.Value)));
        Assert.Equal((1, 1), (row.Channels.Count, row.References.Count));
        var page = await clerk.PageAsync("/ke-hoach/2026?tim=phong+su");
        var line = Assert.Single(page.QuerySelectorAll(".plan-table th[id]"));
        Assert.Contains("Nguyễn Thị Mẫu Hà", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.200 tin, bài", page.QuerySelector(".plan-table")!.TextContent, StringComparison.Ordinal);
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(PlanItem) && entry.EntityId == $"{row.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneLineAtTheEndOfItsSection()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var form = await clerk.PageAsync(New);
        (string, string)[] values = [("Form.Title", "Gửi hai lần"), ("Form.Section", "Content")];

        await clerk.SubmitAsync(form, New, values);
        await clerk.SubmitAsync(form, New, values);

        var lines = await portal.ReadAsync(db => db.PlanItems.Where(row => row.Plan!.Year == 2026 && row.Section == PlanSection.Content)
            .OrderBy(row => row.Position).Select(row => row.Title).ToListAsync(Cancellation));
        Assert.Equal("Gửi hai lần", Assert.Single(lines, title => title == "Gửi hai lần"));
        Assert.Equal("Gửi hai lần", lines[^1]);
    }

    [Theory]
    [InlineData("Form.Title", "")]
    [InlineData("Form.Section", "")]
    [InlineData("Form.Section", "99")]
    [InlineData("Form.Section", "la")]
    [InlineData("Form.DueOn", "30/02/2026")]
    [InlineData("Form.BudgetDong", "-5")]
    [InlineData("Form.BudgetDong", "mười")]
    [InlineData("Form.Targets[0].Kind", "Quantity")]
    [InlineData("Form.Targets[0].Kind", "7")]
    [InlineData("Form.Targets[1].Value", "5")]
    [InlineData("Form.ResponsibleId", "x")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var typed = new Dictionary<string, string> { ["Form.Title"] = "Giữ lại", ["Form.Section"] = "Content", ["Form.ReasonNotDone"] = "Vì mưa", [field] = value };

        var answer = await clerk.SubmitAsync(await clerk.PageAsync(New), New, typed.Select(pair => (pair.Key, pair.Value)).ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.StartsWith("Lỗi:", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".error-summary a")!.GetAttribute("href")![1..];
        Assert.True(page.GetElementById(link) is not null, $"The summary leads to {link}, which is not there.");
        Assert.Equal("Vì mưa", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.ReasonNotDone']")!.Value);
    }

    [Theory]
    [InlineData("Form.DepartmentId")]
    [InlineData("Form.ResponsibleId")]
    [InlineData("Form.ChannelIds")]
    [InlineData("Form.ReferenceIds")]
    public async Task Create_RowOfAnotherAgency_IsRefused(string field)
    {
        var foreign = await portal.ReadAsync(async db =>
        {
            var other = await db.Agencies.Where(agency => agency.Code == "son-trung").Select(agency => agency.Id).SingleAsync(Cancellation);
            return field switch
            {
                "Form.DepartmentId" => await db.Departments.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(Cancellation),
                "Form.ResponsibleId" => await db.Users.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(Cancellation),
                "Form.ReferenceIds" => await db.ReferenceDocuments.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(Cancellation),
                _ => 99,
            };
        });
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await clerk.SubmitAsync(
            await clerk.PageAsync(New), New, ("Form.Title", "Của xã khác"), ("Form.Section", "Content"), (field, $"{foreign}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(await portal.ReadAsync(db => db.PlanItems.FirstOrDefaultAsync(row => row.Title == "Của xã khác", Cancellation)));
    }

    [Fact]
    public async Task Edit_Line_KeepsWhatIsStillChosenAndSwapsTheRest()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var before = await ItemAsync("Ban hành kế hoạch, văn bản triển khai");
        var page = await clerk.PageAsync($"/ke-hoach/nhiem-vu/{before.Id}");

        var answer = await clerk.SubmitAsync(
            page, $"/ke-hoach/nhiem-vu/{before.Id}", ("Form.Targets[0].Value", "5"), ("Form.ReasonNotDone", "Chưa có văn bản cấp trên"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await ItemAsync("Ban hành kế hoạch, văn bản triển khai");
        Assert.Equal(5, after.Targets.Single().Value);
        Assert.Equal("Chưa có văn bản cấp trên", after.ReasonNotDone);
        Assert.Equal(before.References.Select(row => row.Id).Order(), after.References.Select(row => row.Id).Order());
        Assert.Equal(before.Channels.Select(row => row.Id), after.Channels.Select(row => row.Id));
        Assert.Equal(before.ReportText, after.ReportText);
        Assert.Contains("Chưa có văn bản cấp trên", (await clerk.PageAsync("/ke-hoach/2026")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var id = await AddAsync(first, "Hai người cùng sửa", "Form");
        var mine = await first.PageAsync($"/ke-hoach/nhiem-vu/{id}");
        await second.SubmitAsync(await second.PageAsync($"/ke-hoach/nhiem-vu/{id}"), $"/nhiem-vu/{id}", ("Form.Title", "Người kia sửa"));

        var answer = await first.SubmitAsync(mine, $"/nhiem-vu/{id}", ("Form.Title", "Tôi sửa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("Người kia sửa", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, $"/nhiem-vu/{id}")).StatusCode);
        Assert.Equal(id, (await ItemAsync("Tôi sửa")).Id);
    }

    [Fact]
    public async Task Move_UpAndDown_ChangesTheOrderOfItsSectionAlone()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await AddAsync(clerk, "Xếp một", "Department");
        await AddAsync(clerk, "Xếp hai", "Department");
        var third = await AddAsync(clerk, "Xếp ba", "Department");

        var order = await clerk.PageAsync("/ke-hoach/2026/sap-xep");
        var answer = await clerk.SubmitAsync(order, $"/{third}/len");

        Assert.EndsWith($"/ke-hoach/2026/sap-xep#nhiem-vu-{third}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["Xếp một", "Xếp ba", "Xếp hai"], await OrderAsync());
        var stale = await clerk.SubmitAsync(order, $"/{third}/len");
        Assert.Equal(HttpStatusCode.Redirect, stale.StatusCode);
        Assert.Equal(["Xếp một", "Xếp ba", "Xếp hai"], await OrderAsync());
        var version = (await ItemAsync("Xếp ba")).Version;
        await clerk.PostAsync($"/ke-hoach/nhiem-vu/{third}/xuong", ("version", $"{version}"));
        Assert.Equal(["Xếp một", "Xếp hai", "Xếp ba"], await OrderAsync());
        version = (await ItemAsync("Xếp ba")).Version;
        await clerk.PostAsync($"/ke-hoach/nhiem-vu/{third}/xuong", ("version", $"{version}"));
        Assert.Equal(["Xếp một", "Xếp hai", "Xếp ba"], await OrderAsync());
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheLineBack()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AddAsync(clerk, "Xóa nhầm", "Form");

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"/ke-hoach/nhiem-vu/{id}"), "/xoa");
        var page = await clerk.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Empty(page.QuerySelectorAll($"#nhiem-vu-{id}"));
        Assert.Contains("Xóa nhầm", (await clerk.PageAsync("/ke-hoach/2026/da-xoa")).QuerySelector("main .plain-list")!.TextContent, StringComparison.Ordinal);
        var restored = await clerk.SubmitAsync(page, $"/{id}/khoi-phuc");

        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        Assert.NotNull((await clerk.PageAsync("/ke-hoach/2026")).GetElementById($"nhiem-vu-{id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync($"/ke-hoach/nhiem-vu/{id}/khoi-phuc")).StatusCode);
        Assert.Contains(
            AuditAction.Restored,
            await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.EntityId == $"{id}").Select(entry => entry.Action).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Delete_WithAnOldVersion_AsksToLookAgain()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AddAsync(clerk, "Không xóa được", "Form");

        var answer = await clerk.PostAsync($"/ke-hoach/nhiem-vu/{id}/xoa", ("version", $"{Guid.NewGuid()}"));

        Assert.EndsWith($"/ke-hoach/nhiem-vu/{id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await ItemAsync("Không xóa được")).DeletedUtc);
    }

    [Fact]
    public async Task Edit_ByTheChairman_IsForbidden()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync(New)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync("/ke-hoach/2026/sap-xep")).StatusCode);
    }

    private async Task<long> AddAsync(Session clerk, string title, string section)
    {
        var answer = await clerk.SubmitAsync(await clerk.PageAsync(New), New, ("Form.Title", title), ("Form.Section", section));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await ItemAsync(title)).Id;
    }

    private Task<PlanItem> ItemAsync(string title) => portal.ReadAsync(db => db.PlanItems.AsNoTracking()
        .Include(row => row.Targets).Include(row => row.Channels).Include(row => row.References)
        .SingleAsync(row => row.Title == title && row.Plan!.Year == 2026, Cancellation));

    private Task<List<string>> OrderAsync() => portal.ReadAsync(db => db.PlanItems.Where(row => row.Title.StartsWith("Xếp "))
        .OrderBy(row => row.Position).Select(row => row.Title).ToListAsync(Cancellation));

    private static string Option(IParentNode form, string name, string text) =>
        form.QuerySelectorAll<IHtmlOptionElement>($"[name='{name}'] option").Single(option => option.Text.Trim() == text).Value;
}
