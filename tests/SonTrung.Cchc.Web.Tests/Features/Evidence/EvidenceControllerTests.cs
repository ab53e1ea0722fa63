using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Evidence;

public sealed class EvidenceControllerTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_PhonePicture_AnswersWithItsLineAndAuditsIt()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await UploadAsync(clerk, "Họp thôn Mai Hà.JPG", EvidenceFiles.PhonePicture());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var line = await LineAsync(answer);
        Assert.Equal("05/04/2026", line.GetAttribute("data-evidence-taken"));
        Assert.Contains("Họp thôn Mai Hà.JPG", line.TextContent, StringComparison.Ordinal);
        var id = line.GetAttribute("data-evidence-id");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(Attachment) && entry.EntityId == id, Cancellation));
        Assert.Equal((AuditAction.Added, "Nguyễn Thị Mẫu Hà"), (audit.Action, audit.UserName));
    }

    public static TheoryData<string, byte[], HttpStatusCode, string> Refused() => new()
    {
        { "ảnh.jpg", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "Loại tệp này không nhận" },
        { "ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8], HttpStatusCode.UnprocessableEntity, "bị hỏng" },
        { "công văn.pdf", [.. "MZ"u8, .. new byte[1000]], HttpStatusCode.UnprocessableEntity, "Loại tệp này không nhận" },
        { "khổng lồ.png", EvidenceFiles.PngHeader(60_000, 60_000), HttpStatusCode.UnprocessableEntity, "50 triệu điểm ảnh" },
        { "macro.docx", EvidenceFiles.Office(EvidenceFiles.WordMain, ("word/vbaProject.bin", [1])), HttpStatusCode.UnprocessableEntity, "macro" },
        { "trống.pdf", [], HttpStatusCode.UnprocessableEntity, "Tệp trống" },
        { "lớn.pdf", LargePdf((20 * 1024 * 1024) + 1), HttpStatusCode.RequestEntityTooLarge, "lớn hơn 20 MB" },
        { "rất lớn.pdf", LargePdf(31_000_000), HttpStatusCode.RequestEntityTooLarge, "lớn hơn 20 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Upload_WrongFile_SaysWhy(string name, byte[] bytes, HttpStatusCode status, string words)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        var answer = await UploadAsync(clerk, name, bytes);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WithALargerSetting_PassesTheServersOwnLimit()
    {
        await using var roomy = new Portal();
        await roomy.ReadAsync(db =>
        {
            db.PortalSettings.Add(new PortalSettings { MaxUploadMegabytes = 40 });
            return db.SaveChangesAsync(Cancellation);
        });
        using var clerk = await roomy.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(clerk, "quét.pdf", LargePdf(35_000_000))).StatusCode);
    }

    [Fact]
    public async Task Upload_Chairman_IsForbiddenAndMayLook()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var id = await AttachedAsync(clerk, "cho chủ tịch.png", EvidenceFiles.Picture(SkiaSharp.SKEncodedImageFormat.Png));

        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(chairman, "x.pdf", EvidenceFiles.Pdf())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"/tai-lieu/{id}/xoa")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chairman.GetAsync($"/tai-lieu/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chairman.GetAsync($"/tai-lieu/{id}/anh-nho")).StatusCode);
    }

    [Fact]
    public async Task Show_Picture_IsServedSafelyAndAskedForAgain()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AttachedAsync(clerk, "hội nghị.jpg", EvidenceFiles.PhonePicture());

        var answer = await clerk.GetAsync($"/tai-lieu/{id}");

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("inline", "hội nghị.jpg"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        var bytes = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("GPS-MARK", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
        var again = await clerk.SendAsync(HttpMethod.Get, $"/tai-lieu/{id}", null, ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Thumbnail_OfPicture_IsKeptByTheBrowserAlone()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AttachedAsync(clerk, "pano.png", EvidenceFiles.Picture(SkiaSharp.SKEncodedImageFormat.Png, 900, 600));

        var answer = await clerk.GetAsync($"/tai-lieu/{id}/anh-nho");

        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl is { Private: true, MaxAge.TotalDays: 365 });
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Show_Document_IsDownloaded()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AttachedAsync(clerk, "giấy mời.docx", EvidenceFiles.Office());

        var answer = await clerk.GetAsync($"/tai-lieu/{id}");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(EvidenceFiles.Office().Length, (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/tai-lieu/{id}/anh-nho")).StatusCode);
    }

    [Fact]
    public async Task Show_NotSignedIn_LeadsToSignIn()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var visitor = portal.Visit();
        var id = await AttachedAsync(clerk, "một.pdf", EvidenceFiles.Pdf());

        var answer = await visitor.GetAsync($"/tai-lieu/{id}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/dang-nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/anh-nho")]
    [InlineData("POST", "/xoa")]
    [InlineData("POST", "/khoi-phuc")]
    public async Task AnyAct_OnAnotherAgencysFile_IsNotFound(string method, string act)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var id = await AttachedAsync(clerk, "của xã Hương Sơn.jpg", EvidenceFiles.Picture());

        var answer = method == "GET" ? await stranger.GetAsync($"/tai-lieu/{id}{act}") : await stranger.PostAsync($"/tai-lieu/{id}{act}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendFormAsync(stranger, await ActivityAsync(), ("x.pdf", EvidenceFiles.Pdf()))).StatusCode);
    }

    [Fact]
    public async Task Show_FileNotYetSaved_IsItsUploadersAlone()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var colleague = await portal.SignInAsync("vanthu@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "nháp.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id");

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/tai-lieu/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/tai-lieu/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync($"/tai-lieu/{id}/xoa")).StatusCode);
    }

    [Fact]
    public async Task Delete_ThenRestore_AnswersWithPiecesAndAudits()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AttachedAsync(clerk, "bỏ nhầm.pdf", EvidenceFiles.Pdf());

        var removed = await PieceAsync(clerk, $"/tai-lieu/{id}/xoa");
        Assert.NotNull((await LineAsync(removed)).QuerySelector("[data-evidence-restore]"));
        Assert.NotNull((await RowAsync(id)).DeletedUtc);

        var restored = await PieceAsync(clerk, $"/tai-lieu/{id}/khoi-phuc");
        Assert.Contains("bỏ nhầm.pdf", (await LineAsync(restored)).TextContent, StringComparison.Ordinal);
        Assert.Null((await RowAsync(id)).DeletedUtc);
        var acts = await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == nameof(Attachment) && entry.EntityId.EndsWith($"/{id}"))
            .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancellation));
        Assert.Equal([AuditAction.Added, AuditAction.Hidden, AuditAction.Restored], acts);
    }

    [Fact]
    public async Task UploadForActivity_PlainFormWithThreeFiles_KeepsTheGoodOnesAndNamesTheBadOne()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var activity = await ActivityAsync();

        var answer = await SendFormAsync(
            clerk, activity, ("ảnh.webp", EvidenceFiles.Picture(SkiaSharp.SKEncodedImageFormat.Webp)), ("virus.pdf", "MZ"u8.ToArray()), ("danh sách.xlsx", EvidenceFiles.Office(EvidenceFiles.ExcelMain)));

        Assert.Equal($"/hoat-dong/{activity}", answer.Headers.Location?.OriginalString);
        var notice = (await clerk.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent;
        Assert.Contains("Đã tải lên 2 tệp.", notice, StringComparison.Ordinal);
        Assert.Contains("“virus.pdf”: Loại tệp này không nhận", notice, StringComparison.Ordinal);
        Assert.Equal(2, await portal.ReadAsync(db => db.Attachments.CountAsync(file => file.ActivityId == activity && file.AddedUtc > DateTime.UtcNow.AddMinutes(-1) && (file.FileName == "ảnh.webp" || file.FileName == "danh sách.xlsx"), Cancellation)));
    }

    [Fact]
    public async Task UploadForActivity_NothingChosen_SaysSo()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var activity = await ActivityAsync();

        var answer = await SendFormAsync(clerk, activity);

        Assert.Contains("Chưa chọn tệp nào.", (await clerk.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActivityForm_WithUploadedFiles_KeepsThemThroughErrorsAndAttachesThem()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "giữ lại.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id")!;
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelector<IHtmlInputElement>("input[name='Form.ChannelId']")!.Value;

        var refused = await clerk.SubmitAsync(form, "/hoat-dong/nhap", ("Form.Title", ""), ("Form.ChannelId", channel), ("Form.AttachmentIds", id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Session.ParseAsync(refused);
        Assert.NotNull(again.QuerySelector($"[data-evidence-id='{id}'][data-evidence-pending]"));
        var saved = await clerk.SubmitAsync(again, "/hoat-dong/nhap", ("Form.Title", "Có tệp giữ lại"), ("Form.ChannelId", channel), ("Form.AttachmentIds", id));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var activity = await portal.ReadAsync(db => db.PropagandaActivities.SingleAsync(row => row.Title == "Có tệp giữ lại", Cancellation));
        Assert.Equal(activity.Id, (await RowAsync(long.Parse(id, null))).ActivityId);
        Assert.Contains("giữ lại.pdf", (await clerk.PageAsync($"/hoat-dong/{activity.Id}")).QuerySelector(".evidence-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActivityForm_FileRemovedMeanwhile_SaysSoAndSavesWithoutItNextTime()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "đã bỏ.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id")!;
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelector<IHtmlInputElement>("input[name='Form.ChannelId']")!.Value;
        await PieceAsync(clerk, $"/tai-lieu/{id}/xoa");

        var refused = await clerk.SubmitAsync(form, "/hoat-dong/nhap", ("Form.Title", "Tệp đã bỏ"), ("Form.ChannelId", channel), ("Form.AttachmentIds", id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Session.ParseAsync(refused);
        Assert.Contains("Có tệp đã được bỏ", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[data-evidence-id]"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, "/hoat-dong/nhap", ("Form.ChannelId", channel))).StatusCode);
    }

    [Fact]
    public async Task ActivityForm_ColleaguesPendingFile_IsNotTaken()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var colleague = await portal.SignInAsync("vanthu@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "của người khác.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id")!;
        var form = await colleague.PageAsync("/hoat-dong/nhap");

        var answer = await colleague.SubmitAsync(
            form, "/hoat-dong/nhap", ("Form.Title", "Lấy tệp của người khác"), ("Form.ChannelId", form.QuerySelector<IHtmlInputElement>("input[name='Form.ChannelId']")!.Value), ("Form.AttachmentIds", id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null((await RowAsync(long.Parse(id, null))).ActivityId);
    }

    [Fact]
    public async Task ActivityPage_RemovedFile_IsBroughtBackWithoutScript()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await AttachedAsync(clerk, "không cần script.pdf", EvidenceFiles.Pdf());
        var url = $"/hoat-dong/{await ActivityAsync()}";

        var removed = await clerk.SubmitAsync(await clerk.PageAsync(url), $"/tai-lieu/{id}/xoa");
        Assert.Equal(url, removed.Headers.Location?.OriginalString);
        var page = await clerk.PageAsync(url);
        Assert.Contains("Đã bỏ “không cần script.pdf”.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(page, $"/tai-lieu/{id}/khoi-phuc");

        Assert.Null((await RowAsync(id)).DeletedUtc);
    }

    [Fact]
    public async Task ActivityPage_Chairman_SeesEvidenceAndNoButtons()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        await AttachedAsync(clerk, "chủ tịch xem.jpg", EvidenceFiles.Picture());

        var evidence = (await chairman.PageAsync($"/hoat-dong/{await ActivityAsync()}")).QuerySelector(".evidence-list")!;

        Assert.Contains("chủ tịch xem.jpg", evidence.TextContent, StringComparison.Ordinal);
        Assert.Empty(evidence.QuerySelectorAll("button, form"));
    }

    [Fact]
    public async Task DocumentForm_WithUploadedText_ShowsItOnTheDocumentsPage()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "kế hoạch 11.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id")!;

        var saved = await clerk.SubmitAsync(
            await clerk.PageAsync("/van-ban-can-cu/them"), "/van-ban-can-cu/them",
            ("Form.Kind", "Kế hoạch"), ("Form.Number", "911/KH-UBND"), ("Form.Issuer", "UBND tỉnh"), ("Form.Subject", "tuyên truyền có tệp"), ("Form.AttachmentIds", id));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await clerk.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Contains("kế hoạch 11.pdf", page.QuerySelector(".evidence-list")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await RowAsync(long.Parse(id, null))).ReferenceDocumentId);
        var more = await SendFormAsync(clerk, $"van-ban/{(await RowAsync(long.Parse(id, null))).ReferenceDocumentId}", ("phụ lục.xlsx", EvidenceFiles.Office(EvidenceFiles.ExcelMain)));
        Assert.Contains("phụ lục.xlsx", (await clerk.PageAsync(more.Headers.Location!.OriginalString)).QuerySelector(".evidence-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentForm_FileRemovedMeanwhile_SaysSo()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = (await LineAsync(await UploadAsync(clerk, "bỏ rồi.pdf", EvidenceFiles.Pdf()))).GetAttribute("data-evidence-id")!;
        await PieceAsync(clerk, $"/tai-lieu/{id}/xoa");

        var answer = await clerk.SubmitAsync(
            await clerk.PageAsync("/van-ban-can-cu/them"), "/van-ban-can-cu/them",
            ("Form.Kind", "Kế hoạch"), ("Form.Number", "912/KH-UBND"), ("Form.Issuer", "UBND tỉnh"), ("Form.Subject", "tuyên truyền"), ("Form.AttachmentIds", id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Không gắn được tệp", (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static byte[] LargePdf(int length)
    {
        var bytes = new byte[length];
        "%PDF-1.4\n"u8.CopyTo(bytes);
        "\n%%EOF\n"u8.CopyTo(bytes.AsSpan(length - 7));
        return bytes;
    }

    private static async Task<string> TokenAsync(Session session) =>
        (await session.PageAsync("/")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

    private static async Task<HttpResponseMessage> UploadAsync(Session session, string name, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await session.SendAsync(HttpMethod.Post, $"/tai-lieu?ten={Uri.EscapeDataString(name)}", content, ("X-CSRF-Token", await TokenAsync(session)));
    }

    private static Task<HttpResponseMessage> SendFormAsync(Session session, long activity, params (string Name, byte[] Bytes)[] files) =>
        SendFormAsync(session, $"hoat-dong/{activity}", files);

    private static async Task<HttpResponseMessage> SendFormAsync(Session session, string owner, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(session)), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "tep", name);
        }

        return await session.SendAsync(HttpMethod.Post, $"/tai-lieu/{owner}", form);
    }

    private static async Task<HttpResponseMessage> PieceAsync(Session session, string url) =>
        await session.SendAsync(HttpMethod.Post, url, null, ("X-CSRF-Token", await TokenAsync(session)), ("X-Piece", "1"));

    private static async Task<IElement> LineAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation));
        return Assert.Single(page.QuerySelectorAll("li"));
    }

    private Task<long> ActivityAsync() => portal.ReadAsync(db => db.PropagandaActivities
        .Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
        .OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(Cancellation));

    /// <summary>A file of an activity of xã Hương Sơn.</summary>
    private async Task<long> AttachedAsync(Session clerk, string name, byte[] bytes)
    {
        var activity = await ActivityAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await SendFormAsync(clerk, activity, (name, bytes))).StatusCode);
        return await portal.ReadAsync(db => db.Attachments.Where(file => file.FileName == name).OrderByDescending(file => file.Id).Select(file => file.Id).FirstAsync(Cancellation));
    }

    private Task<Attachment> RowAsync(long id) => portal.ReadAsync(db => db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).SingleAsync(file => file.Id == id, Cancellation));
}
