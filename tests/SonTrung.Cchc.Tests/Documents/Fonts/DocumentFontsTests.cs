using System.Text;
using SonTrung.Cchc.Documents.Fonts;

namespace SonTrung.Cchc.Tests.Documents.Fonts;

public sealed class DocumentFontsTests
{
    private const string Vowels = "aăâeêioôơuưy";
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>The 134 letters that English lacks: twelve vowels with five tones, six bare ones with a mark, and đ, twice.</summary>
    private static IEnumerable<int> VietnameseLetters() => Vowels
        .SelectMany(vowel => ToneMarks.Select(tone => $"{vowel}{tone}".Normalize(NormalizationForm.FormC)))
        .Concat("ăâêôơưđ".Select(letter => letter.ToString()))
        .SelectMany(letter => new[] { letter, letter.ToUpperInvariant() })
        .Select(letter => char.ConvertToUtf32(letter, 0))
        .Distinct();

    [Fact]
    public void Get_AnyStyle_HasAll134VietnameseLetters()
    {
        Assert.Equal(134, VietnameseLetters().Count());
        Assert.All(Enum.GetValues<FontStyle>(), style =>
            Assert.All(VietnameseLetters(), letter => Assert.NotEqual(0, DocumentFonts.Get(style).Glyph(letter))));
    }

    [Fact]
    public void Get_AnyStyle_HasTheWidthsOfTimesNewRoman()
    {
        // Units of 1/2048 em, from the metrics of Times New Roman.
        Assert.Equal((1024, 512, 1479), Widths(FontStyle.Regular));
        Assert.Equal((1024, 512, 1479), Widths(FontStyle.Bold));
        Assert.Equal((1024, 512, 1251), Widths(FontStyle.Italic));
    }

    [Theory]
    [InlineData(FontStyle.Regular, 400, 0)]
    [InlineData(FontStyle.Bold, 700, 0)]
    [InlineData(FontStyle.Italic, 400, -16.33)]
    [InlineData(FontStyle.BoldItalic, 700, -16.33)]
    internal void Get_Style_IsThatFace(FontStyle style, int weight, double slant)
    {
        var font = DocumentFonts.Get(style);

        Assert.Equal(weight, font.Weight);
        Assert.Equal(slant, font.ItalicAngle, 0.2);
        Assert.Equal(2048, font.UnitsPerEm);
    }

    [Fact]
    public void Glyph_CharacterTheFontLacks_IsZero()
    {
        var font = DocumentFonts.Get(FontStyle.Regular);

        Assert.Equal(0, font.Glyph('漢'));
        Assert.Equal(0, font.Glyph(0x1F600));
    }

    private static (int Digit, int Space, int CapitalA) Widths(FontStyle style)
    {
        var font = DocumentFonts.Get(style);
        return (font.Advance(font.Glyph('0')), font.Advance(font.Glyph(' ')), font.Advance(font.Glyph('A')));
    }
}
