using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Settings;

/// <summary>Cài đặt hệ thống.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/he-thong")]
public sealed class PortalSettingsController(SettingsService settings, SupportLine support) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var row = await settings.OfPortalAsync(cancellation);
        return View(new PortalSettingsForm { Version = row.Version, MaxUploadMegabytes = row.MaxUploadMegabytes, SupportLine = row.SupportLine });
    }

    /// <summary>Saves the settings.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(PortalSettingsForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await settings.SavePortalAsync(form.Version, form.MaxUploadMegabytes!.Value, form.SupportLine, cancellation);
            if (result.Outcome == SetupOutcome.Done)
            {
                support.Text = (await settings.OfPortalAsync(cancellation)).SupportLine;
                this.Notice(SettingsTexts.Saved);
                return RedirectToAction("Index", "Administration");
            }

            ModelState.AddModelError("", SharedTexts.SavedByAnother);
            ModelState.Remove(nameof(form.Version));
            form.Version = (await settings.OfPortalAsync(cancellation)).Version;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }
}
