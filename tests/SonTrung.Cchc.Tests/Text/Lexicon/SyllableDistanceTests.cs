using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Tests.Text.Lexicon;

public sealed class SyllableDistanceTests
{
    [Theory]
    [InlineData("cữa", "cửa")]
    [InlineData("sử", "xử")]
    [InlineData("trân", "chân")]
    [InlineData("dáo", "giáo")]
    [InlineData("lăng", "năng")]
    [InlineData("tuyên", "tuyêng")]
    [InlineData("kỹ", "kĩ")]
    [InlineData("hơp", "hợp")]
    [InlineData("đao", "đạo")]
    [InlineData("tuc", "tục")]
    public void Between_UsualSlip_IsNear(string one, string other)
    {
        Assert.InRange(SyllableDistance.Between(one, other), 0.1, 1.0);
        Assert.Equal(SyllableDistance.Between(one, other), SyllableDistance.Between(other, one));
    }

    [Theory]
    [InlineData("triệt", "hành")]
    [InlineData("của", "những")]
    [InlineData("a", "nghiêng")]
    public void Between_Strangers_AreFar(string one, string other)
    {
        Assert.True(SyllableDistance.Between(one, other) > 3);
    }

    /// <summary>What is not reckoned to the end is farther than asked for; all else is the same number.</summary>
    [Theory]
    [InlineData(0.95)]
    [InlineData(1.7)]
    [InlineData(3.0)]
    public void Between_WithABound_GivesTheSameWithinIt(double farthest)
    {
        var syllables = OfficialLexicon.Instance.Syllables;
        var written = new[] { "tuyen", "quát", "điện", "cữa", "hưóng", "nghieng", "aasd", "phôí", "chinh", "ngừoi", "hổ", "trợ", "sử", "giãi" };
        var within = 0;
        foreach (var (one, two) in written.SelectMany(word => syllables.Select(syllable => (word, syllable))))
        {
            var (whole, bounded) = (SyllableDistance.Between(one, two), SyllableDistance.Between(one, two, farthest));
            within += whole <= farthest ? 1 : 0;
            Assert.True(whole <= farthest ? bounded == whole : bounded > farthest, $"{one}, {two}: {whole}, {bounded}");
        }

        Assert.True(within > 3);
    }

    [Fact]
    public void Between_Same_IsNothing()
    {
        Assert.Equal(0, SyllableDistance.Between("hướng", "hướng"));
    }
}
