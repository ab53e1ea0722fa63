using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>Chữ ký số của cơ quan: whose certificate is the organisation's, and which roots the portal trusts.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/chu-ky-so")]
public sealed class SealController(AgencySealService seals, KeptCertificateService kept, TrustFolder trust, RevocationFolder revocations, TimeProvider time) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var row = await seals.FindAsync(cancellation);
        return await PageAsync(new SealForm { Version = row?.Version ?? Guid.Empty, Certificate = row?.Certificate ?? "", CertificateEndsOn = row?.CertificateEndsOn }, cancellation);
    }

    /// <summary>Saves it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(SealForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if ((await seals.SaveAsync(form.Version, form.Certificate, form.CertificateEndsOn, cancellation)).Outcome == SetupOutcome.Done)
            {
                this.Notice(SigningTexts.SealSaved);
                return RedirectToAction("Index", "Administration");
            }

            ModelState.AddModelError("", SharedTexts.SavedByAnother);
            ModelState.Remove($"{nameof(SealPage.Form)}.{nameof(form.Version)}");
            form.Version = (await seals.FindAsync(cancellation))?.Version ?? Guid.Empty;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(form, cancellation);
    }

    /// <summary>Opens a certificate again that wrong PINs have locked.</summary>
    [HttpPost("{id:long}/mo-khoa")]
    public async Task<IActionResult> Reopen(long id, CancellationToken cancellation)
    {
        if ((await kept.ReopenAsync(id, cancellation)).Refusal is not null)
        {
            return NotFound();
        }

        this.Notice(SigningTexts.Reopened);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> PageAsync(SealForm form, CancellationToken cancellation) => View("Seal", new SealPage(
        form,
        trust.Roots.Select(SignerCertificate.Of).OrderBy(root => root.CommonName, StringComparer.Ordinal).ToList(),
        trust.Unreadable,
        await kept.ListAsync(cancellation),
        revocations.Read(),
        time.GetUtcNow()));
}

/// <summary>Chữ ký số của cơ quan.</summary>
public sealed class SealForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>Thumbprint or holder.</summary>
    [Required, StringLength(Signer.CertificateLength)]
    [Display(Name = nameof(SigningTexts.SealCertificate), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.CertificateHint))]
    public string Certificate { get; set; } = "";

    /// <summary>Its last day.</summary>
    [Display(Name = nameof(SigningTexts.CertificateEndsOn), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.CertificateEndsOnHint))]
    public DateOnly? CertificateEndsOn { get; set; }
}

/// <summary>The page of the organisation's signature.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Roots">The roots that the portal trusts.</param>
/// <param name="Unreadable">Files of the folder that can't be read.</param>
/// <param name="Kept">Certificates in the portal's keeping.</param>
/// <param name="Revocations">The revocation lists.</param>
/// <param name="Now">The time now.</param>
public sealed record SealPage(
    SealForm Form, IReadOnlyList<SignerCertificate> Roots, IReadOnlyList<string> Unreadable, IReadOnlyList<KeptRow> Kept, RevocationLists Revocations, DateTimeOffset Now);
