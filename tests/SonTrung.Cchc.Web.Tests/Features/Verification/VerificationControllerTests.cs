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
        Assert.Equal("Bản giấy, ký và đóng dấu trên giấy", facts["Hình thức"]);
        Assert.Equal(7, facts.Count);
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
        Assert.Equal("Bản gốc đã phát hành", page.QuerySelector("#van-ban")!.TextContent);
        Assert.Contains("không phải của tệp vừa kiểm tra", page.Body!.TextContent, StringComparison.Ordinal);
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

    /// <summary>One byte changed, anywhere: the file is still known as the issued document, and called altered, also where it can't be read any more.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Check_AnyByteFlipped_IsTheIssuedDocumentAltered(bool isSigned)
    {
        var bytes = isSigned ? await SignedFileAsync() : await IssuedFileAsync();
        var code = isSigned ? await SignedCodeAsync() : (await IssuedAsync()).Code;
        var random = new Random(20261126);
        var places = Enumerable.Range(0, 200).Select(_ => random.Next(bytes.Length)).Concat([0, 1, 4, 5, bytes.Length - 1, bytes.Length - 3]).ToHashSet();
        foreach (var word in new[] { "startxref", "/ID[<", "/Root", "/Size", "/Type/XRef", "/Prev", "stream", "endobj", "/ByteRange", "/Contents<" })
        {
            var at = bytes.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(word));
            places.UnionWith(at < 0 ? [] : [at, at + word.Length - 1, at + word.Length, at + word.Length + 9]);
        }

        var unseen = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(places, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (at, cancellation) =>
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x11;
            await using var scope = Portal.Services.CreateAsyncScope();
            using var content = new MemoryStream(changed);
            var check = await scope.ServiceProvider.GetRequiredService<FileVerification>().CheckAsync(content, cancellation);
            if (check.Verdict != FileVerdict.Altered || check.Document!.Code != code || check.FirstDifference != at + 1 || check.DifferentBytes != 1)
            {
                unseen.Add($"{at}: {check.Verdict} {check.Document?.Code} {check.FirstDifference} {check.DifferentBytes}");
            }
        });

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Check_ByteFlippedInEachPart_NamesThePart()
    {
        var bytes = await SignedFileAsync();
        var ends = await StepsAsync();
        foreach (var (at, part) in new[]
                 {
                     (ends[0] / 2, "nội dung văn bản"), (ends[1] - 400, "chữ ký số của người có thẩm quyền"), (ends[1] + 60, "số, ngày"), (ends[2] + 400, "chữ ký số của cơ quan"),
                 })
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;

            var page = await CheckAsync(changed);

            Assert.Equal("Đã bị sửa đổi", page.QuerySelector(".verify-result .status-bad")!.TextContent);
            Assert.Contains($"1 byte khác bản đã phát hành, chỗ đầu tiên ở byte thứ {Core.Text.VietnameseNumber.Format(at + 1)}, trong phần {part}.", page.QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_EarlierStepOfAnIssuedDocument_IsNotTheIssuedOne()
    {
        var bytes = await SignedFileAsync();
        var ends = await StepsAsync();

        Assert.Contains("số, ngày và chữ ký số của cơ quan không có", (await CheckAsync(bytes[..ends[1]])).QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nhưng chữ ký số của cơ quan không có", (await CheckAsync(bytes[..ends[2]])).QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bắt đầu bằng đúng bản đã ký", (await CheckAsync([.. bytes[..ends[1]], .. "junk\n%%EOF\n"u8])).QuerySelector(".verify-result")!.TextContent, StringComparison.Ordinal);
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

    /// <summary>The signed report of the samples: xã Kim Hoa's.</summary>
    private Task<byte[]> SignedFileAsync() => ReadAsync(version => version.IssuedPdfSha256!);

    private Task<string> SignedCodeAsync() => Portal.ReadAsync(db => Signed(db).Select(version => version.Report!.PublicCode).SingleAsync(Cancellation));

    /// <summary>How long the file was when it was frozen, signed, numbered.</summary>
    private async Task<int[]> StepsAsync()
    {
        var files = await Portal.ReadAsync(db => db.ReportFiles.Where(file => Signed(db).Any(version => version.ReportId == file.ReportId && version.Number == file.VersionNumber))
            .Where(file => file.Step == Core.Signing.ReportFileStep.Signed || file.Step == Core.Signing.ReportFileStep.Numbered).OrderBy(file => file.Id).Select(file => file.Sha256).ToListAsync(Cancellation));
        var store = Portal.Services.GetRequiredService<FileStore>();
        return [(await ReadAsync(version => version.PdfSha256)).Length, (await store.ReadAsync(files[0], Cancellation)).Length, (await store.ReadAsync(files[1], Cancellation)).Length];
    }

    private async Task<byte[]> ReadAsync(System.Linq.Expressions.Expression<Func<ReportVersion, string>> hash) =>
        await Portal.Services.GetRequiredService<FileStore>().ReadAsync(await Portal.ReadAsync(db => Signed(db).Select(hash).SingleAsync(Cancellation)), Cancellation);

    private static IQueryable<ReportVersion> Signed(Core.Data.CchcDbContext db) =>
        db.ReportVersions.Where(version => version.IssuedPdfSha256 != null && db.Agencies.Any(agency => agency.Id == version.AgencyId && agency.Code == "xa-kim-hoa"));

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
