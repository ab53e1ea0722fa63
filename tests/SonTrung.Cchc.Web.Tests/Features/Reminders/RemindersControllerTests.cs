using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reminders;

public sealed class RemindersControllerTests
{
    private const string Url = "/theo-doi/don-doc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WithoutAMailServer_StaysInThePortalAndSaysSo()
    {
        await using var portal = Portal.At(new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)));
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var wall = await office.PageAsync("/theo-doi?ky=2026-nam");

        // One click on the wall reminds all who owe; a second sending of the same form reminds nobody again.
        var first = await office.SubmitAsync(wall, "/gui");
        await office.SubmitAsync(wall, "/gui");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var page = await office.PageAsync($"{Url}?ky=2026-nam");
        Assert.Contains("Cổng chưa cấu hình máy chủ thư", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var rows = await RowsAsync(portal);
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal((MailState.Off, new DateOnly(2026, 12, 17)), (row.MailState, row.DueOn)));
        Assert.Equal(6, await portal.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Entity == nameof(ReportReminder) && entry.Action == AuditAction.Added, Cancellation)));

        // The commune sees it on the bell and the first page until its report is there; who has reported is left in peace.
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var home = await staff.PageAsync("/");
        Assert.Contains("đôn đốc nộp báo cáo năm 2026", home.QuerySelector(".bell-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đôn đốc nộp báo cáo năm 2026", home.QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(rows, row => row.Commune!.Name.Contains("Kim Hoa", StringComparison.Ordinal));
        await ReportPath.IssueAsync(portal, staff, await ReportPath.OpenAsync(staff), 77);
        Assert.DoesNotContain("đôn đốc", (await staff.PageAsync("/")).QuerySelector(".bell-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ToChosenCommunes_RemindsThoseAloneWithTheWordsAdded()
    {
        await using var portal = Portal.At(new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)));
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var page = await office.PageAsync($"{Url}?ky=2026-nam");
        var boxes = page.QuerySelectorAll<IHtmlInputElement>("input[name='Form.CommuneIds']").ToList();
        Assert.Equal(6, boxes.Count);
        foreach (var box in boxes.Skip(1))
        {
            box.IsChecked = false;
        }

        var answer = await office.SubmitAsync(page, "/gui", ("Form.Text", "Gửi cả bản Word."), ("Form.Choice", "Chosen"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = Assert.Single(await RowsAsync(portal));
        Assert.Equal((boxes[0].Value, "Gửi cả bản Word."), ($"{row.CommuneId}", row.Text));
    }

    [Theory]
    [InlineData("Form.Text", "{long}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.Choice", "Chosen", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.Choice", "Bậy", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.Period", "2026-q9", HttpStatusCode.NotFound)]
    public async Task Send_WrongValue_RemindsNobody(string field, string value, HttpStatusCode expected)
    {
        await using var portal = new Portal();
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await office.PostAsync(
            $"{Url}/gui", [.. new[] { ("Form.FormKey", $"{Guid.NewGuid()}"), ("Form.Period", "2026-nam"), ("Form.Choice", "Owing") }.Where(pair => pair.Item1 != field), (field, value.Replace("{long}", new string('x', 1001), StringComparison.Ordinal))]);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await RowsAsync(portal));
    }

    [Fact]
    public async Task Pages_NotSignedInOrACommune_AreRefused_AndAnotherOfficeRemindsNobodyHere()
    {
        await using var portal = new Portal();
        using var visitor = portal.Visit();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("noivu.huyen@huongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync($"{Url}/gui")).StatusCode);
        var commune = await portal.ReadAsync(db => db.Agencies.Where(agency => agency.Code == "xa-huong-son").Select(agency => agency.Id).SingleAsync(Cancellation));
        await other.PostAsync($"{Url}/gui", ("FormKey", $"{Guid.NewGuid()}"), ("Period", "2026-nam"), ("Choice", "Chosen"), ("CommuneIds", $"{commune}"));
        Assert.Empty(await RowsAsync(portal));
    }

    [Fact]
    public async Task Send_WithAMailServer_MailsInTheBackgroundAndShowsWhatFailed()
    {
        await using var server = new MailServer();
        await using var portal = Portal.With(
            new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)),
            ("Cchc:Mail:Host", "127.0.0.1"), ("Cchc:Mail:Port", $"{server.Port}"), ("Cchc:Mail:Security", "None"), ("Cchc:Mail:From", "cong@hatinh.example"), ("Cchc:Mail:FromName", "Cổng báo cáo CCHC"));
        server.Refused["hong@"] = 550;
        using (var admin = await portal.SignInAsync("quantri@xahuongson"))
        {
            Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(await admin.PageAsync("/quan-tri/thu-dien-tu"), "/thu-dien-tu", ("Email", "vanphong@huongson.example"))).StatusCode);
        }

        await portal.ReadAsync(async db =>
        {
            var commune = await db.Agencies.Where(agency => agency.Code == "xa-tu-my").Select(agency => agency.Id).SingleAsync(Cancellation);
            db.AgencySettings.Add(new Core.Agencies.AgencySettings { AgencyId = commune, ContactEmail = "hong@tumy.example" });
            return await db.SaveChangesAsync(Cancellation);
        });
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        await office.SubmitAsync(await office.PageAsync("/theo-doi?ky=2026-nam"), "/gui");

        var rows = await UntilAsync(portal, rows => rows.All(row => row.MailState != MailState.Queued || row.MailError is not null));
        var mailed = Assert.Single(rows, row => row.MailState == MailState.Mailed);
        Assert.Equal("vanphong@huongson.example", mailed.MailAddress);
        var refused = Assert.Single(rows, row => row.MailError is not null);
        Assert.Equal((MailState.Queued, 1), (refused.MailState, refused.MailAttempts));
        Assert.Contains("550", refused.MailError, StringComparison.Ordinal);
        Assert.Equal(rows.Count - 2, rows.Count(row => row.MailState == MailState.NoAddress));

        var (to, message) = Assert.Single(server.Taken);
        Assert.Equal("vanphong@huongson.example", to);
        var read = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message)), Cancellation);
        Assert.StartsWith("Đôn đốc nộp báo cáo năm 2026", read.Subject, StringComparison.Ordinal);
        Assert.Contains("trước hết ngày 17/12/2026", read.TextBody, StringComparison.Ordinal);
        var page = (await office.PageAsync($"{Url}?ky=2026-nam")).QuerySelector("main")!.TextContent;
        Assert.Contains("đã thử 1 lần: Máy chủ thư không nhận địa chỉ người nhận (mã 550).", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailing_ThatFailsThreeTimes_IsGivenUp()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));
        await using var portal = Portal.At(clock);
        var refusing = new RefusingMailer();
        await portal.ReadAsync(async db =>
        {
            var office = await db.Agencies.Where(agency => agency.Code == "so-noi-vu-ha-tinh").Select(agency => agency.Id).SingleAsync(Cancellation);
            var commune = await db.Agencies.Where(agency => agency.Code == "xa-tu-my").Select(agency => agency.Id).SingleAsync(Cancellation);
            db.AgencySettings.Add(new Core.Agencies.AgencySettings { AgencyId = commune, ContactEmail = "vanphong@tumy.example" });
            db.ReportReminders.Add(new ReportReminder
            {
                AgencyId = office,
                CommuneId = commune,
                Year = 2026,
                PeriodKind = Core.Agencies.PeriodKind.Year,
                PeriodOrdinal = 1,
                DueOn = new DateOnly(2026, 12, 17),
                SentUtc = clock.Now.UtcDateTime,
                UserName = "test",
                MailState = MailState.Queued,
            });
            return await db.SaveChangesAsync(Cancellation);
        });

        for (var attempt = 1; attempt <= ReminderMailing.MostAttempts + 1; attempt++)
        {
            await portal.ReadAsync(db => new ReminderMailing(db, refusing, clock).RunAsync(Cancellation));
            // Before the pause is over nothing is tried.
            Assert.Equal(0, await portal.ReadAsync(db => new ReminderMailing(db, refusing, clock).RunAsync(Cancellation)));
            clock.Now += ReminderMailing.Pause;
        }

        var row = Assert.Single(await RowsAsync(portal));
        Assert.Equal((MailState.MailFailed, ReminderMailing.MostAttempts, "Máy chủ thư từ chối."), (row.MailState, row.MailAttempts, row.MailError));
        Assert.Equal(ReminderMailing.MostAttempts, refusing.Asked);
    }

    private static Task<List<ReportReminder>> RowsAsync(Portal portal) =>
        portal.ReadAsync(db => db.ReportReminders.AsNoTracking().Include(row => row.Commune).OrderBy(row => row.Id).ToListAsync(Cancellation));

    private static async Task<List<ReportReminder>> UntilAsync(Portal portal, Func<List<ReportReminder>, bool> isSo)
    {
        for (var i = 0; i < 150; i++)
        {
            var rows = await RowsAsync(portal);
            if (rows.Count > 0 && isSo(rows))
            {
                return rows;
            }

            await Task.Delay(200, Cancellation);
        }

        throw new TimeoutException("The e-mails were not sent.");
    }

    private sealed class RefusingMailer : IMailer
    {
        public int Asked { get; private set; }

        public bool IsConfigured => true;

        public Task SendAsync(Mail mail, CancellationToken cancellation = default)
        {
            Asked++;
            throw new MailNotSentException("Máy chủ thư từ chối.");
        }
    }
}
