using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Agencies;

/// <summary>Cơ quan cấp trên của một xã.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/co-quan/{id:long}/cap-tren")]
public sealed class SuperiorsController(SuperiorService superiors, TimeProvider time) : Controller
{
    /// <summary>To whom the commune reported, reports and will report.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken cancellation) =>
        PageAsync(id, new SuperiorForm { FormKey = Guid.NewGuid(), ValidFrom = time.Today() }, cancellation);

    /// <summary>Adds a superior from a day on.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Add(long id, SuperiorForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, form, cancellation);
        }

        switch ((await superiors.AddAsync(form.FormKey, id, form.OfficeId!.Value, form.ValidFrom!.Value, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(AgencyTexts.SuperiorAdded);
                return RedirectToAction(nameof(Index), new { id });
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError(Field(nameof(form.OfficeId)), AgencyTexts.SuperiorWrong);
                break;
            case SetupOutcome.Overlaps:
                ModelState.AddModelError(Field(nameof(form.ValidFrom)), AgencyTexts.SuperiorDayTaken);
                break;
            case SetupOutcome.NameTaken:
                ModelState.AddModelError(Field(nameof(form.OfficeId)), AgencyTexts.SuperiorAlready);
                break;
            default:
                return NotFound();
        }

        return await PageAsync(id, form, cancellation);
    }

    /// <summary>Ends a superior's time, or takes the end back.</summary>
    [HttpPost("{row:long}/ket-thuc")]
    public async Task<IActionResult> End(long id, long row, Guid version, DateOnly? lastDay, CancellationToken cancellation) => ModelState.IsValid
        ? After(id, await superiors.EndAsync(id, row, version, lastDay, cancellation), AgencyTexts.Saved)
        : await superiors.OfAsync(id, cancellation) is null ? NotFound() : Refusal(id, AgencyTexts.SuperiorDayWrong);

    /// <summary>Takes away a superior whose time has not begun.</summary>
    [HttpPost("{row:long}/bo")]
    public async Task<IActionResult> Remove(long id, long row, Guid version, CancellationToken cancellation) =>
        After(id, await superiors.RemoveAsync(id, row, version, cancellation), AgencyTexts.SuperiorRemoved);

    private static string Field(string name) => $"{nameof(SuperiorPage.Form)}.{name}";

    private IActionResult After(long id, SetupResult result, string notice)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(notice);
                return RedirectToAction(nameof(Index), new { id });
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return Refusal(id, outcome switch
                {
                    SetupOutcome.EndsBeforeStart => AgencyTexts.SuperiorEndsBeforeStart,
                    SetupOutcome.Overlaps => AgencyTexts.SuperiorOverlaps,
                    SetupOutcome.Needed => AgencyTexts.SuperiorNeeded,
                    _ => SharedTexts.SavedByAnother,
                });
        }
    }

    private ViewResult Refusal(long id, string text) =>
        this.WrongState(new RefusalPage(AgencyTexts.SuperiorRefused, text, AgencyTexts.Superiors, $"/quan-tri/co-quan/{id}/cap-tren"));

    private async Task<IActionResult> PageAsync(long id, SuperiorForm form, CancellationToken cancellation)
    {
        if (await superiors.OfAsync(id, cancellation) is not { } agency)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Index", new SuperiorPage(agency, form, await superiors.OfficesAsync(cancellation), time.Today()));
    }
}

/// <summary>Cơ quan cấp trên từ một ngày.</summary>
public sealed class SuperiorForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The receiving office.</summary>
    [Required]
    [Display(Name = nameof(AgencyTexts.Superior), ResourceType = typeof(AgencyTexts))]
    public long? OfficeId { get; set; }

    /// <summary>The first day.</summary>
    [Required]
    [Display(Name = nameof(AgencyTexts.SuperiorFrom), ResourceType = typeof(AgencyTexts), Description = nameof(AgencyTexts.SuperiorFromHint))]
    public DateOnly? ValidFrom { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Superiors">The commune and its superiors.</param>
/// <param name="Form">What was typed for a new one.</param>
/// <param name="Offices">Offices of the portal.</param>
/// <param name="Today">Today in Việt Nam.</param>
public sealed record SuperiorPage(SuperiorsOfAgency Superiors, SuperiorForm Form, IReadOnlyList<Choice> Offices, DateOnly Today);
