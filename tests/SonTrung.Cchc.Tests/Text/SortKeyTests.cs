using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class SortKeyTests
{
    [Fact]
    public void Of_WholeAlphabet_KeepsItsOrder()
    {
        AssertSorted(SortKey.Of, "A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z".Split(' '));
    }

    [Fact]
    public void Of_EqualLetters_SortsByTone()
    {
        AssertSorted(SortKey.Of, "ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mầ", "mậ");
    }

    [Fact]
    public void Of_LaterLetter_OutweighsAnEarlierTone()
    {
        AssertSorted(SortKey.Of, "Bà Ba", "Ba Bẻ", "Ba Chẽ", "Bà Chẽ");
    }

    [Fact]
    public void Of_ShorterWord_ComesFirst()
    {
        AssertSorted(SortKey.Of, "Hà", "Hà Tĩnh", "Hạ Vàng", "Han");
    }

    [Fact]
    public void Of_NumbersInText_SortByValue()
    {
        AssertSorted(SortKey.Of, "1", "Thôn 2", "Thôn 10", "Thôn 110", "Thôn Am");
    }

    [Fact]
    public void Of_CaseAndComposition_MakeNoDifference()
    {
        Assert.Equal(SortKey.Of("Ỷ Đậu"), SortKey.Of("ỷ ĐẬU".Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void ForPerson_GivenName_ComesFirst()
    {
        AssertSorted(
            SortKey.ForPerson,
            "Trần Thị An", "Lê Văn Ân", "Nguyễn Văn Ân", "Phan Ấn", "Hồ Bình", "Đinh Dung", "Bùi Đào", "Nguyễn Văn Hà", "Vũ Văn Hà", "Trần Văn Hạ");
    }

    [Fact]
    public void ForPerson_Any_IsAscii()
    {
        Assert.Matches("^[0-9a-z ]+$", SortKey.ForPerson("Nguyễn Thị Ỷ-Đoan 3"));
        Assert.Equal("", SortKey.ForPerson(" "));
        Assert.NotEqual("", SortKey.ForPerson("Ân"));
    }

    private static void AssertSorted(Func<string, string> key, params string[] expected)
    {
        Assert.Equal(expected, expected.Reverse().OrderBy(key, StringComparer.Ordinal));
        Assert.Equal(expected.Length, expected.Select(key).Distinct().Count());
    }
}
