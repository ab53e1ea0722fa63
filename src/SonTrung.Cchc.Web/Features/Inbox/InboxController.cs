using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.ReportEvidence;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Inbox;

/// <summary>Tiếp nhận: what was delivered to the own office.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("tiep-nhan")]
public sealed class InboxController(DeliveryReader deliveries, DeliveryChecker checker, ReportWorkflow workflow, ReportExporter exporter, TimeProvider time) : Controller
{
    /// <summary>The inbox, newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        InboxQuery query,
        [FromQuery(Name = PagerTagHelper.BeforeParameter)] long? before,
        [FromQuery(Name = PagerTagHelper.AfterParameter)] long? after,
        CancellationToken cancellation)
    {
        var found = await deliveries.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation);
        var rows = new List<CheckedDelivery>();
        foreach (var row in found.Page.Rows)
        {
            rows.Add(new CheckedDelivery(row, await checker.CheckAsync(row, cancellation)));
        }

        return View(new InboxList(query, found, rows, time.Today()));
    }

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(InboxQuery query) =>
        new TableResult<DeliveryRow>(InboxTable.Create(time.Today()), deliveries.StreamAsync(query.ToFilter())) { Filter = WordsAsync(query) };

    /// <summary>One report as paper.</summary>
    [HttpGet("{id:long}")]
    [Audited(nameof(ReportDelivery))]
    public Task<IActionResult> Show(long id, [FromQuery(Name = "dong")] string? lineId, CancellationToken cancellation) =>
        PageAsync(id, new ReturnForm(), cancellation, lineId);

    /// <summary>The evidence of one sentence as a piece of a page, as far as the sender released it.</summary>
    [HttpGet("{id:long}/can-cu/{lineId:long}")]
    public async Task<IActionResult> LineEvidence(long id, long lineId, CancellationToken cancellation) =>
        await deliveries.FindAsync(id, cancellation) is { } delivery
        && DeliveryReader.Evidence(delivery) is { } evidence && evidence.Of($"{lineId}") is { } line
            ? PartialView("_LineEvidence", LineEvidenceView.Delivered(id, evidence, line))
            : NotFound();

    /// <summary>A released file: pictures are shown, all others downloaded.</summary>
    [HttpGet("{id:long}/tai-lieu/{fileId:long}")]
    [Audited(nameof(Attachment), "fileId")]
    public async Task<IActionResult> EvidenceFile(long id, long fileId, CancellationToken cancellation) =>
        await deliveries.FindAsync(id, cancellation) is { } delivery && deliveries.OpenFile(delivery, fileId, thumbnail: false) is { } file
            ? EvidenceAnswers.File(this, file)
            : NotFound();

    /// <summary>The small picture of a released file.</summary>
    [HttpGet("{id:long}/tai-lieu/{fileId:long}/anh-nho")]
    public async Task<IActionResult> EvidenceThumbnail(long id, long fileId, CancellationToken cancellation) =>
        await deliveries.FindAsync(id, cancellation) is { } delivery && deliveries.OpenFile(delivery, fileId, thumbnail: true) is { } file
            ? EvidenceAnswers.Thumbnail(this, file)
            : NotFound();

    /// <summary>The issued PDF.</summary>
    [HttpGet("{id:long}/pdf")]
    [Audited(nameof(ReportDelivery))]
    public async Task<IActionResult> Pdf(long id, CancellationToken cancellation) =>
        await deliveries.FindAsync(id, cancellation) is { } delivery
            ? File(
                await deliveries.PdfAsync(delivery, cancellation),
                "application/pdf",
                ReportFileNames.Of(delivery.Row.Report!.Year, delivery.Row.Report.Number, "pdf"))
            : NotFound();

    /// <summary>The scan of the paper that was signed and stamped.</summary>
    [HttpGet("{id:long}/ban-quet")]
    [Audited(nameof(ReportDelivery))]
    public async Task<IActionResult> Scan(long id, CancellationToken cancellation) =>
        await deliveries.FindAsync(id, cancellation) is { } delivery && deliveries.OpenScan(delivery) is { } scan
            ? File(scan, "application/pdf", ReportFileNames.Of(delivery.Row.Report!.Year, delivery.Row.Report.Number, "ban-quet.pdf"))
            : NotFound();

    /// <summary>The report for machines, as it was delivered.</summary>
    [HttpGet("{id:long}/json")]
    [Audited(nameof(ReportDelivery))]
    public async Task<IActionResult> AsJson(long id, CancellationToken cancellation) =>
        await exporter.DeliveredAsync(id, cancellation) is { } export
            ? File(export.ToJson(), "application/json", ReportFileNames.Of(export.Year, export.Number, "json"))
            : NotFound();

    /// <summary>Tiếp nhận.</summary>
    [HttpPost("{id:long}/tiep-nhan")]
    public async Task<IActionResult> Acknowledge(long id, CancellationToken cancellation) =>
        Answer(id, await workflow.AcknowledgeAsync(id, cancellation), InboxTexts.Acknowledged);

    /// <summary>Trả lại, with a reason.</summary>
    [HttpPost("{id:long}/tra-lai")]
    public async Task<IActionResult> Return(long id, ReturnForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await workflow.ReturnDeliveredAsync(id, form.Reason, cancellation);
            if (result.Outcome != WorkflowOutcome.ReasonMissing)
            {
                return Answer(id, result, InboxTexts.Returned);
            }

            ModelState.AddModelError($"{nameof(InboxPage.Form)}.{nameof(form.Reason)}", InboxTexts.ReasonMissing);
        }

        return await PageAsync(id, form, cancellation);
    }

    private async IAsyncEnumerable<string> WordsAsync(InboxQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (query.SenderId is { } sender
            && (await deliveries.ListAsync(query.ToFilter(), PageAt.First, cancellation)).Senders.FirstOrDefault(choice => choice.Id == sender) is { } chosen)
        {
            yield return chosen.Name;
        }

        if (query.ToFilter().Status is { } status)
        {
            yield return WorkflowTexts.Name(status);
        }
    }

    private IActionResult Answer(long id, WorkflowResult result, string done)
    {
        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.Done:
                this.Notice(done);
                return RedirectToAction(nameof(Show), new { id });
            default:
                return this.WrongState(WorkflowTexts.Refusal(result) with { BackText = InboxTexts.Show, BackUrl = $"/tiep-nhan/{id}" });
        }
    }

    private async Task<IActionResult> PageAsync(long id, ReturnForm form, CancellationToken cancellation, string? lineId = null)
    {
        if (await deliveries.FindAsync(id, cancellation) is not { } delivery)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var evidence = DeliveryReader.Evidence(delivery);
        var check = await checker.CheckAsync((await deliveries.FindRowAsync(id, cancellation))!, cancellation);
        return View("Show", new InboxPage(delivery, check, form, evidence, lineId is null ? null : evidence?.Of(lineId))
        {
            Replacements = await deliveries.ReplacementsAsync(delivery, cancellation),
        });
    }
}

