using System.Text;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class PlainTextTests
{
    [Fact]
    public void Clean_DecomposedText_IsComposed()
    {
        Assert.Equal("Cải cách hành chính", PlainText.Clean("Cải cách hành chính".Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("  một\t hai \r\n", "một  hai")]
    [InlineData("một\nhai", "một hai")]
    [InlineData("a\u0000b\u0007c\u200B\uFEFF\u202E", "abc")]
    [InlineData("10\u00A0000", "10 000")]
    [InlineData("kiểm soát ;", "kiểm soát ;")]
    [InlineData("<b>đậm</b>", "<b>đậm</b>")]
    [InlineData(null, "")]
    public void Clean_OddCharacters_AreDroppedAndTextIsKept(string? text, string expected)
    {
        Assert.Equal(expected, PlainText.Clean(text));
    }

    [Fact]
    public void Clean_BrokenSurrogates_AreDropped()
    {
        Assert.Equal("ab😀", PlainText.Clean("a\uD83Db\uFFFF😀\uDE00"));
    }

    [Fact]
    public void CleanLines_MixedLineBreaks_BecomeOneKind()
    {
        Assert.Equal("một\nhai\n\nba", PlainText.CleanLines("\r\nmột \r\nhai\r\rba\n\n"));
    }

    /// <summary>A Chinese letter beside it takes the long way round.</summary>
    [Fact]
    public void Clean_AnyCharacter_IsTheSameInShortAndInLong()
    {
        foreach (var c in Enumerable.Range(0, 0xD800).Select(code => (char)code))
        {
            Assert.Equal(PlainText.Clean($"a{c}\u4E2D")[..^1], PlainText.Clean($"a{c}b")[..^1]);
            Assert.True(PlainText.Clean($"a{c}b").IsNormalized());
        }
    }
}
