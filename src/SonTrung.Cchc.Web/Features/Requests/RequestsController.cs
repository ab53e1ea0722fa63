using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Requests;

/// <summary>Đợt báo cáo: what the own office asks its communes for.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("dot-bao-cao")]
public sealed class RequestsController(ReportRequestService requests, WallReader walls) : Controller
{
    private const string ListUrl = "/dot-bao-cao";

    /// <summary>The requests so far.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(await ListAsync(cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation)
    {
        var list = await ListAsync(cancellation);
        return new TableResult<ReportRequest>(
            new TableExport<ReportRequest>(RequestTexts.Title, "dot-bao-cao")
                .Text(RequestTexts.ColumnPeriod, 24, row => PeriodWords.Title(row.Period))
                .Text(RequestTexts.Number, 18, row => row.Number)
                .Date(RequestTexts.IssuedOn, 13, row => row.IssuedOn)
                .Text(RequestTexts.Subject, 60, row => row.Subject)
                .Date(RequestTexts.DueOn, 13, row => row.DueOn)
                .Number(RequestTexts.GraceDays, 12, row => row.GraceDays)
                .Text(RequestTexts.Progress, 16, row => RequestTexts.InOf.Fill(list.In(row), row.Communes.Count)),
            list.Rows);
    }

    /// <summary>A request with how far its communes are.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation)
    {
        if (await requests.FindAsync(id, cancellation) is not { } request)
        {
            return NotFound();
        }

        var wall = await walls.ReadAsync(_ => [request.Period], cancellation);
        return View(new RequestShown(request, wall with
        {
            Rows = wall.Rows.Where(row => request.Communes.Exists(commune => commune.CommuneId == row.CommuneId)).ToList(),
        }));
    }

    /// <summary>The empty form: this year's report by its usual day, from every commune.</summary>
    [HttpGet("them")]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var (period, due) = await requests.ProposedAsync(cancellation);
        return await FormAsync(
            null,
            new RequestForm
            {
                FormKey = Guid.NewGuid(),
                Year = period.Year,
                Span = period.Span,
                DueOn = due,
                CommuneIds = (await requests.ChoicesAsync(null, cancellation)).Reporting.ToList(),
            },
            cancellation);
    }

    /// <summary>Asks the communes.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(RequestForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await requests.CreateAsync(form.FormKey, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a request.</summary>
    [HttpGet("{id:long}/sua")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await requests.FindAsync(id, cancellation) is { } request ? await FormAsync(request, RequestForm.Of(request), cancellation) : NotFound();

    /// <summary>Changes a request.</summary>
    [HttpPost("{id:long}/sua")]
    public async Task<IActionResult> Edit(long id, RequestForm form, CancellationToken cancellation)
    {
        if (await requests.FindAsync(id, cancellation) is not { } request)
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await AnswerAsync(request, form, await requests.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation)
            : await FormAsync(request, form, cancellation);
    }

    /// <summary>Takes a request back; the next page offers to bring it back.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await requests.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, RequestTexts.Deleted);
    }

    /// <summary>Brings a request back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await requests.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, RequestTexts.Restored);
    }

    private async Task<RequestList> ListAsync(CancellationToken cancellation)
    {
        var rows = await requests.ListAsync(cancellation);
        return new RequestList(rows, await requests.DeletedAsync(cancellation), await walls.ReadAsync(_ => rows.Select(row => row.Period).Distinct(), cancellation));
    }

    private async Task<IActionResult> AnswerAsync(ReportRequest? request, RequestForm form, SaveResult<ReportRequest> result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(request is null ? RequestTexts.Saved : RequestTexts.Changed);
                return RedirectToAction(nameof(Show), new { id = result.Row!.Id });
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(RequestEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(request, form, cancellation);
            case SaveOutcome.UnknownChoice:
                ModelState.AddModelError($"{nameof(RequestEditor.Form)}.{nameof(form.CommuneIds)}", RequestTexts.ChoiceGone);
                return await FormAsync(request, form, cancellation);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(ReportRequest? request, RequestForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new RequestEditor(request?.Id, form, await requests.ChoicesAsync(request, cancellation)));
    }
}

/// <summary>The requests.</summary>
/// <param name="Rows">Those that count.</param>
/// <param name="Deleted">Those that were taken back.</param>
/// <param name="Wall">How far the communes are.</param>
public sealed record RequestList(IReadOnlyList<ReportRequest> Rows, IReadOnlyList<ReportRequest> Deleted, ReportWall Wall)
{
    /// <summary>How many of the communes asked have sent their report.</summary>
    public int In(ReportRequest request) => Wall.Rows
        .Where(row => request.Communes.Exists(commune => commune.CommuneId == row.CommuneId))
        .Count(row => row.Cells.Any(cell => cell.Period == request.Period && cell.IsIn));
}

