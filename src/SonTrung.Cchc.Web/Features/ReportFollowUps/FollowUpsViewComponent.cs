using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Web.Features.ReportFollowUps;

/// <summary>The banner on a report that was corrected or recalled, for its agency and for the offices that received it.</summary>
public sealed class FollowUpsViewComponent(FollowUpReader followUps) : ViewComponent
{
    /// <summary>Shows the banner; nothing while nothing was issued about the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="delivery">The delivery that an office looks at; null on the agency's own page.</param>
    public async Task<IViewComponentResult> InvokeAsync(AnnualReport report, long? delivery = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = delivery is { } id
            ? await followUps.OfDeliveryAsync(id, HttpContext.RequestAborted)
            : await followUps.OfReportAsync(report.Id, HttpContext.RequestAborted);
        if (found.Rows.Count == 0)
        {
            return Content("");
        }

        var isInForce = report.Status is ReportStatus.Issued or ReportStatus.Received or ReportStatus.Recalled;
        return View(new FollowUpBanner(
            found,
            delivery is null ? $"/bao-cao/{report.Id}" : $"/tiep-nhan/{delivery}",
            report.Status,
            delivery is not null && isInForce && !found.Notes.All(found.IsNoted)));
    }
}
