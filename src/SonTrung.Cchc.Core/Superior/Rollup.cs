using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>By what figures are rolled up.</summary>
public enum RollupBy
{
    /// <summary>Phương tiện, hình thức.</summary>
    Channel,

    /// <summary>Lĩnh vực.</summary>
    Topic,

    /// <summary>Xã.</summary>
    Commune,
}

/// <summary>The frozen figures of one delivered report.</summary>
/// <param name="CommuneId">The commune.</param>
/// <param name="Commune">Its name.</param>
/// <param name="DeliveryId">The delivery that they came with.</param>
/// <param name="Document">Number and symbol of the report.</param>
/// <param name="Figures">The figures.</param>
public sealed record RolledReport(long CommuneId, string Commune, long DeliveryId, string Document, ReportFigures Figures);

/// <summary>An indicator of a roll-up.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
public sealed record RollupColumn(string Code, string Name, string Unit);

/// <summary>A line of a roll-up, or its total.</summary>
/// <param name="Key">What it stands for: a code, or a commune's key; empty for what stands in no group.</param>
/// <param name="Name">Its name; null for what stands in no group and for the total.</param>
/// <param name="Activities">Activities.</param>
/// <param name="Sums">The sum of each indicator, by code.</param>
public sealed record RollupLine(string Key, string? Name, int Activities, IReadOnlyDictionary<string, decimal> Sums)
{
    /// <summary>The key of the total.</summary>
    public const string TotalKey = "*";

    /// <summary>The sum of an indicator; 0 without any.</summary>
    public decimal Of(string indicator) => Sums.GetValueOrDefault(indicator);
}

/// <summary>
/// Figures of a period over all communes, from what was frozen with each delivered report. Every total is the sum of its lines, and the lines of each
/// way to look at them have the same total: what stands in no channel or topic has a line of its own.
/// </summary>
public sealed record Rollup
{
    /// <summary>The period.</summary>
    public required RequestedPeriod Period { get; init; }

    /// <summary>The reports that are in it.</summary>
    public required IReadOnlyList<RolledReport> Reports { get; init; }

    /// <summary>Communes whose report is not in it, with the state of the wall: nothing came, it was returned, or it has no frozen figures.</summary>
    public required IReadOnlyList<(string Commune, WallState State)> Missing { get; init; }

    /// <summary>The indicators that occur, in the order of their catalogue.</summary>
    public required IReadOnlyList<RollupColumn> Columns { get; init; }

    /// <summary>The names of channels by code.</summary>
    public required IReadOnlyDictionary<string, string> ChannelNames { get; init; }

    /// <summary>The names of topics by code.</summary>
    public required IReadOnlyDictionary<string, string> TopicNames { get; init; }

    /// <summary>Lines of the plans that were met.</summary>
    public int PlanItemsMet => Reports.Sum(report => report.Figures.PlanItemsMet);

    /// <summary>Lines of the plans.</summary>
    public int PlanItems => Reports.Sum(report => report.Figures.PlanItems.Count);

    /// <summary>The total: the sum of the reports.</summary>
    public RollupLine Total => new(RollupLine.TotalKey, null, Reports.Sum(report => report.Figures.Activities), Sum(Reports.SelectMany(report => report.Figures.Sums)));

    /// <summary>The lines of one way to look at the figures.</summary>
    public IReadOnlyList<RollupLine> Lines(RollupBy by)
    {
        if (by == RollupBy.Commune)
        {
            return Reports.Select(report => new RollupLine($"{report.CommuneId}", report.Commune, report.Figures.Activities, Sum(report.Figures.Sums))).ToList();
        }

        var names = by == RollupBy.Channel ? ChannelNames : TopicNames;
        var groups = Reports.SelectMany(report => (by == RollupBy.Channel ? report.Figures.Channels : report.Figures.Topics) ?? [])
            .GroupBy(group => group.Code)
            .Select(group => new RollupLine(group.Key, names.GetValueOrDefault(group.Key, group.First().Name), group.Sum(row => row.Activities), Sum(group.SelectMany(row => row.Sums))))
            .OrderByDescending(line => line.Activities).ThenBy(line => line.Key, StringComparer.Ordinal).ToList();
        var total = Total;
        var rest = new RollupLine(
            "",
            null,
            total.Activities - groups.Sum(line => line.Activities),
            Columns.Select(column => (column.Code, Sum: total.Of(column.Code) - groups.Sum(line => line.Of(column.Code)))).Where(row => row.Sum != 0).ToDictionary(row => row.Code, row => row.Sum));
        return rest.Activities == 0 && rest.Sums.Count == 0 ? groups : [.. groups, rest];
    }

    private static Dictionary<string, decimal> Sum(IEnumerable<IndicatorSum> sums) =>
        sums.GroupBy(row => row.Indicator).ToDictionary(group => group.Key, group => group.Sum(row => row.Sum));
}
