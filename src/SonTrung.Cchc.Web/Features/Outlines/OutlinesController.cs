using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Outlines;

/// <summary>Đề cương báo cáo.</summary>
[RequirePermission(Permission.Administer)]
[Route("quan-tri/de-cuong")]
public sealed class OutlinesController(OutlineService outlines, TimeProvider time) : Controller
{
    /// <summary>The common outlines and the own ones.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await outlines.ListAsync(cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<OutlineTemplate>(
        new TableExport<OutlineTemplate>(OutlineTexts.Title, "de-cuong")
            .Text(OutlineTexts.ColumnName, 50, row => row.Name)
            .Text(OutlineTexts.ColumnOwner, 16, row => row.AgencyId is null ? OutlineTexts.Common : OutlineTexts.OwnAgency)
            .Date(OutlineTexts.CopyFrom, 13, row => row.ValidFrom)
            .Date(OutlineTexts.ValidTo, 13, row => row.ValidTo),
        await outlines.ListAsync(cancellation));

    /// <summary>An outline: its form for who may change it, else its text.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await outlines.FindAsync(id, cancellation) is { } row ? await FormAsync(row, OutlineForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes an own outline.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, OutlineForm form, CancellationToken cancellation)
    {
        if (await outlines.FindAsync(id, cancellation) is not { } row || !outlines.IsOwn(row))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(row, form, cancellation);
        }

        switch ((await outlines.UpdateAsync(id, form.Version, form.ToInput(), cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(OutlineTexts.Saved);
                return RedirectToAction(nameof(Edit), new { id });
            case SetupOutcome.EndsBeforeStart:
                ModelState.AddModelError(Field(nameof(form.ValidTo)), OutlineTexts.EndsBeforeStart);
                break;
            case SetupOutcome.Needed:
                ModelState.AddModelError("", OutlineTexts.TextNeeded);
                break;
            default:
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                form.Version = row.Version;
                ModelState.Remove(Field(nameof(form.Version)));
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    /// <summary>Copies an outline into an own one.</summary>
    [HttpPost("{id:long}/sao")]
    public async Task<IActionResult> Copy(long id, Guid formKey, DateOnly? validFrom, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await outlines.FindAsync(id, cancellation) is null ? NotFound() : CopyRefusal(id, OutlineTexts.CopyDayWrong);
        }

        var result = await outlines.CopyAsync(id, formKey, validFrom ?? time.Today(), cancellation);
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(OutlineTexts.Copied);
                return RedirectToAction(nameof(Edit), new { id = result.Id });
            case SetupOutcome.NotFound:
                return NotFound();
            default:
                return CopyRefusal(id, OutlineTexts.DayTaken);
        }
    }

    /// <summary>The report that the outline makes of the agency's newest plan.</summary>
    [HttpGet("{id:long}/xem")]
    [RequirePermission(Permission.ManageAgency)]
    public async Task<IActionResult> Preview(long id, CancellationToken cancellation)
    {
        if (await outlines.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        try
        {
            return View(new OutlinePreview(row, await outlines.PreviewAsync(id, cancellation), null));
        }
        catch (ReportIncompleteException incomplete)
        {
            return View(new OutlinePreview(row, null, WorkflowTexts.Name(incomplete.Missing)));
        }
    }

    /// <summary>Takes away one that nothing refers to.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        switch ((await outlines.RemoveAsync(id, version, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(OutlineTexts.Removed);
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return this.WrongState(new RefusalPage(
                    OutlineTexts.RemoveRefused, outcome == SetupOutcome.Needed ? OutlineTexts.Used : SharedTexts.SavedByAnother, OutlineTexts.Title, $"/quan-tri/de-cuong/{id}"));
        }
    }

    private static string Field(string name) => $"{nameof(OutlineEditor.Form)}.{name}";

    private ViewResult CopyRefusal(long id, string text) =>
        this.WrongState(new RefusalPage(OutlineTexts.CopyRefused, text, OutlineTexts.Title, $"/quan-tri/de-cuong/{id}"));

    private async Task<IActionResult> FormAsync(OutlineTemplate row, OutlineForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var isOwn = outlines.IsOwn(row);
        if (isOwn)
        {
            form.AddSpareLines();
        }

        var mayRemove = isOwn && row.AgencyId is not null && await outlines.IsUnusedAsync(row.Id, cancellation);
        return View("Edit", new OutlineEditor(row, isOwn, form, row.Elements.ToDictionary(element => element.Id), time.Today(), mayRemove));
    }
}

/// <summary>Đề cương.</summary>
public sealed class OutlineForm
{
    private const int SpareLines = 2;

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>Its name in lists.</summary>
    [Required, StringLength(OutlineTemplate.NameLength)]
    [Display(Name = nameof(OutlineTexts.Name), ResourceType = typeof(OutlineTexts))]
    public string Name { get; set; } = "";

    /// <summary>The trích yếu.</summary>
    [Required, StringLength(AnnualReport.SubjectLength)]
    [Display(Name = nameof(OutlineTexts.Subject), ResourceType = typeof(OutlineTexts), Description = nameof(OutlineTexts.SubjectHint))]
    public string Subject { get; set; } = "";

