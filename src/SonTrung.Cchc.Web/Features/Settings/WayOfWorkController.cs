using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Settings;

/// <summary>Cách làm việc của cơ quan.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/cach-lam-viec")]
public sealed class WayOfWorkController(SettingsService settings) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(WayOfWorkForm.Of(await settings.OfAgencyAsync(cancellation)));

    /// <summary>Saves the settings.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(WayOfWorkForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await settings.SaveAgencyAsync(form.Version, form.ToInput(), cancellation);
            if (result.Outcome == SetupOutcome.Done)
            {
                this.Notice(SettingsTexts.Saved);
                return RedirectToAction("Index", "Administration");
            }

            ModelState.AddModelError("", SharedTexts.SavedByAnother);
            ModelState.Remove(nameof(form.Version));
            form.Version = (await settings.OfAgencyAsync(cancellation)).Version;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }
}
