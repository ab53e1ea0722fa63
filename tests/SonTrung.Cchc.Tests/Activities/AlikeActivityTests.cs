using SonTrung.Cchc.Core.Activities;

namespace SonTrung.Cchc.Tests.Activities;

public sealed class AlikeActivityTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Theory]
    [InlineData("Tập huấn chữ ký số cho cán bộ thôn", "TẬP HUẤN chữ ký số cho cán bộ các thôn", 0, true)]
    [InlineData("Tập huấn chữ ký số", "Tập huấn chữ ký số", 1, true)]
    [InlineData("Tập huấn chữ ký số", "Tập huấn chữ ký số", -1, true)]
    [InlineData("Tập huấn chữ ký số", "Tập huấn chữ ký số", 2, false)]
    [InlineData("Phát thanh chuyên mục số 7", "Phát thanh chuyên mục số 8", 0, false)]
    [InlineData("Sinh hoạt thôn Hồ Sơn", "Sinh hoạt thôn Mai Hà", 0, false)]
    [InlineData("!!!", "???", 0, false)]
    public void IsLike_ByDayAndWords_IsTold(string there, string entered, int daysLater, bool expected) =>
        Assert.Equal(expected, Row(there).IsLike(Input(entered, channel: 2) with { StartsOn = Day.AddDays(daysLater) }));

    [Theory]
    [InlineData(null, null, 0, true)]
    [InlineData("Chợ Gôi", null, 0, true)]
    [InlineData("Chợ Gôi", "CHỢ GÔI", 0, true)]
    [InlineData("Chợ Gôi", "Chợ Choi", 0, false)]
    [InlineData(null, null, 1, false)]
    public void IsLike_ByDayChannelAndPlanLine_UnlessPlacesDiffer(string? there, string? entered, int daysLater, bool expected) =>
        Assert.Equal(expected, (Row("Một việc") with { Place = there, PlanItemId = 5 }).IsLike(
            Input("Chuyện khác hẳn", channel: 1) with { Place = entered, PlanItemId = 5, StartsOn = Day.AddDays(daysLater) }));

    [Fact]
    public void IsLike_OutsideThePlan_NeedsWords() => Assert.False(Row("Một việc").IsLike(Input("Chuyện khác hẳn", channel: 1)));

    private static AlikeActivity Row(string title) => new(1, Day, title, null, 1, "Hội nghị", null);

    private static ActivityInput Input(string title, long channel) =>
        new() { Title = title, StartsOn = Day, ChannelId = channel, Measures = new Dictionary<long, decimal>() };
}
