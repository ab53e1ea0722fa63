using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

public sealed class ReportFindingsControllerTests : IDisposable
{
    private const string LastYears = "Hình thức tuyên truyền chưa thu hút được thanh niên và học sinh";
    private const string Impossible = "Hội nghị ngày 31/02/2026 có 80 người";

    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Index_CleanReport_SaysSoAndLetsItBeSubmitted()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Contains("Không thấy lỗi nào", (await staff.PageAsync($"{report}/ra-soat")).QuerySelector(".findings-count")!.TextContent, StringComparison.Ordinal);
        var page = await staff.PageAsync(report);
        Assert.Contains("Không thấy lỗi nào", page.QuerySelector("form[action$='/trinh-ky']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(page, "/trinh-ky")).StatusCode);
    }

    [Fact]
    public async Task Submit_WithAnError_IsRefusedUntilItIsPassedOverWithAReason()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, _) = await WriteAsync(staff, Impossible);
        var page = await staff.PageAsync(report);

        Assert.Contains("Không có ngày 31/02/2026", page.QuerySelector("form[action$='/trinh-ky'] .callout")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/trinh-ky'] button"));
        var refused = await staff.SubmitAsync(page, "/trinh-ky");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Rà soát còn lỗi chưa sửa", (await Session.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);

        var findings = await staff.PageAsync($"{report}/ra-soat");
        Assert.Equal("31/02/2026", findings.QuerySelector(".finding-error mark")!.TextContent);
        var without = await staff.SubmitAsync(findings, "/bo-qua", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("Ghi lý do bỏ qua", (await Session.ParseAsync(without)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(findings, "/bo-qua", ("Reason", "Ngày ghi theo văn bản gốc"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(await staff.PageAsync(report), "/trinh-ky")).StatusCode);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == "ReportPassedFinding" && entry.Action == AuditAction.Added && entry.After!.Contains("Ngày ghi theo văn bản gốc"), Cancellation)));
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        Assert.Contains("Ngày ghi theo văn bản gốc", (await chairman.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WithASentenceOfLastYear_IsRefusedUntilItIsConfirmedByAClick()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line) = await WriteAsync(staff, LastYears);
        var page = await staff.PageAsync(report);

        Assert.Contains("giống báo cáo năm 2025", page.QuerySelector("form[action$='/trinh-ky'] .callout")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/trinh-ky'] button"));
        var refused = await staff.SubmitAsync(page, "/trinh-ky");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Còn chữ của năm trước", (await Session.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);

        var findings = await staff.PageAsync($"{report}/ra-soat");
        Assert.Contains("Cần xác nhận vẫn đúng (1)", findings.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 cần xác nhận", findings.QuerySelector(".findings-count")!.TextContent.Split(" · ")[0].Trim());
        Assert.Null(findings.QuerySelector(".finding-pass"));
        var confirmed = await staff.SubmitAsync(findings, "/xac-nhan");
        Assert.Equal($"{report}/ra-soat", confirmed.Headers.Location!.OriginalString);
        Assert.Contains("Đã xác nhận vẫn đúng", (await staff.PageAsync($"{report}/ra-soat")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var kept = await portal.ReadAsync(db => db.ReportPassedFindings.SingleAsync(Cancellation));
        var entry = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(row => row.Entity == "ReportPassedFinding" && row.EntityId.EndsWith($"/{kept.Id}"), Cancellation));
        Assert.Equal((AuditAction.Added, kept.UserId), (entry.Action, entry.UserId));
        Assert.Contains(kept.TextSha256, entry.After, StringComparison.Ordinal);
        await WriteAsync(staff, LastYears + " ở các thôn");
        await WriteAsync(staff, "Nay " + LastYears.ToLowerInvariant());
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(await staff.PageAsync(report), "/trinh-ky")).StatusCode);
        Assert.NotEqual(0, line);
    }

    [Fact]
    public async Task Confirm_FromTheEditor_LeadsBackToTheLine_AndFallsWithTheSentence()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line) = await WriteAsync(staff, LastYears);

        var panel = await staff.PageAsync($"{report}/ra-soat/khung");
        Assert.Contains("Cần xác nhận", panel.QuerySelector(".line-findings")!.TextContent, StringComparison.Ordinal);
        var answer = await staff.PostAsync(
            $"{report}/ra-soat/xac-nhan",
            Session.Fields(panel.QuerySelector("form[action$='/xac-nhan']")!).Where(field => field.Key != "__RequestVerificationToken").Select(field => (field.Key, field.Value)).ToArray());

        Assert.Equal($"{report}/soan#dong-{line}", answer.Headers.Location!.OriginalString);
        Assert.Null((await staff.PageAsync($"{report}/ra-soat/khung")).QuerySelector(".line-findings"));
        await WriteAsync(staff, $"{LastYears} ; vẫn vậy");
        Assert.NotNull((await staff.PageAsync($"{report}/ra-soat/khung")).QuerySelector("form[action$='/xac-nhan']"));
    }