/// <summary>A request with its wall.</summary>
/// <param name="Request">The request.</param>
/// <param name="Wall">Its communes and its period.</param>
public sealed record RequestShown(ReportRequest Request, ReportWall Wall)
{
    /// <summary>How many have sent their report.</summary>
    public int In => Wall.Rows.Count(row => row.Cells.Any(cell => cell.IsIn));
}

/// <summary>The form of a request.</summary>
/// <param name="Id">The request; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What it offers.</param>
public sealed record RequestEditor(long? Id, RequestForm Form, ReportRequestChoices Choices);

/// <summary>Đợt báo cáo.</summary>
public sealed class RequestForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, one request.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new request.</summary>
    public Guid Version { get; set; }

    /// <summary>Number and symbol of the letter.</summary>
    [Required, StringLength(ReferenceDocument.NumberLength)]
    [Display(Name = nameof(RequestTexts.Number), ResourceType = typeof(RequestTexts), Description = nameof(RequestTexts.NumberHint))]
    public string Number { get; set; } = "";

    /// <summary>The letter's date.</summary>
    [Required]
    [Display(Name = nameof(RequestTexts.IssuedOn), ResourceType = typeof(RequestTexts))]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>What it is about.</summary>
    [Required, StringLength(ReferenceDocument.SubjectLength)]
    [Display(Name = nameof(RequestTexts.Subject), ResourceType = typeof(RequestTexts), Description = nameof(RequestTexts.SubjectHint))]
    public string Subject { get; set; } = "";

    /// <summary>The reporting year.</summary>
    [Required]
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(RequestTexts.Year), ResourceType = typeof(RequestTexts))]
    public int? Year { get; set; }

    /// <summary>The span of the year.</summary>
    [Required]
    [Display(Name = nameof(RequestTexts.Span), Description = nameof(RequestTexts.SpanHint), ResourceType = typeof(RequestTexts))]
    public string? Span { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    [Display(Name = nameof(RequestTexts.DueOn), ResourceType = typeof(RequestTexts))]
    public DateOnly? DueOn { get; set; }

    /// <summary>Days of grace.</summary>
    [Range(0, ReportRequest.MostGraceDays)]
    [Display(Name = nameof(RequestTexts.GraceDays), ResourceType = typeof(RequestTexts), Description = nameof(RequestTexts.GraceHint))]
    public int? GraceDays { get; set; }

    /// <summary>The outline of the portal.</summary>
    [Display(Name = nameof(RequestTexts.OutlineTemplate), ResourceType = typeof(RequestTexts))]
    public long? OutlineTemplateId { get; set; }

    /// <summary>The outline in words.</summary>
    [StringLength(ReportRequest.OutlineLength)]
    [Display(Name = nameof(RequestTexts.OutlineText), ResourceType = typeof(RequestTexts), Description = nameof(RequestTexts.OutlineHint))]
    public string? OutlineText { get; set; }

    /// <summary>Which figures are asked for.</summary>
    [Display(Name = nameof(RequestTexts.Indicators), ResourceType = typeof(RequestTexts), Description = nameof(RequestTexts.IndicatorsHint))]
    public List<long> IndicatorIds { get; set; } = [];

    /// <summary>Who is asked.</summary>
    [Display(Name = nameof(RequestTexts.Communes), ResourceType = typeof(RequestTexts))]
    public List<long> CommuneIds { get; set; } = [];

    /// <summary>A stored request as a form.</summary>
    internal static RequestForm Of(ReportRequest row) => new()
    {
        Version = row.Version,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        Subject = row.Subject,
        Year = row.Year,
        Span = row.Period.Span,
        DueOn = row.DueOn,
        GraceDays = row.GraceDays,
        OutlineTemplateId = row.OutlineTemplateId,
        OutlineText = row.OutlineText,
        IndicatorIds = row.Indicators.ConvertAll(indicator => indicator.IndicatorId),
        CommuneIds = row.Communes.ConvertAll(commune => commune.CommuneId),
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Year is { } year && RequestedPeriod.Of(year, Span) is null)
        {
            yield return new ValidationResult(RequestTexts.SpanUnknown, [nameof(Span)]);
        }

        if (DueOn < IssuedOn)
        {
            yield return new ValidationResult(RequestTexts.DueBeforeLetter, [nameof(DueOn)]);
        }

        if (CommuneIds.Count == 0)
        {
            yield return new ValidationResult(RequestTexts.CommunesMissing, [nameof(CommuneIds)]);
        }
    }

    internal ReportRequestInput ToInput() => new()
    {
        Number = Number,
        IssuedOn = IssuedOn!.Value,
        Subject = Subject,
        Period = RequestedPeriod.Of(Year!.Value, Span)!.Value,
        DueOn = DueOn!.Value,
        GraceDays = GraceDays ?? 0,
        OutlineTemplateId = OutlineTemplateId,
        OutlineText = OutlineText,
        CommuneIds = CommuneIds,
        IndicatorIds = IndicatorIds,
    };
}
