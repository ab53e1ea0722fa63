using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SonTrung.Cchc.Core.Evidence;

namespace SonTrung.Cchc.Documents.Pictures;

/// <summary>Reads the day on which a picture was taken (EXIF DateTimeOriginal) out of the file as it came. Anything odd means: no day.</summary>
internal static class ExifDate
{
    /// <summary>EXIF is at most a JPEG segment; other formats could hold more, but have no reason to.</summary>
    private const int LongestExif = 65_533;

    private const ushort ExifDirectoryTag = 0x8769;
    private const ushort DateTimeOriginalTag = 0x9003;

    public static DateOnly? Read(Stream picture, EvidenceKind kind)
    {
        var exif = kind switch
        {
            EvidenceKind.Jpeg => FromJpeg(picture),
            EvidenceKind.Png => FromPng(picture),
            _ => FromWebP(picture),
        };
        return exif is null ? null : new Tiff(exif).DateTimeOriginal();
    }

    private static byte[]? FromJpeg(Stream picture)
    {
        Span<byte> mark = stackalloc byte[4];
        picture.Position = 2;
        while (Fills(picture, mark) && mark[0] == 0xFF && mark[1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(mark[2..]) - 2;
            var next = picture.Position + length;
            if (mark[1] == 0xE1 && Part(picture, length) is [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. var exif])
            {
                return exif;
            }

            picture.Position = next;
        }

        return null;
    }

    private static byte[]? FromPng(Stream picture)
    {
        Span<byte> head = stackalloc byte[8];
        picture.Position = 8;
        while (Fills(picture, head))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var next = picture.Position + length + 4;
            if (head[4..].SequenceEqual("eXIf"u8))
            {
                return Part(picture, length);
            }

            picture.Position = next;
        }

        return null;
    }

    private static byte[]? FromWebP(Stream picture)
    {
        Span<byte> head = stackalloc byte[8];
        picture.Position = 12;
        while (Fills(picture, head))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var next = picture.Position + length + (length & 1);
            if (head[..4].SequenceEqual("EXIF"u8))
            {
                // Some writers put the JPEG's mark before it.
                var part = Part(picture, length);
                return part is [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. var exif] ? exif : part;
            }

            picture.Position = next;
        }

        return null;
    }

    private static byte[]? Part(Stream picture, long length)
    {
        if (length is < 0 or > LongestExif)
        {
            return null;
        }

        var part = new byte[length];
        return Fills(picture, part) ? part : null;
    }

    private static bool Fills(Stream picture, Span<byte> buffer) => picture.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    /// <summary>The directory of values inside EXIF.</summary>
    private readonly struct Tiff(byte[] bytes)
    {
        private const int EntryLength = 12;

        public DateOnly? DateTimeOriginal() =>
            Number(4, 4) is { } first
            && Find(first, ExifDirectoryTag) is { } pointer && Number(pointer + 8, 4) is { } directory
            && Find(directory, DateTimeOriginalTag) is { } entry && Number(entry + 8, 4) is { } at
            && at + 10 <= bytes.Length
            && DateOnly.TryParseExact(Encoding.ASCII.GetString(bytes, (int)at, 10), "yyyy:MM:dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null;

        private bool IsLittleEndian => bytes is [(byte)'I', ..];

        /// <summary>Where the entry with a tag begins.</summary>
        private long? Find(long directory, ushort tag)
        {
            for (var left = Number(directory, 2) ?? 0; left > 0; left--)
            {
                var entry = directory + 2 + ((left - 1) * EntryLength);
                if (Number(entry, 2) == tag)
                {
                    return entry;
                }
            }

            return null;
        }

        /// <summary>An unsigned number of 2 or 4 bytes, or null outside the bytes.</summary>
        private long? Number(long at, int length)
        {
            if (at < 0 || at + length > bytes.Length)
            {
                return null;
            }

            var number = bytes.AsSpan((int)at, length);
            return (length, IsLittleEndian) switch
            {
                (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(number),
                (2, false) => BinaryPrimitives.ReadUInt16BigEndian(number),
                (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(number),
                (_, false) => BinaryPrimitives.ReadUInt32BigEndian(number),
            };
        }
    }
}
