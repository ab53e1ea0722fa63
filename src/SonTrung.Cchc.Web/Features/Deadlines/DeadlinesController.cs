using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Deadlines;

/// <summary>Hạn nộp báo cáo năm, where no request says otherwise.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/han-nop")]
public sealed class DeadlinesController(SettingsService settings) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var row = await settings.OfPortalAsync(cancellation);
        return View(new DeadlineForm { Version = row.Version, DueDay = row.DueDay, DueMonth = row.DueMonth, GraceDays = row.GraceDays });
    }

    /// <summary>Saves the day.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(DeadlineForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await settings.SaveDeadlineAsync(form.Version, form.DueDay!.Value, form.DueMonth!.Value, form.GraceDays ?? 0, cancellation);
            if (result.Outcome == SetupOutcome.Done)
            {
                this.Notice(DeadlineTexts.Saved);
                return RedirectToAction("Index", "Administration");
            }

            ModelState.AddModelError("", SharedTexts.SavedByAnother);
            ModelState.Remove(nameof(form.Version));
            form.Version = (await settings.OfPortalAsync(cancellation)).Version;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }
}

/// <summary>Hạn nộp báo cáo năm.</summary>
public sealed class DeadlineForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>The day.</summary>
    [Required, Range(1, 31)]
    [Display(Name = nameof(DeadlineTexts.DueDay), ResourceType = typeof(DeadlineTexts))]
    public int? DueDay { get; set; }

    /// <summary>The month.</summary>
    [Required, Range(1, 12)]
    [Display(Name = nameof(DeadlineTexts.DueMonth), ResourceType = typeof(DeadlineTexts), Description = nameof(DeadlineTexts.MonthHint))]
    public int? DueMonth { get; set; }

    /// <summary>Days of grace.</summary>
    [Range(0, ReportRequest.MostGraceDays)]
    [Display(Name = nameof(DeadlineTexts.GraceDays), ResourceType = typeof(DeadlineTexts), Description = nameof(DeadlineTexts.GraceHint))]
    public int? GraceDays { get; set; }
}
