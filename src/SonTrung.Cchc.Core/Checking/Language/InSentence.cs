using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>Words that people wrote as a line of their own, put into a sentence: behind a colon or another word no capital is due (Phụ lục II, I), save for names.</summary>
public static class InSentence
{
    /// <summary>Words of a body that keep the capital of what follows them: "Trung tâm Phục vụ hành chính công".</summary>
    private static readonly HashSet<string> LongTypes = new(["trung tâm", "văn phòng", "hội đồng", "mặt trận"], StringComparer.Ordinal);

    private static readonly HashSet<string> Units = new(["xã", "phường", "thôn", "huyện", "tỉnh", "quận", "thị", "tổ", "xóm", "ấp", "bản", "làng"], StringComparer.Ordinal);

    /// <summary>The text with a small first letter, unless it begins with a name, an abbreviation or one of the words that the decree writes with a capital.</summary>
    public static string Of(string text)
    {
        var words = TextWord.Read(text);
        return words.Count == 0 || words[0].Start > 0 || words[0].Case != WordCase.Capital || BeginsWithName(words, text) ? text : PlainText.Small(text);
    }

    private static bool BeginsWithName(IReadOnlyList<TextWord> words, string text)
    {
        var first = words[0].Text.ToLowerInvariant();
        if (Units.Contains(first))
        {
            return false;
        }

        bool HasCapital(int at) => at < words.Count && words[at].IsJoined && words[at].Case is WordCase.Capital;
        var second = words.Count > 1 && words[1].IsJoined ? $"{first} {words[1].Text.ToLowerInvariant()}" : first;
        return second is "nhân dân" or "nhà nước"
            || (first == "đảng" && second != "đảng viên")
            || BodyNames.At(words, 0, text) is { Capitals: [true, ..] }
            || HasCapital(1)
            || (LongTypes.Contains(second) && HasCapital(2));
    }
}
