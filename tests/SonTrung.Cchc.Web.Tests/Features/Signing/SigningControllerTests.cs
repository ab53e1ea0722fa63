using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Tests.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signing;

/// <summary>The order of Nghị định 30/2020 through the pages, with tokens outside; and the paper way. Each test has a portal of its own: a report goes one way only.</summary>
public sealed class SigningControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();
    private readonly TestSignatures tokens = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        tokens.Dispose();
    }

    [Fact]
    public async Task WholeOrder_WithTokens_IssuesOneFileThatGrew()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        using var superior = await portal.SignInAsync("sonoivu@hatinh");
        var report = await ReportPath.OpenAsync(staff);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(staff, report, "/trinh-ky")).StatusCode);
        var frozen = await TestSignatures.FileAsync(chairman, report);

        var signed = await TestSignatures.SignAsync(frozen, SignatureRole.Person, tokens.Person);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSignatures.UploadAsync(chairman, report, "/ky", signed)).StatusCode);
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
        Assert.Equal(signed, await TestSignatures.FileAsync(clerk, report));

        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"))).StatusCode);
        Assert.Equal(ReportStatus.Numbered, await StatusAsync(report));
        var numbered = await TestSignatures.FileAsync(clerk, report);
        Assert.True(numbered.AsSpan().StartsWith(signed));

        var done = await TestSignatures.SignAsync(numbered, SignatureRole.Organisation, tokens.Organisation);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSignatures.UploadAsync(clerk, report, "/ky-co-quan", done)).StatusCode);
        Assert.Equal(ReportStatus.Issued, await StatusAsync(report));

        var verdict = new SignedPdfVerifier([tokens.Root], TimeProvider.System).Verify(await TestSignatures.FileAsync(staff, report));
        Assert.Equal((SignedPdfVerdict.Authentic, "15"), (verdict.Verdict, verdict.Number));
        var inbox = (await superior.PageAsync("/tiep-nhan")).QuerySelector("table a")!.GetAttribute("href")!;
        Assert.Equal(done, await TestSignatures.FileAsync(superior, inbox));

        var files = await portal.ReadAsync(db => db.FilesOfHuongSon().Where(row => row.ReportId == ReportPath.Id(report)).OrderBy(row => row.Id).ToListAsync(Cancellation));
        Assert.Equal([ReportFileStep.Signed, ReportFileStep.Numbered, ReportFileStep.Sealed], files.Select(file => file.Step));
        Assert.Equal(new[] { signed, numbered, done }.Select(pdf => Convert.ToHexStringLower(SHA256.HashData(pdf))), files.Select(file => file.Sha256));
        Assert.Equal([DevelopmentCertificates.PersonName, null, DevelopmentCertificates.OrganisationName], files.Select(file => file.SignerName));
        var events = await portal.ReadAsync(db => db.ReportEvents.Where(row => row.ReportId == ReportPath.Id(report)).OrderBy(row => row.Id).ToListAsync(Cancellation));
        Assert.Equal(
            [(ReportStatus.AwaitingSignature, ReportStatus.Approved), (ReportStatus.Approved, ReportStatus.Signed), (ReportStatus.Signed, ReportStatus.Numbered), (ReportStatus.Numbered, ReportStatus.Issued)],
            events.Skip(1).Select(row => (row.From, row.To)));
        Assert.Equal(3, await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Entity == nameof(ReportFile) && row.Action == AuditAction.Added && row.AgencyId == files[0].AgencyId, Cancellation)));

        var page = await staff.PageAsync(report);
        Assert.Contains("Đã phát hành", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("bản giấy", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        foreach (var (file, content) in files.Zip(new[] { signed, numbered, done }))
        {
            var answer = await staff.GetAsync($"{report}/tep/{file.Id}");
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("one changed byte", "không còn đúng từng byte")]
    [InlineData("another document", "Đây là văn bản khác")]
    [InlineData("another certificate", "không phải chứng thư đã khai")]
    [InlineData("the frozen file", "Tệp chưa có chữ ký mới")]
    [InlineData("something behind the signature", "Ngoài chữ ký")]
    [InlineData("page added", "có trang bị thêm hoặc bị bỏ")]
    [InlineData("two signatures", "nhiều hơn một chữ ký mới")]
    [InlineData("misplaced", "Chữ ký đặt sai chỗ")]
    [InlineData("no PDF", "không phải PDF")]
    [InlineData("nothing", "Chọn tệp đã ký.")]
    public async Task Sign_WrongFile_IsRefusedWithItsOwnWords(string what, string says)
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var frozen = await TestSignatures.FileAsync(chairman, report);

        var answer = await TestSignatures.UploadAsync(chairman, report, "/ky", await WrongAsync(what, frozen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
        Assert.Empty(await portal.ReadAsync(db => db.FilesOfHuongSon().ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Sign_WithATokenToolOfItsOwnField_IsTaken()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var signed = await TokenTool.SignAsync(await TestSignatures.FileAsync(chairman, report), tokens.Person, DateTimeOffset.UtcNow);

        Assert.Equal(HttpStatusCode.Redirect, (await TestSignatures.UploadAsync(chairman, report, "/ky", signed)).StatusCode);
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
    }

    [Fact]
    public async Task Sign_IssuerNotTrusted_SaysSo()
    {
        await tokens.PrepareAsync(portal);
        Directory.Delete(Path.Combine(portal.DataDirectory, "trust"), recursive: true);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var answer = await TestSignatures.UploadAsync(
            chairman, report, "/ky", await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person));

        Assert.Contains(
            "Nơi cấp chứng thư chưa có trong danh sách tin cậy", (await Session.ParseAsync(answer)).QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_NobodySaidWhoseCertificate_OffersNoForm()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var page = await chairman.PageAsync($"{report}/ky");

        Assert.Contains("Chưa khai chứng thư số", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[enctype]"));
    }

    [Fact]
    public async Task Sign_SignerWhoseTimeHasEnded_IsRefused()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var signed = await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person);
        var page = await chairman.PageAsync($"{report}/ky");
        await portal.ReadAsync(db => db.Signers.Where(row => row.Certificate != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-2))), Cancellation));

        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent($"{await ReportPath.VersionAsync(portal, report)}"), "Version" },
            { new ByteArrayContent(signed), "File", "bao-cao.pdf" },
        };
        var answer = await chairman.SendAsync(HttpMethod.Post, $"{report}/ky/tai-len", form);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("không còn (hoặc chưa) được ký", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_PersonsToken_IsRefused()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await NumberedAsync(staff, chairman, clerk);

        var answer = await TestSignatures.UploadAsync(
            clerk, report, "/ky-co-quan", await TestSignatures.SignAsync(await TestSignatures.FileAsync(clerk, report), SignatureRole.Organisation, tokens.Person));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(DevelopmentCertificates.PersonName, (await Session.ParseAsync(answer)).QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Numbered, await StatusAsync(report));
        Assert.Empty(await portal.ReadAsync(db => db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData("0", "Số văn bản")]
    [InlineData("10000", "từ 1 đến 9999")]
    public async Task Number_ThatHasNoRoom_SaysSoBesideTheField(string number, string says)
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SignedAsync(staff, chairman);

        var answer = await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", number));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector(".field-invalid")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
    }

    [Fact]
    public async Task Return_Signed_ByTheClerk_NeedsTheWholeWayAgain()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SignedAsync(staff, chairman);
        var signed = await TestSignatures.FileAsync(clerk, report);

        await ReportPath.ActAsync(clerk, report, "/van-thu-tra-lai", ("Act.Reason", "Sai ngày trong câu căn cứ"));
        Assert.Equal(ReportStatus.Returned, await StatusAsync(report));
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        // The old signature is of another submission; the new file begins anew.
        var frozen = await TestSignatures.FileAsync(chairman, report);
        Assert.Equal(SignedPdfVerdict.Unsigned, new SignedPdfVerifier([tokens.Root], TimeProvider.System).Verify(frozen).Verdict);
        Assert.Equal(signed, await (await staff.GetAsync($"{report}/tep/{await portal.ReadAsync(db => db.FilesOfHuongSon().Select(row => row.Id).SingleAsync(Cancellation))}"))
            .Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task IssuePrinted_Numbered_IssuesThePaper_AndKeepsTheSignedFile()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var report = await NumberedAsync(staff, chairman, clerk);
        var numbered = await TestSignatures.FileAsync(clerk, report);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync($"{report}/phat-hanh-ban-in", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(clerk, report, "/phat-hanh-ban-in")).StatusCode);

        var row = await portal.ReadAsync(db => db.AnnualReports.Include(found => found.Versions).Include(found => found.Deliveries).AsSplitQuery()
            .SingleAsync(found => found.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal((ReportStatus.Issued, true, 15), (row.Status, row.IsOnPaper, row.Number));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(numbered)), row.Versions.Single().IssuedPdfSha256);
        Assert.Equal(numbered, await TestSignatures.FileAsync(staff, report));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AnnualReport) && entry.EntityId == $"{row.Id}" && entry.After!.Contains("IsOnPaper"), Cancellation)));
        var page = await staff.PageAsync(report);
        Assert.Contains("Đã phát hành (bản giấy)", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("in từ văn bản đã được người có thẩm quyền ký số", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("In văn bản đã ký số, đóng dấu, phát hành (bản giấy)", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        // The office sees whose signature is in the file, and that the seal is on the paper.
        var received = await office.PageAsync($"/tiep-nhan/{Assert.Single(row.Deliveries).Id}");
        Assert.Contains("xem dấu ở bản giấy hoặc bản quét", received.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Các chữ ký hợp lệ", received.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(DevelopmentCertificates.PersonName, received.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
        using var anybody = portal.Visit();
        Assert.Contains(
            "Bản giấy in từ văn bản đã được người có thẩm quyền ký số", (await anybody.PageAsync($"/xac-thuc/{row.PublicCode}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var scanning = await clerk.PageAsync($"{report}/ban-giay");
        Assert.Contains("Văn bản đã có chữ ký số của người có thẩm quyền", scanning.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSignatures.UploadAsync(clerk, report, "/ban-giay", [.. numbered, .. "% scan"u8])).StatusCode);
        Assert.Equal(numbered, await TestSignatures.FileAsync(staff, report));
    }

    [Fact]
    public async Task Return_Numbered_GivesTheNumberUpInTheRegister_WithTheReason()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await NumberedAsync(staff, chairman, clerk);
        var entry = await EntryAsync(report);

        var silent = await ReportPath.ActAsync(clerk, report, "/van-thu-tra-lai", ("Act.Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal((ReportStatus.Numbered, null), (await StatusAsync(report), (await EntryAsync(report)).CancelReason));
        Assert.Contains("Số 15/BC-UBND bị hủy", (await clerk.PageAsync(report)).QuerySelector("form[action$='/van-thu-tra-lai'] button")!.GetAttribute("data-confirm"), StringComparison.Ordinal);
        await ReportPath.ActAsync(clerk, report, "/van-thu-tra-lai", ("Act.Reason", "Sai tên thôn ở mục I.3"));

        Assert.Equal(ReportStatus.Returned, await StatusAsync(report));
        var row = await portal.ReadAsync(db => db.AnnualReports.SingleAsync(found => found.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal((null, null, null), (row.Number, row.IssuedOn, row.NumberYear));
        Assert.Equal(("Sai tên thôn ở mục I.3", null), ((await EntryAsync(report)).CancelReason, (await EntryAsync(report)).SentOn));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            found => found.Entity == nameof(Core.Register.OutgoingDocument) && found.EntityId == $"{entry.Id}" && found.After!.Contains("CancelReason"), Cancellation)));
        Assert.Contains("Trả lại, hủy số đã cấp", (await staff.PageAsync(report)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        var line = (await clerk.PageAsync($"/so-van-ban-di/{entry.Id}")).QuerySelector("main")!;
        Assert.Contains("Sai tên thôn ở mục I.3", line.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(line.QuerySelector($"a[href='{report}']"));
        Assert.Null(line.QuerySelector("form[action$='/xoa']"));

        // The number stays given up: the report gets another, and both stand in the book.
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        await TestSignatures.UploadAsync(
            chairman, report, "/ky", await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "16"))).StatusCode);
        await ReportPath.ActAsync(clerk, report, "/phat-hanh-ban-in");
        Assert.Equal(
            [(15, "Sai tên thôn ở mục I.3"), (16, null)],
            await portal.ReadAsync(async db => (await db.OutgoingDocuments.Where(found => found.ReportId == ReportPath.Id(report)).OrderBy(found => found.Number)
                .ToListAsync(Cancellation)).ConvertAll(found => (found.Number, found.CancelReason))));
    }

    [Fact]
    public async Task Paper_Scan_IsKeptWithItsHash_AndTheStateSaysPaper()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var printed = await TestSignatures.FileAsync(clerk, report);
        Assert.Contains("Đã phát hành (bản giấy)", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã phát hành (bản giấy)", (await staff.PageAsync("/bao-cao")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var refused = await TestSignatures.UploadAsync(clerk, report, "/ban-giay", "GIF89a"u8.ToArray());
        Assert.Contains("không phải PDF", (await Session.ParseAsync(refused)).QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
        var unsigned = await TestSignatures.UploadAsync(clerk, report, "/ban-giay", printed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsigned.StatusCode);
        Assert.Contains("chưa có chữ ký và dấu", (await Session.ParseAsync(unsigned)).QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
        byte[] scan = [.. printed, .. "% scan"u8];
        Assert.Equal(HttpStatusCode.Redirect, (await TestSignatures.UploadAsync(clerk, report, "/ban-giay", scan)).StatusCode);

        var file = await portal.ReadAsync(db => db.FilesOfHuongSon().SingleAsync(Cancellation));
        Assert.Equal((ReportFileStep.Scan, Convert.ToHexStringLower(SHA256.HashData(scan))), (file.Step, file.Sha256));
        Assert.Equal(file.Sha256, await portal.ReadAsync(db => db.ReportVersions.Where(row => row.ReportId == ReportPath.Id(report)).Select(row => row.ScanSha256).SingleAsync(Cancellation)));
        Assert.Equal(ReportStatus.Issued, await StatusAsync(report));
        Assert.Equal(printed, await TestSignatures.FileAsync(staff, report));

        // The office that received the report has the scan too.
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var delivery = await portal.ReadAsync(db => db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).Select(row => row.Id).SingleAsync(Cancellation));
        var link = (await office.PageAsync($"/tiep-nhan/{delivery}")).QuerySelectorAll(".page-head a").Single(found => found.TextContent == "Tải bản quét có chữ ký, dấu");
        Assert.Equal(scan, await (await office.GetAsync(link.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(link.GetAttribute("href")!)).StatusCode);
        using var pack = new System.IO.Compression.ZipArchive(await (await office.GetAsync("/theo-doi/tai-ve?ky=2026-nam")).Content.ReadAsStreamAsync(Cancellation));
        var entry = pack.Entries.Single(found => found.FullName.EndsWith(".ban-quet.pdf", StringComparison.Ordinal));
        Assert.Contains(pack.Entries, found => found.FullName == entry.FullName.Replace(".ban-quet", "", StringComparison.Ordinal));
        await using var packed = await entry.OpenAsync(Cancellation);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(scan)), Convert.ToHexStringLower(await SHA256.HashDataAsync(packed, Cancellation)));
    }

    [Fact]
    public async Task StepFile_OfAnotherReportOrAgency_IsNotFound()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var report = await SignedAsync(staff, chairman);
        var file = await portal.ReadAsync(db => db.FilesOfHuongSon().Select(row => row.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{report}/tep/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{report}/tep/{file + 1}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/bao-cao/{file}/tep/{file}")).StatusCode);
    }

    [Fact]
    public async Task Pages_InAnotherState_SayThatItCannotBeDoneNow()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Equal(HttpStatusCode.Conflict, (await chairman.GetAsync($"{report}/ky")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.GetAsync($"{report}/ky-co-quan")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.GetAsync($"{report}/ban-giay")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"{report}/ky")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync($"{report}/ky-co-quan")).StatusCode);
    }

    private async Task<byte[]?> WrongAsync(string what, byte[] frozen)
    {
        switch (what)
        {
            case "nothing":
                return null;
            case "no PDF":
                return "GIF89a"u8.ToArray();
            case "the frozen file":
                return frozen;
            case "another certificate":
                using (var stranger = tokens.Stranger())
                {
                    return await TestSignatures.SignAsync(frozen, SignatureRole.Person, stranger);
                }

            case "page added":
                return await TokenTool.SignAsync(frozen, tokens.Person, DateTimeOffset.UtcNow, more: TokenTool.AddPage);
            case "two signatures":
                return await TokenTool.SignAsync(await TokenTool.SignAsync(frozen, tokens.Person, DateTimeOffset.UtcNow), tokens.Person, DateTimeOffset.UtcNow, "Signature2");
            case "misplaced":
                return await TokenTool.SignAsync(frozen, tokens.Person, DateTimeOffset.UtcNow, place: [100, 500, 300, 600]);
            case "another document":
                return new Documents.Pdf.PdfDocumentRenderer().Render(await AnotherAsync()).Pdf;
            default:
                var signed = await TestSignatures.SignAsync(frozen, SignatureRole.Person, tokens.Person);
                if (what == "something behind the signature")
                {
                    return [.. signed, .. "\n% more"u8];
                }

                signed[frozen.Length / 2] ^= 1;
                return signed;
        }
    }

    private Task<Core.Reports.Official.OfficialDocument> AnotherAsync() => portal.ReadAsync(async db =>
        Core.Reports.Official.OfficialDocumentJson.Read(await db.ReportVersions.OrderBy(row => row.Id).Select(row => row.ModelJson).FirstAsync(Cancellation)));

    private async Task<string> SignedAsync(Session staff, Session chairman)
    {
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        await TestSignatures.UploadAsync(
            chairman, report, "/ky", await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person));
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
        return report;
    }

    private async Task<string> NumberedAsync(Session staff, Session chairman, Session clerk)
    {
        var report = await SignedAsync(staff, chairman);
        await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"));
        Assert.Equal(ReportStatus.Numbered, await StatusAsync(report));
        return report;
    }

    private Task<Core.Register.OutgoingDocument> EntryAsync(string report) =>
        portal.ReadAsync(db => db.OutgoingDocuments.AsNoTracking().SingleAsync(row => row.ReportId == ReportPath.Id(report), Cancellation));

    private Task<ReportStatus> StatusAsync(string report) =>
        portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation));
}
