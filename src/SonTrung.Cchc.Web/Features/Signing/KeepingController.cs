using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>The system administrator's decision whether Production keeps certificates.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/luu-chung-thu-so")]
public sealed class KeepingController(KeptCertificateService kept) : Controller
{
    /// <summary>The decision.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Keeping", new KeepingPage(await kept.DecisionAsync(cancellation), new KeepingForm()));

    /// <summary>Records it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(KeepingForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Keeping", new KeepingPage(await kept.DecisionAsync(cancellation), form));
        }

        await kept.DecideAsync(form.Keeps, form.Decision, cancellation);
        this.Notice(SigningTexts.DecisionSaved);
        return RedirectToAction(nameof(Index));
    }
}

/// <summary>The decision.</summary>
public sealed class KeepingForm
{
    /// <summary>Whether certificates are kept from now on.</summary>
    public bool Keeps { get; set; }

    /// <summary>By which decision, or why.</summary>
    [Required, StringLength(PortalSettings.DecisionLength)]
    [Display(Name = nameof(SigningTexts.Decision), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.DecisionHint))]
    public string Decision { get; set; } = "";
}

/// <summary>The page of the decision.</summary>
/// <param name="Settings">The decision as it was recorded last.</param>
/// <param name="Form">What was typed.</param>
public sealed record KeepingPage(PortalSettings Settings, KeepingForm Form);
