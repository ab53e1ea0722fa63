using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Proposals;

/// <summary>Bỏ qua, đề xuất lại: the answers to the proposals that the lists of the yearly loop make.</summary>
[RequirePermission(Permission.EditWork)]
[Route("de-xuat")]
public sealed class ProposalsController(ProposalService proposals) : Controller
{
    /// <summary>Dismisses the proposal to call an unmet plan line a shortcoming.</summary>
    [HttpPost("nhiem-vu-chua-dat/{id:long}/bo-qua")]
    public Task<IActionResult> DismissLine(long id, [FromForm(Name = "Reason")] string? reason, CancellationToken cancellation) =>
        DismissAsync(ProposalKind.UnmetLine, id, reason, cancellation);

    /// <summary>Dismisses the proposal to make a task of a shortcoming.</summary>
    [HttpPost("ton-tai/{id:long}/bo-qua")]
    public Task<IActionResult> DismissShortcoming(long id, [FromForm(Name = "Reason")] string? reason, CancellationToken cancellation) =>
        DismissAsync(ProposalKind.Shortcoming, id, reason, cancellation);

    /// <summary>Dismisses the proposal to open next year's plan with a task.</summary>
    [HttpPost("nhiem-vu/{id:long}/bo-qua")]
    public Task<IActionResult> DismissTask(long id, [FromForm(Name = "Reason")] string? reason, CancellationToken cancellation) =>
        DismissAsync(ProposalKind.Task, id, reason, cancellation);

    /// <summary>Takes a dismissal back.</summary>
    [HttpPost("{id:long}/de-xuat-lai")]
    public async Task<IActionResult> Reopen(long id, CancellationToken cancellation)
    {
        var act = await proposals.ReopenAsync(id, cancellation);
        if (act.Result == ProposalResult.NotFound)
        {
            return NotFound();
        }

        this.Notice(SharedTexts.ProposalOpen);
        return LocalRedirect(PageOf(act));
    }

    private async Task<IActionResult> DismissAsync(ProposalKind kind, long id, string? reason, CancellationToken cancellation)
    {
        var act = await proposals.DismissAsync(kind, id, reason, cancellation);
        switch (act.Result)
        {
            case ProposalResult.NotFound:
                return NotFound();
            case ProposalResult.ReasonWrong:
                this.Notice(SharedTexts.DismissReasonMissing.Fill(ProposalAnswer.ReasonLength), NoticeKind.Warning);
                break;
            case ProposalResult.Answered:
                this.Notice(SharedTexts.ProposalAnswered, NoticeKind.Warning);
                break;
            default:
                this.Notice(SharedTexts.ProposalDismissed);
                break;
        }

        return LocalRedirect(PageOf(act));
    }

    /// <summary>The page that makes the proposal.</summary>
    private static string PageOf(ProposalAct act) => act.Kind switch
    {
        ProposalKind.UnmetLine => string.Create(CultureInfo.InvariantCulture, $"/ton-tai-han-che/de-xuat?nam={act.Year}"),
        ProposalKind.Shortcoming => string.Create(CultureInfo.InvariantCulture, $"/phuong-huong-nhiem-vu/de-xuat?nam={act.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"/ke-hoach/{act.Year + 1}/lay-tu-nam-truoc"),
    };
}
