using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Tests.Documents.Layout;

/// <summary>The profile's figures against the ranges of Phụ lục I, Nghị định 30/2020/NĐ-CP.</summary>
public sealed class LayoutProfileTests
{
    private const double Millimetre = 72 / 25.4;

    private static readonly LayoutProfile Profile = LayoutProfile.Named("nd30-2020");

    [Fact]
    public void Nd30Of2020_Margins_LieInTheDecreesRanges()
    {
        Assert.InRange(Profile.Top / Millimetre, 19.999, 25);
        Assert.InRange(Profile.Bottom / Millimetre, 19.999, 25);
        Assert.InRange(Profile.Left / Millimetre, 29.999, 35);
        Assert.InRange(Profile.Right / Millimetre, 15, 20.001);
    }

    [Fact]
    public void Nd30Of2020_Spacing_LiesInTheDecreesRanges()
    {
        Assert.Contains(Math.Round(Profile.FirstLineIndent / Millimetre, 2), new[] { 10, 12.7 });
        Assert.True(Profile.ParagraphSpacing >= 6);
        Assert.InRange(Profile.LineSpacing, 1, 1.5);
        Assert.InRange(Profile.ShortRuleShare, 1 / 3.0, 0.5);
        Assert.InRange(Profile.PageNumberBaseline, Profile.PageNumber.Ascent, Profile.Top - Profile.PageNumber.Descent);
    }

    [Fact]
    public void Nd30Of2020_Motherland_FitsItsColumnOnOneLine()
    {
        var column = (Profile.TextWidth + (2 * Profile.LetterheadOverhang)) * (1 - Profile.LetterheadLeftShare);

        Assert.True(Profile.MotherlandLine.Width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") < column);
    }

    [Fact]
    public void Named_UnknownProfile_SaysWhichThereAre() =>
        Assert.Contains("nd30-2020", Assert.Throws<NotSupportedException>(() => LayoutProfile.Named("tt01-2011")).Message, StringComparison.Ordinal);
}
