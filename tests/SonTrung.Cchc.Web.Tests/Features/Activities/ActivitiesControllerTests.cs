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

        var answer = await EnterAsync(clerk, ("Form.Title", "Phát thanh chuyên mục số 7"), ("Form.StartsOn", "5/4/2026"), (await MeasureAsync(clerk, "tin, bài"), "1.234"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var log = await clerk.PageAsync($"{answer.Headers.Location!.OriginalString}&tim=so+7");
        var row = log.QuerySelectorAll("tr").Single(line => line.TextContent.Contains("Phát thanh chuyên mục số 7", StringComparison.Ordinal));
        Assert.Contains("05/04/2026", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.234", row.TextContent, StringComparison.Ordinal);
        var saved = await FindAsync("Phát thanh chuyên mục số 7");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(PropagandaActivity) && entry.EntityId == $"{saved.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
        Assert.Contains("Phát thanh chuyên mục số 7", audit.After, StringComparison.Ordinal);
        Assert.Equal(saved.AgencyId, audit.AgencyId);

        // The figure came with the activity: the same entry tells it.
        Assert.False(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(ActivityMeasure) && entry.EntityId.StartsWith($"{saved.Id}/"), Cancellation)));
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var told = (await admin.PageAsync($"/quan-tri/nhat-ky?loai=PropagandaActivity&dong={saved.Id}")).QuerySelector("dl.facts")!.TextContent;
        Assert.Contains("1.234", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ActivityMeasure", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithHalfAMeeting_IsRefusedBesideTheFigure()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var meetings = await MeasureAsync(clerk, "cuộc");

        var answer = await EnterAsync(clerk, ("Form.Title", "Họp nửa cuộc"), ("Form.StartsOn", "5/4/2026"), (meetings, "0,5"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Số “cuộc” phải là số nguyên.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(await portal.ReadAsync(db => db.PropagandaActivities.SingleOrDefaultAsync(row => row.Title == "Họp nửa cuộc", Cancellation)));
    }

    [Theory]
    [InlineData("nhiều")]
    [InlineData("-3")]
    [InlineData("9.999.999.999")]
    public async Task Create_WithAFigureThatIsNone_IsToldWhichOneIsMeant(string typed)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var meetings = await MeasureAsync(clerk, "cuộc");

        var answer = await EnterAsync(clerk, ("Form.Title", "Họp không có số"), ("Form.StartsOn", "5/4/2026"), (meetings, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.StartsWith("“cuộc” ", page.QuerySelector(".error-summary a")!.TextContent.Trim(), StringComparison.Ordinal);
        var figure = page.QuerySelector(".measure.field-invalid")!;
        Assert.Contains("“cuộc” ", figure.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, figure.QuerySelector("input[aria-invalid]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneRow()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        (string, string)[] values = [("Form.Title", "Gửi hai lần"), ("Form.ChannelId", FirstChannel(form))];

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
    [InlineData("tin, bài", "-5")]
    [InlineData("tin, bài", "năm")]
    [InlineData("Form.TagIds", "99")]
    [InlineData("Form.ReferenceIds", "99")]
    [InlineData("Form.ReferenceSearch", "không có văn bản này")]
    [InlineData("Form.Links", "javascript:alert(1)")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "Giữ lại câu này"), ("Form.Place", "Nhà văn hóa thôn Hồ Sơn"), (field == "tin, bài" ? await MeasureAsync(clerk, field) : field, value));

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
    [InlineData("Form.ReferenceSearch")]
    [InlineData("Form.Shown")]
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
        var mine = await first.PageAsync($"/hoat-dong/{id}/sua");
        var theirs = await second.PageAsync($"/hoat-dong/{id}/sua");

        await second.SubmitAsync(theirs, $"/hoat-dong/{id}/sua", ("Form.Title", "Họp thôn Mai Hà, buổi tối"));
        var answer = await first.SubmitAsync(mine, $"/hoat-dong/{id}/sua", ("Form.Title", "Họp thôn Mai Hà, buổi sáng"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Equal("Họp thôn Mai Hà, buổi sáng", page.QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
        Assert.Contains("Họp thôn Mai Hà, buổi tối", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        var again = await first.SubmitAsync(page, $"/hoat-dong/{id}/sua");
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

    [Fact]
    public async Task Create_LikeAnotherOfTheDayBefore_AsksFirstThenSaves()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Tập huấn chữ ký số cho cán bộ thôn"), ("Form.StartsOn", "10/03/2026"));
        var first = await FindAsync("Tập huấn chữ ký số cho cán bộ thôn");

        var answer = await EnterAsync(clerk, ("Form.Title", "TẬP HUẤN chữ ký số cho cán bộ các thôn"), ("Form.StartsOn", "11/03/2026"), ("Form.Place", "Hội trường xã"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Equal($"/hoat-dong/{first.Id}", page.QuerySelector(".alike a")!.GetAttribute("href"));
        Assert.Equal("Hội trường xã", page.QuerySelector<IHtmlInputElement>("[name='Form.Place']")!.Value);
        Assert.False(await portal.ReadAsync(db => db.PropagandaActivities.AnyAsync(row => row.Title == "TẬP HUẤN chữ ký số cho cán bộ các thôn", Cancellation)));

        var again = await clerk.SubmitAsync(page, "/hoat-dong/nhap");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(await FindAsync("TẬP HUẤN chữ ký số cho cán bộ các thôn"));
    }

    [Fact]
    public async Task Edit_IntoWhatAnotherIs_AsksFirstThenSaves_AndOtherChangesDoNotAsk()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Phiên giao dịch lưu động thôn Bình Hòa"), ("Form.StartsOn", "03/04/2026"));
        await EnterAsync(clerk, ("Form.Title", "Việc khác hẳn của tháng năm"), ("Form.StartsOn", "19/05/2026"));
        var (first, other) = (await FindAsync("Phiên giao dịch lưu động thôn Bình Hòa"), await FindAsync("Việc khác hẳn của tháng năm"));
        var url = $"/hoat-dong/{other.Id}/sua";

        var asked = await clerk.SubmitAsync(
            await clerk.PageAsync(url), url, ("Form.Title", "Phiên giao dịch lưu động thôn Bình Hòa"), ("Form.StartsOn", "04/04/2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await Session.ParseAsync(asked);
        Assert.Equal([$"/hoat-dong/{first.Id}"], page.QuerySelectorAll(".alike li a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(await FindAsync("Việc khác hẳn của tháng năm"));
        var saved = await clerk.SubmitAsync(page, url);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(new DateOnly(2026, 4, 4), (await portal.ReadAsync(db => db.PropagandaActivities.SingleAsync(row => row.Id == other.Id, Cancellation))).StartsOn);
        var people = await clerk.SubmitAsync(await clerk.PageAsync(url), url, ("Form.PeopleReached", "12"));
        Assert.Equal(HttpStatusCode.Redirect, people.StatusCode);
    }

    [Fact]
    public async Task Create_SameDayChannelAndPlanLine_AsksFirst()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var plan = FirstOption(await clerk.PageAsync("/hoat-dong/nhap"), "Form.PlanItemId");
        await EnterAsync(clerk, ("Form.Title", "Buổi sáng ở chợ Gôi"), ("Form.StartsOn", "12/03/2026"), ("Form.PlanItemId", plan));

        var alike = await EnterAsync(clerk, ("Form.Title", "Ra quân hưởng ứng"), ("Form.StartsOn", "12/03/2026"), ("Form.PlanItemId", plan));
        var other = await EnterAsync(clerk, ("Form.Title", "Ra quân hưởng ứng"), ("Form.StartsOn", "14/03/2026"), ("Form.PlanItemId", plan));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (alike.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Create_SentBackAndChanged_IsNotSwallowed()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        (string, string)[] first = [("Form.Title", "Phát tờ gấp ở trường học"), ("Form.StartsOn", "17/03/2026"), ("Form.ChannelId", FirstChannel(form))];
        await clerk.SubmitAsync(form, "/hoat-dong/nhap", first);

        (string, string)[] second = [("Form.Title", "Sửa bảng niêm yết"), ("Form.StartsOn", "20/04/2026"), ("Form.ChannelId", FirstChannel(form))];
        var answer = await clerk.SubmitAsync(form, "/hoat-dong/nhap", second);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".alike"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, "/hoat-dong/nhap")).StatusCode);
        Assert.NotNull(await FindAsync("Sửa bảng niêm yết"));
        Assert.NotNull(await FindAsync("Phát tờ gấp ở trường học"));
    }

    [Fact]
    public async Task Create_AndNext_OpensAFormWithTheLastChoices()
    {
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelectorAll<IHtmlInputElement>("[name='Form.ChannelId']").Last().Value;
        var plan = FirstOption(form, "Form.PlanItemId");

        var answer = await EnterAsync(clerk, ("Form.Title", "Ghi rồi nhập tiếp"), ("Form.StartsOn", "02/02/2026"), ("Form.ChannelId", channel), ("Form.PlanItemId", plan), ("Form.Place", "Chợ Choi"), ("tiep", "true"));

        Assert.StartsWith("/hoat-dong/nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var next = await clerk.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("02/02/2026", next.QuerySelector<IHtmlInputElement>("[name='Form.StartsOn']")!.Value);
        var chips = next.QuerySelectorAll<IHtmlInputElement>("[name='Form.ChannelId']").ToList();
        Assert.Equal((channel, true), (chips[0].Value, chips[0].IsChecked));
        Assert.Equal(plan, next.QuerySelector<IHtmlSelectElement>("[name='Form.PlanItemId']")!.Value);
        Assert.Contains(next.QuerySelectorAll("datalist option"), option => option.GetAttribute("value") == "Chợ Choi");
        Assert.Equal("", next.QuerySelector<IHtmlInputElement>("[name='Form.Title']")!.Value);
        var saved = await FindAsync("Ghi rồi nhập tiếp");
        Assert.Equal(await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "vanthu@xahuongson").Select(user => (long?)user.Id).SingleAsync(Cancellation)), saved.EnteredById);
    }

    [Fact]
    public async Task Create_WithoutFiguresOrPlanLine_SaysThatTheReportIsSilent()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await EnterAsync(clerk, ("Form.Title", "Treo cờ nhắc việc"), ("Form.StartsOn", "05/05/2026"));

        var log = await clerk.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("Chưa hiện trong báo cáo", log.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithADocumentNumber_TakesItAsEvidence()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var number = await portal.ReadAsync(db => db.ReferenceDocuments.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son")).Select(row => row.Number).FirstAsync(Cancellation));

        var answer = await EnterAsync(clerk, ("Form.Title", "Ban hành văn bản nhắc việc"), ("Form.StartsOn", "06/05/2026"), ("Form.ReferenceSearch", number));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(number, await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.Title == "Ban hành văn bản nhắc việc")
            .SelectMany(row => row.References).Select(row => row.ReferenceDocument!.Number).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Edit_OneFigure_WritesThatFigureAlone()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var (posts, plays) = (await MeasureAsync(clerk, "tin, bài"), await MeasureAsync(clerk, "lượt phát"));
        await EnterAsync(clerk, ("Form.Title", "Sửa một số"), ("Form.StartsOn", "07/05/2026"), (posts, "2"), (plays, "10"), ("Form.Links", "https://xa.vn/1"));
        var id = (await FindAsync("Sửa một số")).Id;
        var before = await LastAuditAsync();

        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{id}/sua"), $"/hoat-dong/{id}/sua", (plays, "11"));

        var written = await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Id > before).ToListAsync(Cancellation));
        var change = Assert.Single(written);
        Assert.Equal((nameof(ActivityMeasure), AuditAction.Changed), (change.Entity, change.Action));
        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{id}/sua"), $"/hoat-dong/{id}/sua");
        Assert.Equal(change.Id, await LastAuditAsync());
    }

    [Fact]
    public async Task Index_EachFilter_ShowsWhatItSaysAndKeepsItOnTheNextPage()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var channel = await ChoiceAsync(clerk, "phuong-tien", "Đối thoại");
        var (department, topic) = await portal.ReadAsync(async db => (
            await db.PropagandaActivities.Where(row => row.Year == 2026 && row.DepartmentId != null).OrderBy(row => row.Id).Select(row => row.DepartmentId).FirstAsync(Cancellation),
            await db.PropagandaActivities.Where(row => row.Year == 2026 && row.TopicId != null).OrderBy(row => row.Id).Select(row => row.TopicId).FirstAsync(Cancellation)));
        (string Query, System.Linq.Expressions.Expression<Func<PropagandaActivity, bool>> Rule)[] filters =
        [
            ("thang=2025-12", row => row.StartsOn < new DateOnly(2026, 1, 1)),
            ($"phuong-tien={channel}", row => row.Channel!.Name == "Đối thoại"),
            ("nhiem-vu=ngoai", row => row.PlanItemId == null),
            ("kiem-chung=chua", row => row.Attachments.Count == 0 && row.Links.Count == 0 && row.References.Count == 0),
            ($"don-vi={department}", row => row.DepartmentId == department),
            ($"chu-de={topic}", row => row.TopicId == topic || row.Tags.Any(tag => tag.TopicId == topic)),
        ];
        var year = await portal.ReadAsync(db => db.PropagandaActivities
            .CountAsync(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation));
        foreach (var (query, rule) in filters)
        {
            var expected = await portal.ReadAsync(db => db.PropagandaActivities
                .Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son")).Where(rule).CountAsync(Cancellation));
            Assert.InRange(expected, 1, year - 1);

            var log = await clerk.PageAsync($"/hoat-dong?nam=2026&{query}");

            Assert.Contains($"· {expected} hoạt động", log.QuerySelector(".page-head p")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Math.Min(expected, 30), log.QuerySelectorAll("tbody tr").Length);
            Assert.All(log.QuerySelectorAll(".pager a, a[href^='/hoat-dong/in']"), link => Assert.Contains(query, link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Index_LateOnly_ShowsAndMarksWhatCameAfterTheCutOff()
    {
        using var own = new Portal();
        using var clerk = await own.SignInAsync("canbo@xahuongson");
        var collection = $"{await ReportPath.OpenAsync(clerk)}/thu-thap";
        await clerk.SubmitAsync(await clerk.PageAsync(collection), "/thu-thap", ("Form.ClosesOn", "01/06/2026"));
        var late = await own.ReadAsync(async db =>
        {
            var id = await db.PropagandaActivities.Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
                .OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Id).Select(row => row.Id).FirstAsync(Cancellation);
            // The last moment of 01/06/2026 in Việt Nam, and the first one after it.
            await db.PropagandaActivities.Where(row => row.Id != id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredUtc, new DateTime(2026, 6, 1, 16, 59, 59, DateTimeKind.Utc)), Cancellation);
            await db.PropagandaActivities.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredUtc, new DateTime(2026, 6, 1, 17, 0, 0, DateTimeKind.Utc)), Cancellation);
            return id;
        });

        var all = await clerk.PageAsync("/hoat-dong?nam=2026");
        var shown = await clerk.PageAsync("/hoat-dong?nam=2026&nhap=muon");

        Assert.Equal([$"/hoat-dong/{late}"], shown.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
        var badge = Assert.Single(all.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Nhập sau ngày chốt", StringComparison.Ordinal));
        Assert.Equal($"/hoat-dong/{late}", badge.QuerySelector("th a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Newest")]
    [InlineData("Title")]
    public async Task Index_PageByPage_ShowsEachRowOnceInOrderAndLeadsBack(string order)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var ids = new List<string>();
        var url = $"/hoat-dong?nam=2026&xep={order}";
        var pages = 0;
        for (string? next = url; next is not null; pages++)
        {
            var page = await clerk.PageAsync(next);
            ids.AddRange(page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!));
            url = next;
            next = page.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        var rows = await portal.ReadAsync(db => db.PropagandaActivities
            .Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
            .Select(row => new { row.Id, row.StartsOn, row.Title }).ToListAsync(Cancellation));
        var expected = order == "Title"
            ? rows.OrderBy(row => SonTrung.Cchc.Core.Text.SortKey.Of(row.Title), StringComparer.Ordinal).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Id);
        Assert.True(pages > 3);
        Assert.Equal(expected.Select(row => $"/hoat-dong/{row.Id}"), ids);
        var back = await clerk.PageAsync((await clerk.PageAsync(url)).QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(ids.Skip((pages - 2) * 30).Take(30), back.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Index_Search_MarksTheHitsAndEscapesTheRest()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "<i>Mít tinh</i> Ngày Pháp luật"), ("Form.StartsOn", "09/11/2026"));

        var log = await clerk.PageAsync("/hoat-dong?nam=2026&tim=phap+LUAT");

        var link = log.QuerySelectorAll("tbody th a").Single(row => row.TextContent == "<i>Mít tinh</i> Ngày Pháp luật");
        Assert.Equal(["Pháp", "luật"], link.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Null(link.QuerySelector("i"));
    }

    [Fact]
    public async Task Show_AfterAChange_TellsWhoChangedWhat()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Kể lại lịch sử"), ("Form.StartsOn", "08/04/2026"), ("Form.Place", "Chợ Gôi"), ("Form.Links", "https://xa.vn/a"));
        var id = (await FindAsync("Kể lại lịch sử")).Id;
        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{id}/sua"), $"/hoat-dong/{id}/sua", ("Form.Place", "Nhà văn hóa"), ("Form.Links", ""));

        var page = await clerk.PageAsync($"/hoat-dong/{id}");

        var acts = page.QuerySelectorAll(".timeline li").Select(act => act.TextContent).ToList();
        Assert.Equal(2, acts.Count);
        Assert.Contains("Chợ Gôi → Nhà văn hóa", acts[0], StringComparison.Ordinal);
        Assert.Contains("bỏ Đường dẫn kiểm chứng", acts[0], StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Mẫu Hà", acts[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/hoat-dong/999999")).StatusCode);
    }

    [Fact]
    public async Task Show_ToTheChairman_IsReadOnly()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var log = await chairman.PageAsync("/hoat-dong?nam=2026");
        var url = log.QuerySelector("tbody th a")!.GetAttribute("href")!;

        Assert.Null((await chairman.PageAsync(url)).QuerySelector($"a[href='{url}/sua'], form[action$='/xoa']"));
        Assert.Null(log.QuerySelector("a[href='/hoat-dong/nhap']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync($"{url}/sua")).StatusCode);
    }

    [Fact]
    public async Task Create_LikeAnother_CopiesAllButDayFiguresAndProof()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var posts = await MeasureAsync(clerk, "tin, bài");
        await EnterAsync(clerk, ("Form.Title", "Bản gốc để chép"), ("Form.StartsOn", "09/04/2026"), ("Form.Place", "Trụ sở"), (posts, "4"), ("Form.Links", "https://xa.vn/b"));
        var id = (await FindAsync("Bản gốc để chép")).Id;

        var form = await clerk.PageAsync($"/hoat-dong/nhap?giong={id}");

        string Value(string name) => form.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;
        Assert.Equal(("Bản gốc để chép", "Trụ sở", ""), (Value("Form.Title"), Value("Form.Place"), Value(posts)));
        Assert.NotEqual("09/04/2026", Value("Form.StartsOn"));
        Assert.Equal("", form.QuerySelector<IHtmlTextAreaElement>("[name='Form.Links']")!.Value);
    }

    [Fact]
    public async Task Deleted_OfTheYear_IsListedAndRestored()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(clerk, ("Form.Title", "Vào thùng rác"), ("Form.StartsOn", "10/04/2026"));
        var id = (await FindAsync("Vào thùng rác")).Id;
        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{id}"), "/xoa");
        await clerk.PageAsync(answer.Headers.Location!.OriginalString);

        var deleted = await clerk.PageAsync("/hoat-dong/da-xoa?nam=2026");
        Assert.Contains("Vào thùng rác", deleted.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(deleted, $"/{id}/khoi-phuc");

        Assert.NotNull(await FindAsync("Vào thùng rác"));
    }

    [Fact]
    public async Task Print_OfAFilter_HasAllItsRowsAndSaysWhatItIs()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var count = await portal.ReadAsync(db => db.PropagandaActivities
            .CountAsync(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation));

        var all = await clerk.PageAsync("/hoat-dong/in?nam=2026");
        var march = await clerk.PageAsync("/hoat-dong/in?nam=2026&thang=2026-03&tim=thon");

        Assert.Equal(count, all.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("UBND xã Hương Sơn", all.QuerySelector(".paper-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tìm “thon” · Tháng 03/2026", march.QuerySelector(".paper-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Truyền thanh cơ sở", (await clerk.PageAsync("/hoat-dong/mau-ghi-tay")).QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> ChoiceAsync(Session clerk, string filter, string name) =>
        (await clerk.PageAsync("/hoat-dong")).QuerySelectorAll<IHtmlOptionElement>($"select[name='{filter}'] option").Single(option => option.Text == name).Value;

    [Fact]
    public async Task Create_Form_AsksForDayTitleAndChannelAlone()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var form = await clerk.PageAsync("/hoat-dong/nhap");

        Assert.Equal(
            ["Ngày", "Nội dung hoạt động", "Phương tiện, hình thức"],
            form.QuerySelectorAll(".form-label:has(.field-mark)").Select(label => label.FirstChild!.TextContent.Trim()));
    }

    private Task<long> LastAuditAsync() => portal.ReadAsync(db => db.AuditEntries.MaxAsync(entry => entry.Id, Cancellation));

    private static string FirstOption(IDocument page, string field) =>
        page.QuerySelectorAll<IHtmlOptionElement>($"select[name='{field}'] option").First(option => option.Value.Length > 0).Value;

    private static string FirstChannel(IDocument page) => page.QuerySelector<IHtmlInputElement>("[name='Form.ChannelId']")!.Value;

    /// <summary>The name of the field of an indicator.</summary>
    private static async Task<string> MeasureAsync(Session clerk, string unit) =>
        (await clerk.PageAsync("/hoat-dong/nhap")).QuerySelectorAll(".measure").Single(measure => measure.QuerySelector("label")!.TextContent == unit)
            .QuerySelector("input[inputmode]")!.GetAttribute("name")!;

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, params (string Name, string Value)[] values)
    {
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var given = values.GroupBy(value => value.Name).Select(group => group.Last()).ToList();
        (string Name, string Value)[] usual = [("Form.ChannelId", FirstChannel(form)), ("Form.PlanItemId", ""), ("Form.DepartmentId", "")];
        return await clerk.SubmitAsync(form, "/hoat-dong/nhap", [.. usual.Where(value => given.TrueForAll(other => other.Name != value.Name)), .. given]);
    }

    private Task<PropagandaActivity> FindAsync(string title) =>
        portal.ReadAsync(db => db.PropagandaActivities.SingleAsync(row => row.Title == title, Cancellation));
}
