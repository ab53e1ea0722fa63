using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Plans;

/// <summary>The lines of a plan: entered, changed, ordered, deleted, brought back.</summary>
[RequirePermission(Permission.EditWork)]
[Route("ke-hoach")]
public sealed class PlanItemsController(PlanService plans, PlanItemService items) : Controller
{
    /// <summary>The form of a new line.</summary>
    [HttpGet("{year:int}/nhiem-vu/them")]
    public async Task<IActionResult> Create(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is null
            ? NotFound()
            : await FormAsync(year, null, new PlanItemForm { FormKey = Guid.NewGuid() }, cancellation);

    /// <summary>Enters a line.</summary>
    [HttpPost("{year:int}/nhiem-vu/them")]
    public async Task<IActionResult> Create(int year, PlanItemForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await plans.FindAsync(year, cancellation) is null ? NotFound() : await FormAsync(year, null, form, cancellation);
        }

        var result = await items.CreateAsync(form.FormKey, year, form.ToInput(), cancellation);
        return result.Refusal switch
        {
            null => Saved(result, PlanTexts.ItemEntered),
            PlanRefusal.NotFound => NotFound(),
            var refusal => await RefuseAsync(year, null, form, refusal.Value, null, cancellation),
        };
    }

    /// <summary>The form of a line.</summary>
    [HttpGet("nhiem-vu/{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await items.FindAsync(id, cancellation) is { } item
            ? await FormAsync(item.Plan!.Year, item, PlanItemForm.Of(item), cancellation)
            : NotFound();

    /// <summary>Changes a line.</summary>
    [HttpPost("nhiem-vu/{id:long}")]
    public async Task<IActionResult> Edit(long id, PlanItemForm form, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } item)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(item.Plan!.Year, item, form, cancellation);
        }

        var result = await items.UpdateAsync(id, form.Version, form.ToInput(), cancellation);
        return result.Refusal switch
        {
            null => Saved(result, PlanTexts.ItemChanged),
            PlanRefusal.NotFound => NotFound(),
            PlanRefusal.Conflict when result.Current is null => NotFound(),
            var refusal => await RefuseAsync(item.Plan!.Year, item, form, refusal.Value, result.Current, cancellation),
        };
    }

    /// <summary>Deletes a line; the next page offers to bring it back.</summary>
    [HttpPost("nhiem-vu/{id:long}/xoa")]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await items.DeleteAsync(id, version, cancellation);
        switch (result.Refusal)
        {
            case PlanRefusal.NotFound:
                return NotFound();
            case PlanRefusal.Conflict:
                this.Notice(PlanTexts.ItemDeleteConflict, NoticeKind.Warning);
                return RedirectToAction(nameof(Edit), new { id });
            default:
                this.NoticeWithUndo(PlanTexts.ItemDeleted, $"/ke-hoach/nhiem-vu/{id}/khoi-phuc");
                return RedirectToAction(nameof(PlansController.Show), "Plans", new { year = result.Year });
        }
    }

    /// <summary>Brings a deleted line back.</summary>
    [HttpPost("nhiem-vu/{id:long}/khoi-phuc")]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await items.RestoreAsync(id, cancellation);
        return result.Refusal is null ? Saved(result, PlanTexts.ItemRestored) : NotFound();
    }

    /// <summary>The deleted lines of a plan.</summary>
    [HttpGet("{year:int}/da-xoa")]
    public async Task<IActionResult> Deleted(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is { } plan ? View(new PlanLines(plan, await items.DeletedAsync(year, cancellation))) : NotFound();

    /// <summary>The lines of a plan, to be put in order.</summary>
    [HttpGet("{year:int}/sap-xep")]
    public async Task<IActionResult> Order(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is { } plan ? View(new PlanLines(plan, await items.ListAsync(year, cancellation))) : NotFound();

    /// <summary>Moves a line up in its section.</summary>
    [HttpPost("nhiem-vu/{id:long}/len")]
    public async Task<IActionResult> MoveUp(long id, Guid version, CancellationToken cancellation) =>
        Moved(await items.MoveAsync(id, version, up: true, cancellation));

    /// <summary>Moves a line down in its section.</summary>
    [HttpPost("nhiem-vu/{id:long}/xuong")]
    public async Task<IActionResult> MoveDown(long id, Guid version, CancellationToken cancellation) =>
        Moved(await items.MoveAsync(id, version, up: false, cancellation));

    private IActionResult Moved(PlanItemResult result)
    {
        if (result.Refusal == PlanRefusal.NotFound)
        {
            return NotFound();
        }

        if (result.Refusal is not null)
        {
            this.Notice(PlanTexts.MoveConflict, NoticeKind.Warning);
        }

        return RedirectToAction(nameof(Order), null, new { year = result.Year }, $"nhiem-vu-{result.Id}");
    }

    private RedirectToActionResult Saved(PlanItemResult result, string notice)
    {
        this.Notice(notice);
        return RedirectToAction(nameof(PlansController.Show), "Plans", new { year = result.Year }, $"nhiem-vu-{result.Id}");
    }

    private Task<IActionResult> RefuseAsync(
        int year, PlanItem? item, PlanItemForm form, PlanRefusal refusal, PlanItem? theirs, CancellationToken cancellation)
    {
        ModelState.AddModelError("", refusal == PlanRefusal.UnknownChoice ? PlanTexts.UnknownChoice : PlanTexts.ItemConflict);
        if (theirs is not null)
        {
            // Saving again, after reading the other's text, is a decision and may overwrite it.
            form.Version = theirs.Version;
            ModelState.Remove($"{nameof(PlanItemEditor.Form)}.{nameof(form.Version)}");
        }

        return FormAsync(year, item, form, cancellation, theirs);
    }

    private async Task<IActionResult> FormAsync(int year, PlanItem? item, PlanItemForm form, CancellationToken cancellation, PlanItem? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        while (form.Targets.Count < PlanItemForm.TargetRows)
        {
            form.Targets.Add(new TargetForm());
        }

        return View("Edit", new PlanItemEditor(year, item, form, await items.ChoicesAsync(year, item, cancellation), theirs));
    }
}
