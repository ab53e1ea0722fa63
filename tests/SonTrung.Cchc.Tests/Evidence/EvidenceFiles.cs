using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace SonTrung.Cchc.Tests.Evidence;

/// <summary>Real files made byte by byte: pictures with EXIF as a camera writes it, documents, and files that lie.</summary>
internal static class EvidenceFiles
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>A picture, its upper left quarter red and the rest blue.</summary>
    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, int width = 64, int height = 32)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var paint = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2, height / 2, paint);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A JPEG with what a phone writes: when, where, how it was held, and an XMP packet with the place in words.</summary>
    public static byte[] PhonePicture(string takenAt = "2026:04:05 08:30:00", ushort orientation = 6, int width = 64, int height = 32)
    {
        var jpeg = Picture(width: width, height: height);
        var exif = Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(takenAt, orientation)]);
        var xmp = Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta><photoshop:City>Hương Sơn</photoshop:City></x:xmpmeta>"u8]);
        return [.. jpeg[..2], .. exif, .. xmp, .. jpeg[2..]];
    }

    /// <summary>The TIFF structure of EXIF: IFD0 with orientation, the EXIF directory with the date, the GPS directory with 18°N 105°E.</summary>
    public static byte[] Exif(string takenAt, ushort orientation)
    {
        const int ExifAt = 8 + 2 + (3 * 12) + 4;
        const int GpsAt = ExifAt + 2 + 12 + 4;
        const int DateAt = GpsAt + 2 + (2 * 12) + 4;
        const int PlaceAt = DateAt + 20;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("II*\0"u8);
        writer.Write(8);
        Directory((0x0112, 3, 1, orientation), (0x8769, 4, 1, ExifAt), (0x8825, 4, 1, GpsAt));
        Directory((0x9003, 2, 20, DateAt));
        Directory((0x0001, 2, 2, 'N'), (0x0002, 5, 3, PlaceAt));
        writer.Write(Encoding.ASCII.GetBytes(takenAt.PadRight(20, '\0')[..20]));
        writer.Write("18 24 36 N 105 20 GPS-MARK"u8);
        return bytes.ToArray();

        void Directory(params (int Tag, int Type, int Count, int Value)[] entries)
        {
            writer.Write((ushort)entries.Length);
            foreach (var (tag, type, count, value) in entries)
            {
                writer.Write((ushort)tag);
                writer.Write((ushort)type);
                writer.Write(count);
                writer.Write(value);
            }

            writer.Write(0);
        }
    }

    /// <summary>The beginning of a PNG that says how large it would be.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. PngChunk("IHDR", header), .. PngChunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. PngChunk("IEND", [])];
    }

    /// <summary>A PNG with EXIF in a chunk of its own.</summary>
    public static byte[] PngWithExif(string takenAt)
    {
        var png = Picture(SKEncodedImageFormat.Png);
        const int AfterHeader = 8 + 25;
        return [.. png[..AfterHeader], .. PngChunk("eXIf", Exif(takenAt, 1)), .. png[AfterHeader..]];
    }

    /// <summary>A WebP with EXIF, in the extended form.</summary>
    public static byte[] WebPWithExif(string takenAt)
    {
        var webP = Picture(SKEncodedImageFormat.Webp);
        var exif = Exif(takenAt, 1);
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x08, 0, 0, 0, 63, 0, 0, 31, 0, 0];
        byte[] chunk = [.. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. exif, .. new byte[exif.Length & 1]];
        byte[] body = [.. "WEBP"u8, .. extended, .. webP[12..], .. chunk];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    public static byte[] Pdf() => "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>An Office document with the given main type and further parts.</summary>
    public static byte[] Office(string mainType = WordMain, params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            var types = $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/main.xml" ContentType="{mainType}"/></Types>
                """;
            foreach (var (name, content) in parts.Prepend(("main.xml", "<w/>"u8.ToArray())).Prepend(("[Content_Types].xml", Encoding.UTF8.GetBytes(types))))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Segment(byte mark, byte[] content)
    {
        var length = content.Length + 2;
        return [0xFF, mark, (byte)(length >> 8), (byte)length, .. content];
    }

    private static byte[] PngChunk(string type, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[4 + checkedPart.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(checkedPart));
        return chunk;
    }

    /// <summary>The CRC of PNG (ISO 3309).</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
