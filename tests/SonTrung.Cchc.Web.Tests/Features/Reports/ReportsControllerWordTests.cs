using System.Net;
using DocumentFormat.OpenXml.Packaging;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>"Tải Word": live, frozen, issued.</summary>
public sealed class ReportsControllerWordTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Word_Draft_IsTheDocumentOfTodayUnderItsName()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        Assert.NotNull((await staff.PageAsync(report)).QuerySelector($".page-head a[href='{report}/word']"));

        var answer = await staff.GetAsync($"{report}/word");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("BC-du-thao-UBND-2026_tuyen-truyen-CCHC.docx", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("Số: \u00A0", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_Submitted_IsFrozen_AndIssued_CarriesNumberAndDate()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var before = await TextAsync(await staff.GetAsync($"{report}/word"));

        var form = await staff.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelector("[name='Form.ChannelId']")!.GetAttribute("value")!;
        await staff.SubmitAsync(form, "/hoat-dong/nhap", ("Form.Title", "Việc vào sau khi trình"), ("Form.ChannelId", channel), ("Form.IsHighlighted", "true"));
        Assert.Equal(before, await TextAsync(await chairman.GetAsync($"{report}/word")));

        await ReportPath.ActAsync(chairman, report, "/duyet");
        await ReportPath.ActAsync(clerk, report, "/phat-hanh", ("Issue.Number", "15"));
        var answer = await clerk.GetAsync($"{report}/word");

        Assert.Equal("BC-15-UBND-2026_tuyen-truyen-CCHC.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Số: 15/BC-UBND", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_UnknownOrAnotherAgencysReport_IsNotFound()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/bao-cao/987654321/word")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{report}/word")).StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)), isEditable: false);
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
