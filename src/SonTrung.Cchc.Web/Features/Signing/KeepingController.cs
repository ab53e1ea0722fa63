using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
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
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Keeping", await kept.IsDecidedAsync(cancellation));

    /// <summary>Records it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index([FromForm(Name = "cho-phep")] bool keeps, CancellationToken cancellation)
    {
        await kept.DecideAsync(keeps, cancellation);
        this.Notice(SigningTexts.DecisionSaved);
        return RedirectToAction(nameof(Index));
    }
}
