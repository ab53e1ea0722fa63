using System.Collections;
using System.Text;
using QRCoder;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>The QR code of the verify page.</summary>
internal static class VerificationCode
{
    /// <summary>The modules of an address, its quiet zone of four modules included; dark ones are set.</summary>
    public static IReadOnlyList<BitArray> Modules(string url)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix];
    }

    /// <summary>The code as a picture in PNG, its quiet zone included.</summary>
    public static byte[] Png(string url)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(8);
    }

    /// <summary>What the code is, for those who can't see it.</summary>
    public static string Alternative(string url) => "Mã QR để xác thực văn bản: " + url;

    /// <summary>The dark modules as the data of an SVG path, a module being one unit, and the number of modules on a side.</summary>
    public static (string Data, int Side) Path(string url)
    {
        var modules = Modules(url);
        var data = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    data.Append(Invariant($"M{x} {y}h1v1h-1z"));
                }
            }
        }

        return (data.ToString(), modules.Count);
    }
}
