using CsCheck;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Tests.Documents.Layout;

public sealed class LineBreakerTests
{
    private static readonly TextStyle Style = new(FontStyle.Regular, 14);

    [Fact]
    public void Break_ShortText_IsOneLine() =>
        Assert.Equal(new TextLine("Một dòng.", Style.Width("Một dòng."), 1, true), Assert.Single(Break("Một dòng.", 400)));

    [Fact]
    public void Break_EmptyText_IsOneEmptyLine() =>
        Assert.Equal(new TextLine("", 0, 0, true), Assert.Single(Break("", 400)));

    [Theory]
    [InlineData("theo Kế hoạch số 11/KH-UBND", "11/KH-UBND")]
    [InlineData("báo cáo ngày 19/01/2023", "19/01/2023")]
    [InlineData("của xã Sơn Trung./.", "Trung./.")]
    [InlineData("việc kiểm soát ;", "soát ;")]
    [InlineData("Phòng Văn hóa – Thông tin", "hóa –")]
    [InlineData("gồm tỷ lệ ( 75%", "( 75%")]
    [InlineData("tháng\u00A012 năm", "tháng\u00A012")]
    public void Break_AnyWidth_NeverPartsWhatBelongsTogether(string text, string together)
    {
        var narrowest = text.Split(' ').Max(Style.Width) + Style.Width(together);
        for (var width = narrowest; width < Style.Width(text); width += 1)
        {
            Assert.Contains(Break(text, width), line => line.Text.Contains(together, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Break_WordWiderThanTheLine_IsCut()
    {
        var lines = Break(new string('m', 100), 120);

        Assert.Equal(100, lines.Sum(line => line.Text.Length));
        Assert.All(lines, line => Assert.True(line.Width <= 120));
    }

    [Fact]
    public void Break_IndentedFirstLine_IsShorter()
    {
        var lines = LineBreaker.Break("một hai ba bốn năm sáu", Style, Style.Width("một hai"), Style.Width("ba bốn năm sáu"));

        Assert.Equal(["một hai ", "ba bốn năm sáu"], lines.Select(line => line.Text));
    }

    [Fact]
    public void Break_AnyText_LosesNothingAndFitsTheLine()
    {
        var word = Gen.String[Gen.Char["aăâđeêioôơuưmngh.,;-/()–%"], 1, 12];
        Gen.Select(word.Array[1, 40], Gen.Double[40, 400]).Sample((words, width) =>
        {
            var text = string.Join(' ', words);
            var lines = Break(text, width);

            Assert.Equal(text, string.Concat(lines.Select(line => line.Text)));
            Assert.All(lines, line =>
            {
                Assert.True(line.Width <= width + 0.01, $"{line.Width} > {width}");
                Assert.Equal(Style.Width(line.Text.TrimEnd(' ')), line.Width, 3);
                Assert.Equal(line.Text.TrimEnd(' ').Count(character => character == ' '), line.Spaces);
            });
            Assert.Equal([lines.Count - 1], lines.Index().Where(line => line.Item.EndsParagraph).Select(line => line.Index));
        });
    }

    private static List<TextLine> Break(string text, double width) => LineBreaker.Break(text, Style, width, width);
}
