using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Help;

/// <summary>Trợ giúp: what the reader's duties ask for, and how it is done here.</summary>
[Authorize]
[Route("tro-giup")]
public sealed class HelpController : Controller
{
    private static IReadOnlyList<HelpSection> Sections =>
    [
        new(Permission.EditWork, HelpTexts.Work,
        [
            new(HelpTexts.WorkActivity, HelpTexts.WorkActivityText, "/hoat-dong/nhap"),
            new(HelpTexts.WorkExcel, HelpTexts.WorkExcelText, "/hoat-dong/nhap-excel"),
            new(HelpTexts.WorkPlan, HelpTexts.WorkPlanText, "/ke-hoach"),
            new(HelpTexts.WorkShortcoming, HelpTexts.WorkShortcomingText, "/ton-tai-han-che"),
        ]),
        new(Permission.SubmitReports, HelpTexts.Write,
        [
            new(HelpTexts.WriteReport, HelpTexts.WriteReportText, "/bao-cao"),
            new(HelpTexts.WriteCheck, HelpTexts.WriteCheckText, "/ra-soat"),
            new(HelpTexts.WriteSubmit, HelpTexts.WriteSubmitText, "/bao-cao"),
        ]),
        new(Permission.ApproveReports, HelpTexts.Sign,
        [
            new(HelpTexts.SignWait, HelpTexts.SignWaitText, "/"),
            new(HelpTexts.SignReturn, HelpTexts.SignReturnText, "/bao-cao"),
            new(HelpTexts.SignApprove, HelpTexts.SignApproveText, "/bao-cao"),
        ]),
        new(Permission.IssueReports, HelpTexts.Issue,
        [
            new(HelpTexts.IssueNumber, HelpTexts.IssueNumberText, "/bao-cao"),
            new(HelpTexts.IssueRegister, HelpTexts.IssueRegisterText, "/so-van-ban-di"),
        ]),
        new(Permission.ReceiveReports, HelpTexts.Receive,
        [
            new(HelpTexts.ReceiveWall, HelpTexts.ReceiveWallText, "/theo-doi"),
            new(HelpTexts.ReceiveInbox, HelpTexts.ReceiveInboxText, "/tiep-nhan"),
            new(HelpTexts.ReceiveRollup, HelpTexts.ReceiveRollupText, "/tong-hop"),
        ]),
        new(Permission.ManageAgency, HelpTexts.Manage,
        [
            new(HelpTexts.ManageLetterhead, HelpTexts.ManageLetterheadText, "/quan-tri/tieu-de"),
            new(HelpTexts.ManagePeople, HelpTexts.ManagePeopleText, "/quan-tri/nguoi-dung"),
            new(HelpTexts.ManagePeriod, HelpTexts.ManagePeriodText, "/quan-tri/ky-bao-cao"),
        ]),
        new(Permission.ManageSystem, HelpTexts.Portal,
        [
            new(HelpTexts.PortalAgency, HelpTexts.PortalAgencyText, "/quan-tri/co-quan"),
            new(HelpTexts.PortalHealth, HelpTexts.PortalHealthText, "/quan-tri"),
        ]),
    ];

    /// <summary>The tasks of the reader's permissions.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(Sections.Where(section => User.May(section.Needs)).ToList());
}

/// <summary>The tasks of a duty.</summary>
/// <param name="Needs">Who does them.</param>
/// <param name="Title">Its name.</param>
/// <param name="Tasks">The tasks.</param>
public sealed record HelpSection(Permission Needs, string Title, IReadOnlyList<HelpTask> Tasks);

/// <summary>A task.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Text">How.</param>
/// <param name="Url">Where.</param>
public sealed record HelpTask(string Name, string Text, string Url);
