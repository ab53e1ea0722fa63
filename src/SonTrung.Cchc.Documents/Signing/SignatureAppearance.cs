using System.Globalization;
using System.Text;
using SkiaSharp;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Pdf;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>What a signature shows on the page.</summary>
public abstract record SignatureAppearance;

/// <summary>
/// A picture in PNG on a transparent ground: the person's signature in blue (Phụ lục I, II.7.d), the seal in red and in real size (II.8.a).
/// </summary>
/// <param name="Png">The file; <see cref="SignaturePicture.Check"/> says whether it will do.</param>
/// <param name="WidthMillimetres">
/// The real width, for a seal; it stands at the right of its place, so that it covers the left third of the signature. Null fills the place as far as the proportions allow.
/// </param>
public sealed record PictureAppearance(byte[] Png, double? WidthMillimetres = null) : SignatureAppearance;

/// <summary>
/// The line that the organisation's signature shows on an attachment in a file of its own, without a picture: number and symbol, then the time of signing in
/// ISO 8601; upright, black, 10 pt (Phụ lục I, II.8.b).
/// </summary>
/// <param name="Number">The number of the document that it goes with.</param>
/// <param name="Symbol">Its symbol: "BC-UBND".</param>
public sealed record AttachmentAppearance(int Number, string Symbol) : SignatureAppearance
{
    /// <summary>The line as shown.</summary>
    /// <param name="time">The time of signing; shown in Việt Nam's.</param>
    public string Line(DateTimeOffset time) =>
        Invariant($"{Number:00}/{Symbol}; {time.ToOffset(SignatureTime.VietnamOffset):yyyy-MM-ddTHH:mm:sszzz}");
}

/// <summary>What becomes of a picture that is meant for signatures.</summary>
public enum PictureCheck
{
    /// <summary>It will do.</summary>
    Good,

    /// <summary>It is no PNG that can be read.</summary>
    NotPng,

    /// <summary>It has more than <see cref="SignaturePicture.MaxPixels"/>.</summary>
    TooLarge,

    /// <summary>Its ground is not transparent: it would cover what stands below.</summary>
    Opaque,
}

/// <summary>The pictures of signatures and seals.</summary>
public static class SignaturePicture
{
    /// <summary>The most pixels: a seal scanned at 1200 dpi has three million.</summary>
    public const int MaxPixels = 4_000_000;

    /// <summary>Says whether a picture will do.</summary>
    /// <param name="png">The file.</param>
    public static PictureCheck Check(byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        return Read(png, out _, out _, out _);
    }

    /// <summary>Whether a seal fits its place in real size (<see cref="LayoutProfile.SealDiameter"/>); what is larger would be cut off.</summary>
    /// <param name="png">The file.</param>
    /// <param name="millimetres">The real width.</param>
    public static bool FitsPlace(byte[] png, double millimetres)
    {
        ArgumentNullException.ThrowIfNull(png);
        var place = LayoutProfile.Nd30Of2020.SealDiameter;
        return Read(png, out var size, out _, out _) == PictureCheck.Good && AppearanceWriter.Fits(size, place, place, millimetres);
    }

    /// <summary>Whether most of what is seen of a picture is red, or blue (Phụ lục I, II.7.d, II.8.a).</summary>
    /// <param name="png">The file.</param>
    /// <param name="isRed">Red, else blue.</param>
    public static bool IsMostly(byte[] png, bool isRed)
    {
        const int seen = 96;
        const int difference = 30;
        ArgumentNullException.ThrowIfNull(png);
        Read(png, out _, out var colors, out var opacity);
        var (all, own) = (0, 0);
        for (var i = 0; i < opacity.Length; i++)
        {
            if (opacity[i] >= seen)
            {
                var (red, green, blue) = (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]);
                all++;
                own += (isRed ? red - Math.Max(green, blue) : blue - Math.Max(red, green)) >= difference ? 1 : 0;
            }
        }

        return 2 * own > all;
    }

    internal static PictureCheck Read(byte[] png, out SKSizeI size, out byte[] colors, out byte[] opacity)
    {
        (size, colors, opacity) = (default, [], []);
        using var data = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != SKEncodedImageFormat.Png)
        {
            return PictureCheck.NotPng;
        }

        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            return PictureCheck.TooLarge;
        }

        using var sRgb = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, sRgb))
            || codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return PictureCheck.NotPng;
        }

        size = bitmap.Info.Size;
        var pixels = bitmap.GetPixelSpan();
        var count = size.Width * size.Height;
        (colors, opacity) = (new byte[3 * count], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            pixels.Slice(4 * i, 3).CopyTo(colors.AsSpan(3 * i));
            opacity[i] = pixels[(4 * i) + 3];
        }

        return opacity.AsSpan().IndexOfAnyExcept(byte.MaxValue) < 0 ? PictureCheck.Opaque : PictureCheck.Good;
    }
}

/// <summary>Time as signatures write it.</summary>
internal static class SignatureTime
{
    /// <summary>Việt Nam's time, all year.</summary>
    public static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>As a PDF writes it (ISO 32000-1, 7.9.4).</summary>
    public static string Pdf(DateTimeOffset time) =>
        time.ToOffset(VietnamOffset).ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+07'00'";

