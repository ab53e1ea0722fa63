using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Features.Home;

/// <summary>The first page: what waits for the user.</summary>
[Authorize]
public sealed class HomeController(HomeReader home, TimeProvider time) : Controller
{
    /// <summary>By role.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(await home.ReadAsync(User, time.Today(), cancellation));
}
