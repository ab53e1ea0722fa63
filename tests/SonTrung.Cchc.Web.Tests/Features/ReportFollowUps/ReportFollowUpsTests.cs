using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.ReportFollowUps;

/// <summary>Mistakes found after issuing (Điều 18). Each test has a portal of its own: a report goes one way only.</summary>
public sealed class ReportFollowUpsTests : IAsyncDisposable
{
    private const string Clerk = "vanthu@xahuongson";
    private const string Office = "sonoivu@hatinh";

    private static readonly string Day = $"{DateTime.UtcNow.AddHours(7):dd/MM/yyyy}";
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Correct_EntersTheLetter_AndTheReportStaysInForce()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);

        var answer = await SendAsync(clerk, $"{report}/dinh-chinh");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = await portal.ReadAsync(db => db.AnnualReports.Include(found => found.FollowUps).Include(found => found.Events)
            .AsSplitQuery().SingleAsync(found => found.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal(ReportStatus.Issued, row.Status);
        var letter = Assert.Single(row.FollowUps);
        Assert.Equal((FollowUpKind.Correction, 840, "UBND-VHXH", "Sửa ngày ban hành ở trang 1"), (letter.Kind, letter.Number, letter.Symbol, letter.Content));
        Assert.Contains(row.Events, act => act.Action == ReportAction.Correct && act.Reason == "Sửa ngày ban hành ở trang 1");
        var entry = await portal.ReadAsync(db => db.OutgoingDocuments.SingleAsync(found => found.Id == letter.EntryId, Cancellation));
        Assert.StartsWith("Đính chính Báo cáo số 815/BC-UBND", entry.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Sở Nội vụ", entry.Recipients, StringComparison.Ordinal);
        Assert.Equal(AuditAction.Added, await portal.ReadAsync(db => db.AuditEntries.Where(found => found.Entity == nameof(ReportFollowUp) && found.EntityId == $"{row.Id}/{letter.Id}").Select(found => found.Action).SingleAsync(Cancellation)));

        var page = await clerk.PageAsync(report);
        Assert.Contains("Đã đính chính bằng Công văn 840/UBND-VHXH", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận đã xem đính chính", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đính chính tại 840/UBND-VHXH", (await clerk.PageAsync("/so-van-ban-di/in")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"/so-van-ban-di/{entry.Id}/xoa", ("version", $"{entry.Version}"))).StatusCode);
    }

    [Fact]
    public async Task Correct_ReachesTheOffice_WhichReadsTheFileAndTakesNote()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);
        using var office = await portal.SignInAsync(Office);
        var inbox = await DeliveryAsync(report);
        await SendAsync(clerk, $"{report}/dinh-chinh");

        Assert.Contains("Hương Sơn (dữ liệu mẫu) đính chính báo cáo năm 2026", (await office.PageAsync("/")).QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
        var page = await office.PageAsync(inbox);
        var file = await office.GetAsync(page.QuerySelector("a[href*='/van-ban-sau/']")!.GetAttribute("href")!);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, (await office.SubmitAsync(page, "/xac-nhan")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await office.SubmitAsync(page, "/xac-nhan")).StatusCode);

        Assert.DoesNotContain("Hương Sơn (dữ liệu mẫu) đính chính", (await office.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã xem đính chính lúc", (await clerk.PageAsync(report)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var act = await portal.ReadAsync(db => db.ReportEvents.SingleAsync(row => row.Action == ReportAction.NoteCorrection && row.ReportId == ReportPath.Id(report), Cancellation));
        Assert.Equal((ReportStatus.Issued, ReportStatus.Issued), (act.From, act.To));
    }

    [Fact]
    public async Task Correct_WithoutFile_OrDatedBeforeTheReport_SaysSo()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);

        Assert.Contains("Chọn tệp công văn đã ký", await ErrorAsync(await SendAsync(clerk, $"{report}/dinh-chinh", content: "")), StringComparison.Ordinal);
        Assert.Contains("Chỉ nhận tệp PDF.", await ErrorAsync(await SendAsync(clerk, $"{report}/dinh-chinh", content: "MZ")), StringComparison.Ordinal);
        Assert.Contains("không được trước ngày của báo cáo", await ErrorAsync(await SendAsync(clerk, $"{report}/dinh-chinh", ("Form.IssuedOn", "01/01/2026"))), StringComparison.Ordinal);
        Assert.Contains("Nội dung đính chính", await ErrorAsync(await SendAsync(clerk, $"{report}/dinh-chinh", ("Form.Content", ""))), StringComparison.Ordinal);
        Assert.False(await portal.ReadAsync(db => db.ReportFollowUps.AnyAsync(row => row.ReportId == ReportPath.Id(report), Cancellation)));
        Assert.False(await portal.ReadAsync(db => db.OutgoingDocuments.AnyAsync(row => row.Number == 840, Cancellation)));
    }

    [Fact]
    public async Task Correct_LetterOfTheRegister_IsTakenNotEnteredAgain()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);
        await clerk.SubmitAsync(
            await clerk.PageAsync("/so-van-ban-di/them"), "/them", ("Form.Kind", "Công văn"), ("Form.Number", "840"), ("Form.Symbol", "UBND-VHXH"), ("Form.IssuedOn", Day),
            ("Form.Subject", "đính chính"), ("Form.Signer", "Hoàng Thị Mẫu"), ("Form.Recipients", "Sở Nội vụ"));

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(clerk, $"{report}/dinh-chinh")).StatusCode);

        Assert.Equal(1, await portal.ReadAsync(db => db.OutgoingDocuments.CountAsync(row => row.Number == 840, Cancellation)));
    }

    [Fact]
    public async Task Recall_EndsTheReport_AndTheOfficeConfirms()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);
        using var office = await portal.SignInAsync(Office);
        var inbox = await DeliveryAsync(report);

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(clerk, $"{report}/thu-hoi", content: "")).StatusCode);

        var page = await clerk.PageAsync(report);
        Assert.Contains("Đã thu hồi", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Báo cáo không còn hiệu lực", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận thu hồi", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/thu-hoi'], a[href$='/dinh-chinh']"));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"{report}/pdf")).StatusCode);

        Assert.Contains("Hương Sơn (dữ liệu mẫu) thu hồi báo cáo năm 2026", (await office.PageAsync("/")).QuerySelector(".desk")!.TextContent, StringComparison.Ordinal);
        var received = await office.PageAsync(inbox);
        Assert.DoesNotContain(received.QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/tiep-nhan", StringComparison.Ordinal));
        Assert.Contains("Đã thu hồi", (await office.PageAsync("/tiep-nhan")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.SubmitAsync(received, "/xac-nhan")).StatusCode);
        Assert.Contains("xác nhận thu hồi lúc", (await clerk.PageAsync(report)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"{inbox}/pdf")).StatusCode);
        var delivery = await portal.ReadAsync(db => db.ReportDeliveries.SingleAsync(row => row.ReportId == ReportPath.Id(report), Cancellation));
        Assert.NotNull(delivery.NotedUtc);
        Assert.Contains(await portal.ReadAsync(db => db.ReportEvents.Where(row => row.ReportId == delivery.ReportId).Select(row => row.Action).ToListAsync(Cancellation)), act => act == ReportAction.ConfirmRecall);
    }

    [Fact]
    public async Task Recall_ThenWrittenAnew_LeavesTheOldOneRecalled()
    {
        var report = await IssueAsync();
        using var clerk = await portal.SignInAsync(Clerk);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await SendAsync(clerk, $"{report}/thu-hoi", content: "");

        var started = await staff.SubmitAsync(await staff.PageAsync(report), "/thay-the");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        await ReportPath.IssueAsync(portal, staff, started.Headers.Location!.OriginalString, 816);

        Assert.Equal(ReportStatus.Recalled, await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task FollowUps_InAWrongState_OrWithoutTheDuty_AreRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync(Clerk);
        using var neighbour = await portal.SignInAsync("canbo@sontay");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Equal(HttpStatusCode.Conflict, (await clerk.GetAsync($"{report}/dinh-chinh")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.GetAsync($"{report}/thu-hoi")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"{report}/thu-hoi")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/bao-cao/1/thu-hoi")).StatusCode);
        await ReportPath.IssueAsync(portal, staff, report, 815);
        await SendAsync(clerk, $"{report}/dinh-chinh");
        var file = (await clerk.PageAsync(report)).QuerySelector("a[href*='/van-ban-sau/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync(file)).StatusCode);
    }

    private async Task<string> IssueAsync()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.IssueAsync(portal, staff, report, 815);
        return report;
    }

    private async Task<string> DeliveryAsync(string report) => $"/tiep-nhan/{await portal.ReadAsync(db =>
        db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).Select(row => row.Id).SingleAsync(Cancellation))}";

    private static async Task<string> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent;
    }

    private static Task<HttpResponseMessage> SendAsync(Session clerk, string url, params (string Name, string Value)[] values) =>
        SendAsync(clerk, url, "%PDF-1.7\n%%EOF", values);

    private static async Task<HttpResponseMessage> SendAsync(Session clerk, string url, string content, params (string Name, string Value)[] values)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Kind", "Công văn"), ("Form.Number", "840"), ("Form.Symbol", "UBND-VHXH"), ("Form.IssuedOn", Day), ("Form.Signer", "Hoàng Thị Mẫu"),
            ("Form.Content", "Sửa ngày ban hành ở trang 1"),
        ];
        (string Name, string Value)[] typed = [.. usual.Where(one => !values.Any(value => value.Name == one.Name)), .. values];
        var form = (await clerk.PageAsync(url)).QuerySelector($"form[action='{url}']")!;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Session.Fields(form).Select(field => (field.Key, field.Value))
            .Where(field => field.Key != "Form.File" && !typed.Any(value => value.Name == field.Key)).Concat(typed))
        {
            body.Add(new StringContent(value), name);
        }

        if (content.Length > 0)
        {
            var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            body.Add(file, "Form.File", "công văn.pdf");
        }

        return await clerk.SendAsync(HttpMethod.Post, url, body);
    }
}
