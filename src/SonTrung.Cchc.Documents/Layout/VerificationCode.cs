using System.Collections;
using QRCoder;

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
}
