using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Features.Owed;

/// <summary>What the own commune owes, on its first page: what a letter asks for, and what is late.</summary>
public sealed class OwedReportsViewComponent(OwedReader owed) : ViewComponent
{
    /// <summary>Shows it; nothing when nothing is owed.</summary>
    public async Task<IViewComponentResult> InvokeAsync() => View((await owed.ListAsync(HttpContext.RequestAborted))
        .Where(row => (row.Cell.IsOwed && (row.Request is not null || row.Cell.DaysLate > 0)) || (row.Cell.DaysLate > 0 && row.Cell.LateReason is null)).ToList());
}
