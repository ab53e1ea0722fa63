using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Các lần trình: every submission of a report, and what became of it between any two.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao/{id:long}/phien-ban")]
public sealed class ReportVersionsController(ReportReader reports, ReportVersionReader versions) : Controller
{
    /// <summary>The submissions; the two newest are compared until others are chosen.</summary>
    [HttpGet("")]
    [Audited(nameof(AnnualReport))]
    public async Task<IActionResult> Index(
        long id, [FromQuery(Name = "tu")] int? older, [FromQuery(Name = "den")] int? newer, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        var submitted = await versions.ListAsync(id, cancellation);
        var replaced = submitted.Count > 0 ? await versions.ReplacedAsync(id, cancellation) : null;
        var mayCompare = submitted.Count > 1 || replaced is not null;
        var (from, to) = Chosen(older, newer, report.VersionNumber, replaced is null ? 1 : ReplacedVersion.AsIssued);
        var compared = from == to || !mayCompare ? null : await versions.CompareAsync(id, Math.Min(from, to), Math.Max(from, to), cancellation);
        return from != to && mayCompare && compared is null
            ? NotFound()
            : View(new ReportVersionsPage(report, submitted, Math.Min(from, to), Math.Max(from, to), compared) { Replaced = replaced });
    }

    /// <summary>The PDF of a submission as it was frozen.</summary>
    [HttpGet("{number:int}/pdf")]
    [Audited(nameof(AnnualReport))]
    public async Task<IActionResult> Pdf(long id, int number, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } report && await versions.PdfAsync(id, number, cancellation) is { } pdf
            ? File(pdf, "application/pdf", ReportFileNames.OfSubmission(report.Year, number))
            : NotFound();

    private static (int From, int To) Chosen(int? older, int? newer, int newest, int first)
    {
        var to = newer ?? newest;
        return (older ?? Math.Max(first, to - 1), to);
    }
}

/// <summary>The submissions of a report, two of them compared.</summary>
/// <param name="Report">The report.</param>
/// <param name="Versions">Its submissions, newest first.</param>
/// <param name="Older">The older one chosen.</param>
/// <param name="Newer">The newer one chosen.</param>
/// <param name="Compared">What became of it; null when one submission was chosen twice or there is only one.</param>
public sealed record ReportVersionsPage(AnnualReport Report, IReadOnlyList<SubmittedVersion> Versions, int Older, int Newer, ReportComparison? Compared)
{
    /// <summary>The issued report that this one replaces, to be compared with too; null when it replaces none.</summary>
    public ReplacedVersion? Replaced { get; init; }
}
