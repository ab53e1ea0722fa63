using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Features.Owed;

/// <summary>On the page of a report: the letters that ask for it, to be cited with one click, and why it comes late.</summary>
public sealed class RequestOfReportViewComponent(OwedReader owed, RequestCitations citations) : ViewComponent
{
    /// <summary>Shows them.</summary>
    public async Task<IViewComponentResult> InvokeAsync(AnnualReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var period = new RequestedPeriod(report.Year, report.PeriodKind, report.PeriodOrdinal);
        return View(new RequestOfReport(
            report.Id,
            await citations.OfAsync(report.Id, HttpContext.RequestAborted),
            report.IsReentered ? [] : (await owed.ListAsync(HttpContext.RequestAborted)).Where(row => row.Period == period && row.Cell.DaysLate > 0).ToList()));
    }
}

/// <summary>What asks for a report.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Requests">Letters that it may cite.</param>
/// <param name="Late">Offices for which it is late.</param>
public sealed record RequestOfReport(long ReportId, IReadOnlyList<CitableRequest> Requests, IReadOnlyList<OwedReport> Late);
