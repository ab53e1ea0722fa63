using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Phụ lục kèm theo: which tables follow the report.</summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/{id:long}/phu-luc")]
public sealed class ReportAppendicesController(ReportAppendices appendices) : Controller
{
    /// <summary>Switches them, and shows the report with what they look like.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Switch(long id, AppendixForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var result = await appendices.SwitchAsync(id, form.Version, form.HasPlan, form.HasActivities, cancellation);
        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.Done:
                this.Notice(ReportTexts.AppendicesSaved);
                return RedirectToAction(nameof(ReportsController.Show), "Reports", new { id });
            default:
                return this.WrongState(WorkflowTexts.Refusal(result));
        }
    }
}

/// <summary>Which appendices follow a report.</summary>
public sealed class AppendixForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>One row per plan line.</summary>
    [Display(Name = nameof(ReportTexts.AppendixOfPlan), ResourceType = typeof(ReportTexts))]
    public bool HasPlan { get; set; }

    /// <summary>The list of all activities.</summary>
    [Display(Name = nameof(ReportTexts.AppendixOfActivities), ResourceType = typeof(ReportTexts))]
    public bool HasActivities { get; set; }

    /// <summary>The switches of a report as they stand.</summary>
    public static AppendixForm Of(AnnualReport report) =>
        new() { Version = report.Version, HasPlan = report.HasPlanAppendix, HasActivities = report.HasActivityAppendix };
}
