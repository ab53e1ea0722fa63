using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Home;

/// <summary>The first page: what waits for the user.</summary>
[Authorize]
public sealed class HomeController(OverviewReader overview, TimeProvider time) : Controller
{
    /// <summary>By role.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(await overview.ReadAsync(User.Permissions(), time.Today(), cancellation));
}
