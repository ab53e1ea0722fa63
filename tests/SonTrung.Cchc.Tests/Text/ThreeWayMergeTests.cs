using CsCheck;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class ThreeWayMergeTests
{
    [Theory]
    [InlineData("Đăng tin: 45 tin, bài", "Đăng tin có ảnh: 45 tin, bài", "Đăng tin: 50 tin, bài", "Đăng tin có ảnh: 50 tin, bài")]
    [InlineData("22 chuyên mục; 132 lượt phát", "22 chuyên mục; 132 lượt phát trên loa", "23 chuyên mục; 138 lượt phát", "23 chuyên mục; 138 lượt phát trên loa")]
    [InlineData("a b c", "a b c", "a d c", "a d c")]
    [InlineData("a b c", "a x c", "a x c", "a x c")]
    [InlineData("một hai", "một hai ba", "không một hai", "không một hai ba")]
    public void Words_ChangesInDifferentPlaces_AreBothThere(string old, string mine, string theirs, string merged)
    {
        Assert.Equal(merged, ThreeWayMerge.Words(old, mine, theirs));
    }

    [Theory]
    [InlineData("Đăng 45 tin", "Đăng 46 tin", "Đăng 50 tin")]
    [InlineData("a b c", "x", "y")]
    public void Words_TheSameWordsChanged_IsLeftToAPerson(string old, string mine, string theirs)
    {
        Assert.Null(ThreeWayMerge.Words(old, mine, theirs));
    }

    [Fact]
    public void Words_OneSideUnchanged_GivesTheOther()
    {
        var text = Gen.OneOf(Gen.Const("tin"), Gen.Const("bài"), Gen.Const("45"), Gen.Const("1.234,5"), Gen.Const(" "), Gen.Const(";"), Gen.Const("Đăng")).List[0, 12].Select(words => string.Concat(words));
        Gen.Select(text, text).Sample(
            (old, now) => ThreeWayMerge.Words(old, old, now) == now && ThreeWayMerge.Words(old, now, old) == now && ThreeWayMerge.Words(old, now, now) == now,
            iter: 2000);
    }
}
