using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Periods;

/// <summary>Kỳ báo cáo.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/ky-bao-cao")]
public sealed class PeriodsController(PeriodService periods, TimeProvider time) : Controller
{
    /// <summary>The years.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new PeriodList(await periods.ListAsync(cancellation), time.Today()));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<PeriodRow>(
        new TableExport<PeriodRow>(PeriodTexts.Title, "ky-bao-cao")
            .Number(PeriodTexts.ColumnYear, 10, row => row.Year)
            .Date(PeriodTexts.From, 13, row => row.From)
            .Date(PeriodTexts.To, 13, row => row.To)
            .Date(PeriodTexts.DueOn, 16, row => row.DueOn)
            .Number(PeriodTexts.ColumnActivities, 12, row => row.Activities),
        await periods.ListAsync(cancellation));

    /// <summary>The form of the next year, filled in.</summary>
    [HttpGet("mo")]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var form = PeriodForm.Of(await periods.NextAsync(cancellation));
        form.FormKey = Guid.NewGuid();
        return await FormAsync(null, form, cancellation);
    }

    /// <summary>Opens a year.</summary>
    [HttpPost("mo")]
    public async Task<IActionResult> Create(PeriodForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AfterAsync(await periods.CreateAsync(form.FormKey, form.Year!.Value, form.ToDays(), cancellation), null, form, cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a year.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await periods.FindAsync(id, cancellation) is { } row ? await FormAsync(row, PeriodForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes the days of a year.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, PeriodForm form, CancellationToken cancellation)
    {
        if (await periods.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.Year = row.Year;
        ModelState.Remove(Field(nameof(form.Year)));
        return ModelState.IsValid
            ? await AfterAsync(await periods.UpdateAsync(id, form.Version, form.ToDays(), cancellation), row, form, cancellation)
            : await FormAsync(row, form, cancellation);
    }

    /// <summary>Takes away one that nothing refers to.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        var row = await periods.FindAsync(id, cancellation);
        switch ((await periods.RemoveAsync(id, version, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.NoticeOfRemoval(PeriodTexts.Removed, "/quan-tri/ky-bao-cao/mo", PeriodForm.Of(row!), nameof(PeriodEditor.Form));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return this.WrongState(new RefusalPage(
                    PeriodTexts.RemoveRefused, outcome == SetupOutcome.Needed ? PeriodTexts.Used : SharedTexts.SavedByAnother, PeriodTexts.Title, $"/quan-tri/ky-bao-cao/{id}"));
        }
    }

    private static string Field(string name) => $"{nameof(PeriodEditor.Form)}.{name}";

    private async Task<IActionResult> AfterAsync(SetupResult result, ReportingPeriod? row, PeriodForm form, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(PeriodTexts.Saved.Fill(form.Year));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.EndsBeforeStart:
                ModelState.AddModelError(Field(form.To < form.From ? nameof(form.To) : nameof(form.DueOn)), PeriodTexts.EndsBeforeStart);
                break;
            case SetupOutcome.Overlaps:
                ModelState.AddModelError(Field(nameof(form.From)), PeriodTexts.Overlaps);
                break;
            case SetupOutcome.NameTaken:
                ModelState.AddModelError(Field(nameof(form.Year)), PeriodTexts.YearTaken);
                break;
            case SetupOutcome.WorkOutside:
                ModelState.AddModelError(Field(nameof(form.From)), PeriodTexts.WorkOutside);
                break;
            default:
                this.SavedByAnother(Field(nameof(form.Version)), FormFields.Differing(form, PeriodForm.Of(row!)));
                form.Version = row!.Version;
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(ReportingPeriod? row, PeriodForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new PeriodEditor(row, form, row is not null && await periods.IsUnusedAsync(row.Id, cancellation)));
    }
}

/// <summary>Năm báo cáo.</summary>
public sealed class PeriodForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>The report's year.</summary>
    [Required, Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(PeriodTexts.Year), ResourceType = typeof(PeriodTexts))]
    public int? Year { get; set; }

    /// <summary>The first day.</summary>
    [Required]
    [Display(Name = nameof(PeriodTexts.From), ResourceType = typeof(PeriodTexts))]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    [Display(Name = nameof(PeriodTexts.To), ResourceType = typeof(PeriodTexts), Description = nameof(PeriodTexts.ToHint))]
    public DateOnly? To { get; set; }

    /// <summary>The day the report is due.</summary>
    [Required]
    [Display(Name = nameof(PeriodTexts.DueOn), ResourceType = typeof(PeriodTexts))]
    public DateOnly? DueOn { get; set; }

    internal static PeriodForm Of(ReportingPeriod row) => new() { Version = row.Version, Year = row.Year, From = row.From, To = row.To, DueOn = row.DueOn };

    internal PeriodDays ToDays() => new(From!.Value, To!.Value, DueOn!.Value);
}

/// <summary>The list.</summary>
public sealed record PeriodList(IReadOnlyList<PeriodRow> Rows, DateOnly Today);

/// <summary>The form of a year.</summary>
/// <param name="Row">The year; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="MayRemove">Whether it can be closed again.</param>
public sealed record PeriodEditor(ReportingPeriod? Row, PeriodForm Form, bool MayRemove);
