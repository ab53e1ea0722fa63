using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Documents.Pictures;

/// <summary>A text as QR code, for pages.</summary>
/// <param name="Data">The dark modules as the data of an SVG path, a module being one unit.</param>
/// <param name="Side">The number of modules on a side, the quiet zone included.</param>
public sealed record QrPicture(string Data, int Side)
{
    /// <summary>The code of a text.</summary>
    public static QrPicture Of(string text)
    {
        var (data, side) = VerificationCode.Path(text);
        return new QrPicture(data, side);
    }
}
