using System.Buffers.Binary;
using SonTrung.Cchc.Documents.Fonts;

namespace SonTrung.Cchc.Tests.Documents.Fonts;

public sealed class FontSubsetTests
{
    private static readonly TrueTypeFont Font = DocumentFonts.Get(FontStyle.Regular);

    [Fact]
    public void Build_SomeGlyphs_KeepsTheirOutlinesAndWidthsInTheNewOrder()
    {
        ushort[] glyphs = [0, Font.Glyph('Ế'), Font.Glyph('a'), Font.Glyph(' ')];

        var subset = Tables.Read(FontSubset.Build(Font, glyphs));

        Assert.Equal(Font.Advance(glyphs[1]), subset.Advance(1));
        Assert.Equal(Font.Advance(glyphs[2]), subset.Advance(2));
        Assert.Equal(Font.Outline(glyphs[2]).ToArray(), subset.Outline(2)[..Font.Outline(glyphs[2]).Length].ToArray());
        Assert.Equal(0, subset.Outline(3).Length);
    }

    [Fact]
    public void Build_CompositeLetter_BringsItsPartsAlong()
    {
        var subset = Tables.Read(FontSubset.Build(Font, [0, Font.Glyph('Ế')]));

        Assert.True(BinaryPrimitives.ReadInt16BigEndian(subset.Outline(1)) < 0, "Ế is drawn from parts.");
        var part = BinaryPrimitives.ReadUInt16BigEndian(subset.Outline(1)[12..]);
        Assert.InRange(part, 2, subset.GlyphCount - 1);
        Assert.True(subset.Outline(part).Length > 0);
    }

    [Fact]
    public void Build_WholeFile_HasValidChecksums()
    {
        var file = FontSubset.Build(Font, [0, Font.Glyph('đ'), Font.Glyph('Ự')]);

        var sum = 0u;
        for (var i = 0; i < file.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(i)));
        }

        Assert.Equal(0xB1B0AFBA, sum);
    }

    /// <summary>Reads the subset's tables by themselves: it has no map from characters, which a whole font must have.</summary>
    private sealed record Tables(byte[] Glyf, byte[] Loca, byte[] Hmtx, int GlyphCount)
    {
        public static Tables Read(byte[] file)
        {
            var tables = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)))
                .Select(i => file.AsSpan(12 + (16 * i), 16).ToArray())
                .ToDictionary(
                    record => System.Text.Encoding.ASCII.GetString(record, 0, 4),
                    record => file.AsSpan(
                        (int)BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(8)),
                        (int)BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(12))).ToArray());
            return new Tables(tables["glyf"], tables["loca"], tables["hmtx"], BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4)));
        }

        public int Advance(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(Hmtx.AsSpan(4 * glyph));

        public ReadOnlySpan<byte> Outline(int glyph) => Glyf.AsSpan(Offset(glyph)..Offset(glyph + 1));

        private int Offset(int glyph) => (int)BinaryPrimitives.ReadUInt32BigEndian(Loca.AsSpan(4 * glyph));
    }
}
