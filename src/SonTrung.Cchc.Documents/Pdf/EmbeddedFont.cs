using System.Globalization;
using System.Text;
using SonTrung.Cchc.Documents.Fonts;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>
/// One face as a file uses it: a code per character in order of first use, so that each code reads back as exactly
/// one character even where two characters share a glyph.
/// </summary>
/// <param name="font">The whole font.</param>
/// <param name="name">Its name among the resources of a page.</param>
internal sealed class EmbeddedFont(TrueTypeFont font, string name)
{
    private readonly Dictionary<int, ushort> _codes = [];
    private readonly List<int> _characters = [0];

    /// <summary>The name among the resources of a page.</summary>
    public string Name { get; } = name;

    /// <summary>Whether any text was set in it.</summary>
    public bool IsUsed => _codes.Count > 0;

    /// <summary>The code of a character.</summary>
    public ushort Code(int character)
    {
        if (!_codes.TryGetValue(character, out var code))
        {
            code = (ushort)_characters.Count;
            _codes[character] = code;
            _characters.Add(character);
        }

        return code;
    }

    /// <summary>Writes the font with the characters used so far and returns its object number.</summary>
    public int Write(IPdfObjects file)
    {
        var glyphs = _characters.ConvertAll(character => character == 0 ? (ushort)0 : font.Glyph(character));
        var program = FontSubset.Build(font, glyphs);
        var programNumber = file.AddStream(Invariant($"/Length1 {program.Length}"), program);
        var baseName = Tag(program) + "+" + font.PostScriptName;
        var slanted = font.ItalicAngle != 0;
        var descriptor = file.Add(
            Invariant($"<</Type/FontDescriptor/FontName/{baseName}/Flags {4 + 2 + (slanted ? 64 : 0)}/FontBBox[{string.Join(' ', font.Bounds.Select(Em))}]")
            + Invariant($"/ItalicAngle {PdfSyntax.Number(font.ItalicAngle)}/Ascent {Em(font.Ascent)}/Descent {Em(font.Descent)}/CapHeight {Em(font.CapHeight)}")
            + Invariant($"/StemV {(font.Weight >= 600 ? 140 : 80)}/FontFile2 {programNumber} 0 R>>"));
        var widths = string.Join(' ', glyphs.Select(glyph => Em(font.Advance(glyph))));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{baseName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + Invariant($"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 1000/W[0[{widths}]]>>"));
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{baseName}/Encoding/Identity-H"
            + Invariant($"/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>"));
    }

    private string Em(int units) => PdfSyntax.Number(1000.0 * units / font.UnitsPerEm);

    // Six capitals, as every subset must carry, from its content: the same text gives the same name.
    private static string Tag(byte[] program) =>
        string.Concat(System.Security.Cryptography.SHA256.HashData(program).Take(6).Select(value => (char)('A' + (value % 26))));

    private string ToUnicode()
    {
        const int chunkLimit = 100;
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var chunk in Enumerable.Range(1, _characters.Count - 1).Chunk(chunkLimit))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var code in chunk)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{_characters[code]:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
