using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
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

    /// <summary>The form of the next year, filled in.</summary>
    [HttpGet("mo")]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var form = PeriodForm.Of(await periods.NextAsync(cancellation));
        form.FormKey = Guid.NewGuid();
        return Form(null, form);
    }

    /// <summary>Opens a year.</summary>
    [HttpPost("mo")]
    public async Task<IActionResult> Create(PeriodForm form, CancellationToken cancellation) => ModelState.IsValid
        ? After(await periods.CreateAsync(form.FormKey, form.Year!.Value, form.ToDays(), cancellation), null, form)
        : Form(null, form);

    /// <summary>The form of a year.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await periods.FindAsync(id, cancellation) is { } row ? Form(row, PeriodForm.Of(row)) : NotFound();

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
        return ModelState.IsValid ? After(await periods.UpdateAsync(id, form.Version, form.ToDays(), cancellation), row, form) : Form(row, form);
    }

    private static string Field(string name) => $"{nameof(PeriodEditor.Form)}.{name}";

    private IActionResult After(SetupResult result, ReportingPeriod? row, PeriodForm form)
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
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                form.Version = row!.Version;
                ModelState.Remove(Field(nameof(form.Version)));
                break;
        }

        return Form(row, form);
    }

    private ViewResult Form(ReportingPeriod? row, PeriodForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new PeriodEditor(row, form));
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
public sealed record PeriodEditor(ReportingPeriod? Row, PeriodForm Form);
