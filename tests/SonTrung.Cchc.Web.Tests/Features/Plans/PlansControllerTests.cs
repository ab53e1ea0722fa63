using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Plans;

public sealed class PlansControllerTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_Sample_HasTheFiguresOfTheYear()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var page = await reader.PageAsync("/ke-hoach/2026");

        Assert.Equal("7/12", page.QuerySelector(".plan-summary .figure")!.TextContent);
        var posts = Row(page, "Tin, bài trên Trang thông tin điện tử xã");
        Assert.Equal(["48 tin, bài", "45", "93,8%"], posts.QuerySelectorAll("td").Take(3).Select(Words));
        Assert.Equal("93", posts.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("hoạt động", posts.QuerySelector("a[href^='/hoat-dong?nam=2026&nhiem-vu=']")!.TextContent, StringComparison.Ordinal);
        var survey = Row(page, "Khảo sát sự hài lòng");
        Assert.Equal("2", survey.QuerySelector("th")!.GetAttribute("rowspan"));
        Assert.Contains("94,1%", survey.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Quá hạn", Words(Row(page, "Thi trực tuyến tìm hiểu CCHC").QuerySelector(".status")!));
        Assert.Empty(page.QuerySelectorAll("a[href$='/sua'], a[href$='/them']"));
    }

    [Theory]
    [InlineData("tim=khao+sat", 1)]
    [InlineData("tim=THI+truc+tuyen", 1)]
    [InlineData("tim=khong+co+gi", 0)]
    [InlineData("trang-thai=Met", 7)]
    [InlineData("muc=Content", 1)]
    [InlineData("muc=Content&trang-thai=Met", 1)]
    [InlineData("muc=la&trang-thai=&don-vi=x", 12)]
    public async Task Show_Filtered_ShowsTheLinesThatAnswer(string query, int expected)
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var page = await reader.PageAsync($"/ke-hoach/2026?{query}");

        Assert.Equal(expected, page.QuerySelectorAll(".plan-table th[id]").Length);
        Assert.Equal("7/12", page.QuerySelector(".plan-summary .figure")!.TextContent);
    }

    [Theory]
    [InlineData("OnTrack", "Đúng tiến độ")]
    [InlineData("AtRisk", "Có nguy cơ")]
    [InlineData("Overdue", "Quá hạn")]
    public async Task Show_FilteredByState_ShowsThatStateAlone(string state, string word)
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");
        var all = (await reader.PageAsync("/ke-hoach/2026")).QuerySelectorAll(".plan-table .plan-state").Select(Words).ToList();

        var shown = (await reader.PageAsync($"/ke-hoach/2026?trang-thai={state}")).QuerySelectorAll(".plan-table .plan-state").Select(Words).ToList();

        Assert.Equal(all.Where(text => text == word), shown);
    }

    [Fact]
    public async Task Show_FilteredByUnit_ShowsItsLines()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");
        var all = await reader.PageAsync("/ke-hoach/2026");
        var unit = all.QuerySelectorAll<IHtmlOptionElement>("#don-vi option").Single(option => option.Text == "Đoàn Thanh niên").Value;

        var page = await reader.PageAsync($"/ke-hoach/2026?don-vi={unit}");

        Assert.All(page.QuerySelectorAll(".plan-table th[id]"), line => Assert.Contains("Đoàn Thanh niên", line.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".plan-table th[id]"));
    }

    [Fact]
    public async Task Show_FilteredByChannel_ShowsItsLines()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");
        var channel = await portal.ReadAsync(db => db.PlanItems.Where(item => item.Plan!.Year == 2026
                && db.Agencies.Any(agency => agency.Id == item.AgencyId && agency.Code == "xa-huong-son"))
            .SelectMany(item => item.Channels).OrderBy(row => row.ChannelId).Select(row => new { row.ChannelId, Item = row.PlanItemId }).FirstAsync(Cancellation));
        var lines = await portal.ReadAsync(db => db.PlanItems.CountAsync(
            item => item.Plan!.Year == 2026 && item.Channels.Any(row => row.ChannelId == channel.ChannelId)
                && db.PlanItems.Any(other => other.Id == channel.Item && other.PlanId == item.PlanId), Cancellation));
        var all = (await reader.PageAsync("/ke-hoach/2026")).QuerySelectorAll(".plan-table th[id]").Length;

        var page = await reader.PageAsync($"/ke-hoach/2026?phuong-tien={channel.ChannelId}");

        Assert.InRange(lines, 1, all - 1);
        Assert.Equal(lines, page.QuerySelectorAll(".plan-table th[id]").Length);
        Assert.NotNull(page.QuerySelector($"#nhiem-vu-{channel.Item}"));
    }

    [Fact]
    public async Task Show_ByTitle_StandsInTheVietnameseAlphabetInEachSection()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var rows = await ListChecks.CsvAsync(reader, "/ke-hoach/2026/csv?xep=Title", "ke-hoach-2026.csv");
        var unsorted = await ListChecks.CsvAsync(reader, "/ke-hoach/2026/csv", "ke-hoach-2026.csv");

        var sorted = rows.Select(row => row[1]).Distinct().ToList();
        Assert.NotEqual(unsorted.Select(row => row[1]).Distinct(), sorted);
        Assert.Equal(unsorted.Select(row => row[1]).Distinct().Order(), sorted.Order());
        foreach (var section in rows.GroupBy(row => row[0]))
        {
            var titles = section.Select(row => row[1]).Distinct().ToList();
            Assert.Equal(titles.OrderBy(SortKey.Of, StringComparer.Ordinal), titles);
        }
    }

    [Theory]
    [InlineData("/ke-hoach/2024")]
    [InlineData("/ke-hoach/2024/van-ban")]
    [InlineData("/ke-hoach/2024/pdf")]
    [InlineData("/ke-hoach/2024/sua")]
    [InlineData("/ke-hoach/2024/sap-xep")]
    [InlineData("/ke-hoach/2024/da-xoa")]
    [InlineData("/ke-hoach/2024/nhiem-vu/them")]
    [InlineData("/ke-hoach/2024/lay-tu-nam-truoc")]
    public async Task Page_OfAYearWithoutPlan_IsNotFound(string url)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Csv_Filtered_HasARowForEachTarget()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var answer = await reader.GetAsync("/ke-hoach/2026/csv?tim=khao+sat");
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("ke-hoach-2026.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(3, lines.Length);
        Assert.Contains("Khảo sát sự hài lòng", lines[1], StringComparison.Ordinal);
        Assert.Contains("94,1", lines[2], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/ke-hoach/2026/excel")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/ke-hoach/2024/excel")).StatusCode);
    }

    [Fact]
    public async Task Pdf_Sample_IsNamedForItsNumber()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var answer = await reader.GetAsync("/ke-hoach/2026/pdf");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("KH-18-UBND-2026_tuyen-truyen-CCHC.pdf", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("%PDF", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_Sample_IsNamedForItsNumber()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var answer = await reader.GetAsync("/ke-hoach/2026/word?phu-luc=false");

        Assert.Equal("KH-18-UBND-2026_tuyen-truyen-CCHC.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(Cancellation))[..2]);
    }

    [Fact]
    public async Task Document_Sample_HasNumberDateAndAppendixUnlessLeftOut()
    {
        using var reader = await portal.SignInAsync("chutich@xahuongson");

        var page = await reader.PageAsync("/ke-hoach/2026/van-ban");
        var without = await reader.PageAsync("/ke-hoach/2026/van-ban?phu-luc=false");

        Assert.Equal("Số: 18/KH-UBND", Words(page.QuerySelector(".doc-number")!));
        Assert.Contains("ngày 16 tháng 01 năm 2026", page.QuerySelector(".doc-date")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("KẾ HOẠCH", page.QuerySelector(".doc-kind")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".doc table"));
        Assert.Empty(without.QuerySelectorAll(".doc table"));
        Assert.EndsWith("?phu-luc=false", without.QuerySelector("a[href*='/pdf']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_Plan_ChangesItAndAuditsIt()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await clerk.SubmitAsync(
            await clerk.PageAsync("/ke-hoach/2026/sua"), "/sua", ("Form.Purpose", "Nâng cao nhận thức của người dân.\n- Ý thứ nhất"), ("Form.Number", "18/KH-UBND"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var plan = await PlanAsync(2026);
        Assert.Equal("Nâng cao nhận thức của người dân.\n- Ý thứ nhất", plan.Purpose);
        var audit = await portal.ReadAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Id)
            .FirstAsync(entry => entry.Entity == nameof(Plan) && entry.EntityId == $"{plan.Id}", Cancellation));
        Assert.Equal(AuditAction.Changed, audit.Action);
        Assert.Contains("MỤC ĐÍCH, YÊU CẦU", (await clerk.PageAsync("/ke-hoach/2026/van-ban")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Subject", "")]
    [InlineData("Form.IssuedOn", "31/02/2026")]
    [InlineData("Form.SignerId", "99")]
    [InlineData("Form.SignerId", "x")]
    public async Task Edit_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await clerk.SubmitAsync(await clerk.PageAsync("/ke-hoach/2026/sua"), "/sua", ("Form.Funding", "Ngân sách xã"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".error-summary a"));
        Assert.Equal("Ngân sách xã", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Funding']")!.Value);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var mine = await first.PageAsync("/ke-hoach/2026/sua");
        await second.SubmitAsync(await second.PageAsync("/ke-hoach/2026/sua"), "/sua", ("Form.Requirements", "Của người kia"));

        var answer = await first.SubmitAsync(mine, "/sua", ("Form.Requirements", "Của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("Của người kia", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, "/sua")).StatusCode);
        Assert.Equal("Của tôi", (await PlanAsync(2026)).Requirements);
    }

    [Fact]
    public async Task NextYear_FromFormToLastYearsLines_IsTakenOnce()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await OpenYearAsync(2027);
        await StaleAsync();

        var form = await clerk.PageAsync("/ke-hoach/lap?nam=2027");
        (string, string)[] values = [("Form.Year", "2027"), ("Form.Subject", "tuyên truyền cải cách hành chính năm 2027")];
        var created = await clerk.SubmitAsync(form, "/ke-hoach/lap", values);
        var again = await clerk.SubmitAsync(form, "/ke-hoach/lap", values);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (created.StatusCode, again.StatusCode));
        var taken = await clerk.SubmitAsync(await clerk.PageAsync("/ke-hoach/lap"), "/ke-hoach/lap", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);

        var offer = await clerk.PageAsync("/ke-hoach/2027/lay-tu-nam-truoc");
        Assert.Equal(12, offer.QuerySelectorAll<IHtmlInputElement>("input[name=dong]").Count(box => box.IsChecked));
        Assert.Equal(3, offer.QuerySelectorAll("input[name=viec]").Length);
        Assert.Contains("2026", offer.QuerySelectorAll("label mark").Select(mark => mark.TextContent));
        Assert.Contains(offer.QuerySelectorAll(".plan-offer p.row-note"), note => note.TextContent.Contains("Ban hành kế hoạch năm 2026", StringComparison.Ordinal) && note.QuerySelector("mark")!.TextContent == "2026");
        var parts = offer.QuerySelector("#phan")!.Closest("fieldset")!;
        Assert.Contains("Nâng cao nhận thức trong năm 2026.\nPhối hợp với Phòng Nội vụ.", parts.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2026", "Phòng Nội vụ"], parts.QuerySelector(".typed")!.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains(parts.QuerySelectorAll(".citation-note"), note => note.TextContent.Contains("Phòng Nội vụ", StringComparison.Ordinal));
        var contest = await ItemAsync("Thi trực tuyến tìm hiểu CCHC");
        var items = offer.QuerySelectorAll("input[name=dong]").Select(box => box.GetAttribute("value")!).Where(value => value != $"{contest.Id}").ToList();
        var tasks = offer.QuerySelectorAll("input[name=viec]").Select(box => box.GetAttribute("value")!).ToList();
        (string, string)[] chosen = [.. items.Select(value => ("dong", value)), .. tasks.Select(value => ("viec", value)), ("phan", "true")];
        await clerk.PostAsync("/ke-hoach/2027/lay-tu-nam-truoc", chosen);
        await clerk.PostAsync("/ke-hoach/2027/lay-tu-nam-truoc", chosen);

        var lines = await portal.ReadAsync(db => db.PlanItems.Include(row => row.Targets).Include(row => row.Channels)
            .Where(row => row.Plan!.Year == 2027).ToListAsync(Cancellation));
        Assert.Equal(11 + 3, lines.Count);
        Assert.StartsWith("Nâng cao nhận thức", (await PlanAsync(2027)).Purpose, StringComparison.Ordinal);
        var posts = lines.Single(line => line.Title.StartsWith("Tin, bài trên Trang", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2027, 12, 14), posts.DueOn);
        Assert.Equal(48, posts.Targets.Single().Value);
        Assert.NotEmpty(posts.Channels);
        Assert.NotNull(posts.DepartmentId);
        Assert.NotNull(posts.PreviousItemId);
        Assert.Contains(lines, line => line.Title.Contains("quý II năm 2027", StringComparison.Ordinal));
        Assert.Equal(3, await portal.ReadAsync(db => db.NextYearTasks.CountAsync(task => task.Year == 2026 && task.PlanItemId != null, Cancellation)));
        Assert.Contains("Còn ghi năm 2026", (await clerk.PageAsync("/ke-hoach/2027")).Body!.TextContent, StringComparison.Ordinal);

        var rest = await clerk.PageAsync("/ke-hoach/2027/lay-tu-nam-truoc");
        Assert.Equal($"{contest.Id}", Assert.Single(rest.QuerySelectorAll("input[name=dong]")).GetAttribute("value"));
        Assert.Empty(rest.QuerySelectorAll("input[name=viec]"));
        Assert.DoesNotContain("Nâng cao nhận thức", rest.Body!.TextContent, StringComparison.Ordinal);

        await clerk.SubmitAsync(await clerk.PageAsync("/ke-hoach/2027/sua"), "/xoa");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/ke-hoach/2027")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/ke-hoach/nhiem-vu/{posts.Id}")).StatusCode);
        var list = await clerk.PageAsync("/ke-hoach");
        var restore = list.QuerySelector(".notice form")!.GetAttribute("action")!;
        await clerk.PostAsync(restore);
        Assert.Equal(14, (await clerk.PageAsync("/ke-hoach/2027")).QuerySelectorAll(".plan-table th[id]").Length);
        await clerk.SubmitAsync(await clerk.PageAsync("/ke-hoach/2027/sua"), "/xoa");
        await clerk.SubmitAsync(await clerk.PageAsync("/ke-hoach/lap"), "/ke-hoach/lap", values);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync(restore)).StatusCode);
        Assert.Equal(3, (await clerk.PageAsync("/ke-hoach/2027/lay-tu-nam-truoc")).QuerySelectorAll("input[name=viec]").Length);
    }

    [Fact]
    public async Task LastYear_LineThatThePlanHasByName_IsNotTicked()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var offer = await clerk.PageAsync("/ke-hoach/2026/lay-tu-nam-truoc");

        var boxes = offer.QuerySelectorAll<IHtmlInputElement>("input[name=dong]").Select(box => (box.IsChecked, IsThere: box.ParentElement!.TextContent.Contains("kế hoạch năm 2026 đã có nhiệm vụ cùng tên", StringComparison.Ordinal))).ToList();
        Assert.Contains(boxes, box => box.IsThere);
        Assert.All(boxes, box => Assert.Equal(!box.IsThere, box.IsChecked));
    }

    [Fact]
    public async Task LastYear_UnitThatEnded_IsReplacedByItsSuccessor()
    {
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        await OpenYearAsync(2029);
        var (ended, successor) = await portal.ReadAsync(async db =>
        {
            var agency = (await PlanAsync(2026)).AgencyId;
            var heir = new Department { AgencyId = agency, Name = "Phòng mới", Position = 90, ValidFrom = new DateOnly(2028, 7, 1) };
            db.Add(heir);
            var old = new Department
            {
                AgencyId = agency,
                Name = "Phòng cũ",
                Position = 91,
                ValidFrom = new DateOnly(2025, 7, 1),
                ValidTo = new DateOnly(2028, 6, 30),
                SuccessorId = heir.Id,
            };
            var plan = new Plan { AgencyId = agency, Year = 2028, Subject = "x" };
            db.AddRange(old, plan, new Plan { AgencyId = agency, Year = 2029, Subject = "y" });
            db.Add(new PlanItem
            {
                AgencyId = agency,
                PlanId = plan.Id,
                Section = PlanSection.Form,
                Position = 0,
                Title = "Của phòng cũ",
                DepartmentId = old.Id,
                DueOn = new DateOnly(2028, 2, 29),
            });
            await db.SaveChangesAsync(Cancellation);
            return (old.Id, heir.Id);
        });

        await clerk.SubmitAsync(
            await clerk.PageAsync("/ke-hoach/2029/lay-tu-nam-truoc"), "/lay-tu-nam-truoc");

        var line = await portal.ReadAsync(db => db.PlanItems.SingleAsync(row => row.Plan!.Year == 2029, Cancellation));
        Assert.NotEqual(ended, line.DepartmentId);
        Assert.Equal((successor, new DateOnly(2029, 2, 28)), (line.DepartmentId!.Value, line.DueOn!.Value));
    }

    private Task<Plan> PlanAsync(int year) => portal.ReadAsync(db =>
        db.Plans.Where(plan => db.Agencies.Any(agency => agency.Id == plan.AgencyId && agency.Code == "xa-huong-son")).SingleAsync(plan => plan.Year == year, Cancellation));

    private Task<PlanItem> ItemAsync(string title) => portal.ReadAsync(db => db.PlanItems.SingleAsync(row => row.Title == title && row.Plan!.Year == 2026, Cancellation));

    private Task<int> OpenYearAsync(int year) => portal.ReadAsync(async db =>
    {
        var agency = (await PlanAsync(2026)).AgencyId;
        if (!await db.ReportingPeriods.AnyAsync(row => row.AgencyId == agency && row.Year == year, Cancellation))
        {
            db.Add(ReportingPeriod.StandardYear(agency, year));
        }

        return await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>A line of 2026 that names its year.</summary>
    private Task<int> StaleAsync() => portal.ReadAsync(async db =>
    {
        var item = await db.PlanItems.SingleAsync(row => row.Title.StartsWith("Ban hành kế hoạch") && row.Plan!.Year == 2026, Cancellation);
        item.ReportText = "Ban hành kế hoạch năm 2026";
        (await db.Plans.SingleAsync(plan => plan.Id == item.PlanId, Cancellation)).Purpose = "Nâng cao nhận thức trong năm 2026.\nPhối hợp với Phòng Nội vụ.";
        var pano = await db.PlanItems.SingleAsync(row => row.Title == "Pano, băng rôn" && row.Plan!.Year == 2026, Cancellation);
        pano.Title = "Pano, băng rôn năm 2026";
        Assert.True(await db.NextYearTasks.AnyAsync(task => task.Kind == NextYearTaskKind.Task, Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });

    private static IElement Row(IParentNode page, string title) =>
        page.QuerySelectorAll(".plan-table tr").Single(row => row.QuerySelector("th[id] a, th[id]")?.TextContent.Contains(title, StringComparison.Ordinal) == true);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split(' ', '\n', '\t').Where(part => part.Length > 0)).Trim();
}
