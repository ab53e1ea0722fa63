using static System.Buffers.Binary.BinaryPrimitives;

namespace SonTrung.Cchc.Documents.Fonts;

/// <summary>Reads the Unicode part of a font's <c>cmap</c> table (formats 4 and 12).</summary>
internal static class CharacterMap
{
    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">The font has no Unicode map in a known format.</exception>
    public static Dictionary<int, ushort> Read(ReadOnlySpan<byte> cmap)
    {
        var best = 0;
        var bestFormat = 0;
        for (var i = 0; i < ReadUInt16BigEndian(cmap[2..]); i++)
        {
            var record = cmap[(4 + (8 * i))..];
            var (platform, encoding) = (ReadUInt16BigEndian(record), ReadUInt16BigEndian(record[2..]));
            var isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            var offset = (int)ReadUInt32BigEndian(record[4..]);
            var format = ReadUInt16BigEndian(cmap[offset..]);
            if (isUnicode && format is 4 or 12 && format > bestFormat)
            {
                (best, bestFormat) = (offset, format);
            }
        }

        return bestFormat switch
        {
            4 => ReadSegments(cmap[best..]),
            12 => ReadGroups(cmap[best..]),
            _ => throw new InvalidDataException("The font has no Unicode character map."),
        };
    }

    private static Dictionary<int, ushort> ReadSegments(ReadOnlySpan<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        var twiceCount = ReadUInt16BigEndian(map[6..]);
        for (var i = 0; i < twiceCount; i += 2)
        {
            var end = ReadUInt16BigEndian(map[(14 + i)..]);
            var start = ReadUInt16BigEndian(map[(16 + twiceCount + i)..]);
            var delta = ReadUInt16BigEndian(map[(16 + (2 * twiceCount) + i)..]);
            var rangeAt = 16 + (3 * twiceCount) + i;
            var range = ReadUInt16BigEndian(map[rangeAt..]);
            for (int code = start; code <= end && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : ReadUInt16BigEndian(map[(rangeAt + range + (2 * (code - start)))..]);
                if (range == 0 || glyph != 0)
                {
                    glyph = (glyph + delta) & 0xFFFF;
                }

                if (glyph != 0)
                {
                    glyphs[code] = (ushort)glyph;
                }
            }
        }

        return glyphs;
    }

    private static Dictionary<int, ushort> ReadGroups(ReadOnlySpan<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < ReadUInt32BigEndian(map[12..]); i++)
        {
            var group = map[(16 + (12 * i))..];
            var (start, end) = (ReadUInt32BigEndian(group), ReadUInt32BigEndian(group[4..]));
            var first = ReadUInt32BigEndian(group[8..]);
            for (var code = start; code <= end; code++)
            {
                glyphs[(int)code] = (ushort)(first + code - start);
            }
        }

        return glyphs;
    }
}
