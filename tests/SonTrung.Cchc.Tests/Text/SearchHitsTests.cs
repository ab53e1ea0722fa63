using System.Text;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class SearchHitsTests
{
    [Theory]
    [InlineData("Hội nghị Đối thoại", "doi thoai", "Hội nghị [Đối] [thoại]")]
    [InlineData("Hội nghị Đối thoại", "THO", "Hội nghị Đối [tho]ại")]
    [InlineData("Kế hoạch 14/KH-UBND", "14 kh ubnd", "Kế hoạch [14]/[KH]-[UBND]")]
    [InlineData("Nghị quyết", "khong co", "Nghị quyết")]
    [InlineData("Nghị quyết", "", "Nghị quyết")]
    [InlineData("a🙂b đường", "b duong", "a🙂[b] [đường]")]
    [InlineData("", "x", "")]
    [InlineData("aaa", "aa", "[aaa]")]
    public void Split_Search_MarksWhatAnswersIt(string text, string search, string marked)
    {
        string Marked(string words) => string.Concat(SearchHits.Split(words, search).Select(part => part.IsHit ? $"[{part.Text}]" : part.Text));

        Assert.Equal(marked, Marked(text));
        Assert.Equal(marked, Marked(text.Normalize(NormalizationForm.FormD)));
    }
}
