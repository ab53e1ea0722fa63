using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

public sealed class ReportRecipientsControllerTests : IDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OwnLists_ArePrinted_AndResetGivesTheLetterheadsBack()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        await SaveAsync(staff, report, ("Form.Addressees[0].Text", "Văn phòng UBND tỉnh Hà Tĩnh"), ("Form.Copies[1].Text", "Ban Văn hóa – Xã hội HĐND xã"));
        var own = await staff.PageAsync(report);
        Assert.Contains("Văn phòng UBND tỉnh Hà Tĩnh", own.QuerySelector(".doc-addressee, .doc-addressees")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ban Văn hóa – Xã hội HĐND xã", own.QuerySelector(".doc-recipients")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lưu: VT", own.QuerySelector(".doc-recipients")!.TextContent, StringComparison.Ordinal);

        await staff.SubmitAsync(await staff.PageAsync($"{report}/noi-nhan"), "/theo-the-thuc");

        Assert.Contains("Sở Nội vụ", (await staff.PageAsync(report)).QuerySelector(".doc-addressee, .doc-addressees")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_WithAnAddresseeOutsideThePortal_DeliversToNobody()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await SaveAsync(staff, report, ("Form.Addressees[0].Text", "Văn phòng UBND tỉnh Hà Tĩnh"), ("Form.Addressees[0].OfficeId", ""));

        await ReportPath.IssueAsync(portal, staff, report, 4321);

        Assert.Equal(0, await portal.ReadAsync(db => db.ReportDeliveries.CountAsync(row => row.ReportId == ReportPath.Id(report), Cancellation)));
    }

    [Fact]
    public async Task Save_AfterSubmittingOrByOthers_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync($"{report}/noi-nhan");
        using var foreign = await portal.SignInAsync("canbo@sontrung");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"{report}/noi-nhan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsync($"{report}/noi-nhan", ("Form.Addressees[0].Text", "x"))).StatusCode);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync($"{report}/noi-nhan")).StatusCode);

        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(page, "/noi-nhan")).StatusCode);
    }

    [Fact]
    public async Task LastYear_FillsTheForm_AndWritesNothingBeforeItIsSaved()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await portal.ReadAsync(async db =>
        {
            var last = await db.AnnualReports.SingleAsync(
                row => row.Year == 2025 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation);
            db.AddRange(
                new ReportRecipient { AgencyId = last.AgencyId, ReportId = last.Id, Kind = RecipientKind.Addressee, Position = 0, PrintedText = "Phòng Nội vụ huyện Hương Sơn" },
                new ReportRecipient { AgencyId = last.AgencyId, ReportId = last.Id, Kind = RecipientKind.Copy, Position = 0, PrintedText = "Đoàn Thanh niên xã" },
                new ReportRecipient { AgencyId = last.AgencyId, ReportId = last.Id, Kind = RecipientKind.Copy, Position = 1, PrintedText = "Ban chỉ đạo CCHC năm 2025" });
            return await db.SaveChangesAsync(Cancellation);
        });

        var form = await staff.PageAsync($"{report}/noi-nhan/nam-truoc");

        Assert.Contains(form.QuerySelectorAll("input"), input => input.GetAttribute("value") == "Đoàn Thanh niên xã");
        Assert.Equal(["Phòng Nội vụ", "huyện", "2025"], form.QuerySelectorAll("form mark").Select(mark => mark.TextContent));
        Assert.Contains("Phòng Nội vụ", form.QuerySelector("#Form_Addressees_0__Text")!.Closest("fieldset")!.QuerySelector(".citation-note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(form.QuerySelector(".callout"));
        Assert.Empty((await staff.PageAsync($"{report}/noi-nhan")).QuerySelectorAll("mark"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Set<ReportRecipient>().CountAsync(row => row.ReportId == ReportPath.Id(report), Cancellation)));
        await staff.SubmitAsync(form, "/noi-nhan");
        Assert.Contains("Đoàn Thanh niên xã", (await staff.PageAsync(report)).QuerySelector(".doc-recipients")!.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => portal.Dispose();

    private static async Task SaveAsync(Session staff, string report, params (string, string)[] values)
    {
        var answer = await staff.SubmitAsync(await staff.PageAsync($"{report}/noi-nhan"), "/noi-nhan", values);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
