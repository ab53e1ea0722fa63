using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Tests.Plans;

public sealed class PlanProgressTests
{
    private const long Posts = 1;
    private const long Happy = 2;
    private const long Answered = 3;

    private static readonly DateOnly From = new(2025, 12, 15);
    private static readonly DateOnly To = new(2026, 12, 14);

    [Fact]
    public void Of_Count_ForecastsByTheShareOfDays()
    {
        // 344 of 365 days have passed.
        var line = PlanProgress.Of(Item(Count(48)), Done((Posts, 44)), On(2026, 11, 23));

        var target = Assert.Single(line.Targets);
        Assert.Equal(44, target.Done);
        Assert.Equal(47, target.Forecast);
        Assert.Equal(91.7m, Math.Round(target.Percent!.Value, 1));
        Assert.Equal((PlanState.AtRisk, PlanState.AtRisk, To), (target.State, line.State, line.DueOn));
    }

    [Fact]
    public void Of_CountThatKeepsItsPace_IsOnTrack()
    {
        var line = PlanProgress.Of(Item(Count(48)), Done((Posts, 45)), On(2026, 11, 23));

        Assert.Equal(48, line.Targets[0].Forecast);
        Assert.Equal(PlanState.OnTrack, line.State);
    }

    [Fact]
    public void Of_LineWithADayOfItsOwn_ForecastsToThatDay()
    {
        // 15/12 to 31/03 is 107 days, 54 of them until 06/02.
        var item = Item(Count(100), due: new DateOnly(2026, 3, 31));

        Assert.Equal(99, PlanProgress.Of(item, Done((Posts, 50)), On(2026, 2, 6)).Targets[0].Forecast);
        Assert.Equal(PlanState.Overdue, PlanProgress.Of(item, Done((Posts, 99)), On(2026, 4, 1)).State);
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(item, Done((Posts, 99)), On(2026, 3, 31)).State);
    }

    [Fact]
    public void Of_FirstThirtyDays_SayNothing()
    {
        var line = PlanProgress.Of(Item(Count(48)), WorkDone.None, On(2026, 1, 12));

        Assert.Null(line.Targets[0].Forecast);
        Assert.Equal(PlanState.OnTrack, line.State);
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(Item(Count(48)), WorkDone.None, On(2026, 1, 13)).State);
    }

    [Fact]
    public void Of_FirstThirtyDaysOfALineDueSoon_DoSpeak()
    {
        var line = PlanProgress.Of(Item(Count(48), due: new DateOnly(2025, 12, 31)), WorkDone.None, On(2025, 12, 20));

        Assert.Equal(PlanState.AtRisk, line.State);
    }

    [Theory]
    [InlineData(2026, 11, 13, PlanState.OnTrack)]
    [InlineData(2026, 11, 14, PlanState.AtRisk)]
    [InlineData(2026, 12, 14, PlanState.AtRisk)]
    [InlineData(2026, 12, 15, PlanState.Overdue)]
    public void Of_FewDatedEvents_AreARiskInTheLastThirtyDaysOnly(int year, int month, int day, PlanState expected)
    {
        var line = PlanProgress.Of(Item(Count(2)), Done((Posts, 1)), On(year, month, day));

        Assert.Equal(expected, line.State);
        Assert.Equal(expected == PlanState.OnTrack ? null : 1m, line.Targets[0].Forecast);
    }

    [Fact]
    public void Of_TwelveEvents_HaveAPace()
    {
        Assert.Equal(PlanState.OnTrack, PlanProgress.Of(Item(Count(11)), WorkDone.None, On(2026, 6, 1)).State);
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(Item(Count(12)), WorkDone.None, On(2026, 6, 1)).State);
    }

    [Fact]
    public void Of_LineWithoutTarget_IsMetByOneActivity()
    {
        var none = PlanProgress.Of(Item(), WorkDone.None, On(2026, 6, 1));
        var one = PlanProgress.Of(Item(), Done(), On(2026, 6, 1));

        Assert.Empty(none.Targets);
        Assert.Equal((PlanState.OnTrack, 0m), (none.State, none.Percent));
        Assert.Equal((PlanState.Met, 100m), (one.State, one.Percent));
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(Item(), WorkDone.None, On(2026, 12, 1)).State);
        Assert.Equal(PlanState.Overdue, PlanProgress.Of(Item(), WorkDone.None, On(2026, 12, 15)).State);
    }

    [Fact]
    public void Of_Completion_IsDoneOrNot()
    {
        var item = Item(new PlanTarget { AgencyId = 1, Position = 0, Kind = TargetKind.Completion });

        Assert.Equal((0m, 0m, PlanState.OnTrack), Facts(PlanProgress.Of(item, WorkDone.None, On(2026, 6, 1))));
        Assert.Equal((0m, 0m, PlanState.AtRisk), Facts(PlanProgress.Of(item, WorkDone.None, On(2026, 11, 20))));
        Assert.Equal((1m, 100m, PlanState.Met), Facts(PlanProgress.Of(item, Done(), On(2026, 6, 1))));
    }

    [Fact]
    public void Of_Ratio_IsAQuotientOfSums()
    {
        var line = PlanProgress.Of(Item(Ratio(90)), Done((Happy, 271), (Answered, 288)), On(2026, 6, 1));

        Assert.Equal(94.1m, Math.Round(line.Targets[0].Done!.Value, 1));
        Assert.Equal(line.Targets[0].Done, line.Targets[0].Forecast);
        Assert.Equal(PlanState.Met, line.State);
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(Item(Ratio(95)), Done((Happy, 271), (Answered, 288)), On(2026, 6, 1)).State);
    }

    [Fact]
    public void Of_RatioOfNothing_IsUnknownAndNotMet()
    {
        var line = PlanProgress.Of(Item(Ratio(0)), Done((Happy, 5)), On(2026, 6, 1));

        Assert.Equal((null, null, null), (line.Targets[0].Done, line.Percent, line.Targets[0].Forecast));
        Assert.Equal(PlanState.OnTrack, line.State);
        Assert.Equal(PlanState.AtRisk, PlanProgress.Of(Item(Ratio(90)), WorkDone.None, On(2026, 12, 1)).State);
    }

    [Fact]
    public void Of_TargetOfZero_IsMetAtOnce()
    {
        var line = PlanProgress.Of(Item(Count(0)), WorkDone.None, On(2026, 6, 1));

        Assert.Equal((PlanState.Met, 100m), (line.State, line.Percent));
    }

    [Fact]
    public void Of_SecondaryTargetBehind_HoldsTheLineBack()
    {
        var item = Item(Count(24), Ratio(90, position: 1));

        var line = PlanProgress.Of(item, Done((Posts, 30), (Happy, 8), (Answered, 10)), On(2026, 6, 1));

        Assert.Equal([PlanState.Met, PlanState.AtRisk], line.Targets.Select(target => target.State));
        Assert.Equal(PlanState.AtRisk, line.State);
        Assert.Equal(125, line.Percent);
    }

    [Fact]
    public void Of_BeforeThePeriod_NothingIsForecastOrLate()
    {
        var line = PlanProgress.Of(Item(Count(48)), WorkDone.None, On(2025, 10, 1));

        Assert.Null(line.Targets[0].Forecast);
        Assert.Equal(PlanState.OnTrack, line.State);
    }

    [Fact]
    public void Of_AfterThePeriod_IsWhatWasDone()
    {
        var line = PlanProgress.Of(Item(Count(48)), Done((Posts, 40)), On(2027, 3, 1));

        Assert.Equal((40m, PlanState.Overdue), (line.Targets[0].Forecast, line.State));
        Assert.Equal(PlanState.Met, PlanProgress.Of(Item(Count(48)), Done((Posts, 48)), On(2027, 3, 1)).State);
    }

    [Fact]
    public void Of_LeapYear_CountsItsDay()
    {
        // 15/12/2027 to 14/12/2028 has 366 days; until 29/02 there are 77 of them.
        var days = new PlanDays(new DateOnly(2027, 12, 15), new DateOnly(2028, 12, 14), new DateOnly(2028, 2, 29));

        Assert.Equal((77, 366), (days.Elapsed, days.Until(days.To)));
        Assert.Equal(48, PlanProgress.Of(Item(Count(48)), Done((Posts, 10)), days).Targets[0].Forecast);
        Assert.Equal(47, PlanProgress.Of(Item(Count(48)), Done((Posts, 10)), days with { Today = new DateOnly(2028, 3, 1) }).Targets[0].Forecast);
    }

    [Fact]
    public void Summary_CountsLinesByState()
    {
        var lines = new[] { PlanState.Met, PlanState.Met, PlanState.OnTrack, PlanState.AtRisk, PlanState.Overdue, PlanState.Met }
            .Select(state => new LineProgress([], To, state, 0)).ToList();

        var summary = PlanSummary.Of(lines);

        Assert.Equal(new PlanSummary(6, 3, 1, 1, 1), summary);
        Assert.Equal((50m, 66.7m, 83.3m), (summary.Percent, summary.ForecastPercent, summary.BestPercent));
        Assert.Equal(0, PlanSummary.Of([]).Percent);
    }

    private static (decimal? Done, decimal? Percent, PlanState State) Facts(LineProgress line) => (line.Targets[0].Done, line.Targets[0].Percent, line.State);

    private static PlanDays On(int year, int month, int day) => new(From, To, new DateOnly(year, month, day));

    private static PlanItem Item(params PlanTarget[] targets) => Item(null, targets);

    private static PlanItem Item(PlanTarget target, DateOnly? due) => Item(due, target);

    private static PlanItem Item(DateOnly? due, params PlanTarget[] targets)
    {
        var item = new PlanItem { AgencyId = 1, PlanId = 1, Section = PlanSection.Content, Position = 0, Title = "Nhiệm vụ", DueOn = due };
        item.Targets.AddRange(targets);
        return item;
    }

    private static PlanTarget Count(decimal value) => new() { AgencyId = 1, Position = 0, Kind = TargetKind.Quantity, IndicatorId = Posts, Value = value };

    private static PlanTarget Ratio(decimal value, int position = 0) => new()
    {
        AgencyId = 1,
        Position = position,
        Kind = TargetKind.Ratio,
        IndicatorId = Happy,
        BaseIndicatorId = Answered,
        Value = value,
    };

    private static WorkDone Done(params (long Indicator, decimal Sum)[] sums) => new(1, sums.ToDictionary(sum => sum.Indicator, sum => sum.Sum));
}
