using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Web.Features.Checking;

namespace SonTrung.Cchc.Web.Tests.Features.Checking;

public class CheckingWordsTests
{
    [Theory]
    [InlineData("Đã họp ba hội nghị ; phát thanh.", " ;", ";", "Sửa thành “nghị;”")]
    [InlineData("Đã họp  ba hội nghị.", "  ", " ", "Sửa thành “họp ba”")]
    [InlineData("Đã họp,phát thanh.", ",", ", ", "Sửa thành “họp, phát”")]
    [InlineData("Đã quát triệt, họp.", "quát triệt", "quán triệt", "Sửa thành “quán triệt”")]
    [InlineData("Đã họp các các hội nghị.", " các", "", "Sửa: bỏ “các”")]
    [InlineData("Đã họp hội nghị..", ".", "", "Sửa thành “nghị.”")]
    public void Fix_SaysWholeWords(string text, string marked, string replacement, string says)
    {
        var finding = Marked(text, marked) with { Replacement = replacement };

        Assert.Equal(says, CheckingWords.Fix(finding, Block(text)));
    }

    [Fact]
    public void Excerpt_OfALongSentence_IsCutBetweenWords()
    {
        var text = string.Join(' ', Enumerable.Repeat("tuyên truyền", 12)) + " quát triệt " + string.Join(' ', Enumerable.Repeat("cải cách", 20));

        var (before, words, after) = CheckingWords.Excerpt(Marked(text, "quát triệt"), Block(text));

        Assert.Equal("quát triệt", words);
        Assert.Matches("^… (tuyên|truyền) ", before);
        Assert.Matches(" (cải|cách)…$", after);
        Assert.Contains(before[1..] + words + after[..^1], text, StringComparison.Ordinal);
    }

    private static ReadBlock Block(string text) => new("1", DocumentPart.Paragraph, "", text);

    private static Finding Marked(string text, string marked) => new()
    {
        Rule = new RuleInfo("T-THU", RuleKind.Typography, FindingSeverity.Warning, "", ""),
        BlockId = "1",
        Start = text.IndexOf(marked, StringComparison.Ordinal),
        Length = marked.Length,
        Message = "",
    };
}
