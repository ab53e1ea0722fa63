using CsCheck;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Tests.Superior;

public sealed class RollupTests
{
    private static readonly string[] Codes = ["tin-bai", "luot-phat", "to"];

    /// <summary>Reports of any figures, some frozen before channels and topics were kept, some with activities of no topic.</summary>
    private static readonly Gen<List<RolledReport>> Reports = Gen.Select(
        Gen.Int[0, 40], Gen.Decimal[0, 500], Gen.Int[0, 40], Gen.Bool, (channelled, sum, topicless, isOld) => (channelled, sum, topicless, isOld)).List[0, 12]
        .Select(rows => rows.Select((row, i) =>
        {
            var all = row.channelled + row.topicless;
            var sums = Codes.Select((code, at) => new IndicatorSum(code, code, "đơn vị", Math.Round(row.sum * (at + 1), 2))).Where(sum => sum.Sum != 0).ToList();
            var first = new GroupFigures("mang-xa-hoi", "Mạng xã hội", row.channelled, sums.Take(1).ToList());
            var second = new GroupFigures("pa-no", "Pa nô", row.topicless, sums.Skip(1).ToList());
            return new RolledReport(i, $"Xã {i}", i, $"{i}/BC-UBND", new ReportFigures
            {
                Activities = all,
                PlanItemsMet = 0,
                PlanItems = [],
                Sums = sums,
                Channels = row.isOld ? null : [first, second],
                Topics = row.isOld ? null : [first],
            });
        }).ToList());

    [Fact]
    public void Total_IsTheSumOfItsLines_WhateverWayTheyAreLookedAt() => Reports.Sample(reports =>
    {
        var rollup = Of(reports);
        foreach (var by in Enum.GetValues<RollupBy>())
        {
            var lines = rollup.Lines(by);
            Assert.Equal(rollup.Total.Activities, lines.Sum(line => line.Activities));
            Assert.All(Codes, code => Assert.Equal(rollup.Total.Of(code), lines.Sum(line => line.Of(code))));
        }
    });

    [Fact]
    public void Lines_OfWhatHasNoGroup_HaveALineOfTheirOwn()
    {
        var figures = new ReportFigures { Activities = 5, PlanItemsMet = 1, PlanItems = [], Sums = [new IndicatorSum("to", "Tờ", "tờ", 300)] };
        var rollup = Of([new RolledReport(1, "Xã Một", 1, "1/BC-UBND", figures)]);

        var line = Assert.Single(rollup.Lines(RollupBy.Topic));

        Assert.Equal(((string?)null, "", 5, 300m), (line.Name, line.Key, line.Activities, line.Of("to")));
        Assert.Equal("Xã Một", Assert.Single(rollup.Lines(RollupBy.Commune)).Name);
    }

    private static Rollup Of(List<RolledReport> reports) => new()
    {
        Period = RequestedPeriod.Whole(2026),
        Reports = reports,
        Missing = [],
        Columns = Codes.Select(code => new RollupColumn(code, code, "đơn vị")).ToList(),
        ChannelNames = new Dictionary<string, string>(),
        TopicNames = new Dictionary<string, string>(),
    };
}
