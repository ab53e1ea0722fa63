using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Catalogues;

public sealed class CataloguesControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/danh-muc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("canbo@xahuongson", true)]
    [InlineData("chutich@xahuongson", true)]
    [InlineData("quantri@xahuongson", true)]
    [InlineData("hethong@cchc", false)]
    public async Task Index_ForWhoeverSeesTheWork_ShowsTheCatalogues(string userName, bool hasOwnNames)
    {
        using var person = await portal.SignInAsync(userName);

        var page = await person.PageAsync(List);

        Assert.Equal(["Lĩnh vực", "Phương tiện, hình thức", "Chỉ tiêu số liệu", "Nguyên nhân tồn tại, hạn chế"], page.QuerySelectorAll("main h2").Select(head => head.TextContent));
        var headings = page.QuerySelectorAll("main thead th").Select(head => head.TextContent).ToList();
        Assert.Equal(hasOwnNames, headings.Contains("Tên riêng"));
        Assert.Contains("Nhóm", headings);
        Assert.Contains("Đơn vị tính", headings);
        Assert.NotNull(page.QuerySelector($".site-nav a[href='{List}']"));
        var row = RowOf(page, "Trang thông tin điện tử");
        Assert.Contains("Trực tuyến", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("01/01/2021", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canbo@xahuongson", "a[href$='/ten-rieng'], a[href*='/them'], form[action$='/len']")]
    [InlineData("quantri@xahuongson", "a[href*='/them'], form[action$='/len'], tbody th a")]
    [InlineData("hethong@cchc", "a[href$='/ten-rieng']")]
    public async Task Index_ForEach_OffersOnlyWhatTheyMayDo(string userName, string withheld)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Empty((await person.PageAsync(List)).QuerySelectorAll("main").SelectMany(main => main.QuerySelectorAll(withheld)));
    }

    [Fact]
    public async Task Index_ToTheSuperiorOfficer_IsForbiddenAndNotInTheMenu()
    {
        using var officer = await portal.SignInAsync("sonoivu@hatinh");

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(List)).StatusCode);
        Assert.Null((await officer.PageAsync("/")).QuerySelector($"a[href='{List}']"));
    }

    [Fact]
    public async Task Index_Searched_FindsWithoutMarksAndMarksTheHits()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await staff.PageAsync($"{List}?tim=TIN+bai");

        var row = Assert.Single(page.QuerySelectorAll("main tbody tr"));
        Assert.Equal(["Tin", "bài", "tin", "bài"], row.QuerySelectorAll("mark").Select(hit => hit.TextContent));
        Assert.Equal(["Chỉ tiêu số liệu"], page.QuerySelectorAll("main h2").Select(head => head.TextContent));
        var none = await staff.PageAsync($"{List}?tim=khong+co+muc+nay");
        Assert.NotNull(none.QuerySelector($"main a[href='{List}']"));
    }

    [Fact]
    public async Task Index_ByName_IsInTheOrderOfTheAlphabet()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var names = (await staff.PageAsync($"{List}?loai=Channel&xep=Name")).QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()).ToList();

        Assert.Equal(["Cuộc thi trực tuyến", "Đối thoại", "Hội nghị, cuộc họp"], names.Take(3));
    }

    [Fact]
    public async Task OwnName_Given_IsReadByTheAgencyEverywhereAndByNoOther()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync("loa-truyen-thanh");

        var answer = await NameAsync(admin, channel, "Đài truyền thanh xã");

        Assert.Equal(List, answer.Headers.Location?.OriginalString);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("canbo@sontrung");
        foreach (var url in new[]
        {
            List, "/hoat-dong/nhap", $"/hoat-dong?nam=2026&phuong-tien={channel}", $"/hoat-dong/in?nam=2026&phuong-tien={channel}", "/hoat-dong/mau-ghi-tay",
            "/ke-hoach/2026/nhiem-vu/them", $"/hoat-dong/{await ActivityOfAsync(channel)}", $"/hoat-dong/{await ActivityOfAsync(channel)}/sua",
        })
        {
            Assert.Contains("Đài truyền thanh xã", (await staff.PageAsync(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.All(
            await ListChecks.CsvAsync(staff, $"/hoat-dong/csv?nam=2026&phuong-tien={channel}", "hoat-dong-2026.csv"),
            row => Assert.Contains("Đài truyền thanh xã", row));
        Assert.Contains(await ListChecks.CsvAsync(staff, $"{List}/csv?tim=dai+truyen+thanh", "danh-muc.csv"), row => row.Contains("Đài truyền thanh xã"));
        foreach (var url in new[] { List, "/hoat-dong/nhap", "/hoat-dong?nam=2023" })
        {
            var page = await other.PageAsync(url);
            Assert.DoesNotContain("Đài truyền thanh xã", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Truyền thanh cơ sở", page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await ListChecks.CsvAsync(other, $"{List}/csv", "danh-muc.csv"), row => row.Contains("Đài truyền thanh xã"));
        var saved = await OwnNamesAsync(channel);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(CatalogueLocalName) && entry.EntityId == $"{saved[0].Id}" && entry.Action == AuditAction.Added && entry.AgencyId == saved[0].AgencyId,
            Cancellation)));
    }

    [Fact]
    public async Task Cause_AddedBySystemAndNamedByAnAgency_IsOfferedByThatName()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var cause = await AddAsync(system, "Cause", "Người dân đi làm xa");
        await NameAsync(admin, cause, "Bà con đi làm ăn xa");

        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("canbo@sontrung");
        Assert.Contains("Bà con đi làm ăn xa", Causes(await staff.PageAsync("/ton-tai-han-che/them")));
        Assert.Contains("Người dân đi làm xa", Causes(await other.PageAsync("/ton-tai-han-che/them")));
        await staff.SubmitAsync(await staff.PageAsync("/ton-tai-han-che/them?nam=2026"), "/them", ("Form.Text", "Ít người dự"), ("Form.CauseId", $"{cause}"));
        Assert.Contains("Nguyên nhân: bà con đi làm ăn xa", (await staff.PageAsync("/ton-tai-han-che?nam=2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        static IEnumerable<string> Causes(IDocument page) => page.QuerySelectorAll("[name='Form.CauseId'] option").Select(option => option.TextContent.Trim());
    }

    [Fact]
    public async Task OwnName_OfAnIndicator_StandsBehindItsFigures()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var indicator = await portal.ReadAsync(db => db.Indicators.Where(row => row.Code == "chuyen-muc").Select(row => row.Id).SingleAsync(Cancellation));

        await NameAsync(admin, indicator, "chương trình phát thanh");

        using var staff = await portal.SignInAsync("canbo@xahuongson");
        Assert.Contains(
            (await staff.PageAsync("/hoat-dong/nhap")).QuerySelectorAll(".measure label").Select(label => label.TextContent),
            label => label == "chương trình phát thanh");
        Assert.Contains("24 chương trình phát thanh", (await staff.PageAsync("/ke-hoach/2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("24 chương trình phát thanh", (await staff.PageAsync("/ke-hoach/2026/van-ban")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chương trình phát thanh", (await staff.PageAsync("/ke-hoach/2026/nhiem-vu/them")).QuerySelectorAll("option").Select(option => option.TextContent.Trim()));
    }

    [Fact]
    public async Task OwnName_Removed_CanBeTakenBack()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync("doi-thoai");
        await NameAsync(admin, channel, "Đối thoại với dân");

        var dropped = await admin.SubmitAsync(await admin.PageAsync($"{List}/{channel}/ten-rieng"), "/bo");

        Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        Assert.Empty(await OwnNamesAsync(channel));
        var undone = await UndoAsync(admin);
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(["Đối thoại với dân"], (await OwnNamesAsync(channel)).Select(row => row.Name));
    }

    [Fact]
    public async Task OwnName_Changed_CanBePutBack_UnlessSomebodyChangedItAgain()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync("to-gap");
        await NameAsync(admin, channel, "Tờ rơi");
        await NameAsync(admin, channel, "Tờ bướm");
        await UndoAsync(admin);
        Assert.Equal(["Tờ rơi"], (await OwnNamesAsync(channel)).Select(row => row.Name));

        await NameAsync(admin, channel, "Tờ bướm");
        var notice = await admin.PageAsync(List);
        await NameAsync(admin, channel, "Tờ gấp ba");
        await admin.SubmitAsync(notice, UndoFormOf(notice));

        Assert.Contains("người khác vừa sửa", (await admin.PageAsync(List)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tờ gấp ba"], (await OwnNamesAsync(channel)).Select(row => row.Name));
    }

    [Fact]
    public async Task OwnName_SameAsEveryones_KeepsNone()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync("niem-yet");

        Assert.Equal(HttpStatusCode.Redirect, (await NameAsync(admin, channel, "Niêm yết công khai")).StatusCode);

        Assert.Empty(await OwnNamesAsync(channel));
    }

    [Theory]
    [InlineData("man-hinh", "")]
    [InlineData("man-hinh", "ZALO, facebook")]
    public async Task OwnName_EmptyOrAnotherEntrys_SaysSo(string code, string name)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync(code);

        var answer = await NameAsync(admin, channel, name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
        Assert.Empty(await OwnNamesAsync(channel));
    }

    [Fact]
    public async Task OwnName_TooLongBehindAFigure_SaysSo()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var indicator = await portal.ReadAsync(db => db.Indicators.Where(row => row.Code == "cuoc").Select(row => row.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await NameAsync(admin, indicator, new string('x', Indicator.UnitLength + 1))).StatusCode);
    }

    [Fact]
    public async Task OwnName_TwoAtOnce_ShowsTheOthers()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var channel = await ChannelAsync("khao-sat");
        var mine = await admin.PageAsync($"{List}/{channel}/ten-rieng");
        await NameAsync(admin, channel, "Phiếu của họ");

        var answer = await admin.SubmitAsync(mine, "/ten-rieng", ("Form.Name", "Phiếu của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("Phiếu của họ", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(page, "/ten-rieng")).StatusCode);
        Assert.Equal(["Phiếu của tôi"], (await OwnNamesAsync(channel)).Select(row => row.Name));
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("hethong@cchc")]
    public async Task OwnName_WithoutTheDuty_IsForbidden(string userName)
    {
        using var person = await portal.SignInAsync(userName);
        var url = $"{List}/{await ChannelAsync("van-ban")}/ten-rieng";

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(url, ("Form.Name", "X"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync($"{url}/bo")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync($"{url}/hoan-tac")).StatusCode);
    }

    [Fact]
    public async Task OwnName_OfNoEntry_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        foreach (var url in new[] { "ten-rieng", "ten-rieng/bo", "ten-rieng/hoan-tac" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{List}/99/{url}", ("Form.Name", "X"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/99/ten-rieng")).StatusCode);
    }

    [Fact]
    public async Task Create_Complete_IsOfferedToEveryoneAndAudited()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var form = await system.PageAsync($"{List}/them?loai=Channel");

        var answer = await system.SubmitAsync(form, "/them", ("Form.Name", "Kênh YouTube của xã"), ("Form.Mode", "Online"));
        var again = await system.SubmitAsync(form, "/them", ("Form.Name", "Kênh YouTube của xã"), ("Form.Mode", "Online"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.StatusCode, again.StatusCode));
        var saved = await portal.ReadAsync(db => db.PropagandaChannels.SingleAsync(row => row.Name == "Kênh YouTube của xã", Cancellation));
        Assert.Equal(("kenh-youtube-cua-xa", ChannelMode.Online), (saved.Code, saved.Mode));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(PropagandaChannel) && entry.EntityId == $"{saved.Id}" && entry.Action == AuditAction.Added && entry.AgencyId == null, Cancellation)));
        using var staff = await portal.SignInAsync("canbo@sontrung");
        Assert.Contains("Kênh YouTube của xã", (await staff.PageAsync("/hoat-dong/nhap")).QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Channel", "Form.Name", "")]
    [InlineData("Channel", "Form.Name", "doi thoai")]
    [InlineData("Channel", "Form.Mode", "")]
    [InlineData("Channel", "Form.Mode", "Radio")]
    [InlineData("Indicator", "Form.Unit", "")]
    [InlineData("Topic", "Form.ValidFrom", "31/02/2026")]
    [InlineData("Topic", "Form.ValidFrom", "")]
    public async Task Create_WrongValue_SaysSo(string kind, string field, string value)
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        (string, string)[] values = [("Form.Name", $"Sai {field}"), ("Form.Mode", "Traditional"), ("Form.Unit", "lượt")];

        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/them?loai={kind}"), "/them", [.. values.Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
    }

    [Fact]
    public async Task Edit_Renames_AndTellsTheSecondOfTwo()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var id = await AddAsync(system, "Indicator", "Lượt tải", ("Form.Unit", "lượt tải"));
        var page = await system.PageAsync($"{List}/{id}");

        var renamed = await system.SubmitAsync(page, $"/{id}", ("Form.Name", "Lượt tải ứng dụng"), ("Form.Unit", "lượt tải ứng dụng"));
        var stale = await system.SubmitAsync(page, $"/{id}", ("Form.Name", "Tên khác"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (renamed.StatusCode, stale.StatusCode));
        var saved = await portal.ReadAsync(db => db.Indicators.SingleAsync(row => row.Id == id, Cancellation));
        Assert.Equal(("Lượt tải ứng dụng", "lượt tải ứng dụng"), (saved.Name, saved.Unit));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Indicator) && entry.EntityId == $"{id}" && entry.Action == AuditAction.Changed, Cancellation)));
    }

    [Fact]
    public async Task Move_PutsTheEntryInItsPlace_AndTellsTheSecondOfTwo()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var first = await AddAsync(system, "Topic", "Lĩnh vực áp chót");
        var last = await AddAsync(system, "Topic", "Lĩnh vực chót");
        var page = await system.PageAsync(List);

        var moved = await system.SubmitAsync(page, $"/{last}/len");
        var stale = await system.SubmitAsync(page, $"/{last}/len");

        Assert.Equal($"{List}#dong-{last}", moved.Headers.Location?.OriginalString);
        Assert.Contains("Chưa đổi thứ tự", (await system.PageAsync(stale.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var order = await portal.ReadAsync(db => db.Topics.OrderByDescending(row => row.Position).Select(row => row.Id).Take(2).ToListAsync(Cancellation));
        Assert.Equal([first, last], order);
    }

    [Fact]
    public async Task End_TakesTheEntryOutOfNewWorkOnly_AndCanBeTakenBack()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var channel = await AddAsync(system, "Channel", "Xe loa lưu động", ("Form.Mode", "Traditional"));
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var entered = await EnterAsync(staff, channel, "Xe loa đi các thôn", "10/03/2026");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);

        var ended = await system.SubmitAsync(await system.PageAsync($"{List}/{channel}"), "/ngung", ("End.LastDay", "31/03/2026"));

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("Đã ngừng dùng", RowOf(await system.PageAsync(List), "Xe loa lưu động").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Xe loa lưu động", (await staff.PageAsync("/hoat-dong/nhap?ngay=01/04/2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xe loa lưu động", (await staff.PageAsync("/hoat-dong/nhap?ngay=31/03/2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var late = await EnterAsync(staff, channel, "Xe loa sau khi ngừng", "01/04/2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("không dùng cho ngày đã nhập", (await Session.ParseAsync(late)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var old = await portal.ReadAsync(db => db.PropagandaActivities.SingleAsync(row => row.Title == "Xe loa đi các thôn", Cancellation));
        Assert.Contains("Xe loa lưu động", (await staff.PageAsync($"/hoat-dong/{old.Id}")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var moved = await staff.SubmitAsync(await staff.PageAsync($"/hoat-dong/{old.Id}/sua"), "/sua", ("Form.StartsOn", "02/04/2026"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(channel, await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.Id == old.Id).Select(row => row.ChannelId).SingleAsync(Cancellation)));

        var back = await system.SubmitAsync(await system.PageAsync($"{List}/{channel}"), "/dung-lai");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Contains("Xe loa lưu động", (await staff.PageAsync("/hoat-dong/nhap?ngay=01/04/2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(
            entry => entry.Entity == nameof(PropagandaChannel) && entry.EntityId == $"{channel}" && entry.Action == AuditAction.Changed && entry.After!.Contains("ValidTo"), Cancellation)));
    }

    [Fact]
    public async Task End_ThenUndo_ReopensTheEntry()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var topic = await AddAsync(system, "Topic", "Lĩnh vực ngừng rồi dùng lại");
        await system.SubmitAsync(await system.PageAsync($"{List}/{topic}"), "/ngung");

        Assert.Equal(HttpStatusCode.Redirect, (await UndoAsync(system)).StatusCode);

        Assert.Null(await portal.ReadAsync(db => db.Topics.Where(row => row.Id == topic).Select(row => row.ValidTo).SingleAsync(Cancellation)));
    }

    [Theory]
    [InlineData("14/12/2025")]
    [InlineData("")]
    [InlineData("hôm qua")]
    public async Task End_OnNoDayOfItsTime_SaysSo(string day)
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var topic = await AddAsync(system, "Topic", $"Lĩnh vực ngừng sai {day}", ("Form.ValidFrom", "15/12/2025"));

        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/{topic}"), "/ngung", ("End.LastDay", day));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
    }

    [Fact]
    public async Task Reopen_NameTakenMeanwhile_StaysEnded()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var old = await AddAsync(system, "Topic", "Chuyển đổi số");
        await system.SubmitAsync(await system.PageAsync($"{List}/{old}"), "/ngung", ("End.LastDay", "31/01/2026"));
        await AddAsync(system, "Topic", "Chuyển đổi số", ("Form.ValidFrom", "01/02/2026"));

        await system.SubmitAsync(await system.PageAsync($"{List}/{old}"), "/dung-lai");

        Assert.Contains("đã có mục khác cùng tên", (await system.PageAsync(List)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await portal.ReadAsync(db => db.Topics.Where(row => row.Id == old).Select(row => row.ValidTo).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Edit_OldActivityWithAnEndedFigure_KeepsTheFigure()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var indicator = await AddAsync(system, "Indicator", "Lượt chia sẻ", ("Form.Unit", "lượt chia sẻ"));
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await EnterAsync(staff, await ChannelAsync("mang-xa-hoi"), "Bài chia sẻ nhiều", "05/05/2026", ($"Form.Measures[{indicator}].Value", "17"));
        await system.SubmitAsync(await system.PageAsync($"{List}/{indicator}"), "/ngung", ("End.LastDay", "30/04/2026"));
        var id = await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.Title == "Bài chia sẻ nhiều").Select(row => row.Id).SingleAsync(Cancellation));

        await staff.SubmitAsync(await staff.PageAsync($"/hoat-dong/{id}/sua"), "/sua", ("Form.Place", "Trên mạng"));

        var measure = await portal.ReadAsync(db => db.ActivityMeasures.SingleAsync(row => row.ActivityId == id, Cancellation));
        Assert.Equal((indicator, 17m), (measure.IndicatorId, measure.Value));
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("quantri@xahuongson")]
    public async Task Entries_KeptByOthers_AreForbidden(string userName)
    {
        using var person = await portal.SignInAsync(userName);
        var url = $"{List}/{await ChannelAsync("van-ban")}";

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{List}/them?loai=Topic")).StatusCode);
        foreach (var act in new[] { "", "/ngung", "/dung-lai", "/len", "/xuong" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync(url + act, ("Form.Name", "X"))).StatusCode);
        }
    }

    [Fact]
    public async Task Entries_Unknown_AreNotFound()
    {
        using var system = await portal.SignInAsync("hethong@cchc");

        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync($"{List}/99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync($"{List}/them?loai=9")).StatusCode);
        foreach (var act in new[] { "", "/ngung", "/dung-lai", "/len", "/xuong" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await system.PostAsync($"{List}/99{act}", ("Form.Name", "X"))).StatusCode);
        }
    }

    [Theory]
    [InlineData("quantri@xahuongson")]
    [InlineData("hethong@cchc")]
    public async Task Administration_LeadsToTheCatalogues(string userName)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.NotNull((await person.PageAsync("/quan-tri")).QuerySelector($"main a[href='{List}']"));
    }

    [Fact]
    public async Task Report_WithItsActivities_PrintsTheOwnName_AndTheSuperiorReadsIt()
    {
        await using var own = new Portal();
        using var admin = await own.SignInAsync("quantri@xahuongson");
        var channel = await own.ReadAsync(db => db.PropagandaChannels.Where(row => row.Code == "hoi-nghi").Select(row => row.Id).SingleAsync(Cancellation));
        var indicator = await own.ReadAsync(db => db.Indicators.Where(row => row.Code == "tin-bai").Select(row => row.Id).SingleAsync(Cancellation));
        await NameAsync(admin, channel, "Họp dân ở thôn");
        await NameAsync(admin, indicator, "tin viết");
        using var staff = await own.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/phu-luc", ("HasActivities", "true"));

        var paper = string.Concat((await staff.PageAsync(report)).QuerySelectorAll(".doc-page").Select(part => part.TextContent));
        Assert.Contains("Họp dân ở thôn", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Hội nghị, cuộc họp", paper, StringComparison.Ordinal);
        Assert.Contains("45 tin viết", paper, StringComparison.Ordinal);
        await ReportPath.IssueAsync(own, staff, report, 61);
        await NameAsync(admin, channel, "Tên đặt sau khi phát hành");

        using var superior = await own.SignInAsync("sonoivu@hatinh");
        var inbox = (await superior.PageAsync("/tiep-nhan")).QuerySelectorAll("tbody tr")
            .First(row => row.TextContent.Contains("xã Hương Sơn", StringComparison.Ordinal) && row.TextContent.Contains("2026", StringComparison.Ordinal));
        var received = await superior.PageAsync(inbox.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Họp dân ở thôn", received.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("45 tin viết", received.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tên đặt sau khi phát hành", received.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IElement RowOf(IDocument page, string name) =>
        page.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> NameAsync(Session admin, long id, string name) =>
        await admin.SubmitAsync(await admin.PageAsync($"{List}/{id}/ten-rieng"), "/ten-rieng", ("Form.Name", name));

    /// <summary>Presses "Hoàn tác" on the next page.</summary>
    private static async Task<HttpResponseMessage> UndoAsync(Session person)
    {
        var page = await person.PageAsync(List);
        return await person.SubmitAsync(page, UndoFormOf(page));
    }

    private static string UndoFormOf(IDocument page) => page.QuerySelector<IHtmlFormElement>(".notice form")!.GetAttribute("action")!;

    private static async Task<HttpResponseMessage> EnterAsync(Session staff, long channel, string title, string day, params (string, string)[] more) =>
        await staff.SubmitAsync(
            await staff.PageAsync("/hoat-dong/nhap"),
            "/hoat-dong/nhap",
            [("Form.Title", title), ("Form.StartsOn", day), ("Form.ChannelId", $"{channel}"), ("Form.PlanItemId", ""), .. more]);

    private async Task<long> AddAsync(Session system, string kind, string name, params (string, string)[] more)
    {
        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/them?loai={kind}"), "/them", [("Form.Name", name), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return long.Parse(answer.Headers.Location!.OriginalString.Split("dong-")[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<long> ChannelAsync(string code) => portal.ReadAsync(db =>
        db.PropagandaChannels.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancellation));

    private Task<long> ActivityOfAsync(long channel) => portal.ReadAsync(db => db.PropagandaActivities
        .Where(row => row.ChannelId == channel && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
        .OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(Cancellation));

    private Task<List<CatalogueLocalName>> OwnNamesAsync(long channel) => portal.ReadAsync(db =>
        db.CatalogueLocalNames.Where(row => row.ChannelId == channel).ToListAsync(Cancellation));
}
