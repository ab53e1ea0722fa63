using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Soạn báo cáo: the lines, edited, added, removed, restored and moved.</summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/{id:long}/soan")]
public sealed class ReportLinesController(ReportReader reports, ReportComposition composition) : Controller
{
    /// <summary>All lines.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!report.IsEditable)
        {
            return NotEditable(report);
        }

        await composition.RefreshAsync(id, cancellation);
        return View(new LinesPage(report, await composition.LinesAsync(id, cancellation)));
    }

    /// <summary>The form of one line.</summary>
    [HttpGet("{lineId:long}")]
    public Task<IActionResult> Edit(long id, long lineId, CancellationToken cancellation) =>
        EditorAsync(id, lineId, null, null, cancellation);

    /// <summary>Writes over a line.</summary>
    [HttpPost("{lineId:long}")]
    public async Task<IActionResult> Edit(long id, long lineId, LineForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await EditorAsync(id, lineId, form, null, cancellation);
        }

        var result = await composition.EditLineAsync(lineId, form.Version, form.Text, form.EndMark, cancellation);
        if (result.Outcome != LineOutcome.Conflict)
        {
            return await AnswerAsync(id, lineId, result, ReportTexts.LineSaved, cancellation);
        }

        ModelState.AddModelError("", ReportTexts.LineConflict);
        ModelState.Remove($"{nameof(LineEditor.Form)}.{nameof(form.Version)}");
        form.Version = result.Current!.Version;
        return await EditorAsync(id, lineId, form, result.Current.Text, cancellation);
    }

    /// <summary>The form of a new line below another.</summary>
    [HttpGet("{lineId:long}/them")]
    public Task<IActionResult> Add(long id, long lineId, CancellationToken cancellation) =>
        AdderAsync(id, lineId, null, cancellation);

    /// <summary>Adds a line below another.</summary>
    [HttpPost("{lineId:long}/them")]
    public async Task<IActionResult> Add(long id, long lineId, LineForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await AnswerAsync(
                id, lineId, await composition.AddLineAsync(id, lineId, form.Level, form.Text, form.EndMark, cancellation), ReportTexts.LineAdded, cancellation)
            : await AdderAsync(id, lineId, form, cancellation);

    /// <summary>Takes a line out.</summary>
    [HttpPost("{lineId:long}/bo")]
    public async Task<IActionResult> Remove(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await composition.RemoveLineAsync(lineId, version, cancellation), ReportTexts.LineRemoved, cancellation);

    /// <summary>Lấy lại câu tự động, or puts a removed line back.</summary>
    [HttpPost("{lineId:long}/lay-lai")]
    public async Task<IActionResult> Restore(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await composition.RestoreLineAsync(lineId, version, cancellation), ReportTexts.LineRestored, cancellation);

    /// <summary>Moves a line up among its neighbours.</summary>
    [HttpPost("{lineId:long}/len")]
    public async Task<IActionResult> MoveUp(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await composition.MoveLineAsync(lineId, version, LineMove.Up, cancellation), ReportTexts.LineMoved, cancellation);

    /// <summary>Moves a line down among its neighbours.</summary>
    [HttpPost("{lineId:long}/xuong")]
    public async Task<IActionResult> MoveDown(long id, long lineId, Guid version, CancellationToken cancellation) =>
        await AnswerAsync(id, lineId, await composition.MoveLineAsync(lineId, version, LineMove.Down, cancellation), ReportTexts.LineMoved, cancellation);

    private async Task<IActionResult> AnswerAsync(long id, long lineId, LineResult result, string done, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case LineOutcome.NotFound:
                return NotFound();
            case LineOutcome.NotEditable:
                return await reports.FindAsync(id, cancellation) is { } report ? NotEditable(report) : NotFound();
            case LineOutcome.Conflict:
                this.Notice(ReportTexts.LineConflict);
                break;
            default:
                this.Notice(done);
                break;
        }

        return RedirectToAction(nameof(Index), null, new { id }, $"dong-{lineId}");
    }

    private async Task<IActionResult> EditorAsync(long id, long lineId, LineForm? form, string? theirs, CancellationToken cancellation)
    {
        if (await FindAsync(id, lineId, cancellation) is not var (report, line))
        {
            return NotFound();
        }

        return report.IsEditable
            ? Form(new LineEditor(report, line, null, form ?? new LineForm { Version = line.Version, Text = line.Text, EndMark = line.EndMark, Level = line.Level }, theirs))
            : NotEditable(report);
    }

    private async Task<IActionResult> AdderAsync(long id, long lineId, LineForm? form, CancellationToken cancellation)
    {
        if (await FindAsync(id, lineId, cancellation) is not var (report, after))
        {
            return NotFound();
        }

        return report.IsEditable ? Form(new LineEditor(report, null, after, form ?? new LineForm())) : NotEditable(report);
    }

    private async Task<(AnnualReport Report, ReportLine Line)?> FindAsync(long id, long lineId, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } report
        && (await composition.LinesAsync(id, cancellation)).SingleOrDefault(line => line.Id == lineId) is { } line
            ? (report, line)
            : null;

    private ViewResult Form(LineEditor editor)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", editor);
    }

    private ViewResult NotEditable(AnnualReport report) =>
        this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status)));
}
