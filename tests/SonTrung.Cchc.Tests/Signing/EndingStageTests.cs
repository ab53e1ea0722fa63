using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Tests.Signing;

/// <summary>When the end of a certificate or a capacity is told.</summary>
public sealed class EndingStageTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, EndingStage.SixtyDays)]
    [InlineData(31, EndingStage.SixtyDays)]
    [InlineData(30, EndingStage.ThirtyDays)]
    [InlineData(8, EndingStage.ThirtyDays)]
    [InlineData(7, EndingStage.SevenDays)]
    [InlineData(0, EndingStage.SevenDays)]
    [InlineData(-1, EndingStage.Ended)]
    public void Of_DaysLeft_IsToldInThreeStages(int days, EndingStage? stage)
    {
        Assert.Equal(stage, EndingStages.Of(Today.AddDays(days), Today));
        Assert.Equal(stage is null, Today.AddDays(days) > EndingStages.LastDayToldOf(Today));
    }
}
