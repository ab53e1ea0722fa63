using System.Net;
using AngleSharp.Dom;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>The transition table, cell by cell: every act in every state by every duty, sent without asking the page; and the page, which offers exactly these.</summary>
public sealed class TransitionTableTests(ReportStates states) : IClassFixture<ReportStates>
{
    /// <summary>Every act with the address that carries it out. A return has one for each desk; a replacement follows when another report is issued, and is begun here.</summary>
    private static readonly Act[] Acts =
    [
        new(ReportAction.Submit, Permission.SubmitReports, "trinh-ky"),
        new(ReportAction.SubmitForCheck, Permission.SubmitReports, "trinh-ky"),
        new(ReportAction.CheckContent, Permission.CheckContent, "kiem-tra-noi-dung"),
        new(ReportAction.CheckForm, Permission.CheckForm, "kiem-tra-the-thuc"),
        new(ReportAction.Withdraw, Permission.SubmitReports, "rut-lai"),
        new(ReportAction.Return, Permission.CheckReports, "kiem-tra-tra-lai"),
        new(ReportAction.Return, Permission.ApproveReports, "tra-lai"),
        new(ReportAction.Return, Permission.IssueReports, "van-thu-tra-lai"),
        new(ReportAction.Approve, Permission.ApproveReports, "duyet"),
        new(ReportAction.Issue, Permission.IssueReports, "phat-hanh"),
        new(ReportAction.Sign, Permission.ApproveReports, "ky/tai-len"),
        new(ReportAction.Number, Permission.IssueReports, "cap-so"),
        new(ReportAction.Seal, Permission.IssueReports, "ky-co-quan/tai-len"),
        new(ReportAction.IssuePrinted, Permission.IssueReports, "phat-hanh-ban-in"),
        new(ReportAction.AttachScan, Permission.IssueReports, "ban-giay"),
        new(ReportAction.Replace, Permission.SubmitReports, "thay-the"),
        new(ReportAction.Correct, Permission.IssueReports, "dinh-chinh"),
        new(ReportAction.Recall, Permission.IssueReports, "thu-hoi"),
        new(ReportAction.Acknowledge, Permission.ReceiveReports, "tiep-nhan"),
        new(ReportAction.ReturnDelivered, Permission.ReceiveReports, "tra-lai"),
        new(ReportAction.NoteCorrection, Permission.ReceiveReports, "xac-nhan"),
        new(ReportAction.ConfirmRecall, Permission.ReceiveReports, "xac-nhan"),
    ];

    public static MatrixTheoryData<ReportStatus, Duties> Cells => new(Enum.GetValues<ReportStatus>(), ReportStates.Roles);

