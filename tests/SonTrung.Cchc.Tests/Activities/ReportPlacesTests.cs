using SonTrung.Cchc.Core.Activities;

namespace SonTrung.Cchc.Tests.Activities;

public sealed class ReportPlacesTests
{
    [Theory]
    [InlineData(true, true, false, false, ReportPlace.Shown)]
    [InlineData(false, false, true, true, ReportPlace.Shown)]
    [InlineData(false, true, true, true, ReportPlace.Shown)]
    [InlineData(false, true, false, true, ReportPlace.NoFigures)]
    [InlineData(true, false, false, true, ReportPlace.NoPlanItem)]
    [InlineData(true, false, true, false, ReportPlace.NoDepartment)]
    [InlineData(false, false, false, true, ReportPlace.Nowhere)]
    public void Of_Traits_SaysWhatIsMissing(bool figures, bool planItem, bool highlighted, bool department, ReportPlace expected) =>
        Assert.Equal(expected, ReportPlaces.Of(figures, planItem, highlighted, department));
}
