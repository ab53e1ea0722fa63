using System.IO.Compression;

namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>Unpacks streams: not filtered, or deflated with the predictors of PNG (ISO 32000-1, 7.4.4).</summary>
internal static class PdfFlate
{
    /// <summary>The most that one stream may unpack to, bytes.</summary>
    public const int MaxUnpacked = 32_000_000;

    /// <summary>Unpacks a stream.</summary>
    /// <exception cref="PdfDamagedException">It can't be unpacked, says too much, or has another filter.</exception>
    public static byte[] Unpack(PdfStream stream)
    {
        var filter = Single(stream.Dictionary["Filter"]);
        if (filter is PdfNull)
        {
            return stream.Bytes.ToArray();
        }

        if (filter is not PdfName { Text: "FlateDecode" or "Fl" })
        {
            throw new PdfDamagedException("The filter of a stream is not known.");
        }

        var unpacked = Inflate(stream.Bytes);
        return Single(stream.Dictionary["DecodeParms"]) is PdfDictionary parameters && Number(parameters, "Predictor", 1) is var predictor and not 1
            ? Unpredict(unpacked, predictor, Number(parameters, "Colors", 1), Number(parameters, "BitsPerComponent", 8), Number(parameters, "Columns", 1))
            : unpacked;
    }

    private static PdfValue Single(PdfValue value) => value is PdfArray { Items: [var only] } ? only : value;

    private static int Number(PdfDictionary dictionary, string name, int otherwise) => dictionary[name] switch
    {
        PdfNull => otherwise,
        PdfLiteral { Number: >= 1 and <= 1_000_000 and var number } => (int)number,
        _ => throw new PdfDamagedException("A parameter of a filter makes no sense."),
    };

    private static byte[] Inflate(ReadOnlyMemory<byte> bytes)
    {
        using var source = new MemoryStream(bytes.ToArray(), writable: false);
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[65_536];
        try
        {
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (target.Length + read > MaxUnpacked)
                {
                    throw new PdfDamagedException("A stream unpacks to too much.");
                }

                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException damage)
        {
            throw new PdfDamagedException(damage.Message);
        }

        return target.ToArray();
    }

    private static byte[] Unpredict(byte[] data, int predictor, int colors, int bits, int columns)
    {
        const int firstOfPng = 10;
        var rowBits = (long)colors * bits * columns;
        if (predictor < firstOfPng || rowBits > 8L * MaxUnpacked)
        {
            throw new PdfDamagedException("The predictor of a stream is not known.");
        }

        var (row, pixel) = ((int)((rowBits + 7) / 8), Math.Max(1, colors * bits / 8));
        var rows = data.Length / (row + 1);
        var result = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            var (source, target) = (r * (row + 1), r * row);
            for (var i = 0; i < row; i++)
            {
                int left = i >= pixel ? result[target + i - pixel] : 0;
                int up = r > 0 ? result[target + i - row] : 0;
                int upLeft = r > 0 && i >= pixel ? result[target + i - row - pixel] : 0;
                result[target + i] = (byte)(data[source + 1 + i] + data[source] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, upLeft),
                    _ => throw new PdfDamagedException("A row has an unknown predictor."),
                });
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        var (toLeft, toUp, toUpLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upLeft));
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
