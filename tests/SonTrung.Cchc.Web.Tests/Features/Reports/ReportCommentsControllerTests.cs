using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Ý kiến pinned to a sentence, from the chairman to the clerk and back.</summary>
public sealed class ReportCommentsControllerTests : IAsyncDisposable
{
    private const string Words = "Số buổi này lấy ở đâu?";

    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Add_ToASentence_IsKeptWithTheSentence_AndBothSeeIt()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);

        var answer = await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var comment = await CommentAsync();
        Assert.Equal((1, Words, CommentStatus.Open), (comment.VersionNumber, comment.Text, comment.Status));
        var page = await staff.PageAsync(report);
        Assert.Contains(comment.Sentence, page.QuerySelector($"#y-kien-{comment.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector($"#doc-{comment.BlockId} .doc-mark")!.TextContent);
        Assert.DoesNotContain(Words, page.QuerySelector(".doc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await AuditAsync(nameof(ReportComment)), entry => entry is { Action: AuditAction.Added, UserName: not "" });
    }

    [Fact]
    public async Task Add_TheSameFormTwice_PinsOnce_AndToTheWholeDocumentToo()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var page = await chairman.PageAsync(report);

        var first = await chairman.SubmitAsync(page, $"{report}/y-kien?dong=", ("Text", Words));
        var second = await chairman.SubmitAsync(page, $"{report}/y-kien?dong=", ("Text", Words));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("", (await CommentAsync()).BlockId);
    }

    [Fact]
    public async Task Add_NothingSaid_OrToNoSentence_PinsNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);

        Assert.Equal(HttpStatusCode.NotFound, (await chairman.PostAsync($"{report}/y-kien", ("BlockId", "12345"), ("Text", Words), Key())).StatusCode);
        await chairman.PostAsync($"{report}/y-kien", ("Text", " "), Key());

        Assert.Contains("Phải ghi nội dung ý kiến.", (await chairman.PageAsync(report)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.ReportComments.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Add_ByWhoMayNot_OrWhereNothingWaits_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var visitor = portal.Visit();
        using var stranger = await portal.SignInAsync("chutich@sontrung");
        var report = await ReportPath.OpenAsync(staff);

        Assert.Equal(HttpStatusCode.Conflict, (await chairman.PostAsync($"{report}/y-kien", ("Text", Words), Key())).StatusCode);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync($"{report}/y-kien", ("Text", Words), Key())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/y-kien/kiem-tra", ("Text", Words), Key())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{report}/y-kien", ("Text", Words), Key())).StatusCode);
        Assert.Contains("/dang-nhap", (await visitor.PostAsync($"{report}/y-kien", ("Text", Words))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.ReportComments.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Approve_WithAnOpenComment_IsRefusedWithTheWayToIt_AfterItIsClearDone()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var stale = await ReportPath.VersionAsync(portal, report);
        await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));
        var comment = await CommentAsync();

        Assert.Null((await chairman.PageAsync(report)).QuerySelector("form[action$='/duyet']"));
        Assert.Contains("Người khác", (await Session.ParseAsync(await chairman.PostAsync($"{report}/duyet", ("Act.Version", $"{stale}")))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var refused = await chairman.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Session.ParseAsync(refused);
        Assert.Contains("Còn ý kiến chưa xử lý", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{report}#y-kien-{comment.Id}", page.QuerySelector("main .actions a")!.GetAttribute("href"));

        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(chairman, report, comment.Id, "da-xu-ly")).StatusCode);
        await ReportPath.ActAsync(chairman, report, "/duyet");
        Assert.Contains("Đã duyệt", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(chairman, report, comment.Id, "mo-lai")).StatusCode);
    }

    [Fact]
    public async Task Return_WithOpenComments_ProposesTheReason_TheClerkMendsAndTheChairmanSeesIt()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));
        var comment = await CommentAsync();

        await ReportPath.ActAsync(chairman, report, "/tra-lai");

        Assert.Contains("Xem 1 ý kiến ghim trong văn bản.", (await staff.PageAsync(report)).QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("có 1 ý kiến chờ trả lời", (await staff.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var editor = await staff.PageAsync($"{report}/soan");
        var thread = editor.QuerySelector($"#dong-{comment.BlockId} #y-kien-{comment.Id}")!;
        Assert.Contains(Words, thread.TextContent, StringComparison.Ordinal);
        Assert.Contains($"#y-kien-{comment.Id}", editor.QuerySelectorAll(".editor-comments a").Select(link => link.GetAttribute("href")));
        await staff.PostAsync($"{report}/soan/{comment.BlockId}", ("Form.Version", Field(editor, comment)), ("Form.Text", "Câu đã sửa theo ý kiến"));
        var resolved = await ActAsync(staff, report, comment.Id, "da-xu-ly", ("FromEditor", "true"), ("Text", "Đã lấy theo sổ của Trung tâm"));
        Assert.EndsWith($"/soan#y-kien-{comment.Id}", resolved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("ý kiến chờ trả lời", (await staff.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var page = await chairman.PageAsync(report);
        var shown = page.QuerySelector($"#y-kien-{comment.Id}")!;
        Assert.Contains("Câu đã sửa", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã lấy theo sổ của Trung tâm", shown.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action$='/duyet']"));
        Assert.Contains("Đã lấy theo sổ của Trung tâm", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        await ActAsync(chairman, report, comment.Id, "mo-lai", ("Text", "Chưa khớp"));
        Assert.Equal(CommentStatus.Open, (await CommentAsync()).Status);
    }

    [Fact]
    public async Task Resolve_ByTheClerk_WaitsUntilTheTextCouldChange_AReplyDoesNot()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var other = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SubmittedAsync(staff);
        await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));
        var comment = await CommentAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(staff, report, comment.Id, "da-xu-ly")).StatusCode);
        var stale = comment.Version;
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(staff, report, comment.Id, "tra-loi", ("Text", "Theo sổ của Trung tâm"))).StatusCode);
        Assert.Equal(CommentStatus.Answered, (await CommentAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsync($"{report}/y-kien/{comment.Id}/tra-loi", ("Version", $"{stale}"), ("Text", "Cũng trả lời"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await chairman.PostAsync($"{report}/duyet", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"))).StatusCode);
        await ActAsync(chairman, report, comment.Id, "tra-loi", ("Text", "Ghi rõ vào câu"));
        Assert.Equal(CommentStatus.Open, (await CommentAsync()).Status);
        var replies = await portal.ReadAsync(db => db.Set<ReportCommentReply>().OrderBy(reply => reply.AtUtc).Select(reply => reply.Text).ToListAsync(Cancellation));
        Assert.Equal(["Theo sổ của Trung tâm", "Ghi rõ vào câu"], replies);
        Assert.Equal(2, (await AuditAsync(nameof(ReportCommentReply))).Count);
    }

    [Fact]
    public async Task Act_OnACommentOfAnotherAgency_IsNotFound_ByABystanderForbidden()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));
        var comment = await CommentAsync();
        await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "vanthu@xahuongson")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Duties, Duties.FormChecker), Cancellation));
        using var bystander = await portal.SignInAsync("vanthu@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontay");

        foreach (var act in new[] { "tra-loi", "da-xu-ly", "mo-lai" })
        {
            var url = $"{report}/y-kien/{comment.Id}/{act}";
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(url, ("Version", $"{comment.Version}"), ("Text", "x"))).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await bystander.PostAsync(url, ("Version", $"{comment.Version}"), ("Text", "x"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync($"{report}/y-kien/1/tra-loi", ("Text", "x"))).StatusCode);
    }

    [Fact]
    public async Task Check_WithAnOpenComment_IsRefused_TheCheckerPinsAndReturns()
    {
        await SwitchChecksOnAsync();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var checker = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SubmittedAsync(staff);
        var block = (await checker.PageAsync(report)).QuerySelector(".doc-dash")!.GetAttribute("data-block-id")!;
        var page = await checker.PageAsync($"{report}?dong={block}");

        await checker.SubmitAsync(page, $"{report}/y-kien/kiem-tra?dong={block}", ("Text", Words));

        Assert.Equal(block, (await CommentAsync()).BlockId);
        Assert.Null((await checker.PageAsync(report)).QuerySelector("form[action$='/kiem-tra-noi-dung']"));
        var refused = await checker.PostAsync($"{report}/kiem-tra-noi-dung", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Còn ý kiến chưa xử lý", (await Session.ParseAsync(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ReportPath.ActAsync(checker, report, "/kiem-tra-tra-lai");
        Assert.Contains("Đã trả lại", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_ByAnotherDesk_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SubmittedAsync(staff);

        var answer = await clerk.PostAsync($"{report}/van-thu-tra-lai", ("Act.Version", $"{await ReportPath.VersionAsync(portal, report)}"), ("Act.Reason", "Không đúng bàn"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Chờ ký", (await staff.PageAsync(report)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editor_SentenceTakenOut_KeepsItsCommentAndSaysSo()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        await PinAsync(chairman, report, await SomeBlockAsync(chairman, report));
        var comment = await CommentAsync();
        await ReportPath.ActAsync(chairman, report, "/tra-lai");
        var line = await portal.ReadAsync(db => db.ReportLines.Where(row => row.ReportId == ReportPath.Id(report)).ToListAsync(Cancellation));
        var pinned = line.Single(row => $"{row.Id}" == comment.BlockId);

        await staff.PostAsync($"{report}/soan/{pinned.Id}/bo", ("version", $"{pinned.Version}"));

        var thread = (await staff.PageAsync(report)).QuerySelector($"#y-kien-{comment.Id}")!;
        Assert.Contains("Câu đã bỏ", thread.TextContent, StringComparison.Ordinal);
        Assert.Contains(comment.Sentence, thread.TextContent, StringComparison.Ordinal);
    }

    private static (string, string) Key() => ("FormKey", $"{Guid.NewGuid()}");

    private static string Field(IDocument editor, ReportComment comment) =>
        editor.QuerySelector<IHtmlInputElement>($"#dong-{comment.BlockId} [name='Form.Version']")!.Value;

    private static async Task<string> SubmittedAsync(Session staff)
    {
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        return report;
    }

    /// <summary>A line that stands in the editor as a dash.</summary>
    private static async Task<string> SomeBlockAsync(Session chairman, string report) =>
        (await chairman.PageAsync(report)).QuerySelector(".doc-dash")!.GetAttribute("data-block-id")!;

    /// <summary>By the mark at the sentence's end, as a person would.</summary>
    private static async Task<HttpResponseMessage> PinAsync(Session chairman, string report, string block)
    {
        var mark = (await chairman.PageAsync(report)).QuerySelector($"#doc-{block} .doc-mark")!.GetAttribute("href")!;
        return await chairman.SubmitAsync(await chairman.PageAsync(mark.Split('#')[0]), $"{report}/y-kien?dong={block}", ("Text", Words));
    }

    private async Task<HttpResponseMessage> ActAsync(Session person, string report, long comment, string act, params (string, string)[] values) =>
        await person.PostAsync($"{report}/y-kien/{comment}/{act}", [("Version", $"{(await CommentAsync()).Version}"), .. values]);

    private Task<ReportComment> CommentAsync() => portal.ReadAsync(db => db.ReportComments.AsNoTracking().SingleAsync(Cancellation));

    private Task<List<AuditEntry>> AuditAsync(string entity) =>
        portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == entity).ToListAsync(Cancellation));

    private async Task SwitchChecksOnAsync()
    {
        await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "vanthu@xahuongson")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Duties, Duties.ContentChecker), Cancellation));
        await portal.ReadAsync(async db =>
        {
            var agency = await db.Agencies.SingleAsync(row => row.Code == "xa-huong-son", Cancellation);
            db.Add(new AgencySettings { AgencyId = agency.Id, ChecksBeforeSigning = true });
            return await db.SaveChangesAsync(Cancellation);
        });
    }
}
