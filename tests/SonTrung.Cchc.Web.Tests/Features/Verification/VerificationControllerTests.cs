using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Features.Verification;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Verification;

public sealed class VerificationControllerTests(VerificationControllerTests.IssuedPortal issued) : IClassFixture<VerificationControllerTests.IssuedPortal>
{
    private const string Page = "/xac-thuc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Portal Portal => issued.Portal;

    [Fact]
    public async Task Show_OfAnIssuedReport_TellsStrangersWhatIsPrintedOnItAndNoMore()
    {
        using var visitor = Portal.Visit();
        var report = await IssuedAsync();

        var page = await visitor.PageAsync($"{Page}/{report.Code}");
        var facts = page.QuerySelectorAll("dl.facts dt").ToDictionary(name => name.TextContent, name => name.NextElementSibling!.TextContent.Trim());

        Assert.Equal("Có hiệu lực", facts["Tình trạng"]);
        Assert.StartsWith("21/BC-UBND", facts["Số, ngày"], StringComparison.Ordinal);
        Assert.StartsWith("BÁO CÁO", facts["Tên loại, trích yếu"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(report.Sha256, facts["SHA-256 của tệp đã phát hành"]);
        Assert.Equal(6, facts.Count);
        Assert.Contains("CHỦ TỊCH", facts["Người ký"], StringComparison.Ordinal);
        Assert.DoesNotContain("canbo", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Show_UnknownCode_SaysSoPolitely(string code)
    {
        using var visitor = Portal.Visit();

        var answer = await visitor.GetAsync($"{Page}/{code}");
        var page = await Session.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không tìm thấy văn bản đã phát hành", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(code, page.QuerySelector<IHtmlInputElement>("#ma")!.Value);
    }

    [Fact]
    public async Task Show_ReportNotIssuedOrFromPaper_IsUnknown()
    {
        using var visitor = Portal.Visit();
        var codes = await Portal.ReadAsync(db => db.AnnualReports.Where(report => report.IsReentered || report.Status == ReportStatus.Draft)
            .Select(report => report.PublicCode).ToListAsync(Cancellation));

        Assert.NotEmpty(codes);
        foreach (var code in codes)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{Page}/{code}")).StatusCode);
        }
    }

    [Fact]
    public async Task Index_CodeOrWholeAddressTyped_LeadsToItsPage()
    {
        using var visitor = Portal.Visit();
        var report = await IssuedAsync();

        foreach (var typed in new[] { report.Code, $" https://cchc.example/xac-thuc/{report.Code}/ " })
        {
            var answer = await visitor.GetAsync($"{Page}?ma={Uri.EscapeDataString(typed)}");
            Assert.Equal((HttpStatusCode.Redirect, $"{Page}/{report.Code}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }

        Assert.NotNull((await visitor.PageAsync("/dang-nhap")).QuerySelector($"a[href='{Page}']"));
    }

    [Fact]
    public async Task Check_TheIssuedFile_IsItByteForByte()
    {
        var page = await CheckAsync(await IssuedFileAsync());

        Assert.Equal("Đúng bản đã phát hành", page.QuerySelector(".verify-result .status-good")!.TextContent);
        Assert.Contains("21/BC-UBND", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_IssuedFileWithSomethingBehindIt_IsAlteredAndTellsHowMuch()
    {
        byte[] added = [.. "1 0 obj<</Evil true>>endobj\n%%EOF\n"u8];

        var page = await CheckAsync([.. await IssuedFileAsync(), .. added]);

        Assert.Equal("Đã bị sửa đổi", page.QuerySelector(".verify-result .status-bad")!.TextContent);
        Assert.Contains($"có {added.Length} byte được thêm", page.QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("21/BC-UBND", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SameReportWithOtherWords_IsAlteredAndShowsTheForeignOnes()
    {
        var report = await IssuedAsync();
        var json = await Portal.ReadAsync(db => db.ReportVersions.Where(version => version.Id == report.VersionId).Select(version => version.ModelJson).SingleAsync(Cancellation));
        var document = OfficialDocumentJson.Read(json);
        var forged = document with
        {
            VerificationUrl = null,
            Body = [.. document.Body.Select((block, i) => i == document.Body.Count - 2 ? block with { Text = "Xã đã tổ chức 999 hội nghị giả mạo." } : block)],
        };
        var pdf = Portal.Services.GetRequiredService<IOfficialDocumentRenderer>().Render(forged, new IssueMark(report.Number, report.IssuedOn)).Pdf;

        var page = await CheckAsync(pdf);

        Assert.Equal("Đã bị sửa đổi", page.QuerySelector(".verify-result .status-bad")!.TextContent);
        Assert.Contains("999 hội nghị giả mạo", page.QuerySelector(".verify-lines")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("của bản đã phát hành không có trong tệp", page.QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);

        // What the issued document says is not told to who brings a forged one.
        Assert.DoesNotContain(document.Body[^2].Text, page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EveryFlippedByte_IsNeverTheIssuedFile()
    {
        var bytes = await IssuedFileAsync();
        await using var scope = Portal.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<FileVerification>();
        foreach (var at in Enumerable.Range(0, 24).Select(i => (int)((long)bytes.Length * i / 24)))
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x20;
            using var content = new MemoryStream(changed);

            Assert.NotEqual(FileVerdict.Issued, (await files.CheckAsync(content, Cancellation)).Verdict);
        }
    }

    [Fact]
    public async Task Check_OtherFiles_AreUnknownOrNoPdf()
    {
        var other = await Portal.ReadAsync(db => db.AnnualReports.Where(report => report.IsReentered).Select(report => report.Id).FirstAsync(Cancellation));
        Assert.True(other > 0);

        Assert.Contains("Không phải PDF", (await CheckAsync([1, 2, 3])).QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Không nhận ra", (await CheckAsync([.. "%PDF-1.7\n%%EOF"u8])).QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        var nothing = await SendAsync([]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("Chưa chọn tệp", (await Session.ParseAsync(nothing)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_TooManyAMinute_IsAskedToWait()
    {
        await using var other = new Portal();
        using var visitor = other.Visit();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 130 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            answers.Add((await visitor.GetAsync($"{Page}/AAAAAAAAAAAAAAAAAAAAAA")).StatusCode);
        }

        // A window may end on the way; twice the limit never fits into one.
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.InRange(answers.Count, 61, 130);
    }

    private async Task<Issued> IssuedAsync() => await Portal.ReadAsync(db => db.ReportVersions
        .Where(version => version.IssuedPdfSha256 != null && version.Report!.Number == 21)
        .Select(version => new Issued(version.Id, version.Report!.PublicCode, version.IssuedPdfSha256!, version.Report.Number!.Value, version.Report.IssuedOn!.Value))
        .SingleAsync(Cancellation));

    private async Task<byte[]> IssuedFileAsync()
    {
        var bytes = await Portal.Services.GetRequiredService<FileStore>().ReadAsync((await IssuedAsync()).Sha256, Cancellation);
        Assert.Equal((await IssuedAsync()).Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return bytes;
    }

    private async Task<IHtmlDocument> CheckAsync(byte[] file)
    {
        var answer = await SendAsync(file);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Session.ParseAsync(answer);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file)
    {
        using var visitor = Portal.Visit();
        var token = (await visitor.PageAsync(Page)).QuerySelector<IHtmlInputElement>("form[method=post] input[name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file.Length > 0)
        {
            form.Add(new ByteArrayContent(file), "tep", "bao-cao.pdf");
        }

        return await visitor.SendAsync(HttpMethod.Post, Page, form);
    }

    private sealed record Issued(long VersionId, string Code, string Sha256, int Number, DateOnly IssuedOn);

    /// <summary>A portal with one report issued as number 21.</summary>
    public sealed class IssuedPortal : IAsyncLifetime
    {
        public Portal Portal { get; } = new();

        public async ValueTask InitializeAsync()
        {
            using var staff = await Portal.SignInAsync("canbo@xahuongson");
            await ReportPath.IssueAsync(Portal, staff, await ReportPath.OpenAsync(staff), 21);
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
