using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Users;

public sealed class UsersControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/nguoi-dung";
    private const string Own = "Rieng#Toi-2026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsThePasswordOnceAndAudits()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var (user, password) = await CreateAsync(admin, "moi.vao@xahuongson", "Trần Thị Mẫu Đào", "Staff");

        Assert.Matches("^[A-Z][a-z]{3}-[2-9]{4}-[A-Z][a-z]{3}$", password);
        Assert.Null((await admin.PageAsync($"{List}/{user.Id}")).QuerySelector(".one-time-password"));
        Assert.Equal(("Trần Thị Mẫu Đào", Duties.Staff, true), (user.FullName, user.Duties, user.HasTemporaryPassword));
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(
            entry => entry.Entity == nameof(UserAccount) && entry.EntityId == $"{user.Id}" && entry.Action == AuditAction.Added, Cancellation));
        Assert.Equal(user.AgencyId, audit.AgencyId);
        Assert.DoesNotContain(user.PasswordHash!, audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_LongerThanAPage_IsPagedBothWays_AndGoesOutWhole()
    {
        using var own = new Portal();
        await own.ReadAsync(async db =>
        {
            var agency = await db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation);
            db.Users.AddRange(Enumerable.Range(0, AccountReader.PageSize).Select(number => new UserAccount
            {
                AgencyId = agency,
                FullName = $"Nguyễn Văn Đông {number}",
                UserName = $"dong{number}@xahuongson",
                NormalizedUserName = $"DONG{number}@XAHUONGSON",
                SecurityStamp = $"{number}",
                Duties = Duties.Staff,
            }));
            return await db.SaveChangesAsync(Cancellation);
        });
        using var admin = await own.SignInAsync("quantri@xahuongson");
        var first = await admin.PageAsync(List);
        Assert.Null(first.QuerySelector(".pager [rel=prev]"));

        var second = await admin.PageAsync(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        var again = await admin.PageAsync(second.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(AccountReader.PageSize, Links(first).Count);
        Assert.NotEmpty(Links(second));
        Assert.Empty(Links(first).Intersect(Links(second)));
        Assert.Equal(Links(first), Links(again));
        Assert.Equal(Links(first).Count + Links(second).Count, (await ListChecks.CsvAsync(admin, $"{List}/csv", "nguoi-dung.csv")).Count);

        static List<string?> Links(IHtmlDocument page) => page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")).ToList();
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneAccount()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var form = await admin.PageAsync($"{List}/them");
        (string, string)[] values = [("Form.FullName", "Gửi Hai Lần"), ("Form.UserName", "hai.lan@xahuongson"), ("Form.Duties", "Staff")];

        var first = await admin.SubmitAsync(form, "/them", values);
        var second = await admin.SubmitAsync(form, "/them", values);

        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (second.StatusCode, second.Headers.Location));
    }

    [Fact]
    public async Task Create_ThenAnotherPageFirst_KeepsThePasswordForItsOwnAccount()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await admin.SubmitAsync(
            await admin.PageAsync($"{List}/them"), "/them",
            ("Form.FullName", "Mở Trang Khác"), ("Form.UserName", "trang.khac@xahuongson"), ("Form.Duties", "Staff"));
        var (made, other) = (await FindAsync("trang.khac@xahuongson"), await FindAsync("canbo@xahuongson"));

        Assert.Null((await admin.PageAsync($"{List}/them")).QuerySelector(".one-time-password"));
        Assert.Null((await admin.PageAsync($"{List}/{other.Id}")).QuerySelector(".one-time-password"));
        Assert.NotNull((await admin.PageAsync($"{List}/{made.Id}")).QuerySelector(".one-time-password"));
    }

    [Theory]
    [InlineData("", "ai@xahuongson", "Staff")]
    [InlineData("Ai Đó", "", "Staff")]
    [InlineData("Ai Đó", "dấu cách@xahuongson", "Staff")]
    [InlineData("Ai Đó", "canbo@xahuongson", "Staff")]
    [InlineData("Ai Đó", "ai@xahuongson")]
    [InlineData("Ai Đó", "ai@xahuongson", "Staff", "Administrator")]
    [InlineData("Ai Đó", "ai@xahuongson", "Staff", "Chairman")]
    [InlineData("Ai Đó", "ai@xahuongson", "SystemAdministrator")]
    [InlineData("Ai Đó", "ai@xahuongson", "SuperiorOfficer")]
    [InlineData("Ai Đó", "ai@xahuongson", "999")]
    public async Task Create_WrongValue_SaysSoAndMakesNothing(string fullName, string userName, params string[] duties)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var before = await CountAsync();

        var answer = await admin.SubmitAsync(
            await admin.PageAsync($"{List}/them"), "/them",
            [("Form.FullName", fullName), ("Form.UserName", userName), .. duties.Select(duty => ("Form.Duties", duty))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task SignIn_WithAGivenPassword_OpensNothingBeforeAnotherIsChosen()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (_, password) = await CreateAsync(admin, "lan.dau@xahuongson", "Lần Đầu", "Staff");
        using var person = portal.Visit();
        await person.SignInAsync("lan.dau@xahuongson", password);

        foreach (var url in new[] { "/", "/hoat-dong", "/bao-cao", "/quan-tri" })
        {
            Assert.Equal("/tai-khoan/mat-khau", (await person.GetAsync(url)).Headers.Location!.OriginalString);
        }

        Assert.Equal("/tai-khoan/mat-khau", (await person.SendAsync(HttpMethod.Post, "/hoat-dong/nhap")).Headers.Location!.OriginalString);
        var answer = await ChangePasswordAsync(person, password, Own);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        await person.PageAsync("/hoat-dong");
        using var again = portal.Visit();
        await again.SignInAsync("lan.dau@xahuongson", Own);
        await again.PageAsync("/");
    }

    [Theory]
    [InlineData("Sai-mat-khau-1", Own, Own)]
    [InlineData(null, "ngan", "ngan")]
    [InlineData(null, "khongcochuhoa#1", "khongcochuhoa#1")]
    [InlineData(null, Own, "Khac#Nhau-2026")]
    [InlineData(null, null, null)]
    public async Task ChangePassword_Wrong_KeepsTheOldOne(string? current, string? wanted, string? again)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var name = $"sai.{Guid.NewGuid():N}@xahuongson";
        var (user, password) = await CreateAsync(admin, name, "Sai Mật Khẩu", "Staff");
        using var person = portal.Visit();
        await person.SignInAsync(name, password);

        var answer = await ChangePasswordAsync(person, current ?? password, wanted ?? password, again ?? password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await FindAsync(user.Id)).HasTemporaryPassword);
        Assert.Equal("/tai-khoan/mat-khau", (await person.GetAsync("/hoat-dong")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Edit_NewDuties_AreSavedAndEndTheOpenSession()
    {
        CheckStampsAtOnce();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (user, person) = await WorkingAsync(admin, "doi.viec@xahuongson", "Staff");
        using (person)
        {
            var answer = await admin.SubmitAsync(
                await admin.PageAsync($"{List}/{user.Id}"), $"/{user.Id}", ("Form.FullName", "Đổi Việc"), ("Form.Duties", "Chairman"));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var saved = await FindAsync(user.Id);
            Assert.Equal(("Đổi Việc", Duties.Chairman), (saved.FullName, saved.Duties));
            Assert.Contains("/dang-nhap", (await person.GetAsync("/hoat-dong")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Edit_TwoAdministratorsAtOnce_TellsTheSecond()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (user, _) = await CreateAsync(admin, "cung.luc@xahuongson", "Cùng Lúc", "Staff");
        var page = await admin.PageAsync($"{List}/{user.Id}");

        await admin.SubmitAsync(page, $"/{user.Id}", ("Form.FullName", "Người Trước"));
        var answer = await admin.SubmitAsync(page, $"/{user.Id}", ("Form.FullName", "Người Sau"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Người Trước", (await FindAsync(user.Id)).FullName);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(await Session.ParseAsync(answer), $"/{user.Id}")).StatusCode);
        Assert.Equal("Người Sau", (await FindAsync(user.Id)).FullName);
    }

    [Fact]
    public async Task ResetPassword_EndsTheSessionAndTheOldPassword()
    {
        CheckStampsAtOnce();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (user, person) = await WorkingAsync(admin, "quen@xahuongson", "Staff");
        using (person)
        {
            var shown = await admin.PageAsync((await admin.SubmitAsync(await admin.PageAsync($"{List}/{user.Id}"), "/mat-khau")).Headers.Location!.OriginalString);

            Assert.Contains("/dang-nhap", (await person.GetAsync("/hoat-dong")).Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.False(await CanSignInAsync("quen@xahuongson", Own));
            Assert.True(await CanSignInAsync("quen@xahuongson", shown.QuerySelector(".one-time-password")!.TextContent));
        }
    }

    [Fact]
    public async Task Unlock_AfterTooManyTries_LetsThePersonIn()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (user, password) = await CreateAsync(admin, "khoa@xahuongson", "Bị Khóa", "Staff");
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await CanSignInAsync("khoa@xahuongson", "Sai-mat-khau-1"));
        }

        Assert.False(await CanSignInAsync("khoa@xahuongson", password));
        Assert.Contains("Bị Khóa", (await admin.PageAsync($"{List}?trang-thai=Locked")).Body!.TextContent, StringComparison.Ordinal);
        await admin.SubmitAsync(await admin.PageAsync($"{List}/{user.Id}"), "/mo-khoa");

        Assert.True(await CanSignInAsync("khoa@xahuongson", password));
    }

    [Fact]
    public async Task Leave_WithWork_HandsItOverAndShutsTheDoor()
    {
        CheckStampsAtOnce();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (user, person) = await WorkingAsync(admin, "sap.nghi@xahuongson", "Staff");
        using var _ = person;
        var colleague = await FindAsync("canbo@xahuongson");
        var (recent, old) = await GiveWorkAsync(user);

        var page = await admin.PageAsync($"{List}/{user.Id}/nghi");
        Assert.Contains(recent.Title, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SubmitAsync(page, "/nghi")).StatusCode);
        Assert.Null((await FindAsync(user.Id)).LeftUtc);
        var answer = await admin.SubmitAsync(page, "/nghi", ("Form.ColleagueId", Text(colleague.Id)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/dang-nhap", (await person.GetAsync("/hoat-dong")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await CanSignInAsync("sap.nghi@xahuongson", Own));
        var items = await portal.ReadAsync(db => db.PlanItems.Where(item => item.Id == recent.Id || item.Id == old.Id)
            .ToDictionaryAsync(item => item.Id, item => item.ResponsibleId, Cancellation));
        Assert.Equal((colleague.Id, user.Id), (items[recent.Id], items[old.Id]));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == "PlanItem" && entry.EntityId == $"{recent.Id}" && entry.After!.Contains($"{colleague.Id}"), Cancellation)));

        var shown = await admin.PageAsync((await admin.SubmitAsync(await admin.PageAsync($"{List}/{user.Id}"), "/tro-lai")).Headers.Location!.OriginalString);
        Assert.True(await CanSignInAsync("sap.nghi@xahuongson", shown.QuerySelector(".one-time-password")!.TextContent));
    }

    [Fact]
    public async Task Leave_OfASigner_EndsThePostAndGivesItToTheNextUnderTheOwnName()
    {
        using var admin = await portal.SignInAsync("quantri@sontrung");
        var leaver = await FindAsync("chutich@sontrung");
        var (next, _) = await CreateAsync(admin, "pho@sontrung", "Phó Chủ Tịch Mẫu", "Chairman");
        await WriteAsync(db =>
        {
            db.Signers.Add(new Core.Agencies.Signer
            {
                AgencyId = leaver.AgencyId!.Value,
                ValidFrom = new DateOnly(2020, 1, 1),
                UserId = leaver.Id,
                FullName = leaver.FullName,
                Post = "CHỦ TỊCH",
                Capacity = Core.Agencies.SigningCapacity.OnBehalf,
            });
            return Task.CompletedTask;
        });

        await admin.SubmitAsync(await admin.PageAsync($"{List}/{leaver.Id}/nghi"), "/nghi", ("Form.SignerId", Text(next.Id)));

        var signers = await portal.ReadAsync(db => db.Signers.Where(row => row.AgencyId == leaver.AgencyId).ToListAsync(Cancellation));
        Assert.DoesNotContain(signers, row => row.UserId == leaver.Id && row.ValidTo is null);
        var signer = Assert.Single(signers, row => row.UserId == next.Id);
        Assert.Equal(("Phó Chủ Tịch Mẫu", "CHỦ TỊCH"), (signer.FullName, signer.Post));
    }

    [Fact]
    public async Task Leave_OfASignerWhoIsWaitedFor_GivesTheReportBackToItsWriter()
    {
        await using var own = new Portal();
        using var staff = await own.SignInAsync("canbo@xahuongson");
        using var admin = await own.SignInAsync("quantri@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var (leaver, next) = (await AccountAsync(own, "chutich@xahuongson"), await AccountAsync(own, "phochutich@xahuongson"));

        var page = await admin.PageAsync($"{List}/{leaver}/nghi");
        Assert.Contains("Báo cáo đang chờ người này ký", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Báo cáo năm 2026", page.QuerySelector("main .plain-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(page, "/nghi", ("Form.SignerId", $"{next}"))).StatusCode);

        var row = await own.ReadAsync(db => db.AnnualReports.Include(found => found.Events).SingleAsync(found => found.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal(Core.Reports.ReportStatus.Returned, row.Status);
        Assert.Equal(next, await own.ReadAsync(db => db.Signers.Where(signer => signer.Id == row.SignerId && signer.Post == "CHỦ TỊCH").Select(signer => signer.UserId).SingleAsync(Cancellation)));
        var act = row.Events.MaxBy(found => found.Id)!;
        Assert.Equal((Core.Reports.ReportAction.SignerLeft, "Lê Văn Mẫu đã nghỉ, không ký báo cáo này nữa. Kiểm tra người ký rồi trình lại."), (act.Action, act.Reason));
        Assert.True(await own.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Core.Reports.AnnualReport) && entry.EntityId == $"{row.Id}" && entry.UserName == "Bùi Văn Mẫu An" && entry.After!.Contains("Returned"), Cancellation)));
        Assert.Contains("Lê Văn Mẫu đã nghỉ", (await staff.PageAsync(report)).QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        using var deputy = await own.SignInAsync("phochutich@xahuongson");
        Assert.Contains("Trần Văn Mẫu Bình", (await deputy.PageAsync(report)).QuerySelector(".doc-signature, .document")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(deputy, report, "/duyet")).StatusCode);
    }

    [Fact]
    public async Task Leave_OfADeputy_GivesNoPostLongerSoonerOrForMore()
    {
        await using var own = new Portal();
        using var admin = await own.SignInAsync("quantri@xahuongson");
        var (leaver, next) = (await AccountAsync(own, "phochutich@xahuongson"), await AccountAsync(own, "chutich@xahuongson"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        var before = await own.ReadAsync(async db =>
        {
            var agency = await db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation);
            Core.Agencies.Signer Post(Core.Agencies.SigningCapacity capacity, DateOnly from, DateOnly? to, string? scope) => new()
            {
                AgencyId = agency,
                UserId = leaver,
                FullName = "Trần Văn Mẫu Bình",
                Post = "PHÓ CHỦ TỊCH",
                HeadPost = "CHỦ TỊCH",
                Capacity = capacity,
                ValidFrom = from,
                ValidTo = to,
                Scope = scope,
            };
            db.AddRange(
                Post(Core.Agencies.SigningCapacity.ByAuthorisation, today.AddDays(-10), today.AddDays(20), "Báo cáo cải cách hành chính"),
                Post(Core.Agencies.SigningCapacity.ByOrder, today.AddDays(30), null, "Giấy mời"));
            await db.SaveChangesAsync(Cancellation);
            return await db.Signers.Where(row => row.UserId == leaver).Select(row => row.Id).ToListAsync(Cancellation);
        });

        await admin.SubmitAsync(await admin.PageAsync($"{List}/{leaver}/nghi"), "/nghi", ("Form.SignerId", $"{next}"));

        var given = await own.ReadAsync(db => db.Signers.Where(row => row.UserId == next && row.HeadPost != null).OrderBy(row => row.ValidFrom).ThenBy(row => row.Capacity).ToListAsync(Cancellation));
        Assert.Equal(
            [
                (Core.Agencies.SigningCapacity.ByAuthorisation, today, today.AddDays(20), "Báo cáo cải cách hành chính"),
                (Core.Agencies.SigningCapacity.ForHead, today, null, null),
                (Core.Agencies.SigningCapacity.ByOrder, today.AddDays(30), (DateOnly?)null, (string?)"Giấy mời"),
            ],
            given.Select(row => (row.Capacity, row.ValidFrom, row.ValidTo, row.Scope)));
        var ended = await own.ReadAsync(db => db.Signers.Where(row => before.Contains(row.Id)).ToListAsync(Cancellation));
        Assert.Equal(3, ended.Count);
        Assert.All(ended, row => Assert.DoesNotContain(Enumerable.Range(1, 60), days => row.HoldsOn(today.AddDays(days))));
    }

    [Fact]
    public async Task Leave_OfTheLastChecker_NamesTheReportAndWhatToDo()
    {
        await using var own = new Portal();
        var checker = await own.ReadAsync(async db =>
        {
            var agency = await db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation);
            db.Add(new Core.Agencies.AgencySettings { AgencyId = agency, ChecksBeforeSigning = true });
            await db.SaveChangesAsync(Cancellation);
            await db.Users.Where(user => user.UserName == "noidung@sontay").ExecuteUpdateAsync(set => set.SetProperty(user => user.AgencyId, agency), Cancellation);
            return await db.Users.Where(user => user.UserName == "noidung@sontay").Select(user => user.Id).SingleAsync(Cancellation);
        });
        using var staff = await own.SignInAsync("canbo@xahuongson");
        using var admin = await own.SignInAsync("quantri@xahuongson");
        Assert.DoesNotContain("chờ người này kiểm tra", (await admin.PageAsync($"{List}/{checker}/nghi")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(staff, await ReportPath.OpenAsync(staff), "/trinh-ky");

        var page = (await admin.PageAsync($"{List}/{checker}/nghi")).QuerySelector("main")!;

        Assert.Contains("Báo cáo năm 2026: Nội dung", page.QuerySelector(".plain-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Giao nhiệm vụ cho đồng nghiệp trước khi cho nghỉ", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastAdministrator_CannotBeRemovedByOneselfOrBySystem()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var only = await FindAsync("quantri@xahuongson");

        var demotion = await admin.SubmitAsync(await admin.PageAsync($"{List}/{only.Id}"), $"/{only.Id}", ("Form.Duties", "Staff"));
        var leaving = await admin.PostAsync($"{List}/{only.Id}/nghi", ("Form.Version", only.Version.ToString()));
        using var system = await portal.SignInAsync("hethong@cchc");
        var bySystem = await system.SubmitAsync(await system.PageAsync($"{List}/{only.Id}/nghi"), "/nghi");

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Conflict),
            (demotion.StatusCode, leaving.StatusCode, bySystem.StatusCode));
        Assert.Contains("quản trị cuối cùng", (await Session.ParseAsync(bySystem)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Duties.Administrator, null), ((await FindAsync(only.Id)).Duties, (await FindAsync(only.Id)).LeftUtc));
    }

    [Fact]
    public async Task TwoAdministrators_DemotingEachOtherAtOnce_LeaveOne()
    {
        using var first = await portal.SignInAsync("quantri@sontrung");
        var (other, second) = await WorkingAsync(first, "quantri2@sontrung", "Administrator");
        using var _ = second;
        var one = await FindAsync("quantri@sontrung");
        var pages = (await first.PageAsync($"{List}/{other.Id}"), await second.PageAsync($"{List}/{one.Id}"));

        await Task.WhenAll(
            first.SubmitAsync(pages.Item1, $"/{other.Id}", ("Form.Duties", "Staff")),
            second.SubmitAsync(pages.Item2, $"/{one.Id}", ("Form.Duties", "Staff")));

        Assert.Single(await portal.ReadAsync(db => db.Users
            .Where(user => user.AgencyId == one.AgencyId && user.Duties == Duties.Administrator && user.LeftUtc == null).ToListAsync(Cancellation)));
        await WriteAsync(async db =>
        {
            foreach (var user in await db.Users.Where(user => user.Id == one.Id || user.Id == other.Id).ToListAsync(Cancellation))
            {
                user.Duties = Duties.Administrator;
            }
        });
    }

    [Fact]
    public async Task DemotingEachOther_OnStaleReads_FailsTheSecond()
    {
        var one = await FindAsync("quantri@xahuongson");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var (other, _) = await CreateAsync(admin, "quantri3@xahuongson", "Quản Trị Ba", "Administrator");
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.ForUser(other.Id, "x", other.AgencyId);
        var db = scope.ServiceProvider.GetRequiredService<CchcDbContext>();

        // What the second administrator's request has read before the first one's is saved.
        var stale = await db.Users.Where(user => user.Id == one.Id || user.Id == other.Id).ToListAsync(Cancellation);
        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/{other.Id}"), $"/{other.Id}", ("Form.Duties", "Staff"));
        stale.Single(user => user.Id == one.Id).Duties = Duties.Staff;
        stale.Single(user => user.Id == other.Id).ConcurrencyStamp = Guid.NewGuid().ToString();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("vanthu@xahuongson")]
    [InlineData("chutich@xahuongson")]
    [InlineData("sonoivu@hatinh")]
    public async Task Index_WithoutTheDuty_IsForbidden(string userName)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync($"{List}/them")).StatusCode);
    }

    [Fact]
    public async Task EveryAct_OnAnAccountOfAnotherAgency_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var system = await portal.SignInAsync("hethong@cchc");
        var other = await FindAsync("canbo@sontrung");
        foreach (var session in new[] { admin, system })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"{List}/{other.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"{List}/{other.Id}/nghi")).StatusCode);
            foreach (var act in new[] { "", "/mat-khau", "/mo-khoa", "/nghi", "/tro-lai" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await session.PostAsync($"{List}/{other.Id}{act}", ("version", other.Version.ToString()), ("Form.FullName", "Thử"))).StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("ngoc")]
    [InlineData("NGỌC")]
    [InlineData("vanthu@")]
    public async Task Index_SearchWithoutMarks_FindsTheName(string words)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var rows = (await admin.PageAsync($"{List}?tim={Uri.EscapeDataString(words)}")).QuerySelectorAll("tbody tr");

        Assert.Contains("Phạm Thị Mẫu Ngọc", Assert.Single(rows).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_SortsByGivenName()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var names = (await admin.PageAsync(List)).QuerySelectorAll("tbody th a").Select(link => link.TextContent).ToList();

        Assert.Equal(
            ["Bùi Văn Mẫu An", "Trần Văn Mẫu Bình", "Nguyễn Thị Mẫu Hà", "Lê Văn Mẫu", "Phạm Thị Mẫu Ngọc"],
            names.Where(name => name.Contains("Mẫu", StringComparison.Ordinal) && name is not "Trần Thị Mẫu Đào"));
    }

    [Fact]
    public async Task Create_BySystemAdministrator_MakesAnAgencysFirstAdministrator()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var agency = await portal.ReadAsync(db => db.Agencies.SingleAsync(row => row.Code == "so-noi-vu-ha-tinh", Cancellation));

        var answer = await system.SubmitAsync(
            await system.PageAsync($"{List}/them"), "/them",
            ("Form.FullName", "Quản Trị Sở"), ("Form.UserName", "quantri@hatinh"), ("Form.Duties", "Administrator"), ("Form.AgencyId", Text(agency.Id)));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(agency.Id, (await FindAsync("quantri@hatinh")).AgencyId);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> ChangePasswordAsync(Session person, string current, string wanted, string? again = null) =>
        ChangeAsync(person, ("Current", current), ("Wanted", wanted), ("Again", again ?? wanted));

    private static async Task<HttpResponseMessage> ChangeAsync(Session person, params (string, string)[] values) =>
        await person.SubmitAsync(await person.PageAsync("/tai-khoan/mat-khau"), "/mat-khau", values);

    /// <summary>Sessions are checked every minute; a test has no minute.</summary>
    private void CheckStampsAtOnce() =>
        portal.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;

    private static Task<long> AccountAsync(Portal own, string userName) =>
        own.ReadAsync(db => db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(Cancellation));

    private async Task<(UserAccount User, string Password)> CreateAsync(Session admin, string userName, string fullName, string duty)
    {
        var answer = await admin.SubmitAsync(
            await admin.PageAsync($"{List}/them"), "/them", ("Form.FullName", fullName), ("Form.UserName", userName), ("Form.Duties", duty));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await admin.PageAsync(answer.Headers.Location!.OriginalString);
        return (await FindAsync(userName), shown.QuerySelector(".one-time-password")!.TextContent);
    }

    /// <summary>A person who has chosen the own password and is at work.</summary>
    private async Task<(UserAccount User, Session Person)> WorkingAsync(Session admin, string userName, string duty)
    {
        var (_, password) = await CreateAsync(admin, userName, "Người Đang Làm", duty);
        var person = portal.Visit();
        await person.SignInAsync(userName, password);
        await ChangePasswordAsync(person, password, Own);
        await person.PageAsync("/");
        return (await FindAsync(userName), person);
    }

    private async Task<bool> CanSignInAsync(string userName, string password)
    {
        using var visitor = portal.Visit();
        var answer = await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", userName), ("Password", password));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>A line of this year's plan and one of a plan of long ago.</summary>
    private async Task<(Core.Plans.PlanItem Recent, Core.Plans.PlanItem Old)> GiveWorkAsync(UserAccount user)
    {
        Core.Plans.PlanItem recent = null!, old = null!;
        await WriteAsync(async db =>
        {
            recent = await db.PlanItems.Where(item => item.AgencyId == user.AgencyId && item.Plan!.Year == 2026).OrderBy(item => item.Id).FirstAsync(Cancellation);
            recent.ResponsibleId = user.Id;
            var plan = new Core.Plans.Plan { AgencyId = user.AgencyId!.Value, Year = 2019, Subject = "năm cũ" };
            db.Plans.Add(plan);
            old = new Core.Plans.PlanItem
            {
                AgencyId = plan.AgencyId,
                PlanId = plan.Id,
                Section = Core.Plans.PlanSection.Content,
                Position = 1,
                Title = "Việc năm cũ",
                ResponsibleId = user.Id,
            };
            db.PlanItems.Add(old);
        });
        return (recent, old);
    }

    private Task<bool> WriteAsync(Func<CchcDbContext, Task> write) => portal.ReadAsync(async db =>
    {
        await write(db);
        await db.SaveChangesAsync(Cancellation);
        return true;
    });

    private Task<int> CountAsync() => portal.ReadAsync(db => db.Users.CountAsync(Cancellation));

    private Task<UserAccount> FindAsync(long id) => portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id, Cancellation));

    private Task<UserAccount> FindAsync(string userName) =>
        portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.UserName == userName, Cancellation));
}
