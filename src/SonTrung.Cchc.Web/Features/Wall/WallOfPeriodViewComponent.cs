using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>The wall of the newest period, on the first page of a superior office: who owes it before who does not.</summary>
public sealed class WallOfPeriodViewComponent(WallReader walls) : ViewComponent
{
    /// <summary>Communes shown; the rest are on the wall.</summary>
    private const int MostRows = 20;

    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var wall = (await walls.ReadAsync(all => all.Take(1), HttpContext.RequestAborted)).Only();
        return View((wall with { Rows = wall.Rows.OrderByDescending(row => row.Cells[0].IsOwed).Take(MostRows).ToList() }, wall.Rows.Count));
    }
}