    /// <summary>Phụ lục.</summary>
    [Display(Name = nameof(OutlineTexts.HasPlanAppendix), ResourceType = typeof(OutlineTexts))]
    public bool HasPlanAppendix { get; set; }

    /// <summary>Nguyên nhân.</summary>
    [Display(Name = nameof(OutlineTexts.HasCauses), ResourceType = typeof(OutlineTexts))]
    public bool HasCauses { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = nameof(OutlineTexts.ValidTo), ResourceType = typeof(OutlineTexts), Description = nameof(OutlineTexts.ValidToHint))]
    public DateOnly? ValidTo { get; set; }

    /// <summary>Its elements.</summary>
    public List<OutlineElementForm> Elements { get; set; } = [];

    internal static OutlineForm Of(OutlineTemplate row) => new()
    {
        Version = row.Version,
        Name = row.Name,
        Subject = row.Subject,
        HasPlanAppendix = row.HasPlanAppendix,
        HasCauses = row.HasCauses,
        ValidTo = row.ValidTo,
        Elements = row.Elements.OrderBy(element => element.Position).Select((element, i) => new OutlineElementForm
        {
            Id = element.Id,
            Position = (i + 1) * 10,
            Level = element.Level,
            Label = element.Label,
            Text = element.Text,
        }).ToList(),
    };

    internal OutlineInput ToInput() => new()
    {
        Name = Name,
        Subject = Subject,
        HasPlanAppendix = HasPlanAppendix,
        HasCauses = HasCauses,
        ValidTo = ValidTo,
        Elements = Elements.Select(element => new OutlineElementInput(
            element.Id, element.Position ?? int.MaxValue, element.Level, element.Label ?? "", element.Text ?? "")).ToList(),
    };

    internal void AddSpareLines()
    {
        for (var spare = Elements.Count(element => element.Id == 0); spare < SpareLines; spare++)
        {
            Elements.Add(new OutlineElementForm { Position = (Elements.Count + 1) * 10, Level = BlockLevel.Paragraph });
        }
    }
}

/// <summary>Mục của đề cương.</summary>
public sealed class OutlineElementForm
{
    /// <summary>Its key; 0 for a new text.</summary>
    public long Id { get; set; }

    /// <summary>Its place.</summary>
    [Range(0, 100_000)]
    [Display(Name = nameof(OutlineTexts.Position), ResourceType = typeof(OutlineTexts))]
    public int? Position { get; set; }

    /// <summary>The rank of a text.</summary>
    [Display(Name = nameof(OutlineTexts.Level), ResourceType = typeof(OutlineTexts))]
    public BlockLevel Level { get; set; }

    /// <summary>"I.", "1.".</summary>
    [StringLength(ReportLine.LabelLength)]
    [Display(Name = nameof(OutlineTexts.Label), ResourceType = typeof(OutlineTexts))]
    public string? Label { get; set; }

    /// <summary>The text with tokens.</summary>
    [StringLength(OutlineElement.TextLength)]
    [Display(Name = nameof(OutlineTexts.Text), ResourceType = typeof(OutlineTexts))]
    public string? Text { get; set; }
}

/// <summary>The form of an outline.</summary>
/// <param name="Row">The outline.</param>
/// <param name="IsOwn">Whether it can be changed.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Stored">Its elements as stored, by key.</param>
/// <param name="Today">Today, offered as the first day of a copy.</param>
/// <param name="MayRemove">Whether it is the agency's own and nothing goes by it.</param>
public sealed record OutlineEditor(
    OutlineTemplate Row, bool IsOwn, OutlineForm Form, IReadOnlyDictionary<long, OutlineElement> Stored, DateOnly Today, bool MayRemove);

/// <summary>The report that an outline makes.</summary>
/// <param name="Row">The outline.</param>
/// <param name="Document">The report; null when it cannot be made.</param>
/// <param name="Missing">What it lacks.</param>
public sealed record OutlinePreview(OutlineTemplate Row, OfficialDocument? Document, string? Missing);

/// <summary>Kinds and ranks in words.</summary>
internal static class OutlineWords
{
    public static string Of(OutlineElementKind kind) => kind switch
    {
        OutlineElementKind.PlanContent => OutlineTexts.KindPlanContent,
        OutlineElementKind.PlanMeans => OutlineTexts.KindPlanMeans,
        OutlineElementKind.PlanForm => OutlineTexts.KindPlanForm,
        OutlineElementKind.Departments => OutlineTexts.KindDepartments,
        OutlineElementKind.Assessment => OutlineTexts.KindAssessment,
        OutlineElementKind.Shortcomings => OutlineTexts.KindShortcomings,
        OutlineElementKind.NextYearTasks => OutlineTexts.KindNextYearTasks,
        _ => OutlineTexts.KindText,
    };

    public static string Of(BlockLevel level) => level switch
    {
        BlockLevel.Section => OutlineTexts.LevelSection,
        BlockLevel.Heading => OutlineTexts.LevelHeading,
        BlockLevel.Numbered => OutlineTexts.LevelNumbered,
        BlockLevel.Dash => OutlineTexts.LevelDash,
        BlockLevel.Plus => OutlineTexts.LevelPlus,
        _ => OutlineTexts.LevelParagraph,
    };
}
