using System.Text;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Đối thoại")]
    [InlineData("ĐỐI THOẠI")]
    [InlineData("doi  thoai ")]
    [InlineData("DOI\nTHOAI")]
    public void Of_AnySpelling_IsOneKey(string text)
    {
        Assert.Equal("doi thoai", SearchKey.Of(text));
        Assert.Equal("doi thoai", SearchKey.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("14/KH-UBND", "14 kh ubnd")]
    [InlineData("100%_[a]", "100 a")]
    [InlineData("…", "")]
    [InlineData(null, "")]
    public void Of_Punctuation_IsFoldedToSpaces(string? text, string expected)
    {
        Assert.Equal(expected, SearchKey.Of(text));
    }

    [Fact]
    public void Of_EveryVietnameseLetter_IsPlainAscii()
    {
        const string letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

        Assert.Equal(new string('a', 17) + new string('e', 11) + new string('i', 5) + new string('o', 17) + new string('u', 11) + "yyyyyd", SearchKey.Of(letters));
        Assert.Equal(SearchKey.Of(letters), SearchKey.Of(letters.ToUpperInvariant()));
    }

    /// <summary>A Chinese letter beside it takes the long way round.</summary>
    [Fact]
    public void Of_AnyCharacter_IsTheSameInShortAndInLong()
    {
        foreach (var c in Enumerable.Range(0, 0xD800).Select(code => (char)code))
        {
            Assert.Equal(SearchKey.Of($"a{c}\u4E2D")[..^1], SearchKey.Of($"a{c}b")[..^1]);
        }
    }
}