    [Fact]
    public async Task Confirm_NotSignedInWithoutPermissionOrForeign_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, _) = await WriteAsync(staff, LastYears);
        using var visitor = portal.Visit();
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var foreign = await portal.SignInAsync("canbo@sontrung");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync($"{report}/ra-soat/xac-nhan")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/ra-soat/xac-nhan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsync($"{report}/ra-soat/xac-nhan")).StatusCode);
    }

    [Fact]
    public async Task Reconsider_PassedOver_CountsAgain()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, _) = await WriteAsync(staff, Impossible);
        await staff.SubmitAsync(await staff.PageAsync($"{report}/ra-soat"), "/bo-qua", ("Reason", "Đúng"));

        await staff.SubmitAsync(await staff.PageAsync($"{report}/ra-soat"), "/xet-lai");

        Assert.NotNull((await staff.PageAsync($"{report}/ra-soat")).QuerySelector(".finding-error mark"));
        Assert.Equal(0, await portal.ReadAsync(db => db.ReportPassedFindings.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Pass_SentenceChangedMeanwhile_SaysSoAndKeepsNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, _) = await WriteAsync(staff, Impossible);
        var findings = await staff.PageAsync($"{report}/ra-soat");
        await WriteAsync(staff, "Hội nghị ngày 28/02/2026 có 80 người");

        await staff.SubmitAsync(findings, "/bo-qua", ("Reason", "Đúng"));

        Assert.Contains("đã thay đổi", (await staff.PageAsync($"{report}/ra-soat")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.ReportPassedFindings.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Fix_SafeProposal_MendsTheLineAndLeavesItsVersionBehind()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line) = await WriteAsync(staff, "Cập nhật kết quả theo Công văn số 5 /UBND-VX ngày 06/02/2026 của UBND tỉnh về chuyển đổi số");
        var findings = await staff.PageAsync($"{report}/ra-soat");

        var answer = await staff.SubmitAsync(findings, "/sua");

        Assert.EndsWith($"/soan#dong-{line}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Công văn số 05/UBND-VX ngày", await TextAsync(line), StringComparison.Ordinal);
        await staff.SubmitAsync(findings, "/sua");
        Assert.Contains("đã thay đổi", (await staff.PageAsync($"{report}/soan")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_ForTheEditor_CountsAndStandsBesideTheLine()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line) = await WriteAsync(staff, Impossible);

        var panel = await staff.PageAsync($"{report}/ra-soat/khung");

        Assert.StartsWith("1 lỗi", panel.GetElementById("ra-soat-ket-qua")!.GetAttribute("data-count"), StringComparison.Ordinal);
        Assert.Contains("Không có ngày 31/02/2026", panel.QuerySelector($".line-findings[data-for='{line}']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(panel.QuerySelector("html > body > header"));
    }

    [Fact]
    public async Task Index_OfASubmittedReport_SaysThatItCannotBeChanged()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Conflict, (await staff.GetAsync($"{report}/ra-soat")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{report}/ra-soat/bo-qua", ("RuleId", "F-LUU"), ("Reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{report}/ra-soat/1/sua")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{report}/ra-soat/1/xet-lai")).StatusCode);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<string> TextAsync(long line) => portal.ReadAsync(db => db.ReportLines.Where(row => row.Id == line).Select(row => row.Text).SingleAsync(Cancellation));

    /// <summary>Writes over the last dash of the report.</summary>
    private static async Task<(string Report, long Line)> WriteAsync(Session staff, string text)
    {
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync($"{report}/soan");
        var row = page.QuerySelectorAll(".line-dash")[^1];
        var action = row.QuerySelector("form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(page, action, ("Form.Text", text))).StatusCode);
        return (report, long.Parse(action.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
