using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>The wall of the newest period, on the first page of a superior office.</summary>
public sealed class WallOfPeriodViewComponent(WallReader walls) : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var wall = await walls.ReadAsync(HttpContext.RequestAborted);
        return View(wall.Only(wall.Periods.Take(1).Select(row => row.Period).ToList()));
    }
}
