using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Scores;

/// <summary>Tự chấm điểm CCHC: what the year's propaganda work is worth, and why.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("diem-cchc")]
public sealed class ScoresController(ScoreService scores, EvidencePackReader packs, FileStore files) : Controller
{
    /// <summary>The sheet of the running year, or of the one asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        await PageAsync((await scores.YearsAsync(year, cancellation)).Year, null, cancellation);

    /// <summary>The sheet of a year.</summary>
    [HttpGet("{year:int}")]
    public Task<IActionResult> Show(int year, CancellationToken cancellation) => PageAsync(year, null, cancellation);

    /// <summary>The sheet made for paper.</summary>
    [HttpGet("{year:int}/in")]
    public async Task<IActionResult> Print(int year, CancellationToken cancellation) =>
        ScoreExplanation.IsYear(year) ? View(await scores.ReadAsync(year, cancellation)) : NotFound();

    /// <summary>The sheet, to take away.</summary>
    [HttpGet("{year:int}/excel"), HttpGet("{year:int}/csv")]
    public async Task<IActionResult> Table(int year, CancellationToken cancellation)
    {
        if (!ScoreExplanation.IsYear(year))
        {
            return NotFound();
        }

        var sheet = await scores.ReadAsync(year, cancellation);
        return new TableResult<ScoreRow>(ScoreTable.Of(sheet), sheet.Rows);
    }

    /// <summary>The evidence behind the sheet as one ZIP.</summary>
    [HttpGet("{year:int}/goi-kiem-chung")]
    public async Task<IActionResult> Pack(int year, CancellationToken cancellation)
    {
        if (!ScoreExplanation.IsYear(year) || await packs.ReadAsync(year, cancellation) is not { } pack)
        {
            return NotFound();
        }

        await packs.RecordAsync(pack, cancellation);
        return new EvidencePackResult(pack, files);
    }

    /// <summary>Saves what the agency says of a criterion's points.</summary>
    [HttpPost("{year:int}/giai-trinh/{code}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Explain(int year, string code, ExplanationForm form, CancellationToken cancellation)
    {
        form.Code = code;
        if (!ModelState.IsValid)
        {
            return await PageAsync(year, form, cancellation);
        }

        var result = await scores.ExplainAsync(year, code, form.Version, form.Text, cancellation);
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(ScoreTexts.Saved.Fill(code));
                return RedirectToAction(nameof(Show), null, new { year }, ScoreWords.RowId(code));
            case SaveOutcome.Conflict:
                ModelState.AddModelError(nameof(form.Text), SharedTexts.SavedByAnother);
                form.Theirs = result.Row!.Text;
                form.Version = result.Row.Version;
                return await PageAsync(year, form, cancellation);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> PageAsync(int year, ExplanationForm? form, CancellationToken cancellation)
    {
        if (!ScoreExplanation.IsYear(year))
        {
            return NotFound();
        }

        var sheet = await scores.ReadAsync(year, cancellation);
        if (form is not null)
        {
            if (!sheet.Rows.Any(row => row.Score.Criterion.Code == form.Code))
            {
                return NotFound();
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Show", new ScorePage(sheet, await scores.YearsAsync(year, cancellation), User.May(Permission.EditWork), form));
    }
}

/// <summary>Giải trình.</summary>
public sealed class ExplanationForm
{
    /// <summary>The version that the form was opened with; empty before anything was said.</summary>
    public Guid Version { get; set; }

    /// <summary>What is said.</summary>
    [StringLength(ScoreExplanation.TextLength)]
    [Display(Name = nameof(ScoreTexts.Explanation), ResourceType = typeof(ScoreTexts))]
    public string? Text { get; set; }

    /// <summary>The criterion; from the address.</summary>
    internal string Code { get; set; } = "";

    /// <summary>What somebody else saved in the meantime.</summary>
    internal string? Theirs { get; set; }
}

/// <summary>The sheet of a year.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Years">The years to choose from.</param>
/// <param name="MayEdit">Whether the person explains points.</param>
/// <param name="Refused">An explanation that was not saved.</param>
public sealed record ScorePage(ScoreSheet Sheet, YearChoice Years, bool MayEdit, ExplanationForm? Refused);
