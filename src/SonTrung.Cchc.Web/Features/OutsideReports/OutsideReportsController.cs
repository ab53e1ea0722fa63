using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Inbox;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.OutsideReports;

/// <summary>Ghi nhận báo cáo gửi ngoài cổng.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("theo-doi/ngoai-cong")]
public sealed class OutsideReportsController(OutsideReportService reports, OutsideChecker checker, EvidenceService evidence, TimeProvider time) : Controller
{
    private const string ListUrl = "/theo-doi/ngoai-cong";

    /// <summary>What was written down so far.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var repeated = await reports.WithRepeatedNumberAsync(cancellation);
        var rows = new List<CheckedOutside>();
        foreach (var row in await reports.ListAsync(cancellation))
        {
            rows.Add(new CheckedOutside(row, await checker.CheckAsync(row, repeated, isOneOfMany: true, cancellation)));
        }

        return View(new OutsideList(rows, await reports.DeletedAsync(cancellation)));
    }

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<OutsideReport>(
        new TableExport<OutsideReport>(OutsideTexts.Title, "bao-cao-ngoai-cong")
            .Text(OutsideTexts.Commune, 34, row => row.Commune!.Name)
            .Text(OutsideTexts.ColumnPeriod, 24, row => PeriodWords.Title(row.Period))
            .Text(OutsideTexts.Number, 18, row => row.Number)
            .Date(OutsideTexts.IssuedOn, 13, row => row.IssuedOn)
            .Text(OutsideTexts.ArrivalNumber, 12, row => row.ArrivalNumber)
            .Date(OutsideTexts.ArrivedOn, 13, row => row.ArrivedOn)
            .Text(OutsideTexts.Way, 20, row => OutsideWords.Name(row.ArrivedBy))
            .Text(OutsideTexts.ColumnFile, 40, row => row.FileName),
        await reports.ListAsync(cancellation));

    /// <summary>The empty form, for the commune and period of the wall that it was opened from.</summary>
    [HttpGet("them")]
    public Task<IActionResult> Create([FromQuery(Name = "xa")] long? commune, [FromQuery(Name = "ky")] string? code, CancellationToken cancellation)
    {
        var period = RequestedPeriod.Of(code) ?? RequestedPeriod.Whole(ReportingPeriod.StandardYearOf(time.Today()));
        return FormAsync(
            null,
            new OutsideForm { FormKey = Guid.NewGuid(), CommuneId = commune, Year = period.Year, Span = period.Span, ArrivedOn = time.Today() },
            cancellation);
    }

    /// <summary>Writes a report down.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(OutsideForm form, CancellationToken cancellation)
    {
        Check(form);
        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation);
        }

        await using var content = form.File?.OpenReadStream();
        return await AnswerAsync(null, form, await reports.CreateAsync(form.FormKey, form.ToInput(), Coming(form, content), cancellation), cancellation);
    }

    /// <summary>A report as it was written down.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } row ? await FormAsync(row, OutsideForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes what was written down.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, OutsideForm form, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        // Whose report it is was said when it was written down.
        form.CommuneId = row.CommuneId;
        ModelState.Remove($"{nameof(OutsideEditor.Form)}.{nameof(form.CommuneId)}");
        Check(form);
        if (!ModelState.IsValid)
        {
            return await FormAsync(row, form, cancellation);
        }

        await using var content = form.File?.OpenReadStream();
        return await AnswerAsync(row, form, await reports.UpdateAsync(id, form.Version, form.ToInput(), Coming(form, content), cancellation), cancellation);
    }

    /// <summary>Its file.</summary>
    [HttpGet("{id:long}/tep")]
    [Audited(nameof(OutsideReport))]
    public async Task<IActionResult> Download(long id, CancellationToken cancellation) =>
        await reports.OpenAsync(id, cancellation) is { } file ? EvidenceAnswers.File(this, file) : NotFound();

    /// <summary>Takes back what was written down wrongly.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await reports.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, OutsideTexts.Deleted);
    }

    /// <summary>Brings it back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await reports.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, OutsideTexts.Restored);
    }

    private static ComingFile? Coming(OutsideForm form, Stream? content) => content is null ? null : new ComingFile(form.File!.FileName, content);

    /// <summary>What the fields say together; asked here since the commune of an edited report is not in its form.</summary>
    private void Check(OutsideForm form)
    {
        if (form.Year is { } year && RequestedPeriod.Of(year, form.Span) is null)
        {
            ModelState.AddModelError($"{nameof(OutsideEditor.Form)}.{nameof(form.Span)}", OutsideTexts.SpanUnknown);
        }

        if (form.ArrivedOn < form.IssuedOn)
        {
            ModelState.AddModelError($"{nameof(OutsideEditor.Form)}.{nameof(form.ArrivedOn)}", OutsideTexts.ArrivedBeforeIssued);
        }

        if (form.ArrivedOn > time.Today())
        {
            ModelState.AddModelError($"{nameof(OutsideEditor.Form)}.{nameof(form.ArrivedOn)}", OutsideTexts.InFuture);
        }
    }

    private async Task<IActionResult> AnswerAsync(OutsideReport? row, OutsideForm form, OutsideResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case { Outcome: SaveOutcome.Done }:
                this.Notice(OutsideTexts.Saved);
                return LocalRedirect($"/theo-doi?ky={result.Row!.Period.Code}");
            case { Outcome: SaveOutcome.NotFound }:
                return NotFound();
            case { Outcome: SaveOutcome.Conflict }:
                this.SayConflict($"{nameof(OutsideEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                break;
            case { Refusal: { } refusal }:
                ModelState.AddModelError(
                    $"{nameof(OutsideEditor.Form)}.{nameof(form.File)}",
                    refusal == EvidenceRefusal.TypeNotAllowed ? OutsideTexts.OnlyPdf : EvidenceWords.Refusal(refusal, await evidence.MaxMegabytesAsync(cancellation)));
                break;
            default:
                ModelState.AddModelError($"{nameof(OutsideEditor.Form)}.{nameof(form.CommuneId)}", OutsideTexts.CommuneGone);
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(OutsideReport? row, OutsideForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new OutsideEditor(row, form, await reports.CommunesAsync(cancellation), await evidence.MaxMegabytesAsync(cancellation))
        {
            Check = row is null ? null : await checker.CheckAsync(row, await reports.WithRepeatedNumberAsync(cancellation), cancellation: cancellation),
        });
    }
}

