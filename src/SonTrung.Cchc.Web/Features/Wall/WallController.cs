using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>Theo dõi nộp báo cáo: communes × periods of the own office.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("theo-doi")]
public sealed class WallController(WallReader walls, PeriodPackReader packs, FileStore files) : Controller
{
    /// <summary>The wall.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(WallQuery query, CancellationToken cancellation) =>
        View(await PageAsync(query, cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(WallQuery query, CancellationToken cancellation)
    {
        var page = await PageAsync(query, cancellation);
        return new TableResult<WallLine>(WallTable.Create(), WallTable.LinesOf(page.Shown)) { Filter = page.Words().ToAsyncEnumerable() };
    }

    /// <summary>The reports of a period as one ZIP.</summary>
    [HttpGet("tai-ve")]
    public async Task<IActionResult> Pack([FromQuery(Name = "ky")] string? code, CancellationToken cancellation)
    {
        if (RequestedPeriod.Of(code) is not { } period || await packs.ReadAsync(period, cancellation) is not { } pack)
        {
            return NotFound();
        }

        await packs.RecordAsync(pack, cancellation);
        return new PeriodPackResult(pack, files);
    }

    private async Task<WallPage> PageAsync(WallQuery query, CancellationToken cancellation)
    {
        var wall = await walls.ReadAsync(query.Choose, cancellation);
        var asked = RequestedPeriod.Of(query.Period) is { } period && wall.Known.Contains(period) ? period : (RequestedPeriod?)null;
        return new WallPage(wall, wall.Only(query.Search, query.State), query, asked);
    }
}

/// <summary>What the wall is asked for.</summary>
public sealed record WallQuery
{
    /// <summary>A period; the newest ones when missing.</summary>
    [FromQuery(Name = "ky")]
    public string? Period { get; init; }

    /// <summary>Words of a commune's name.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>A state.</summary>
    [FromQuery(Name = "tinh-trang")]
    public WallState? State { get; init; }

    /// <summary>How many periods stand side by side when none is asked for.</summary>
    private const int UsualPeriods = 3;

    internal IEnumerable<RequestedPeriod> Choose(IReadOnlyList<RequestedPeriod> all) =>
        RequestedPeriod.Of(Period) is { } asked && all.Contains(asked) ? [asked] : all.Take(UsualPeriods);

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null;
}

/// <summary>The wall with what it was asked for.</summary>
/// <param name="Whole">All of it in these periods.</param>
/// <param name="Shown">What is shown.</param>
/// <param name="Query">What it was asked for.</param>
/// <param name="Chosen">The one period asked for, or null.</param>
public sealed record WallPage(ReportWall Whole, ReportWall Shown, WallQuery Query, RequestedPeriod? Chosen)
{
    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words() => Shown.Periods.Select(row => PeriodWords.Title(row.Period))
        .Concat(Query.State is { } state && Enum.IsDefined(state) ? [WallWords.Name(state)] : Array.Empty<string>());

    /// <summary>The period that is counted above.</summary>
    public WallPeriod? Counted => Shown.Periods is [var first, ..] ? first : null;
}
