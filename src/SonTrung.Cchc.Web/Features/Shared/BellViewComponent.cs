using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>The bell in the head of every page: what needs me.</summary>
public sealed class BellViewComponent(DeskReader desk, TimeProvider time) : ViewComponent
{
    /// <summary>Shows the bell with its number; it opens without script.</summary>
    public async Task<IViewComponentResult> InvokeAsync() =>
        View(await desk.ReadAsync(UserClaimsPrincipal.Permissions(), time.Today(), HttpContext.RequestAborted));
}