/// <summary>A row of the inbox with what was checked of it.</summary>
/// <param name="Row">The delivery.</param>
/// <param name="Check">What the portal checked.</param>
public sealed record CheckedDelivery(DeliveryRow Row, DeliveryCheck Check);

/// <summary>What the inbox is asked for.</summary>
public sealed record InboxQuery
{
    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>The reporting year; all when missing.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Who sent.</summary>
    [FromQuery(Name = "xa")]
    public long? SenderId { get; init; }

    /// <summary>How far it is.</summary>
    [FromQuery(Name = "trang-thai")]
    public DeliveryStatus? Status { get; init; }

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null || SenderId is not null || Status is not null;

    internal DeliveryFilter ToFilter() => new(Search, Year, SenderId, Status is { } status && Enum.IsDefined(status) ? status : null);
}

/// <summary>A page of the inbox.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Found">What was found, and what can be asked.</param>
/// <param name="Rows">The deliveries with what was checked of them.</param>
/// <param name="Today">The day in Việt Nam.</param>
public sealed record InboxList(InboxQuery Query, DeliveryList Found, IReadOnlyList<CheckedDelivery> Rows, DateOnly Today);

/// <summary>Trả lại.</summary>
public sealed class ReturnForm
{
    /// <summary>Why.</summary>
    [StringLength(ReportEvent.ReasonLength)]
    [Display(Name = nameof(InboxTexts.ReturnReason), ResourceType = typeof(InboxTexts))]
    public string? Reason { get; set; }
}

/// <summary>A delivery with the form of its return.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Check">What the portal checked of it.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Evidence">What stands behind the sentences, as far as it was released; null when nothing was.</param>
/// <param name="Chosen">The sentence looked at, or null.</param>
public sealed record InboxPage(DeliveryDetails Delivery, DeliveryCheck Check, ReturnForm Form, EvidenceSnapshot? Evidence, LineEvidence? Chosen)
{
    /// <summary>What it replaces and what replaces it.</summary>
    public required Replacements Replacements { get; init; }

    /// <summary>The address of a sentence's evidence; null for one that has none.</summary>
    public string? AddressOf(DocumentBlock block) =>
        Evidence?.Of(block.Id) is { Items.Count: > 0 } ? $"/tiep-nhan/{Delivery.Row.Id}?dong={block.Id}#can-cu" : null;
}