/// <summary>What was written down.</summary>
/// <param name="Rows">What counts.</param>
/// <param name="Deleted">What was taken back.</param>
public sealed record OutsideList(IReadOnlyList<CheckedOutside> Rows, IReadOnlyList<OutsideReport> Deleted);

/// <summary>A report with what was checked of it.</summary>
/// <param name="Row">The report.</param>
/// <param name="Check">What the portal checked.</param>
public sealed record CheckedOutside(OutsideReport Row, DeliveryCheck Check);

/// <summary>The form of such a report.</summary>
/// <param name="Row">The report; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Communes">Who may have sent it.</param>
/// <param name="MaxMegabytes">The largest file.</param>
public sealed record OutsideEditor(OutsideReport? Row, OutsideForm Form, IReadOnlyList<Choice> Communes, int MaxMegabytes)
{
    /// <summary>What the portal checked of it; null for a new one.</summary>
    public DeliveryCheck? Check { get; init; }
}

/// <summary>Báo cáo gửi ngoài cổng.</summary>
public sealed class OutsideForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new row.</summary>
    public Guid Version { get; set; }

    /// <summary>Who sent it.</summary>
    [Required]
    [Display(Name = nameof(OutsideTexts.Commune), ResourceType = typeof(OutsideTexts))]
    public long? CommuneId { get; set; }

    /// <summary>The reporting year.</summary>
    [Required]
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(OutsideTexts.Year), ResourceType = typeof(OutsideTexts))]
    public int? Year { get; set; }

    /// <summary>The span of the year.</summary>
    [Required]
    [Display(Name = nameof(OutsideTexts.Span), ResourceType = typeof(OutsideTexts))]
    public string? Span { get; set; }

    /// <summary>Number and symbol.</summary>
    [Required, StringLength(ReferenceDocument.NumberLength)]
    [Display(Name = nameof(OutsideTexts.Number), ResourceType = typeof(OutsideTexts), Description = nameof(OutsideTexts.NumberHint))]
    public string Number { get; set; } = "";

    /// <summary>The report's date.</summary>
    [Required]
    [Display(Name = nameof(OutsideTexts.IssuedOn), ResourceType = typeof(OutsideTexts))]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Số đến.</summary>
    [StringLength(OutsideReport.ArrivalNumberLength)]
    [Display(Name = nameof(OutsideTexts.ArrivalNumber), ResourceType = typeof(OutsideTexts))]
    public string? ArrivalNumber { get; set; }

    /// <summary>Ngày đến.</summary>
    [Required]
    [Display(Name = nameof(OutsideTexts.ArrivedOn), ResourceType = typeof(OutsideTexts))]
    public DateOnly? ArrivedOn { get; set; }

    /// <summary>How it came.</summary>
    [Display(Name = nameof(OutsideTexts.Way), ResourceType = typeof(OutsideTexts))]
    public ArrivalWay ArrivedBy { get; set; }

    /// <summary>A note.</summary>
    [StringLength(OutsideReport.NoteLength)]
    [Display(Name = nameof(OutsideTexts.Note), ResourceType = typeof(OutsideTexts))]
    public string? Note { get; set; }

    /// <summary>Its file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>A stored row as a form.</summary>
    internal static OutsideForm Of(OutsideReport row) => new()
    {
        Version = row.Version,
        CommuneId = row.CommuneId,
        Year = row.Year,
        Span = row.Period.Span,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        ArrivalNumber = row.ArrivalNumber,
        ArrivedOn = row.ArrivedOn,
        ArrivedBy = row.ArrivedBy,
        Note = row.Note,
    };

    internal OutsideReportInput ToInput() => new()
    {
        CommuneId = CommuneId!.Value,
        Period = RequestedPeriod.Of(Year!.Value, Span)!.Value,
        Number = Number,
        IssuedOn = IssuedOn!.Value,
        ArrivalNumber = ArrivalNumber,
        ArrivedOn = ArrivedOn!.Value,
        ArrivedBy = ArrivedBy,
        Note = Note,
    };
}
