using CsCheck;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Đăng 45 tin, bài", "Đăng 48 tin, bài", "Đăng |-45|+48| tin, bài")]
    [InlineData("một hai", "một hai ba", "một hai|+ ba")]
    [InlineData("không một hai", "một hai", "-không |một hai")]
    [InlineData("đã tổ chức 1 cuộc", "đã mở hai cuộc", "đã |-tổ chức 1|+mở hai| cuộc")]
    [InlineData("1.234,5 lượt;", "1.234,5 lượt.", "1.234,5 lượt|-;|+.")]
    [InlineData("", "mới", "+mới")]
    [InlineData("Đã phát 24 chuyên mục trên loa", "Mở hai buổi đối thoại trên loa", "-Đã phát 24 chuyên mục trên loa|+Mở hai buổi đối thoại trên loa")]
    [InlineData("như cũ", "như cũ", "như cũ")]
    public void Compare_TwoTexts_TellsWordsTakenOutAndWordsThatCameIn(string old, string now, string parts)
    {
        Assert.Equal(parts, string.Join('|', WordDiff.Compare(old, now).Select(part => part.Kind switch
        {
            DiffKind.Deleted => $"-{part.Text}",
            DiffKind.Inserted => $"+{part.Text}",
            _ => part.Text,
        })));
    }

    [Fact]
    public void Compare_AnyTwoTexts_KeepsBoth()
    {
        var text = Gen.OneOf(Gen.Const("tin"), Gen.Const("bài"), Gen.Const("45"), Gen.Const("1.234,5"), Gen.Const(" "), Gen.Const(";"), Gen.Const("Đăng")).List[0, 14].Select(words => string.Concat(words));
        Gen.Select(text, text).Sample(
            (old, now) =>
            {
                var parts = WordDiff.Compare(old, now);
                return old == string.Concat(parts.Where(part => part.Kind != DiffKind.Inserted).Select(part => part.Text))
                    && now == string.Concat(parts.Where(part => part.Kind != DiffKind.Deleted).Select(part => part.Text))
                    && (old != now || parts.All(part => part.Kind == DiffKind.Same));
            },
            iter: 2000);
    }

    [Fact]
    public void Compare_TextsTooLongForATable_StillKeepsBeginningAndEnd()
    {
        var (old, now) = (Words("cũ"), Words("mới"));

        var parts = WordDiff.Compare(old, now);

        Assert.Equal([DiffKind.Same, DiffKind.Deleted, DiffKind.Inserted, DiffKind.Same], parts.Select(part => part.Kind));
        Assert.Equal(old, string.Concat(parts.Where(part => part.Kind != DiffKind.Inserted).Select(part => part.Text)));
        Assert.Equal(now, string.Concat(parts.Where(part => part.Kind != DiffKind.Deleted).Select(part => part.Text)));

        // Each word is another one, between long runs that stay.
        static string Words(string word) =>
            $"{new string('đ', 20_000)} {string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"{word}x{(char)('a' + (i % 20))}"))} {new string('c', 20_000)}";
    }
}
