using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.DeclaredFigures;

/// <summary>Số liệu khác.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("so-lieu-khac")]
public sealed class DeclaredFiguresController(DeclaredFigureService figures, TimeProvider time) : Controller
{
    private const string ListUrl = "/so-lieu-khac";

    /// <summary>The figures of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        FigureQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new FigurePage(query, await figures.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.EditWork)));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(FigureQuery query) =>
        new TableResult<FigureRow>(FigureTable.Of(query.Year), figures.StreamAsync(query.ToFilter()));

    /// <summary>The deleted figures.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new DeletedList(FigureTexts.ListTitle, ListUrl, await figures.DeletedAsync(new PageAt(before, after), cancellation)));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> Create([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        FormAsync(null, new FigureForm { FormKey = Guid.NewGuid(), Year = year, AsOf = time.Today() }, cancellation);

    /// <summary>Enters a figure.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(FigureForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await figures.CreateAsync(form.FormKey, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a figure.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await figures.FindAsync(id, cancellation) is { } row ? await FormAsync(id, FigureForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a figure.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, FigureForm form, CancellationToken cancellation)
    {
        if (await figures.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.Year = row.Year;
        ModelState.Remove($"{nameof(FigureEditor.Form)}.{nameof(form.Year)}");
        return ModelState.IsValid
            ? await AnswerAsync(id, form, await figures.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation)
            : await FormAsync(id, form, cancellation);
    }

    /// <summary>Deletes a figure; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await figures.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, FigureTexts.Deleted);
    }

    /// <summary>Brings a deleted figure back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await figures.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, FigureTexts.Restored);
    }

    private async Task<IActionResult> AnswerAsync(long? id, FigureForm form, SaveResult<DeclaredFigure> result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(SharedTexts.Saved);
                return RedirectToAction(nameof(Index), new { nam = form.Year });
            case SaveOutcome.UnknownChoice:
                ModelState.AddModelError($"{nameof(FigureEditor.Form)}.{nameof(form.ReferenceDocumentId)}", SharedTexts.UnknownChoice);
                return await FormAsync(id, form, cancellation);
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(FigureEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(id, form, cancellation, TheirsOf(result.Row));
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(long? id, FigureForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var choices = await figures.ChoicesAsync(form.Year, cancellation);
        form.Year ??= choices.Year.Year;
        return View("Edit", new FigureEditor(id, form, choices, theirs));
    }

    private static Theirs TheirsOf(DeclaredFigure row) => new(
    [
        (FigureTexts.Name, row.Name),
        (FigureTexts.Value, row.Unit == "%" ? $"{VietnameseNumber.Format(row.Value)}%" : $"{VietnameseNumber.Format(row.Value)} {row.Unit}"),
        (FigureTexts.Source, row.Source),
        (FigureTexts.AsOf, VietnameseDate.Format(row.AsOf)),
    ]);
}
