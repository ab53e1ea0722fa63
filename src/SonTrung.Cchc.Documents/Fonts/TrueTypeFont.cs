using System.Buffers.Binary;
using System.Text;

namespace SonTrung.Cchc.Documents.Fonts;

/// <summary>A TrueType file, read once: its tables, its metrics and its map from characters to glyphs. Immutable.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _advances;
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly bool _longOffsets;

    /// <summary>Reads a font file.</summary>
    /// <param name="file">The bytes of the file; kept, never changed.</param>
    /// <param name="postScriptName">The PostScript name, for example "LiberationSerif-Bold".</param>
    /// <exception cref="InvalidDataException">A table that a PDF needs is missing.</exception>
    public TrueTypeFont(byte[] file, string postScriptName)
    {
        _file = file;
        PostScriptName = postScriptName;
        var tableCount = UInt16(4);
        for (var i = 0; i < tableCount; i++)
        {
            var record = 12 + (16 * i);
            var start = (int)UInt32(record + 8);
            _tables[Encoding.ASCII.GetString(file, record, 4)] = start..(start + (int)UInt32(record + 12));
        }

        var head = Start("head");
        UnitsPerEm = UInt16(head + 18);
        Bounds = [Int16(head + 36), Int16(head + 38), Int16(head + 40), Int16(head + 42)];
        _longOffsets = Int16(head + 50) == 1;

        var hhea = Start("hhea");
        Ascent = Int16(hhea + 4);
        Descent = Int16(hhea + 6);
        LineGap = Int16(hhea + 8);

        var os2 = Start("OS/2");
        CapHeight = UInt16(os2) >= 2 ? Int16(os2 + 88) : Ascent;
        Weight = UInt16(os2 + 4);
        ItalicAngle = (int)UInt32(Start("post") + 4) / 65536.0;

        GlyphCount = UInt16(Start("maxp") + 4);
        _advances = ReadAdvances(UInt16(hhea + 34));
        foreach (var (codePoint, glyph) in CharacterMap.Read(file.AsSpan(_tables["cmap"])))
        {
            if (codePoint < _glyphs.Length)
            {
                _glyphs[codePoint] = glyph;
            }
        }
    }

    /// <summary>The PostScript name.</summary>
    public string PostScriptName { get; }

    /// <summary>Font units in one em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline, in font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, in font units, negative.</summary>
    public int Descent { get; }

    /// <summary>Gap between lines beyond ascent and descent, in font units.</summary>
    public int LineGap { get; }

    /// <summary>Height of capitals, in font units.</summary>
    public int CapHeight { get; }

    /// <summary>Weight class, 400 or 700.</summary>
    public int Weight { get; }

    /// <summary>Slant in degrees, negative when it leans right.</summary>
    public double ItalicAngle { get; }

    /// <summary>The box around all glyphs: left, bottom, right, top, in font units.</summary>
    public IReadOnlyList<int> Bounds { get; }

    /// <summary>How many glyphs the font has.</summary>
    public int GlyphCount { get; }

    /// <summary>The glyph of a character of the basic plane; 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => codePoint < _glyphs.Length ? _glyphs[codePoint] : (ushort)0;

    /// <summary>The advance width of a glyph in font units.</summary>
    public int Advance(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];

    /// <summary>The outline of a glyph, empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = Start("loca");
        var (from, to) = _longOffsets
            ? ((int)UInt32(loca + (4 * glyph)), (int)UInt32(loca + (4 * glyph) + 4))
            : (2 * UInt16(loca + (2 * glyph)), 2 * UInt16(loca + (2 * glyph) + 2));
        var glyf = Start("glyf");
        return _file.AsSpan((glyf + from)..(glyf + to));
    }

    /// <summary>The bytes of a table; empty when the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var range) ? _file.AsSpan(range) : [];

    private ushort[] ReadAdvances(int count)
    {
        var hmtx = Start("hmtx");
        var advances = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            advances[i] = UInt16(hmtx + (4 * i));
        }

        return advances;
    }

    private int Start(string tag) => _tables.TryGetValue(tag, out var range)
        ? range.Start.Value
        : throw new InvalidDataException($"{PostScriptName} has no table '{tag}'.");

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
