using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.FirstRun;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.FirstRun;

public sealed class FirstRunControllerTests : IAsyncDisposable
{
    private const string Password = "Mat-khau-2026";

    private const string Letterhead = "Thể thức: tên cơ quan, nơi nhận, người ký";
    private const string People = "Tài khoản: cán bộ, văn thư, Chủ tịch";
    private const string Period = "Kỳ báo cáo của năm nay";
    private const string Plan = "Kế hoạch tuyên truyền của năm";
    private const string Channels = "Danh mục phương tiện, hình thức";

    private readonly Portal portal = Portal.InProduction();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Code => portal.Services.GetRequiredService<SetupCode>().Value!;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Index_Complete_MakesThePortalUsableAndCloses()
    {
        using var visitor = portal.Visit();

        var answer = await SetUpAsync(visitor);

        Assert.Equal("/dang-nhap", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/thiet-lap-ban-dau")).StatusCode);
        foreach (var userName in new[] { "hethong@xa", "quantri@xa", "sonoivu@tinh" })
        {
            using var session = portal.Visit();
            await session.SignInAsync(userName, Password);
        }

        var users = await portal.ReadAsync(db => db.Users.OrderBy(user => user.Id).Select(user => user.Duties).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Duties.SystemAdministrator, Duties.Administrator, Duties.SuperiorOfficer], users);
        Assert.NotEqual(0, await portal.ReadAsync(db => db.OutlineTemplates.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Checklist_OfTheFirstAgency_AsksForPeopleAndAPlanAndDisappears()
    {
        await SetUpAsync(portal.Visit());
        using var admin = portal.Visit();
        await admin.SignInAsync("quantri@xa", Password);
        Assert.Equal([Letterhead, Period, Channels], await DoneAsync(admin));

        using var staff = await NewPersonAsync(admin, "canbo@xa", "Clerk");
        Assert.Equal([Letterhead, Period, Channels], await DoneAsync(admin));
        using var chairman = await NewPersonAsync(admin, "chutich@xa", "Chairman");
        Assert.Equal([Letterhead, People, Period, Channels], await DoneAsync(admin));
        await MakePlanAsync(staff);

        Assert.Empty((await staff.PageAsync("/")).QuerySelectorAll(".checklist"));
        Assert.Empty((await admin.PageAsync("/")).QuerySelectorAll(".checklist"));
    }

    [Fact]
    public async Task Checklist_OfAnAgencyAddedLater_IsTickedStepByStepAndDisappears()
    {
        await SetUpAsync(portal.Visit());
        using var system = portal.Visit();
        await system.SignInAsync("hethong@xa", Password);
        var made = await DoneAsync(
            system, "/quan-tri/co-quan/them", "/them",
            ("Form.Name", "UBND xã Hai"), ("Form.Code", "xa-hai"), ("Form.Kind", "Commune"),
            ("Form.SuperiorId", $"{await portal.ReadAsync(db => db.Agencies.Where(row => row.Code == "cap-tren").Select(row => row.Id).SingleAsync(Cancellation))}"),
            ("Form.SuperiorFrom", "01/07/2025"));
        using var admin = await NewPersonAsync(system, "quantri@xahai", "Administrator", made);
        await EndChannelsAsync(new DateOnly(2000, 1, 1));
        Assert.Empty(await DoneAsync(admin));

        await DoneAsync(
            admin, "/quan-tri/tieu-de/moi", "/moi",
            ("Form.ValidFrom", "01/07/2025"), ("Form.LetterheadLines", "ỦY BAN NHÂN DÂN\nXÃ HAI"), ("Form.SymbolCode", "UBND"), ("Form.PlaceName", "Hai"),
            ("Form.Copies", "Như trên"), ("Form.ArchiveLine", "VT"), ("Form.AuthorityName", "ỦY BAN NHÂN DÂN"), ("Form.FullName", "Ủy ban nhân dân xã Hai"),
            ("Form.ShortName", "UBND xã Hai"), ("Form.LaterName", "UBND xã"), ("Form.SuperiorName", "tỉnh"), ("Form.OneStopName", "Trung tâm Phục vụ hành chính công"));
        Assert.Empty(await DoneAsync(admin));
        await DoneAsync(
            admin, "/quan-tri/nguoi-ky/them", "/them",
            ("Form.FullName", "Nguyễn Văn Mẫu"), ("Form.Capacity", "OnBehalf"), ("Form.Post", "Chủ tịch"), ("Form.ValidFrom", "01/07/2025"));
        Assert.Equal([Letterhead], await DoneAsync(admin));
        using var staff = await NewPersonAsync(admin, "canbo@xahai", "Staff");
        using var clerk = await NewPersonAsync(admin, "vanthu@xahai", "Clerk");
        using var chairman = await NewPersonAsync(admin, "chutich@xahai", "Chairman");
        Assert.Equal([Letterhead, People], await DoneAsync(admin));
        await OpenThisYearAsync(admin);
        Assert.Equal([Letterhead, People, Period], await DoneAsync(admin));
        await MakePlanAsync(staff);
        Assert.Equal([Letterhead, People, Period, Plan], await DoneAsync(admin));
        Assert.Equal([Letterhead, People, Period, Plan], await DoneAsync(staff));
        Assert.Empty((await chairman.PageAsync("/")).QuerySelectorAll(".checklist"));

        await EndChannelsAsync(null);
        foreach (var person in new[] { admin, staff, clerk })
        {
            Assert.Empty((await person.PageAsync("/")).QuerySelectorAll(".checklist"));
        }
    }

    [Theory]
    [InlineData("Code", "SAI-MA", "Mã thiết lập không đúng.")]
    [InlineData("SystemPassword", "ngan", "Mật khẩu")]
    [InlineData("AgencyCode", "Xã Một", "Mã cơ quan chỉ gồm")]
    [InlineData("AdminUser", "hethong@xa", "ba tên đăng nhập khác nhau")]
    public async Task Index_WrongValue_SaysSoAndWritesNothing(string field, string value, string says)
    {
        using var visitor = portal.Visit();

        var answer = await SetUpAsync(visitor, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.Users.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await portal.ReadAsync(db => db.Agencies.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Production_HasNoSampleAccounts()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", "canbo@sontrung"), ("Password", Portal.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>The steps that are ticked; each of the others leads somewhere for the administrator.</summary>
    private static async Task<IReadOnlyList<string>> DoneAsync(Session person)
    {
        var page = await person.PageAsync("/");
        foreach (var link in page.QuerySelectorAll(".checklist a"))
        {
            await person.PageAsync(link.GetAttribute("href")!);
        }

        return page.QuerySelectorAll(".checklist .checklist-done > span:first-of-type").Select(step => step.TextContent).ToList();
    }

    private static async Task<string> DoneAsync(Session person, string url, string action, params (string, string)[] values)
    {
        var answer = await person.SubmitAsync(await person.PageAsync(url), action, values);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect, $"{url}: {(await Session.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent}");
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Creates an account, signs in with its one-time password and chooses another.</summary>
    private async Task<Session> NewPersonAsync(Session admin, string userName, string duty, string form = "/quan-tri/nguoi-dung/them")
    {
        var page = await DoneAsync(admin, form, "/them", ("Form.FullName", "Nguyễn Văn Mẫu"), ("Form.UserName", userName), ("Form.Duties", duty));
        var password = (await admin.PageAsync(page)).QuerySelector(".one-time-password")!.TextContent;
        var person = portal.Visit();
        await person.SignInAsync(userName, password);
        await DoneAsync(person, "/tai-khoan/mat-khau", "/mat-khau", ("Current", password), ("Wanted", Password), ("Again", Password));
        return person;
    }

    private static async Task OpenThisYearAsync(Session admin)
    {
        // From 15 December on the running reporting year is the next one.
        var day = TimeProvider.System.Today();
        var year = day >= new DateOnly(day.Year, 12, 15) ? day.Year + 1 : day.Year;
        await DoneAsync(
            admin, "/quan-tri/ky-bao-cao/mo", "/mo",
            ("Form.Year", $"{year}"), ("Form.From", $"15/12/{year - 1}"), ("Form.To", $"14/12/{year}"), ("Form.DueOn", $"17/12/{year}"));
    }

    private static async Task MakePlanAsync(Session staff)
    {
        var plan = await DoneAsync(staff, "/ke-hoach/lap", "/ke-hoach/lap", ("Form.Subject", "tuyên truyền cải cách hành chính"));
        var line = $"{plan.Split('#', '?')[0]}/nhiem-vu/them";
        await DoneAsync(staff, line, line, ("Form.Title", "Phát thanh về dịch vụ công trực tuyến"), ("Form.Section", "Means"));
    }

    /// <summary>Channels are for all agencies; without any that is in use, one step stays open.</summary>
    private Task EndChannelsAsync(DateOnly? lastDay) => portal.ReadAsync(async db =>
    {
        foreach (var channel in await db.PropagandaChannels.ToListAsync(Cancellation))
        {
            channel.ValidTo = lastDay;
        }

        return await db.SaveChangesAsync(Cancellation);
    });

    private async Task<HttpResponseMessage> SetUpAsync(Session visitor, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("Code", Code), ("SystemUser", "hethong@xa"), ("SystemPassword", Password), ("AgencyName", "UBND xã Mới"),
            ("AgencyFullName", "Ủy ban nhân dân xã Mới"), ("AgencyCode", "xa-moi"), ("LetterheadLines", "ỦY BAN NHÂN DÂN\nXÃ MỚI"),
            ("PlaceName", "Mới"), ("SignerName", "Nguyễn Văn Mẫu"), ("AdminUser", "quantri@xa"), ("AdminPassword", Password),
            ("SuperiorName", "Sở Nội vụ tỉnh Mẫu"), ("SuperiorUser", "sonoivu@tinh"), ("SuperiorPassword", Password),
        ];
        var form = await visitor.PageAsync("/thiet-lap-ban-dau");
        return await visitor.SubmitAsync(
            form,
            "/thiet-lap-ban-dau",
            [.. usual.Where(value => changes.All(change => change.Name != value.Name)), .. changes]);
    }
}
