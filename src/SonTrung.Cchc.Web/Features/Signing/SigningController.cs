using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>Ký ban hành, ký số cơ quan: the file goes out to be signed and comes back; the scan of a paper; the files of all steps.</summary>
[RequirePermission(Permission.ViewReports)]
[ConnectsToSigningPlugin]
[Route("bao-cao/{id:long}")]
public sealed class SigningController(ReportReader reports, ReportWorkflow workflow, SigningReader signing, KeptCertificateService kept, PortalOptions options) : Controller
{
    /// <summary>A form of this size stays in memory: nothing touches the disk before it is judged.</summary>
    private const int LargestForm = ReportSigningSteps.LargestFile + 65_536;

    /// <summary>Where the person in authority signs.</summary>
    [HttpGet("ky")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Sign(long id, CancellationToken cancellation) => PageAsync(id, ReportAction.Sign, cancellation);

    /// <summary>Takes the file that the person signed with a token.</summary>
    [HttpPost("ky/tai-len")]
    [RequirePermission(Permission.ApproveReports)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm)]
    public Task<IActionResult> SignOutside(long id, SignedUpload form, CancellationToken cancellation) => ReceiveAsync(
        id, ReportAction.Sign, form, (signed, cancel) => workflow.SignAsync(id, form.Version, signed, SignatureWay.Outside, cancel), SigningTexts.Signed, cancellation);

    /// <summary>Signs with the person's certificate in the portal's keeping.</summary>
    [HttpPost("ky/pin")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> SignByPin(long id, PinForm form, CancellationToken cancellation) =>
        SignByPinAsync(id, CertificateUse.Person, ReportAction.Sign, form, SigningTexts.Signed, cancellation);

    /// <summary>Where the organisation signs.</summary>
    [HttpGet("ky-co-quan")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Seal(long id, CancellationToken cancellation) => PageAsync(id, ReportAction.Seal, cancellation);

    /// <summary>Takes the file that the organisation signed with a token, and issues it.</summary>
    [HttpPost("ky-co-quan/tai-len")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm)]
    public Task<IActionResult> SealOutside(long id, SignedUpload form, CancellationToken cancellation) => ReceiveAsync(
        id, ReportAction.Seal, form, (signed, cancel) => workflow.SealAsync(id, form.Version, signed, SignatureWay.Outside, cancel), SigningTexts.Sealed, cancellation);

    /// <summary>Signs with the organisation's certificate in the portal's keeping, and issues.</summary>
    [HttpPost("ky-co-quan/pin")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> SealByPin(long id, PinForm form, CancellationToken cancellation) =>
        SignByPinAsync(id, CertificateUse.Organisation, ReportAction.Seal, form, SigningTexts.Sealed, cancellation);

    /// <summary>Where the paper that was signed and stamped comes back as a scan.</summary>
    [HttpGet("ban-giay")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Paper(long id, CancellationToken cancellation) => PageAsync(id, ReportAction.AttachScan, cancellation);

    /// <summary>Takes the scan.</summary>
    [HttpPost("ban-giay")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm)]
    public Task<IActionResult> Paper(long id, SignedUpload form, CancellationToken cancellation) => ReceiveAsync(
        id, ReportAction.AttachScan, form, (scan, cancel) => workflow.AttachScanAsync(id, form.Version, scan, cancel), SigningTexts.ScanKept, cancellation);

    /// <summary>The file of a step.</summary>
    [HttpGet("tep/{fileId:long}")]
    [Audited(nameof(AnnualReport))]
    public async Task<IActionResult> StepFile(long id, long fileId, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } report && report.Files.Find(file => file.Id == fileId) is { } row
            ? File(await signing.ReadAsync(row, cancellation), "application/pdf", SigningWords.FileName(report, row))
            : NotFound();

    private async Task<IActionResult> ReceiveAsync(
        long id, ReportAction action, SignedUpload form, Func<byte[], CancellationToken, Task<WorkflowResult>> take, string done, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        if (form.File is not { Length: > 0 and <= ReportSigningSteps.LargestFile } file)
        {
            ModelState.AddModelError(nameof(form.File), form.File is { Length: > 0 } ? SigningTexts.TooLarge.Fill(SigningWords.MostMegabytes) : SigningTexts.NoFile);
            return await PageAsync(id, action, cancellation);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        var result = await take(bytes.ToArray(), cancellation);
        switch (result.Outcome)
        {
            case WorkflowOutcome.Done:
                this.Notice(done);
                return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/bao-cao/{id}"));
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.SignatureRefused:
                ModelState.AddModelError(nameof(form.File), SigningWords.Name(result.Verdict!));
                return await PageAsync(id, action, cancellation);
            case WorkflowOutcome.ScanNotPdf or WorkflowOutcome.ScanNotSigned:
                ModelState.AddModelError(nameof(form.File), result.Outcome == WorkflowOutcome.ScanNotPdf ? SigningTexts.ScanNotPdf : SigningTexts.ScanNotSigned);
                return await PageAsync(id, action, cancellation);
            default:
                return this.WrongState(WorkflowTexts.Refusal(result));
        }
    }

    private async Task<IActionResult> SignByPinAsync(
        long id, CertificateUse use, ReportAction action, PinForm form, string done, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(form.Pin))
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(form.Pin), SigningTexts.NoPin);
            return await PageAsync(id, action, cancellation);
        }

        var result = await kept.SignAsync(id, form.Version, use, form.Pin, cancellation);
        if (result.Workflow is { Outcome: WorkflowOutcome.Done })
        {
            this.Notice(done);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/bao-cao/{id}"));
        }

        if (result.Workflow is { Outcome: not WorkflowOutcome.SignatureRefused } answer)
        {
            return this.WrongState(WorkflowTexts.Refusal(answer));
        }

        ModelState.AddModelError(nameof(form.Pin), result.Workflow?.Verdict is { } verdict ? SigningWords.Name(verdict) : SigningWords.Name(result));
        return await PageAsync(id, action, cancellation);
    }

    private async Task<IActionResult> PageAsync(long id, ReportAction action, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!ReportActions.For(report, await reports.SigningAsync(report, cancellation), User).Any(row => row.Action == action))
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, id, report.Status)));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Show", new SigningPage(report, action, await signing.ReadAsync(report, action, cancellation))
        {
            Kept = action == ReportAction.AttachScan
                ? null
                : await kept.ReadyAsync(action == ReportAction.Sign ? CertificateUse.Person : CertificateUse.Organisation, cancellation),
            Plugin = action == ReportAction.AttachScan || options.SigningPluginAddress is not { } address
                ? null
                : new Uri(address, action == ReportAction.Sign ? "SignApproved" : "SignIssued"),
        });
    }
}

/// <summary>A file that comes back signed, or a scan.</summary>
public sealed class SignedUpload
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>The page on which a report is signed.</summary>
/// <param name="Report">The report.</param>
/// <param name="Action">Whose signature: the person's, the organisation's, or the paper's.</param>
/// <param name="Desk">What is signed and by whose certificate.</param>
public sealed record SigningPage(AnnualReport Report, ReportAction Action, SigningDesk Desk)
{
    /// <summary>Whether the user's certificate in the portal's keeping can sign; null where none is asked for.</summary>
    public KeptResult? Kept { get; init; }

    /// <summary>The function of the computer's signing program; null where it does not sign.</summary>
    public Uri? Plugin { get; init; }
}

/// <summary>The PIN of a certificate in the portal's keeping.</summary>
public sealed class PinForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>The PIN.</summary>
    public string? Pin { get; set; }
}
