using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>Nhật ký hoạt động tuyên truyền.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("hoat-dong")]
public sealed class ActivitiesController(ActivityService activities, TimeProvider time) : Controller
{
    private const string DeletedKey = "deleted-activity";

    /// <summary>The log of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        [FromQuery(Name = "nam")] int? year,
        [FromQuery(Name = "tim")] string? search,
        [FromQuery(Name = "truoc-ngay")] DateOnly? beforeDay,
        [FromQuery(Name = "truoc-dong")] long? beforeId,
        CancellationToken cancellation)
    {
        var shown = year ?? await activities.YearOfAsync(time.Today(), cancellation) ?? time.Today().Year;
        var page = await activities.ListAsync(shown, search, beforeDay is { } day && beforeId is { } id ? (day, id) : null, cancellation);
        return View(new ActivityLog(shown, search, page, User.May(Permission.EditWork), DeletedNow()));
    }

    /// <summary>The empty form, dated today.</summary>
    [HttpGet("nhap")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> Create(CancellationToken cancellation) =>
        FormAsync(null, new ActivityForm { FormKey = Guid.NewGuid(), StartsOn = time.Today() }, cancellation);

    /// <summary>Enters an activity.</summary>
    [HttpPost("nhap")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(ActivityForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation);
        }

        var result = await activities.CreateAsync(form.FormKey, form.ToInput(), cancellation);
        return result.Refusal is { } refusal
            ? await RefuseAsync(null, form, refusal, null, cancellation)
            : Saved(result.Year, ActivityTexts.Entered);
    }

    /// <summary>The form of an activity.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await activities.FindAsync(id, cancellation) is { } row
            ? await FormAsync(id, ActivityForm.Of(row), cancellation)
            : NotFound();

    /// <summary>Changes an activity.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, ActivityForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await activities.FindAsync(id, cancellation) is null ? NotFound() : await FormAsync(id, form, cancellation);
        }

        var result = await activities.UpdateAsync(id, form.Version, form.ToInput(), cancellation);
        return result.Refusal switch
        {
            null => Saved(result.Year, ActivityTexts.Changed),
            ActivityRefusal.NotFound => NotFound(),
            ActivityRefusal.Conflict when result.Current is null => NotFound(),
            var refusal => await RefuseAsync(id, form, refusal.Value, result.Current, cancellation),
        };
    }

    /// <summary>Deletes an activity; the next page offers to bring it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await activities.DeleteAsync(id, version, cancellation);
        switch (result.Refusal)
        {
            case ActivityRefusal.NotFound:
                return NotFound();
            case ActivityRefusal.Conflict:
                this.Notice(ActivityTexts.DeleteConflict);
                return RedirectToAction(nameof(Edit), new { id });
            default:
                TempData[DeletedKey] = id.ToString(CultureInfo.InvariantCulture);
                return RedirectToAction(nameof(Index));
        }
    }

    /// <summary>Brings a deleted activity back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        if ((await activities.RestoreAsync(id, cancellation)).Refusal is not null)
        {
            return NotFound();
        }

        this.Notice(ActivityTexts.Restored);
        return RedirectToAction(nameof(Index));
    }

    private long? DeletedNow() =>
        long.TryParse(TempData[DeletedKey] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private RedirectToActionResult Saved(int year, string notice)
    {
        this.Notice(notice);
        return RedirectToAction(nameof(Index), new { nam = year });
    }

    private Task<IActionResult> RefuseAsync(
        long? id, ActivityForm form, ActivityRefusal refusal, PropagandaActivity? theirs, CancellationToken cancellation)
    {
        var (field, message) = refusal switch
        {
            ActivityRefusal.NoPeriod => (nameof(form.StartsOn), ActivityTexts.NoPeriod),
            ActivityRefusal.EndsWrong => (nameof(form.EndsOn), ActivityTexts.EndsInAnotherYear),
            ActivityRefusal.PlanItemOfAnotherYear => (nameof(form.PlanItemId), ActivityTexts.PlanItemOfAnotherYear),
            ActivityRefusal.UnknownChoice => (nameof(form.ChannelId), ActivityTexts.UnknownChoice),
            _ => ("", ActivityTexts.Conflict),
        };
        ModelState.AddModelError(field.Length == 0 ? "" : $"{nameof(ActivityEditor.Form)}.{field}", message);
        if (theirs is not null)
        {
            // Saving again, after reading the other's text, is a decision and may overwrite it.
            form.Version = theirs.Version;
            ModelState.Remove($"{nameof(ActivityEditor.Form)}.{nameof(form.Version)}");
        }

        return FormAsync(id, form, cancellation, theirs);
    }

    private async Task<IActionResult> FormAsync(
        long? id, ActivityForm form, CancellationToken cancellation, PropagandaActivity? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        while (form.Measures.Count < 3)
        {
            form.Measures.Add(new MeasureForm());
        }

        var choices = await activities.ChoicesAsync(form.StartsOn ?? time.Today(), cancellation);
        return View("Edit", new ActivityEditor(id, form, choices, theirs));
    }
}
