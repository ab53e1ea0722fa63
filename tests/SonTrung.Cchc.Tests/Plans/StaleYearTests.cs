using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Tests.Plans;

public sealed class StaleYearTests
{
    [Theory]
    [InlineData("Tuyên truyền năm 2025", true)]
    [InlineData("trước 31/12/2025.", true)]
    [InlineData("2025–2030", true)]
    [InlineData("số 12025 và 20251", false)]
    [InlineData("năm 2026", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsIn_Text_FindsTheYearAsANumberOfItsOwn(string? text, bool expected) => Assert.Equal(expected, StaleYear.IsIn(text, 2025));

    [Fact]
    public void Split_Text_LosesNothing()
    {
        const string text = "2025: hết năm 2025, sang 2026";

        var parts = StaleYear.Split(text, 2025).ToList();

        Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal(["2025", "2025"], parts.Where(part => part.IsYear).Select(part => part.Text));
    }
}
