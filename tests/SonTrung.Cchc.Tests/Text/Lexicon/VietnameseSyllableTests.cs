using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Tests.Text.Lexicon;

public sealed class VietnameseSyllableTests
{
    [Theory]
    [InlineData("hướng", "h", "ương", Tone.Acute, ToneMarkStyle.Either)]
    [InlineData("hòa", "h", "oa", Tone.Grave, ToneMarkStyle.Old)]
    [InlineData("hoà", "h", "oa", Tone.Grave, ToneMarkStyle.New)]
    [InlineData("Ủy", "", "uy", Tone.Hook, ToneMarkStyle.Old)]
    [InlineData("UỶ", "", "uy", Tone.Hook, ToneMarkStyle.New)]
    [InlineData("khoẻ", "kh", "oe", Tone.Hook, ToneMarkStyle.New)]
    [InlineData("quý", "qu", "y", Tone.Acute, ToneMarkStyle.Either)]
    [InlineData("quốc", "qu", "ôc", Tone.Acute, ToneMarkStyle.Either)]
    [InlineData("quyết", "qu", "yêt", Tone.Acute, ToneMarkStyle.Either)]
    [InlineData("giếng", "gi", "iêng", Tone.Acute, ToneMarkStyle.Either)]
    [InlineData("gì", "gi", "i", Tone.Grave, ToneMarkStyle.Either)]
    [InlineData("giữ", "gi", "ư", Tone.Tilde, ToneMarkStyle.Either)]
    [InlineData("nghiêng", "ngh", "iêng", Tone.Level, ToneMarkStyle.Either)]
    [InlineData("khuỷu", "kh", "uyu", Tone.Hook, ToneMarkStyle.Either)]
    [InlineData("ngoại", "ng", "oai", Tone.Dot, ToneMarkStyle.Either)]
    [InlineData("hoàn", "h", "oan", Tone.Grave, ToneMarkStyle.Either)]
    [InlineData("y", "", "y", Tone.Level, ToneMarkStyle.Either)]
    [InlineData("KỶ", "k", "y", Tone.Hook, ToneMarkStyle.Either)]
    public void TryParse_Syllable_IsTakenApart(string word, string onset, string rhyme, Tone tone, ToneMarkStyle style)
    {
        Assert.True(VietnameseSyllable.TryParse(word, out var syllable));
        Assert.Equal(new VietnameseSyllable(onset, rhyme, tone, style), syllable);
    }

    [Theory]
    [InlineData("hơp")]
    [InlineData("lùat")]
    [InlineData("cê")]
    [InlineData("kông")]
    [InlineData("nge")]
    [InlineData("ngha")]
    [InlineData("gê")]
    [InlineData("iêu")]
    [InlineData("coa")]
    [InlineData("giền")]
    [InlineData("ớng")]
    [InlineData("đựơc")]
    [InlineData("qúy")]
    [InlineData("hóan")]
    [InlineData("thực\u0323")]
    [InlineData("UBND")]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("tuyêntruyền")]
    [InlineData("ñu")]
    public void TryParse_AnythingElse_IsRefused(string word)
    {
        Assert.False(VietnameseSyllable.TryParse(word, out _));
    }

    [Theory]
    [InlineData("đựơc", "được")]
    [InlineData("Qúy", "Quý")]
    [InlineData("HÓAN", "HOÁN")]
    [InlineData("gíao", "giáo")]
    [InlineData("tòan", "toàn")]
    [InlineData("được", null)]
    [InlineData("hoà", null)]
    [InlineData("xyz", null)]
    public void MendTonePlace_Word_GivesItsRightSpelling(string word, string? expected)
    {
        Assert.Equal(expected, VietnameseSyllable.MendTonePlace(word));
    }

    [Fact]
    public void Spell_EverySyllable_IsReadAgain()
    {
        Assert.True(VietnameseTextGen.Syllables.Length > 17_000);
        Assert.All(VietnameseTextGen.Syllables, word =>
        {
            Assert.True(VietnameseSyllable.TryParse(word, out var syllable));
            Assert.Equal(word, syllable.Spell(syllable.Style));
        });
    }
}
