using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>
/// Soạn báo cáo: the page beside its outline, every line edited in place. Each act is a plain form; the page's script
/// saves the texts while they are typed and asks for JSON.
/// </summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/{id:long}/soan")]
public sealed class ReportLinesController(
    ReportReader reports, ReportComposition composition, ReportLineEditor editor, ReportCommentService comments, StaleMarks stale, TimeProvider time) : Controller
{
    /// <summary>All lines.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken cancellation) => PageAsync(id, null, cancellation);

    /// <summary>Writes over a line.</summary>
    [HttpPost("{lineId:long}")]
    public async Task<IActionResult> Edit(long id, long lineId, LineForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return WantsJson
                ? UnprocessableEntity(new { message = ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage })
                : await PageAsync(id, new TypedLine(lineId, form, null), cancellation);
        }

        var result = await editor.EditLineAsync(lineId, form.Version, form.Text ?? "", form.EndMark, cancellation);
        if (WantsJson)
        {
            return await JsonAnswerAsync(id, result, cancellation);
        }

        if (result.Outcome != LineOutcome.Conflict)
        {
            return await AnswerAsync(id, lineId, result, ReportTexts.LineSaved, cancellation);
        }

        ModelState.AddModelError("", ReportTexts.LineConflict);
        form.Version = result.Current!.Version;
        return await PageAsync(id, new TypedLine(lineId, form, result.Current.Text), cancellation);
    }

    /// <summary>Adds an empty line below another.</summary>
    [HttpPost("{lineId:long}/them")]
    public async Task<IActionResult> Add(long id, long lineId, CancellationToken cancellation)
    {
        var result = await editor.AddLineAsync(id, lineId, cancellation);
        return await AnswerAsync(id, result.Current?.Id ?? lineId, result, ReportTexts.LineAdded, cancellation);
    }

    /// <summary>Takes a line out.</summary>
    [HttpPost("{lineId:long}/bo")]
    public async Task<IActionResult> Remove(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.RemoveLineAsync(lineId, version, cancellation), ReportTexts.LineRemoved, cancellation);

    /// <summary>Lấy lại câu tự động, or puts a removed line back.</summary>
    [HttpPost("{lineId:long}/lay-lai")]
    public async Task<IActionResult> Restore(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.RestoreLineAsync(lineId, version, cancellation), ReportTexts.LineRestored, cancellation);

    /// <summary>Keeps the clerk's text although the data say something else now.</summary>
    [HttpPost("{lineId:long}/giu")]
    public async Task<IActionResult> Keep(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.KeepLineAsync(lineId, version, cancellation), ReportTexts.LineKept, cancellation);

    /// <summary>Brings the data's change into the clerk's text.</summary>
    [HttpPost("{lineId:long}/ghep")]
    public async Task<IActionResult> Merge(long id, long lineId, Guid version, CancellationToken cancellation)
    {
        var result = await editor.MergeLineAsync(lineId, version, cancellation);
        return result.Outcome == LineOutcome.Stays
            ? await AnswerAsync(id, lineId, result with { Outcome = LineOutcome.Done }, ReportTexts.LineNotMerged, cancellation)
            : await AnswerAsync(id, lineId, result, ReportTexts.LineMerged, cancellation);
    }

    /// <summary>Moves a line up among its neighbours.</summary>
    [HttpPost("{lineId:long}/len")]
    public async Task<IActionResult> MoveUp(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.MoveLineAsync(lineId, version, LineMove.Up, cancellation), ReportTexts.LineMoved, cancellation);

    /// <summary>Moves a line down among its neighbours.</summary>
    [HttpPost("{lineId:long}/xuong")]
    public async Task<IActionResult> MoveDown(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.MoveLineAsync(lineId, version, LineMove.Down, cancellation), ReportTexts.LineMoved, cancellation);

    /// <summary>Puts a line behind another one, or at the head of its part.</summary>
    [HttpPost("{lineId:long}/dat")]
    public async Task<IActionResult> Place(long id, long lineId, Guid version, [FromForm(Name = "sau")] long? after, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.PlaceLineAsync(lineId, version, after, cancellation), ReportTexts.LineMoved, cancellation);

    /// <summary>Makes a line a part of the one above.</summary>
    [HttpPost("{lineId:long}/thut-vao")]
    public async Task<IActionResult> IndentIn(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.IndentLineAsync(lineId, version, LineIndent.In, cancellation), ReportTexts.LineIndented, cancellation);

    /// <summary>Takes a line one rank up.</summary>
    [HttpPost("{lineId:long}/thut-ra")]
    public async Task<IActionResult> IndentOut(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await editor.IndentLineAsync(lineId, version, LineIndent.Out, cancellation), ReportTexts.LineIndented, cancellation);

    /// <summary>Lấy từ năm trước: what was written by hand into last year's report.</summary>
    [HttpGet("nam-truoc")]
    public Task<IActionResult> LastYear(long id, CancellationToken cancellation) => LastYearAsync(id, null, cancellation);

    /// <summary>Takes lines of last year's report over.</summary>
    [HttpPost("nam-truoc")]
    public async Task<IActionResult> LastYear(long id, LinePicks form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await LastYearAsync(id, form, cancellation);
        }

        return await editor.CopyAsync(form.FormKey, id, form.Chosen(), cancellation) switch
        {
            LineOutcome.NotFound => NotFound(),
            LineOutcome.NotEditable => await NotEditableAsync(id, cancellation),
            _ => Taken(id),
        };
    }

    private RedirectToActionResult Taken(long id)
    {
        this.Notice(SharedTexts.PickTaken);
        return RedirectToAction(nameof(Index), new { id });
    }

    private async Task<IActionResult> LastYearAsync(long id, LinePicks? typed, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!report.IsEditable)
        {
            return await NotEditableAsync(id, cancellation);
        }

        var lines = await editor.LastYearAsync(id, cancellation);
        return this.PickPage(
            new PickPage(
                SharedTexts.LastYearTitle.Fill(ReportTexts.LinesOfReport, report.Year - 1),
                ReportTexts.LinesLastYearLead,
                SharedTexts.LastYearEmpty.Fill(report.Year - 1),
                $"/bao-cao/{id}/soan/nam-truoc",
                $"/bao-cao/{id}/soan",
                typed ?? new LinePicks { FormKey = Guid.NewGuid(), Year = report.Year },
                PickCandidate.OfLastYear(lines.Select(line => line.Id), await stale.FindAsync(report.Year, lines.ConvertAll(line => line.Text), cancellation))),
            typed is not null);
    }

    private bool WantsJson => Request.Headers[HeaderNames.Accept] == "application/json";

    private async Task<IActionResult> AnswerAsync(long id, long lineId, LineResult result, string done, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case LineOutcome.NotFound:
                return NotFound();
            case LineOutcome.NotEditable:
                return await NotEditableAsync(id, cancellation);
            case LineOutcome.Conflict:
                this.Notice(ReportTexts.LineChangedMeanwhile, NoticeKind.Warning);
                break;
            case LineOutcome.Stays:
                this.Notice(ReportTexts.LineStays, NoticeKind.Warning);
                break;
            default:
                this.Notice(done);
                break;
        }

        return RedirectToAction(nameof(Index), null, new { id }, $"dong-{lineId}");
    }

    /// <summary>The answer to the page's script: what is stored now, so that it neither loses nor overwrites a text.</summary>
    private async Task<IActionResult> JsonAnswerAsync(long id, LineResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case { Outcome: LineOutcome.Done, Current: { } line }:
                return Json(new
                {
                    version = line.Version,
                    text = line.Text,
                    endMark = line.EndMark ?? "",
                    edited = line.IsEdited,
                    at = VietnamTime.Clock(time.GetUtcNow().UtcDateTime),
                });
            case { Outcome: LineOutcome.Conflict, Current: { } theirs }:
                return Conflict(new { version = theirs.Version, text = theirs.Text, endMark = theirs.EndMark ?? "" });
            case { Outcome: LineOutcome.NotEditable }:
                return await reports.FindAsync(id, cancellation) is { } report
                    ? Conflict(new { message = WorkflowTexts.Locked(report).Text })
                    : NotFound(new { message = ReportTexts.LineGone });
            default:
                return NotFound(new { message = ReportTexts.LineGone });
        }
    }

    private async Task<IActionResult> PageAsync(long id, TypedLine? typed, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        try
        {
            if (await composition.RefreshAsync(id, cancellation) is not { } document)
            {
                return await NotEditableAsync(id, cancellation);
            }

            Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            var pinned = new ReportComments(report, await comments.ListAsync(report, document, cancellation), User.UserId(), MayWrite: true);
            return View("Index", LinesPage.Of(report, await editor.LinesAsync(id, cancellation), document, typed, pinned));
        }
        catch (ReportIncompleteException problem)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Incomplete, id, report.Status, Missing: problem.Missing)));
        }
    }

    private async Task<IActionResult> NotEditableAsync(long id, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } report
            ? this.WrongState(WorkflowTexts.Locked(report))
            : NotFound();
}