    [Fact]
    public void Acts_AreAllOfTheTable()
    {
        Assert.Equal(
            ReportTransitions.All.Where(row => !row.IsAutomatic).Select(row => row.Action).Distinct().Order(),
            Acts.Select(act => act.Action).Distinct().Order());
        Assert.Equal(Enum.GetValues<Duties>().Where(duty => duty != Duties.None).Order(), ReportStates.Roles.Order());
        Assert.All(
            ReportTransitions.All.Where(row => !row.IsAutomatic && row.Action != ReportAction.Replace),
            row => Assert.Contains(Acts, act => act.Action == row.Action && act.Permission == row.Permission));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Post_EveryAct_AnswersAsTheTableSays(ReportStatus status, Duties role)
    {
        await states.LayAsync(status);
        var wrong = new List<string>();
        foreach (var act in Acts)
        {
            await states.SetChecksAsync(act.Action == ReportAction.SubmitForCheck);
            var answer = await SendAsync(act, role);
            var expected = Expected(act, status, role);
            var now = await states.StatusAsync();
            var to = expected == HttpStatusCode.Redirect && act.Action != ReportAction.Replace ? Row(act, status)!.To : status;
            var text = (await Session.ParseAsync(answer)).QuerySelector("main")?.TextContent ?? "";
            if (answer.StatusCode != expected || now != to)
            {
                wrong.Add($"{act.Action} ({act.Address}): {(int)answer.StatusCode}, {now}; the table says {(int)expected}, {to}. {text.Trim()}");
            }
            else if (expected == HttpStatusCode.Conflict && !text.Contains(WorkflowTexts.Name(status), StringComparison.Ordinal))
            {
                wrong.Add($"{act.Action} ({act.Address}) is refused without a word about the state: {text.Trim()}");
            }

            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                await states.LayAsync(status);
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Show_Buttons_AreExactlyTheRowsOfTheTable(ReportStatus status, Duties role)
    {
        await states.LayAsync(status);
        await states.SetChecksAsync(false);
        var session = states.Of(role).Session;
        var permissions = Permissions.Of(role);

        var answer = await session.GetAsync(states.Report);
        if (!permissions.Contains(Permission.ViewReports))
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        else
        {
            var acts = (await Session.ParseAsync(answer)).QuerySelector(".report-acts")!;
            Assert.Equal(
                Acts.Where(act => act.Permission != Permission.ReceiveReports && act.Action != ReportAction.SubmitForCheck && Expected(act, status, role) == HttpStatusCode.Redirect)
                    .Select(act => act.Address.Split('/')[0]).Order(),
                acts.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!).Concat(LinksToActs(acts)).Select(address => address.Split('/')[^1]).Order());
        }

        var delivery = await session.GetAsync($"/tiep-nhan/{states.Delivery ?? 1}");
        if (!permissions.Contains(Permission.ReceiveReports) || states.Delivery is null)
        {
            Assert.Equal(permissions.Contains(Permission.ReceiveReports) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, delivery.StatusCode);
        }
        else
        {
            Assert.Equal(
                Acts.Where(act => act.Permission == Permission.ReceiveReports && Expected(act, status, role) == HttpStatusCode.Redirect).Select(act => act.Address).Distinct().Order(),
                (await Session.ParseAsync(delivery)).QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!.Split('/')[^1]).Order());
        }
    }

    private HttpStatusCode Expected(Act act, ReportStatus status, Duties role) =>
        !Permissions.Of(role).Contains(act.Permission) ? HttpStatusCode.Forbidden
        : act.Permission == Permission.ReceiveReports && states.Delivery is null ? HttpStatusCode.NotFound
        : Row(act, status) is not null || (act.Action == ReportAction.Replace && status == ReportStatus.Recalled) ? HttpStatusCode.Redirect
        : HttpStatusCode.Conflict;

    /// <summary>The row that an address carries out; null where there is none, or it is another desk's. One address notes whatever was issued afterwards.</summary>
    private static ReportTransition? Row(Act act, ReportStatus status) => act.Address == "xac-nhan"
        ? ReportTransitions.Find(status, ReportAction.NoteCorrection) ?? ReportTransitions.Find(status, ReportAction.ConfirmRecall)
        : ReportTransitions.Find(status, act.Action) is { } row && (row.Permission == act.Permission || act.Action == ReportAction.Replace) ? row : null;

    /// <summary>Acts that have a page of their own.</summary>
    private static IEnumerable<string> LinksToActs(IElement acts) => new[] { "ky", "ky-co-quan", "ban-giay", "dinh-chinh", "thu-hoi" }
        .SelectMany(page => acts.QuerySelectorAll($"a[href$='/{page}']")).Select(link => link.GetAttribute("href")!);

    private async Task<HttpResponseMessage> SendAsync(Act act, Duties role)
    {
        var (session, token) = states.Of(role);
        var url = act.Permission == Permission.ReceiveReports ? $"/tiep-nhan/{states.Delivery ?? 1}/{act.Address}" : $"{states.Report}/{act.Address}";
        using var body = Body(act, token);
        return await session.SendAsync(HttpMethod.Post, url, body);
    }

    private HttpContent Body(Act act, string token) => act.Action switch
    {
        ReportAction.Correct or ReportAction.Recall => states.Letter(850, token),
        ReportAction.Sign => Upload(states.Signed.Person, token),
        ReportAction.Seal => Upload(states.Signed.Organisation, token),
        ReportAction.AttachScan => Upload("%PDF-1.7\n%%EOF"u8.ToArray(), token),
        _ => new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Act.Version"] = $"{states.Version}",
            ["Act.Reason"] = "Sai số liệu ở mục I",
            ["Form.Reason"] = "Sai số liệu ở mục I",
            ["Issue.Version"] = $"{states.Version}",
            ["Issue.Number"] = "20",
            ["Issue.IssuedOn"] = $"{DateTime.UtcNow.AddHours(7):dd/MM/yyyy}",
        }),
    };

    private MultipartFormDataContent Upload(byte[] file, string token) => new()
    {
        { new StringContent(token), "__RequestVerificationToken" },
        { new StringContent($"{states.Version}"), "Version" },
        { new ByteArrayContent(file), "File", "bao-cao.pdf" },
    };

    private sealed record Act(ReportAction Action, Permission Permission, string Address);
}
