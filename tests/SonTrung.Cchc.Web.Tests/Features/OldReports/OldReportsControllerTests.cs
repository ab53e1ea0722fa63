using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Features.OldReports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.OldReports;

public sealed class OldReportsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Staff = "canbo@xahuongson";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_LinkToTheImport()
    {
        using var staff = await portal.SignInAsync(Staff);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.NotNull((await staff.PageAsync("/bao-cao")).QuerySelector($"main a[href='{OldPaper.Home}']"));
        Assert.Null((await chairman.PageAsync("/bao-cao")).QuerySelector($"main a[href='{OldPaper.Home}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync(OldPaper.Home)).StatusCode);
    }

    [Fact]
    public async Task Import_PastedPaper_IsShownBesideItsBlocksAndBecomesTheReport()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2024);

        var page = await staff.PageAsync($"{OldPaper.Home}/{id}");
        Assert.Contains("hướng", page.QuerySelectorAll(".old-lines mark").Select(mark => mark.TextContent));
        Assert.Contains(page.QuerySelectorAll(".old-lines mark"), mark => mark.GetAttribute("title")!.Contains("hư ớng", StringComparison.Ordinal));
        Assert.Equal("Chưa xếp vào đâu (giữ lại, không in)", page.QuerySelectorAll("legend")[^1].TextContent);
        Assert.Equal(["Đầu văn bản", "Kế hoạch căn cứ"], page.QuerySelectorAll("legend").Take(2).Select(legend => legend.TextContent));
        Assert.All(page.QuerySelectorAll(".old-block a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.All(page.QuerySelectorAll(".old-lines a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));

        var early = await OldPaper.SendAsync(staff, id, "/luu-bao-cao");
        Assert.StartsWith($"{OldPaper.Home}/{id}#khoi-", early.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận", (await staff.PageAsync($"{OldPaper.Home}/{id}")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        var report = await OldPaper.WriteAsync(staff, id);
        var shown = await staff.PageAsync(report);
        Assert.Contains("Đã lưu báo cáo năm 2024", shown.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var paper = shown.QuerySelector(".doc")!.TextContent;
        Assert.Contains("Bộ phận một cửa của xã thực hiện công khai hướng dẫn thủ tục;", paper, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Mẫu", paper, StringComparison.Ordinal);
        Assert.Equal("Số: 105/BC-UBND", shown.QuerySelector(".doc-number")!.TextContent);
        Assert.Equal("Hương Sơn, ngày 12 tháng 12 năm 2024", shown.QuerySelector(".doc-date")!.TextContent);
        Assert.Equal("Bản nhập lại từ văn bản giấy", shown.QuerySelector(".page-head .status")!.TextContent);
        Assert.Empty(shown.QuerySelectorAll(".report-acts form"));
        Assert.Equal($"{OldPaper.Home}/{id}", shown.QuerySelector(".callout a")!.GetAttribute("href"));
        var done = await staff.PageAsync($"{OldPaper.Home}/{id}");
        Assert.Contains("Bảng kê | 12", done.QuerySelectorAll(".old-group")[^1].TextContent, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.NextYearTasks.AnyAsync(row => row.Year == 2024 && row.Text == "Tiếp tục phát thanh hằng tuần", Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.Plans.AnyAsync(row => row.Year == 2024 && row.Number == "05/KH-UBND", Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(OldReport) && entry.EntityId == $"{id}" && entry.Action == AuditAction.Changed, Cancellation)));

        var back = await staff.SubmitAsync(done, "/hoan-tac");
        Assert.Equal($"{OldPaper.Home}/{id}", back.Headers.Location!.OriginalString);
        Assert.False(await portal.ReadAsync(db => db.AnnualReports.AnyAsync(row => row.Year == 2024, Cancellation)));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(report)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(await staff.PageAsync($"{OldPaper.Home}/{id}"), "/bo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{OldPaper.Home}/{id}")).StatusCode);
    }

    [Fact]
    public async Task TakeBack_OfAnEditedReport_IsRefusedAndSaysWhy()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2020);
        var report = await OldPaper.WriteAsync(staff, id);
        var editor = await staff.PageAsync($"{report}/soan");
        var line = editor.QuerySelectorAll<IHtmlFormElement>("form").First(form => form.QuerySelector("[name='Form.Text']") is not null);
        await staff.SendAsync(HttpMethod.Post, line.GetAttribute("action")!, new FormUrlEncodedContent(Session.Fields(line).Where(field => field.Key != "Form.Text").Append(KeyValuePair.Create("Form.Text", "Câu người khác đã sửa"))));

        var answer = await staff.SubmitAsync(await staff.PageAsync($"{OldPaper.Home}/{id}"), "/hoan-tac");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("đã có người sửa", (await Session.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.AnnualReports.AnyAsync(row => row.Year == 2020 && row.IsReentered, Cancellation)));
    }

    [Fact]
    public async Task Keep_Corrections_StayWhenTheWindowIsClosed()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2022);
        var page = await staff.PageAsync($"{OldPaper.Home}/{id}");
        var place = page.QuerySelectorAll<IHtmlTextAreaElement>("#cac-khoi textarea").Single(area => area.Value.Contains("Bảng kê", StringComparison.Ordinal)).Name!.Split('.')[0];

        var answer = await OldPaper.SendAsync(staff, id, "", ($"{place}.Part", "Paragraph"), ($"{place}.Text", "Bảng kê kèm theo.\nĐoạn thứ hai."), ($"{place}.Right", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var colleague = await portal.SignInAsync("vanthu@xahuongson");
        var texts = (await colleague.PageAsync($"{OldPaper.Home}/{id}")).QuerySelectorAll<IHtmlTextAreaElement>("#cac-khoi textarea").Select(area => area.Value.Trim()).ToList();
        Assert.Contains("Bảng kê kèm theo.", texts);
        Assert.Contains("Đoạn thứ hai.", texts);
        Assert.NotNull((await colleague.PageAsync(OldPaper.Home)).QuerySelector($"main a[href='{OldPaper.Home}/{id}']"));
    }

    [Fact]
    public async Task Keep_ByScript_AnswersJsonAndAStaleOneSaysSo()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2021);
        var fields = Session.Fields((await staff.PageAsync($"{OldPaper.Home}/{id}")).QuerySelector("#cac-khoi")!).ToList();

        async Task<HttpResponseMessage> SaveAsync(IEnumerable<KeyValuePair<string, string>> sent) =>
            await staff.SendAsync(HttpMethod.Post, $"{OldPaper.Home}/{id}", new FormUrlEncodedContent(sent), ("Accept", "application/json"));

        var first = await SaveAsync(fields);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("\"version\"", await first.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync(fields)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(fields.Select(field => field.Key.EndsWith(".Text", StringComparison.Ordinal) ? KeyValuePair.Create(field.Key, "Một\nHai") : field))).StatusCode);

        var stale = await staff.SendAsync(HttpMethod.Post, $"{OldPaper.Home}/{id}", new FormUrlEncodedContent(
            fields.Select(field => field.Value.Contains("Kinh phí", StringComparison.Ordinal) ? KeyValuePair.Create(field.Key, "- Chữ vừa gõ.") : field)));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await Session.ParseAsync(stale);
        Assert.Contains("- Chữ vừa gõ.", page.QuerySelectorAll<IHtmlTextAreaElement>("#cac-khoi textarea").Select(area => area.Value.Trim()));
        Assert.Contains("Người khác vừa sửa", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "Hãy chọn tệp")]
    [InlineData("Một dòng", "x.docx", "bỏ một trong hai")]
    [InlineData(null, "scan", "bản quét")]
    [InlineData(null, "password", "có mật khẩu")]
    [InlineData(null, "bomb", "bị hỏng")]
    [InlineData(null, "broken", "bị hỏng")]
    [InlineData(null, "old", "kiểu cũ (.doc)")]
    [InlineData(null, "empty", "không có chữ nào")]
    [InlineData(null, "long", "quá nhiều chữ")]
    [InlineData(null, "huge", "lớn hơn 10 MB")]
    [InlineData("long", null, "dài quá 300.000 ký tự")]
    public async Task Receive_WhatCannotBeRead_SaysWhyAndKeepsWhatWasPasted(string? pasted, string? file, string reason)
    {
        using var staff = await portal.SignInAsync(Staff);
        var bytes = file switch
        {
            null => null,
            "scan" => HostilePapers.Scan(),
            "password" => HostilePapers.Encrypted(),
            "bomb" => HostilePapers.Bomb(),
            "broken" => [.. "PK\x03\x04"u8, .. new byte[200]],
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4],
            "empty" => "  \n "u8.ToArray(),
            "long" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("chữ ", 110_000))),
            "huge" => new byte[OldReportUpload.LargestFile + 1],
            _ => Encoding.UTF8.GetBytes("x"),
        };
        pasted = pasted == "long" ? new string('a', OldReportUpload.LongestText + 1) : pasted;

        var answer = await OldPaper.PostAsync(staff, 2019, pasted, bytes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains(reason, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".error-summary a")!.GetAttribute("href")!));
        Assert.Equal(pasted ?? "", page.QuerySelector<IHtmlTextAreaElement>("#Text")!.Value);
        Assert.False(await portal.ReadAsync(db => db.OldReports.AnyAsync(row => row.Year == 2019, Cancellation)));
    }

    [Fact]
    public async Task Receive_YearThatHasAReport_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@sontrung");

        var answer = await OldPaper.PostAsync(staff, 2023, OldPaper.Text(2023));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("đã có báo cáo", (await Session.ParseAsync(answer)).QuerySelector("#Year-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Html_IsShownAsText()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2018, "BÁO CÁO\nVề <b>lạ</b>\nI. <script>alert(1)</script>\n- <i>việc</i> hư ớng dẫn");

        var html = await (await staff.GetAsync($"{OldPaper.Home}/{id}")).Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>việc", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>lạ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_OfAnotherAgencyOrInAWrongState_AreNotFoundOrRefused()
    {
        using var staff = await portal.SignInAsync(Staff);
        var id = await OldPaper.BringAsync(staff, 2017);
        using var stranger = await portal.SignInAsync("canbo@sontay");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{OldPaper.Home}/{id}")).StatusCode);
        foreach (var act in new[] { "", "/xac-nhan", "/luu-bao-cao", "/hoan-tac", "/bo" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{OldPaper.Home}/{id}{act}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{OldPaper.Home}/{id}/hoan-tac")).StatusCode);
        var report = await OldPaper.WriteAsync(staff, id);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{OldPaper.Home}/{id}/bo")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{OldPaper.Home}/{id}")).StatusCode);
        Assert.Equal(report, (await staff.PostAsync($"{OldPaper.Home}/{id}/luu-bao-cao")).Headers.Location!.OriginalString);
        Assert.Equal(1, await portal.ReadAsync(db => db.AnnualReports.CountAsync(row => row.Year == 2017, Cancellation)));
        Assert.Equal(ReportStatus.Draft, await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Year == 2017).Select(row => row.Status).SingleAsync(Cancellation)));
    }
}
