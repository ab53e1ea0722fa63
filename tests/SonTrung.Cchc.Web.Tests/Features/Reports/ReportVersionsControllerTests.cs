using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Every submission is kept and can be compared; who reads again sees first what changed.</summary>
public sealed class ReportVersionsControllerTests : IAsyncDisposable
{
    private const string NewWords = "và một buổi đối thoại với hộ kinh doanh";

    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Index_BeforeAnySubmission_SaysSo()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Contains("Chưa trình lần nào", (await staff.PageAsync($"{report}/phien-ban")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_ReportOfAnotherAgency_IsNotFound_WithoutPermission_IsForbidden()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        foreach (var url in new[] { $"{report}/phien-ban", $"{report}/phien-ban/1/pdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(url)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{report}/phien-ban/2/pdf")).StatusCode);
    }

    [Fact]
    public async Task Show_AfterAReturn_TheChairmanSeesFirstWhatChanged()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmitTwiceAsync(staff, chairman);

        var page = await chairman.PageAsync(report);

        var changes = page.QuerySelector(".changes")!;
        Assert.Contains("Thay đổi so với lần trình 1", changes.TextContent, StringComparison.Ordinal);
        Assert.Contains(changes.QuerySelectorAll("ins"), part => part.TextContent.Contains(NewWords, StringComparison.Ordinal));
        Assert.NotEmpty(changes.QuerySelectorAll(".compared-place"));
        var whole = page.QuerySelector("details:has(.doc)")!;
        Assert.Equal("Hiện cả văn bản", whole.QuerySelector("summary")!.TextContent.Trim());
        Assert.False(whole.HasAttribute("open"));
        Assert.True(changes.CompareDocumentPosition(page.QuerySelector("form[action$='/duyet']")!).HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public async Task Show_SubmittedAgainUnread_ComparesWithWhatTheChairmanRead()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmitTwiceAsync(staff, chairman);
        await ReportPath.ActAsync(staff, report, "/rut-lai");
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Contains("Thay đổi so với lần trình 1", (await chairman.PageAsync(report)).QuerySelector(".changes")!.TextContent, StringComparison.Ordinal);
        var own = (await staff.PageAsync(report)).QuerySelector(".changes")!.TextContent;
        Assert.Contains("Thay đổi so với lần trình 2", own, StringComparison.Ordinal);
        Assert.Contains("Nội dung không thay đổi.", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_TwoSubmissions_AreCompared_AndEachKeepsItsPdf()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmitTwiceAsync(staff, chairman);
        var page = await staff.PageAsync(report);
        var versions = await staff.PageAsync(page.QuerySelectorAll("a").First(link => link.TextContent.Contains("Các lần trình (2)", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.Equal(2, versions.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Lần trình 2 so với lần 1", versions.QuerySelector("#so-sanh h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(versions.QuerySelectorAll("#so-sanh ins"), part => part.TextContent.Contains(NewWords, StringComparison.Ordinal));
        var turned = await staff.PageAsync($"{report}/phien-ban?tu=2&den=1");
        Assert.Contains("Lần trình 2 so với lần 1", turned.QuerySelector("#so-sanh h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chọn hai lần trình khác nhau", (await staff.PageAsync($"{report}/phien-ban?tu=1&den=1")).QuerySelector("#so-sanh")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{report}/phien-ban?tu=1&den=9")).StatusCode);

        var hashes = await portal.ReadAsync(db => db.ReportVersions.Where(row => row.ReportId == ReportPath.Id(report)).OrderBy(row => row.Number).Select(row => row.PdfSha256).ToListAsync(Cancellation));
        for (var number = 1; number <= 2; number++)
        {
            var answer = await staff.GetAsync($"{report}/phien-ban/{number}/pdf");
            Assert.Equal($"BC-lan-trinh-{number}-UBND-2026_tuyen-truyen-CCHC.pdf", answer.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal(hashes[number - 1], Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Cancellation))));
        }
    }

    [Fact]
    public async Task Show_FirstSubmissionOfAReplacement_ShowsWhatChangedSinceTheIssuedReport()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await AddLineAsync(staff, report, "Câu viết tay của báo cáo đầu");
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var replacement = (await ReportPath.ActAsync(staff, report, "/thay-the")).Headers.Location!.OriginalString;
        await ChangeLineAsync(staff, replacement);
        await ReportPath.ActAsync(staff, replacement, "/trinh-ky");

        var changes = (await chairman.PageAsync(replacement)).QuerySelector(".changes")!;

        Assert.Contains("Thay đổi so với báo cáo bị thay thế, số 15/BC-UBND ngày", changes.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(NewWords, Assert.Single(changes.QuerySelectorAll("ins")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(changes.QuerySelectorAll("del"));
        Assert.DoesNotContain("Câu viết tay", changes.TextContent, StringComparison.Ordinal);
        var versions = await staff.PageAsync($"{replacement}/phien-ban");
        Assert.Contains("Lần trình 1 so với báo cáo bị thay thế, số 15/BC-UBND", versions.QuerySelector("#so-sanh h2")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Báo cáo bị thay thế, số 15/BC-UBND", versions.QuerySelector("select[name=tu] option[selected]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(versions.QuerySelectorAll("#so-sanh ins"), part => part.TextContent.Contains(NewWords, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{replacement}/phien-ban?tu=0&den=7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"{report}/phien-ban?tu=0&den=1")).StatusCode);
    }

    [Fact]
    public async Task Show_ReplacedReport_LeadsToItsReplacementAndBack_OnBothSides()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var replacement = (await ReportPath.ActAsync(staff, report, "/thay-the")).Headers.Location!.OriginalString;
        var written = (await staff.PageAsync(report)).QuerySelector($".callout:has(a[href='{replacement}'])")!;
        Assert.Contains("Báo cáo thay thế đang được lập (Dự thảo)", written.TextContent, StringComparison.Ordinal);
        await ReportPath.IssueAsync(portal, staff, replacement, 16);

        var (older, newer) = (await DeliveryAsync(report), await DeliveryAsync(replacement));
        foreach (var (session, old, now) in new[] { (staff, report, replacement), (office, older, newer) })
        {
            Assert.Matches(@"đã được thay thế bằng báo cáo số 16/BC-UBND ngày \d\d/\d\d/\d{4}", (await session.PageAsync(old)).QuerySelector($".callout:has(a[href='{now}'])")!.TextContent);
            Assert.Matches(@"thay thế báo cáo số 15/BC-UBND ngày \d\d/\d\d/\d{4}", (await session.PageAsync(now)).QuerySelector($".callout:has(a[href='{old}'])")!.TextContent);
        }
    }

    [Fact]
    public async Task Show_Timeline_TellsWhoHasItAndAllThatHappened()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmitTwiceAsync(staff, chairman);

        var head = (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent;
        Assert.Matches(@"Đang ở: .+ – CHỦ TỊCH, từ \d\d:\d\d ngày \d\d/\d\d/\d{4}", head);
        await ReportPath.ActAsync(chairman, report, "/duyet");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        await ReportPath.ActAsync(clerk, report, "/phat-hanh", ("Issue.Number", "15"));

        var issued = await staff.PageAsync(report);
        var acts = issued.QuerySelectorAll(".timeline li strong").Select(act => act.TextContent).ToList();
        Assert.Equal(["Phát hành (bản giấy)", "Gửi đến Sở Nội vụ tỉnh Hà Tĩnh", "Duyệt", "Trình ký lần 2", "Trả lại", "Trình ký"], acts.Select(act => act.Replace(" (dữ liệu mẫu)", "", StringComparison.Ordinal)));
        Assert.Contains("Bổ sung đối thoại", issued.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var delivery = await portal.ReadAsync(db => db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).Select(row => row.Id).SingleAsync(Cancellation));
        var received = (await office.PageAsync($"/tiep-nhan/{delivery}")).QuerySelector(".timeline")!;
        Assert.Single(received.QuerySelectorAll("li"));
        Assert.DoesNotContain("Bổ sung đối thoại", received.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Submitted, returned, given some words more and submitted again.</summary>
    private static async Task<string> SubmitTwiceAsync(Session staff, Session chairman)
    {
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        await ReportPath.ActAsync(chairman, report, "/tra-lai", ("Act.Reason", "Bổ sung đối thoại"));
        await ChangeLineAsync(staff, report);
        var answer = await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Session.ParseAsync(answer)).QuerySelector("main")?.TextContent);
        return report;
    }

    private static async Task ChangeLineAsync(Session staff, string report)
    {
        var lines = await staff.PageAsync($"{report}/soan");
        var line = lines.QuerySelector(".line-dash form")!;
        await staff.SubmitAsync(lines, line.GetAttribute("action")!, ("Form.Text", $"{line.QuerySelector("textarea")!.TextContent} {NewWords}"));
    }

    /// <summary>Writes a line by hand behind the first one.</summary>
    private static async Task AddLineAsync(Session staff, string report, string text)
    {
        var lines = await staff.PageAsync($"{report}/soan");
        var known = Ids(lines);
        await staff.PostAsync($"{lines.QuerySelector(".line-dash form")!.GetAttribute("action")}/them");
        lines = await staff.PageAsync($"{report}/soan");
        await staff.SubmitAsync(lines, Assert.Single(Ids(lines).Except(known)), ("Form.Text", text));
    }

    private static List<string> Ids(IDocument lines) => lines.QuerySelectorAll("form:has(textarea)").Select(form => form.GetAttribute("action")!).ToList();

    private async Task<string> DeliveryAsync(string report) => $"/tiep-nhan/{await portal.ReadAsync(db =>
        db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).Select(row => row.Id).SingleAsync(Cancellation))}";
}
