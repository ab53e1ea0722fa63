using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Each test has a portal of its own: a report goes one way only.</summary>
public sealed class ReportsControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Create_Twice_OpensOneReport()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var list = await staff.PageAsync("/bao-cao");

        var first = await staff.SubmitAsync(list, "/bao-cao", ("nam", "2026"));
        var second = await staff.SubmitAsync(list, "/bao-cao", ("nam", "2026"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync("/bao-cao", ("nam", "2071"))).StatusCode);
    }

    [Fact]
    public async Task Submit_ThenDataChange_LeavesDocumentAndFileAsFrozen()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var before = await PdfAsync(staff, report);

        var form = await staff.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelector<IHtmlInputElement>("[name='Form.ChannelId']")!.Value;
        await staff.SubmitAsync(form, "/hoat-dong/nhap", ("Form.Title", "Việc vào sau khi trình"), ("Form.ChannelId", channel), ("Form.IsHighlighted", "true"));

        Assert.Equal(before, await PdfAsync(staff, report));
        Assert.DoesNotContain("Việc vào sau khi trình", (await staff.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
        var version = await portal.ReadAsync(db => db.ReportVersions.SingleAsync(row => row.ReportId == ReportPath.Id(report), Cancellation));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(before)), version.PdfSha256);
    }

    [Fact]
    public async Task Submitted_LinesAreLocked()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var lines = await staff.PageAsync($"{report}/soan");
        var line = lines.QuerySelector(".line-dash form")!.GetAttribute("action")!;
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var answer = await staff.SubmitAsync(lines, line, ("Form.Text", "Sửa sau khi trình"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Văn bản đã trình ký, không sửa được", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithoutReason_IsRefused_WithReason_ReachesTheClerk()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var refused = await ReportPath.ActAsync(chairman, report, "/tra-lai");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Phải ghi lý do trả lại.", (await Session.ParseAsync(refused)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(chairman, report, "/tra-lai", ("Act.Reason", "Thiếu số liệu lượt phát tháng 11"));

        var desk = (await staff.PageAsync("/")).QuerySelectorAll(".desk-list li").Select(item => item.TextContent).Where(text => text.Contains("2026", StringComparison.Ordinal)).ToList();
        Assert.Contains("bị trả lại, chờ sửa", Assert.Single(desk, text => text.Contains("Báo cáo năm 2026 bị", StringComparison.Ordinal)), StringComparison.Ordinal);
        var page = await staff.PageAsync(report);
        Assert.Contains("Thiếu số liệu lượt phát tháng 11", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã trả lại, chờ sửa", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.Equal(2, await portal.ReadAsync(db => db.ReportVersions.CountAsync(row => row.ReportId == ReportPath.Id(report), Cancellation)));
    }

    [Fact]
    public async Task Approve_OwnSubmission_IsRefused()
    {
        await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "canbo@xahuongson")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Duties, Duties.Staff | Duties.Chairman), Cancellation));
        using var both = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(both);
        await ReportPath.ActAsync(both, report, "/trinh-ky");

        Assert.DoesNotContain((await both.PageAsync(report)).QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/duyet", StringComparison.Ordinal));
        var answer = await both.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Người đã trình không được tự kiểm tra hay tự duyệt.", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trinh-ky", "canbo@xahuongson")]
    [InlineData("/duyet", "chutich@xahuongson")]
    public async Task Act_SentTwice_IsDoneOnce(string act, string userName)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var actor = await portal.SignInAsync(userName);
        var report = await ReportPath.OpenAsync(staff);
        if (act != "/trinh-ky")
        {
            await ReportPath.ActAsync(staff, report, "/trinh-ky");
        }

        var page = await actor.PageAsync(report);
        var first = await actor.SubmitAsync(page, act);
        var second = await actor.SubmitAsync(page, act);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Single(await EventsAsync(report), row => row.To == (act == "/duyet" ? ReportStatus.Approved : ReportStatus.AwaitingSignature));
    }

    [Theory]
    [InlineData("Issue.Number", "0", "Số văn bản")]
    [InlineData("Issue.Number", "abc", "Số văn bản")]
    [InlineData("Issue.IssuedOn", "30/02/2026", "30/02/2026")]
    [InlineData("Issue.IssuedOn", "01/01/2026", "Ngày ban hành không được trước ngày duyệt.")]
    [InlineData("Issue.IssuedOn", "31/12/2099", "Ngày ban hành không được sau hôm nay.")]
    public async Task Issue_WrongNumberOrDate_SaysSoBesideTheField(string field, string value, string says)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ApproveAsync(portal, staff, report);

        var answer = await ReportPath.ActAsync(clerk, report, "/phat-hanh", new[] { ("Issue.Number", "15"), (field, value) }.GroupBy(pair => pair.Item1).Select(group => group.Last()).ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains(says, page.QuerySelector(".field-invalid")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(value, page.QuerySelector<IHtmlInputElement>($"[name='{field}']")!.Value);
    }

    [Fact]
    public async Task Issue_Done_DeliversAndKeepsTheContentHash()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var superior = await portal.SignInAsync("sonoivu@hatinh");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ApproveAsync(portal, staff, report);
        var before = await VersionAsync(report);
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");

        await ReportPath.ActAsync(clerk, report, "/phat-hanh", ("Issue.Number", "7"));

        var after = await VersionAsync(report);
        Assert.Equal((before.ModelJson, before.ModelSha256, before.PdfSha256), (after.ModelJson, after.ModelSha256, after.PdfSha256));
        Assert.NotEqual(after.PdfSha256, after.IssuedPdfSha256);
        var reference = (await clerk.PageAsync(report)).QuerySelector(".doc-appendix-reference")!.TextContent.Replace('\u00A0', ' ');
        Assert.Matches(@"^\(Kèm theo Báo cáo số 07/BC-UBND ngày \d\d tháng \d+ năm \d{4}$", reference);
        Assert.Contains("07/BC-UBND", (await superior.PageAsync("/tiep-nhan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [ReportAction.Submit, ReportAction.Approve, ReportAction.Issue],
            (await EventsAsync(report)).Select(row => row.Action));
        Assert.NotEmpty(await portal.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.Entity == nameof(AnnualReport) && entry.EntityId == $"{ReportPath.Id(report)}" && entry.After!.Contains("Issued"))
            .ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Submit_CharacterWithoutGlyph_NamesItAndFreezesNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var lines = await staff.PageAsync($"{report}/soan");
        await staff.SubmitAsync(lines, lines.QuerySelector(".line-dash form")!.GetAttribute("action")!, ("Form.Text", "Câu có chữ 漢 không in được"));

        var answer = await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("“漢”", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.ReportVersions.CountAsync(row => row.ReportId == ReportPath.Id(report), Cancellation)));
        Assert.Contains("Dự thảo", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reentered_Report_OffersNoActAndRefusesSubmission()
    {
        using var staff = await portal.SignInAsync("canbo@sontrung");
        var report = (await staff.PageAsync("/bao-cao")).QuerySelectorAll("table a").Single(link => link.TextContent.Contains("2023", StringComparison.Ordinal)).GetAttribute("href")!;

        var page = await staff.PageAsync(report);
        Assert.Contains("Bản nhập lại từ văn bản giấy", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/trinh-ky", StringComparison.Ordinal));
        var answer = await staff.PostAsync($"{report}/trinh-ky", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task ReturnedBySuperior_IsAnsweredWithAReplacement()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var superior = await portal.SignInAsync("sonoivu@hatinh");
        var report = await ReportPath.OpenAsync(staff);
        var before = (await superior.PageAsync("/tiep-nhan")).QuerySelectorAll("table a").Length;
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var delivery = (await superior.PageAsync("/tiep-nhan")).QuerySelector("table a")!.GetAttribute("href")!;
        var withoutReason = await superior.SubmitAsync(await superior.PageAsync(delivery), "/tra-lai");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.StatusCode);
        await superior.SubmitAsync(await superior.PageAsync(delivery), "/tra-lai", ("Form.Reason", "Sai số liệu tờ gấp"));

        Assert.Contains("Sai số liệu tờ gấp", (await staff.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
        var replaced = await ReportPath.ActAsync(staff, report, "/thay-the");
        var replacement = replaced.Headers.Location!.OriginalString;
        Assert.NotEqual(report, replacement);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{report}/thay-the")).StatusCode);
        await ReportPath.IssueAsync(portal, staff, replacement, 16);

        Assert.Contains("Đã được thay thế", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Báo cáo này đã được thay thế bằng báo cáo số 16/BC-UBND", (await superior.PageAsync(delivery)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 2, (await superior.PageAsync("/tiep-nhan")).QuerySelectorAll("table a").Length);
        using var other = await portal.SignInAsync("noivu.huyen@huongson");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(delivery)).StatusCode);
    }

    [Fact]
    public async Task Issue_NumberGivenBefore_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var replacement = (await ReportPath.ActAsync(staff, report, "/thay-the")).Headers.Location!.OriginalString;
        await ReportPath.ApproveAsync(portal, staff, replacement);
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");

        var answer = await ReportPath.ActAsync(clerk, replacement, "/phat-hanh", ("Issue.Number", "15"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Số này đã cấp cho văn bản khác trong năm.", (await Session.ParseAsync(answer)).QuerySelector(".field-invalid")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_DraftNeverSubmitted_GivesTheYearFree_AndCanBeRestored()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        using (var chairman = await portal.SignInAsync("chutich@xahuongson"))
        using (var stranger = await portal.SignInAsync("canbo@sontrung"))
        {
            Assert.Null((await chairman.PageAsync(report)).QuerySelector("form[action$='/xoa']"));
            Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/xoa")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{report}/xoa")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{report}/khoi-phuc")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(await staff.PageAsync(report), "/xoa")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(report)).StatusCode);
        Assert.NotNull(await portal.ReadAsync(db => db.AnnualReports.IgnoreQueryFilters().Where(row => row.Id == ReportPath.Id(report)).Select(row => row.DeletedUtc).SingleAsync(Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AnnualReport) && entry.EntityId == $"{ReportPath.Id(report)}" && entry.Action == Core.Audit.AuditAction.Hidden, Cancellation)));
        var other = await ReportPath.OpenAsync(staff);
        Assert.NotEqual(report, other);
        var deleted = await staff.PageAsync("/bao-cao/da-xoa");
        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(deleted, $"{report}/khoi-phuc")).StatusCode);
        await staff.SubmitAsync(await staff.PageAsync(other), "/xoa");
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(await staff.PageAsync("/bao-cao/da-xoa"), $"{report}/khoi-phuc")).StatusCode);
        Assert.Equal(report, await ReportPath.OpenAsync(staff));
    }

    [Fact]
    public async Task Delete_ReplacementBegunByMistake_LetsAnotherBeBegun_SubmittedOneStays()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        await ReportPath.ActAsync(staff, report, "/rut-lai");
        Assert.Null((await staff.PageAsync(report)).QuerySelector("form[action$='/xoa']"));
        var refused = await staff.PostAsync($"{report}/xoa", ("version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Chỉ bỏ được dự thảo chưa trình lần nào", (await Session.ParseAsync(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var mistake = (await ReportPath.ActAsync(staff, report, "/thay-the")).Headers.Location!.OriginalString;

        await staff.SubmitAsync(await staff.PageAsync(mistake), "/xoa");

        var again = await ReportPath.ActAsync(staff, report, "/thay-the");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotEqual(mistake, again.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.PostAsync($"{mistake}/khoi-phuc")).StatusCode);
    }

    [Fact]
    public async Task Submit_SignerWithoutAccount_IsRefused_AndThePageSaysWhoCanHelp()
    {
        await SetAccountAsync(SigningCapacity.OnBehalf, null);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        var page = await staff.PageAsync(report);
        Assert.Contains("Chưa trình được cho Lê Văn Mẫu", page.QuerySelector("form[action$='/trinh-ky'] .callout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("select[name='Act.SignerId'] option"), option => option.TextContent.Contains("Lê Văn Mẫu", StringComparison.Ordinal)
            && option.TextContent.EndsWith("chưa có tài khoản", StringComparison.Ordinal));
        var answer = await staff.SubmitAsync(page, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("không ai duyệt, ký thay được", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await EventsAsync(report));
        await SetAccountAsync(SigningCapacity.ForHead, null);
        Assert.Null((await staff.PageAsync(report)).QuerySelector("form[action$='/trinh-ky'] button"));
    }

    [Fact]
    public async Task Approve_InTheNameOfASignerWhoLostTheAccount_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var deputy = await portal.SignInAsync("phochutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        await SetAccountAsync(SigningCapacity.OnBehalf, null);

        var page = await deputy.PageAsync(report);
        Assert.DoesNotContain(page.QuerySelectorAll("form"), form => form.GetAttribute("action")!.EndsWith("/duyet", StringComparison.Ordinal));
        var answer = await deputy.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("không ai duyệt, ký thay được", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rút lại rồi trình người ký khác", (await staff.PageAsync(report)).QuerySelector(".report-acts .callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ToACapacityForOtherReports_IsRefused_AndSoAreApprovingAndTheButton()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var deputy = await portal.SignInAsync("phochutich@xahuongson");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var signer = await portal.ReadAsync(db => db.Signers
            .Where(row => row.Capacity == SigningCapacity.ForHead && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son")).Select(row => row.Id).SingleAsync(Cancellation));
        await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{signer}"));

        await admin.SubmitAsync(await admin.PageAsync($"/quan-tri/nguoi-ky/{signer}"), $"/{signer}", ("Form.Reports", nameof(SignedReports.Periodic)));

        Assert.Contains("Chỉ ký: Báo cáo quý, 6 tháng", (await admin.PageAsync("/quan-tri/nguoi-ky")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var approval = await deputy.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, approval.StatusCode);
        Assert.Contains("không gồm loại báo cáo này", (await Session.ParseAsync(approval)).Body!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(staff, report, "/rut-lai");
        var submission = await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{signer}"));
        Assert.Equal(HttpStatusCode.Conflict, submission.StatusCode);
        Assert.Contains((await staff.PageAsync(report)).QuerySelectorAll("select[name='Act.SignerId'] option"), option => option.TextContent.EndsWith("không được giao ký loại báo cáo này", StringComparison.Ordinal));
        await admin.SubmitAsync(await admin.PageAsync($"/quan-tri/nguoi-ky/{signer}"), $"/{signer}", ("Form.Reports", nameof(SignedReports.Annual)));
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{signer}"))).StatusCode);
    }

    [Fact]
    public async Task Submit_OffersWhoSignsToday_NotAtThePeriodsEnd()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));
        await using var own = Portal.At(clock);
        var (now, later) = await own.ReadAsync(async db =>
        {
            var deputy = await db.Users.SingleAsync(row => row.UserName == "phochutich@xahuongson", Cancellation);
            Signer Authorised(DateOnly from, DateOnly to) => new()
            {
                AgencyId = deputy.AgencyId!.Value,
                UserId = deputy.Id,
                FullName = deputy.FullName,
                Post = "PHÓ CHỦ TỊCH",
                HeadPost = "CHỦ TỊCH",
                Capacity = SigningCapacity.ByAuthorisation,
                Scope = "Báo cáo cải cách hành chính",
                ValidFrom = from,
                ValidTo = to,
            };
            var signers = (Authorised(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), Authorised(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)));
            db.AddRange(signers.Item1, signers.Item2);
            await db.SaveChangesAsync(Cancellation);
            return (signers.Item1.Id, signers.Item2.Id);
        });
        using var staff = await own.SignInAsync("canbo@xahuongson");
        using var deputy = await own.SignInAsync("phochutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        var offered = (await staff.PageAsync(report)).QuerySelectorAll("select[name='Act.SignerId'] option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains($"{now}", offered);
        Assert.DoesNotContain($"{later}", offered);
        Assert.Equal(HttpStatusCode.NotFound, (await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{later}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", $"{now}"))).StatusCode);
        Assert.Contains("TUQ. CHỦ TỊCH", (await deputy.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);

        // The day after the last one nobody approves in that capacity, and the page says what to do.
        clock.Now = new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
        using var tomorrow = await own.SignInAsync("phochutich@xahuongson");
        var late = await tomorrow.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(own, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        clock.Now = new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);
        using var lastDay = await own.SignInAsync("phochutich@xahuongson");
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(lastDay, report, "/duyet")).StatusCode);
    }

    private Task<int> SetAccountAsync(SigningCapacity capacity, long? account) => portal.ReadAsync(db => db.Signers
        .Where(row => row.Capacity == capacity && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.UserId, account), Cancellation));

    private Task<ReportVersion> VersionAsync(string report) =>
        portal.ReadAsync(db => db.ReportVersions.AsNoTracking().SingleAsync(row => row.ReportId == ReportPath.Id(report), Cancellation));

    private Task<List<ReportEvent>> EventsAsync(string report) => portal.ReadAsync(db =>
        db.ReportEvents.Where(row => row.ReportId == ReportPath.Id(report)).OrderBy(row => row.Id).ToListAsync(Cancellation));

    private static async Task<byte[]> PdfAsync(Session session, string report) =>
        await (await session.GetAsync($"{report}/pdf")).Content.ReadAsByteArrayAsync(Cancellation);
}
