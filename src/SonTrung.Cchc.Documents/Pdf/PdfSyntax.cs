using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number with up to three decimals.</summary>
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A text string in UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The body of a stream object.</summary>
    /// <param name="entries">Dictionary entries besides length and filter.</param>
    /// <param name="data">The content, uncompressed.</param>
    /// <param name="compress">Whether to deflate it.</param>
    public static byte[] Stream(string entries, ReadOnlySpan<byte> data, bool compress)
    {
        var content = compress ? Deflate(data) : data.ToArray();
        var head = Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"<<{entries}{(compress ? "/Filter/FlateDecode" : "")}/Length {content.Length}>>\nstream\n"));
        return [.. head, .. content, .. "\nendstream"u8];
    }

    /// <summary>A reference to an object.</summary>
    public static string Reference(int number) => FormattableString.Invariant($"{number} 0 R");

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return target.ToArray();
    }
}
