using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Administration;

/// <summary>Quản trị: what is set, what is missing, and the way to each page.</summary>
[RequirePermission(Permission.Administer)]
[Route("quan-tri")]
public sealed class AdministrationController(AdministrationReader reader, TimeProvider time) : Controller
{
    /// <summary>The overview.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await reader.ReadAsync(time.Today(), cancellation));
}
