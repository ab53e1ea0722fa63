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

    [Fact]
    public void Between_Same_IsNothing()
    {
        Assert.Equal(0, SyllableDistance.Between("hướng", "hướng"));
    }
}
