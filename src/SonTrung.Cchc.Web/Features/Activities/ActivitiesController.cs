using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>Nhật ký hoạt động tuyên truyền.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("hoat-dong")]
public sealed class ActivitiesController(
    ActivityService activities, ActivityEntry entry, ActivityLog log, EvidenceService evidence, RowHistory history, TimeProvider time) : Controller
{
    private const string ListUrl = "/hoat-dong";

    /// <summary>The log of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        ActivityQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new ActivityLogPage(query, await log.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.EditWork)));

    /// <summary>The whole list on paper.</summary>
    [HttpGet("in")]
    public async Task<IActionResult> Print(ActivityQuery query, CancellationToken cancellation) =>
        View(new ActivityPrintPage(query, await log.PrintAsync(query.ToFilter(), cancellation), time.Today()));

    /// <summary>The whole list, to take away.</summary>
    [HttpGet("excel"), HttpGet("csv")]
    public IActionResult Table(ActivityQuery query) =>
        new TableResult<ActivityRow>(ActivityTable.Of(query.Year), log.StreamAsync(query.ToFilter()));

    /// <summary>An empty form to be filled in by hand.</summary>
    [HttpGet("mau-ghi-tay")]
    public async Task<IActionResult> Paper(CancellationToken cancellation) => View(await entry.ChoicesAsync(time.Today(), cancellation: cancellation));

    /// <summary>The deleted activities of a year.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "nam")] int? year,
        [FromQuery(Name = "truoc")] long? before,
        [FromQuery(Name = "sau")] long? after,
        CancellationToken cancellation) =>
        View(new DeletedList(ActivityTexts.LogTitle, ListUrl, await log.DeletedAsync(year, new PageAt(before, after), cancellation)));

    /// <summary>The form, dated today, with the user's last choices; or like another activity.</summary>
    [HttpGet("nhap")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(
        [FromQuery(Name = "ngay")] DateOnly? day, [FromQuery(Name = "giong")] long? like, CancellationToken cancellation)
    {
        var startsOn = day ?? time.Today();
        var choices = await entry.ChoicesAsync(startsOn, cancellation: cancellation);
        var model = like is { } id ? await activities.FindAsync(id, cancellation) : null;
        ModelState.Clear();
        return await FormAsync(null, model is null ? ActivityForm.Start(startsOn, choices) : ActivityForm.Like(model, startsOn, choices), cancellation);
    }

    /// <summary>Enters an activity.</summary>
    [HttpPost("nhap")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(ActivityForm form, [FromForm(Name = "tiep")] bool next, CancellationToken cancellation)
    {
        var found = await FindReferencesAsync(form, cancellation);
        await CheckCountsAsync(form, cancellation);
        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation, found);
        }

        var result = await activities.CreateAsync(form.FormKey, form.ToInput(), form.Shown, cancellation);
        if (result.Refusal is { } refusal)
        {
            return await RefuseAsync(null, form, refusal, result, cancellation);
        }

        if (next)
        {
            this.Notice(ActivityTexts.EnteredNext.Fill(form.Title));
            return RedirectToAction(nameof(Create), new { ngay = VietnameseDate.Format(form.StartsOn!.Value) });
        }

        return Saved(result.Year, form);
    }

    /// <summary>All about an activity.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation) =>
        await activities.ShowAsync(id, cancellation) is { } row
            ? View(new ActivityPageModel(
                row,
                await history.OfAsync(nameof(PropagandaActivity), id, ActivityHistoryWords.Parts, cancellation),
                await evidence.ListForPageAsync(EvidenceOwner.Activity(id), User.May(Permission.EditWork), cancellation) with
                {
                    Links = row.Links,
                    References = row.References,
                },
                User.May(Permission.EditWork)))
            : NotFound();

    /// <summary>The form of an activity.</summary>
    [HttpGet("{id:long}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await activities.FindAsync(id, cancellation) is { } row
            ? await FormAsync(id, ActivityForm.Of(row), cancellation)
            : NotFound();

    /// <summary>Changes an activity.</summary>
    [HttpPost("{id:long}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, ActivityForm form, CancellationToken cancellation)
    {
        if (await activities.FindAsync(id, cancellation) is null)
        {
            return NotFound();
        }

        var found = await FindReferencesAsync(form, cancellation);
        await CheckCountsAsync(form, cancellation);
        if (!ModelState.IsValid)
        {
            return await FormAsync(id, form, cancellation, found);
        }

        var result = await activities.UpdateAsync(id, form.Version, form.ToInput(), form.Shown, cancellation);
        return result.Refusal switch
        {
            null => Saved(result.Year, form, ActivityTexts.Changed),
            ActivityRefusal.NotFound => NotFound(),
            ActivityRefusal.Conflict when result.Current is null => NotFound(),
            var refusal => await RefuseAsync(id, form, refusal.Value, result, cancellation),
        };
    }

    /// <summary>Deletes an activity; the next page offers to bring it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await activities.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, ActivityTexts.Deleted);
    }

    /// <summary>Brings a deleted activity back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await activities.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, ActivityTexts.Restored);
    }

    private RedirectToActionResult Saved(int year, ActivityForm form, string? notice = null)
    {
        var place = form.PlaceInReport();
        this.Notice(
            notice ?? (place == ReportPlace.Shown ? ActivityTexts.Entered : ActivityTexts.EnteredNotShown.Fill(place.Text())),
            notice is not null || place == ReportPlace.Shown ? NoticeKind.Success : NoticeKind.Warning);
        return RedirectToAction(nameof(Index), new { nam = year });
    }

    /// <summary>Nobody holds half a meeting.</summary>
    private async Task CheckCountsAsync(ActivityForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            foreach (var indicator in await activities.GivenInPartsAsync(form.ToInput().Measures, cancellation))
            {
                ModelState.AddModelError(FigureKey(indicator.Id), ActivityTexts.MeasureNotWhole.Fill(indicator.Unit));
            }
        }
    }

    /// <summary>Every figure of the form is a “Số lượng” to the binder: the user is told which one by what it counts.</summary>
    private void NameFigures(ActivityChoices choices)
    {
        foreach (var indicator in choices.Indicators)
        {
            if (ModelState.TryGetValue(FigureKey(indicator.Id), out var figure) && figure.Errors.Count > 0)
            {
                var messages = figure.Errors.Select(error => error.ErrorMessage.Replace(ActivityTexts.MeasureValue, indicator.Unit, StringComparison.Ordinal)).ToList();
                figure.Errors.Clear();
                messages.ForEach(figure.Errors.Add);
            }
        }
    }

    private static string FigureKey(long indicatorId) =>
        $"{nameof(ActivityEditor.Form)}.{nameof(ActivityForm.Measures)}[{indicatorId}].{nameof(MeasureForm.Value)}";

    /// <summary>Takes the document that the words name; several are offered to choose from.</summary>
    private async Task<IReadOnlyList<OfferedReference>> FindReferencesAsync(ActivityForm form, CancellationToken cancellation)
    {
        if (form.ReferenceSearch is not { Length: > 0 } text)
        {
            return [];
        }

        var key = $"{nameof(ActivityEditor.Form)}.{nameof(form.ReferenceSearch)}";
        var found = await entry.FindReferencesAsync(text, cancellation);
        if (found.Count == 1)
        {
            form.ReferenceIds.Add(found[0].Id);
            form.ReferenceSearch = null;
            ModelState.Remove(key);
        }
        else if (!found.Any(row => form.ReferenceIds.Contains(row.Id)))
        {
            ModelState.AddModelError(key, found.Count == 0 ? ActivityTexts.ReferenceUnknown.Fill(text) : ActivityTexts.ReferenceMany.Fill(found.Count, text));
        }

        return found;
    }

    private Task<IActionResult> RefuseAsync(
        long? id, ActivityForm form, ActivityRefusal refusal, ActivityResult result, CancellationToken cancellation)
    {
        if (refusal is ActivityRefusal.LikelyDuplicate or ActivityRefusal.SentBefore)
        {
            return AskFirstAsync(id, form, refusal, result, cancellation);
        }

        if (result.Current is { } theirs)
        {
            this.SayConflict($"{nameof(ActivityEditor.Form)}.{nameof(form.Version)}");
            form.Version = theirs.Version;
        }
        else
        {
            var (field, message) = refusal switch
            {
                ActivityRefusal.NoPeriod => (nameof(form.StartsOn), ActivityTexts.NoPeriod),
                ActivityRefusal.EndsWrong => (nameof(form.EndsOn), ActivityTexts.EndsInAnotherYear),
                ActivityRefusal.PlanItemOfAnotherYear => (nameof(form.PlanItemId), ActivityTexts.PlanItemOfAnotherYear),
                ActivityRefusal.FilesGone => (nameof(form.AttachmentIds), EvidenceTexts.Gone),
                ActivityRefusal.TooManyFiles => (nameof(form.AttachmentIds), EvidenceTexts.TooManyFiles.Fill(EvidenceService.MaxFilesPerRow)),
                _ => (nameof(form.ChannelId), ActivityTexts.UnknownChoice),
            };
            ModelState.AddModelError($"{nameof(ActivityEditor.Form)}.{field}", message);
        }

        return FormAsync(id, form, cancellation, theirs: result.Current);
    }

    private Task<IActionResult> AskFirstAsync(
        long? id, ActivityForm form, ActivityRefusal refusal, ActivityResult result, CancellationToken cancellation)
    {
        form.Shown = result.Alike!.Select(row => row.Id).ToList();
        if (refusal == ActivityRefusal.SentBefore)
        {
            form.FormKey = Guid.NewGuid();
            ModelState.Remove($"{nameof(ActivityEditor.Form)}.{nameof(form.FormKey)}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return FormAsync(id, form, cancellation, alike: result.Alike, wasSentBefore: refusal == ActivityRefusal.SentBefore);
    }

    private async Task<IActionResult> FormAsync(
        long? id,
        ActivityForm form,
        CancellationToken cancellation,
        IReadOnlyList<OfferedReference>? found = null,
        PropagandaActivity? theirs = null,
        IReadOnlyList<AlikeActivity>? alike = null,
        bool wasSentBefore = false)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var choices = await entry.ChoicesAsync(form.StartsOn ?? time.Today(), form.Chosen(), cancellation);
        NameFigures(choices);
        return View("Edit", new ActivityEditor
        {
            Id = id,
            Form = form,
            Choices = choices,
            References = [.. await entry.ReferencesAsync(form.ReferenceIds, cancellation), .. (found ?? []).Where(row => !form.ReferenceIds.Contains(row.Id))],
            Evidence = await EvidenceAsync(id, form, cancellation),
            Theirs = theirs,
            Alike = alike ?? [],
            WasSentBefore = wasSentBefore,
            PlanItemIsChosen = id is not null || HttpMethods.IsPost(Request.Method) || Request.Query.ContainsKey("giong"),
        });
    }

    private async Task<EvidencePicker> EvidenceAsync(long? id, ActivityForm form, CancellationToken cancellation) =>
        await evidence.PickerAsync(id is { } own ? EvidenceOwner.Activity(own) : null, form.AttachmentIds, cancellation) with
        {
            FieldName = $"{nameof(ActivityEditor.Form)}.{nameof(form.AttachmentIds)}",
            DateField = $"{nameof(ActivityEditor.Form)}_{nameof(form.StartsOn)}",
        };
}
