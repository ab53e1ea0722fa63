using static System.Buffers.Binary.BinaryPrimitives;

namespace SonTrung.Cchc.Documents.Fonts;

/// <summary>
/// Cuts a font down to some of its glyphs for embedding in a PDF: new glyph n is the nth of the list,
/// and the parts of composite glyphs (most letters with Vietnamese marks) follow behind.
/// </summary>
internal static class FontSubset
{
    private const int PartsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreParts = 0x0020;
    private const int HasXAndYScale = 0x0040;
    private const int HasTwoByTwo = 0x0080;

    /// <summary>Builds the file.</summary>
    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">The glyphs to keep, in their new order; the first must be 0 (".notdef"). One may occur twice.</param>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var kept = new List<ushort>(glyphs);
        var parts = new Dictionary<ushort, int>();
        var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };
        for (var i = 0; i < kept.Count; i++)
        {
            var outline = font.Outline(kept[i]).ToArray();
            RenumberParts(outline, kept, parts);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0)
            {
                outlines.WriteByte(0);
            }

            offsets.Add((int)outlines.Length);
        }

        var head = font.Table("head").ToArray();
        WriteUInt32BigEndian(head.AsSpan(8), 0);
        WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)kept.Count);
        var maxp = font.Table("maxp").ToArray();
        WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)kept.Count);

        return Assemble(
        [
            ("cvt ", font.Table("cvt ").ToArray()),
            ("fpgm", font.Table("fpgm").ToArray()),
            ("glyf", outlines.ToArray()),
            ("head", head),
            ("hhea", hhea),
            ("hmtx", Metrics(font, kept)),
            ("loca", Offsets(offsets)),
            ("maxp", maxp),
            ("prep", font.Table("prep").ToArray()),
        ]);
    }

    private static void RenumberParts(Span<byte> outline, List<ushort> kept, Dictionary<ushort, int> parts)
    {
        if (outline.Length == 0 || ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        var at = 10;
        int flags;
        do
        {
            flags = ReadUInt16BigEndian(outline[at..]);
            var part = ReadUInt16BigEndian(outline[(at + 2)..]);
            if (!parts.TryGetValue(part, out var number))
            {
                number = kept.Count;
                parts[part] = number;
                kept.Add(part);
            }

            WriteUInt16BigEndian(outline[(at + 2)..], (ushort)number);
            at += 4 + ((flags & PartsAreWords) != 0 ? 4 : 2) + (flags switch
            {
                _ when (flags & HasScale) != 0 => 2,
                _ when (flags & HasXAndYScale) != 0 => 4,
                _ when (flags & HasTwoByTwo) != 0 => 8,
                _ => 0,
            });
        }
        while ((flags & MoreParts) != 0);
    }

    private static byte[] Metrics(TrueTypeFont font, List<ushort> kept)
    {
        var source = font.Table("hmtx");
        var longCount = ReadUInt16BigEndian(font.Table("hhea")[34..]);
        var table = new byte[4 * kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            int glyph = kept[i];
            var bearingAt = glyph < longCount ? (4 * glyph) + 2 : (4 * longCount) + (2 * (glyph - longCount));
            WriteUInt16BigEndian(table.AsSpan(4 * i), (ushort)font.Advance(glyph));
            source.Slice(bearingAt, 2).CopyTo(table.AsSpan((4 * i) + 2));
        }

        return table;
    }

    private static byte[] Offsets(List<int> offsets)
    {
        var table = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
        {
            WriteUInt32BigEndian(table.AsSpan(4 * i), (uint)offsets[i]);
        }

        return table;
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var headLength = 12 + (16 * tables.Length);
        var file = new byte[headLength + tables.Sum(table => Padded(table.Data.Length))];
        var power = (int)Math.Log2(tables.Length);
        WriteUInt32BigEndian(file, 0x00010000);
        WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - (16 << power)));

        var at = headLength;
        var headAt = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, data) = tables[i];
            data.CopyTo(file, at);
            var record = file.AsSpan(12 + (16 * i));
            System.Text.Encoding.ASCII.GetBytes(tag, record);
            WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(at, Padded(data.Length))));
            WriteUInt32BigEndian(record[8..], (uint)at);
            WriteUInt32BigEndian(record[12..], (uint)data.Length);
            headAt = tag == "head" ? at : headAt;
            at += Padded(data.Length);
        }

        WriteUInt32BigEndian(file.AsSpan(headAt + 8), 0xB1B0AFBA - Checksum(file));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> padded)
    {
        var sum = 0u;
        for (var i = 0; i < padded.Length; i += 4)
        {
            sum = unchecked(sum + ReadUInt32BigEndian(padded[i..]));
        }

        return sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
