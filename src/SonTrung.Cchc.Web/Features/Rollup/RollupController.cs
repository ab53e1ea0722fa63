using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Rollup;

/// <summary>Tổng hợp số liệu: the frozen figures of the reports that came, added up.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("tong-hop")]
public sealed class RollupController(RollupReader rollups) : Controller
{
    /// <summary>The figures of the newest period, or of the one asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(RollupQuery query, CancellationToken cancellation)
    {
        var periods = await rollups.PeriodsAsync(cancellation);
        var period = Asked(query, periods);
        return View(new RollupPage(period is { } known ? await rollups.ReadAsync(known, cancellation) : null, periods, query.By));
    }

    /// <summary>The table, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(RollupQuery query, CancellationToken cancellation) =>
        Asked(query, await rollups.PeriodsAsync(cancellation)) is { } period && await rollups.ReadAsync(period, cancellation) is { } rollup
            ? new TableResult<RollupLine>(RollupTable.Of(rollup, query.By), rollup.Lines(query.By).Append(rollup.Total))
            {
                Filter = new[] { PeriodWords.Title(period) }.ToAsyncEnumerable(),
            }
            : NotFound();

    private static RequestedPeriod? Asked(RollupQuery query, IReadOnlyList<RequestedPeriod> periods) =>
        RequestedPeriod.Of(query.Period) is { } asked && periods.Contains(asked) ? asked : periods.Select(period => (RequestedPeriod?)period).FirstOrDefault();
}

/// <summary>What a roll-up is asked for.</summary>
public sealed record RollupQuery
{
    /// <summary>The period; the newest when missing.</summary>
    [FromQuery(Name = "ky")]
    public string? Period { get; init; }

    /// <summary>By what.</summary>
    [FromQuery(Name = "theo")]
    public RollupBy By { get; init; }
}

/// <summary>A roll-up with what it was asked for.</summary>
/// <param name="Rollup">The figures; null when no report came yet.</param>
/// <param name="Periods">The periods to choose from.</param>
/// <param name="By">By what.</param>
public sealed record RollupPage(Core.Superior.Rollup? Rollup, IReadOnlyList<RequestedPeriod> Periods, RollupBy By);