    /// <summary>As a PDF wrote it; null when it says no time.</summary>
    public static DateTimeOffset? Read(string text)
    {
        const int seconds = 14;
        if (!text.StartsWith("D:", StringComparison.Ordinal) || text.Length < 2 + seconds)
        {
            return null;
        }

        var zone = text[(2 + seconds)..].Replace("'", "", StringComparison.Ordinal);
        var offset = zone is "" or "Z" or "Z0000" ? "+00:00" : zone.Length >= 5 ? $"{zone[..3]}:{zone[3..5]}" : zone.Length == 3 ? $"{zone}:00" : "";
        return DateTimeOffset.TryParseExact(
            $"{text.AsSpan(2, seconds)}{offset}", "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}

/// <summary>Writes appearances as form XObjects, and what number and date look like in their fields.</summary>
internal static class AppearanceWriter
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>The text of an attachment's line.</summary>
    public static TextStyle Line { get; } = new(FontStyle.Regular, 10);

    /// <summary>The entries of a form XObject.</summary>
    /// <param name="width">The width of its place, in points.</param>
    /// <param name="height">The height.</param>
    /// <param name="resources">Its resources.</param>
    /// <param name="matrix">How it is turned on the page; empty when upright.</param>
    public static string Entries(double width, double height, string resources, string matrix = "") =>
        $"/Type/XObject/Subtype/Form{matrix}/BBox[0 0 {PdfSyntax.Number(width)} {PdfSyntax.Number(height)}]/Resources<<{resources}>>";

    /// <summary>Whether a picture in its real width stays within a place, to a tenth of a millimetre.</summary>
    public static bool Fits(SKSizeI size, double width, double height, double millimetres)
    {
        const double rounding = 0.1 * PointsPerMillimetre;
        var real = millimetres * PointsPerMillimetre;
        return real <= width + rounding && real * size.Height / size.Width <= height + rounding;
    }

    /// <summary>Adds a picture; the form has the size of its place, whatever the picture's.</summary>
    /// <exception cref="ArgumentException">The picture will not do.</exception>
    public static int Picture(IPdfObjects objects, double width, double height, PictureAppearance appearance)
    {
        if (SignaturePicture.Read(appearance.Png, out var size, out var colors, out var opacity) is var check and not PictureCheck.Good)
        {
            throw new ArgumentException($"The picture is refused: {check}.", nameof(appearance));
        }

        var frame = Invariant($"/Type/XObject/Subtype/Image/Width {size.Width}/Height {size.Height}/BitsPerComponent 8");
        var mask = objects.AddStream(frame + "/ColorSpace/DeviceGray", opacity);
        var image = objects.AddStream(frame + Invariant($"/ColorSpace/DeviceRGB/SMask {mask} 0 R"), colors);
        var scale = appearance.WidthMillimetres is { } real
            ? real * PointsPerMillimetre / size.Width
            : Math.Min(width / size.Width, height / size.Height);
        var (w, h) = (scale * size.Width, scale * size.Height);
        var x = appearance.WidthMillimetres is null ? (width - w) / 2 : width - w;
        return objects.AddStream(
            Entries(width, height, Invariant($"/XObject<</P {image} 0 R>>")),
            Encoding.ASCII.GetBytes($"q {PdfSyntax.Number(w)} 0 0 {PdfSyntax.Number(h)} {PdfSyntax.Number(x)} {PdfSyntax.Number((height - h) / 2)} cm/P Do Q"));
    }

    /// <summary>Adds a line of text that fills its place.</summary>
    public static int Text(IPdfObjects objects, double width, double height, string text, string matrix)
    {
        var font = new EmbeddedFont(Line.Font, "F0");
        var codes = string.Concat(text.EnumerateRunes().Select(rune => Invariant($"{font.Code(rune.Value):X4}")));
        return objects.AddStream(
            Entries(width, height, Invariant($"/Font<</F0 {font.Write(objects)} 0 R>>"), matrix),
            Encoding.ASCII.GetBytes($"BT/F0 {PdfSyntax.Number(Line.Size)} Tf 0 g 0 {PdfSyntax.Number(Line.Descent)} Td<{codes}>Tj ET"));
    }

    /// <summary>What a filled field shows: always the same for the same digits, so that a reader can tell whether the field shows what it says.</summary>
    /// <param name="font">The name of the field's font among its resources.</param>
    /// <param name="style">Face and size.</param>
    /// <param name="alignment">0 left, 1 centred, 2 right.</param>
    /// <param name="width">The width of the field.</param>
    /// <param name="digits">The value.</param>
    public static string Digits(string font, TextStyle style, int alignment, double width, string digits)
    {
        var x = (width - style.Width(digits)) * alignment / 2;
        var codes = string.Concat(digits.Select(digit => Invariant($"{SigningFields.Characters.IndexOf(digit, StringComparison.Ordinal) + 1:X4}")));
        return $"/Tx BMC q BT/{font} {PdfSyntax.Number(style.Size)} Tf 0 g {PdfSyntax.Number(x)} {PdfSyntax.Number(style.Descent)} Td<{codes}>Tj ET Q EMC";
    }
}
