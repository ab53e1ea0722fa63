using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Contact;

/// <summary>Thư điện tử của cơ quan: where the agency is reminded.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/thu-dien-tu")]
public sealed class ContactController(SettingsService settings, IMailer mailer) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var row = await settings.OfAgencyAsync(cancellation);
        return Page(new ContactForm { Version = row.Version, Email = row.ContactEmail });
    }

    /// <summary>Saves the address.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(ContactForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await settings.SaveContactAsync(form.Version, form.Email, cancellation);
            if (result.Outcome == SetupOutcome.Done)
            {
                this.Notice(ContactTexts.Saved);
                return RedirectToAction("Index", "Administration");
            }

            ModelState.AddModelError("", SharedTexts.SavedByAnother);
            ModelState.Remove(nameof(form.Version));
            form.Version = (await settings.OfAgencyAsync(cancellation)).Version;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page(form);
    }

    private ViewResult Page(ContactForm form)
    {
        form.SendsMail = mailer.IsConfigured;
        return View("Index", form);
    }
}

/// <summary>Thư điện tử của cơ quan.</summary>
public sealed class ContactForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>The address.</summary>
    [EmailAddress, StringLength(ReportReminder.AddressLength)]
    [Display(Name = nameof(ContactTexts.Email), ResourceType = typeof(ContactTexts), Description = nameof(ContactTexts.EmailHint))]
    public string? Email { get; set; }

    /// <summary>Whether the portal sends e-mail at all.</summary>
    internal bool SendsMail { get; set; }
}
