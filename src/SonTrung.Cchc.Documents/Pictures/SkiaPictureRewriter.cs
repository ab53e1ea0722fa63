using SkiaSharp;
using SonTrung.Cchc.Core.Evidence;

namespace SonTrung.Cchc.Documents.Pictures;

/// <summary>Writes pictures anew with SkiaSharp. What is kept are pixels in sRGB; the file's other content is left behind.</summary>
public sealed class SkiaPictureRewriter : IPictureRewriter
{
    /// <summary>The most pixels decoded: a phone's 50-megapixel picture; 4 bytes each in memory, twice when it has to be turned.</summary>
    public const long MaxPixels = 51_000_000;

    /// <summary>The longer side of a small picture, pixels.</summary>
    public const int ThumbnailSide = 400;

    private const int Quality = 90;
    private const int ThumbnailQuality = 80;

    /// <inheritdoc/>
    public PictureResult Rewrite(string path, EvidenceKind kind, Stream picture, Stream thumbnail)
    {
        // The file is mapped, not read.
        using var data = SKData.Create(path);
        using var codec = data is null ? null : SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != FormatOf(kind))
        {
            return new PictureResult(EvidenceRefusal.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            return new PictureResult(EvidenceRefusal.TooManyPixels);
        }

        using var decoded = Decode(codec);
        if (decoded is null)
        {
            return new PictureResult(EvidenceRefusal.Damaged);
        }

        using var turned = codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? null : Turn(decoded, codec.EncodedOrigin);
        var upright = turned ?? decoded;
        if (!upright.Encode(picture, FormatOf(kind), Quality))
        {
            return new PictureResult(EvidenceRefusal.Damaged);
        }

        WriteThumbnail(upright, thumbnail);
        using var original = File.OpenRead(path);
        return new PictureResult(null, upright.Width, upright.Height, ExifDate.Read(original, kind));
    }

    private static SKEncodedImageFormat FormatOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Jpeg => SKEncodedImageFormat.Jpeg,
        EvidenceKind.Png => SKEncodedImageFormat.Png,
        EvidenceKind.WebP => SKEncodedImageFormat.Webp,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a picture."),
    };

    /// <summary>The pixels, or null when any of them is missing: half a picture proves nothing.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        using var sRgb = SKColorSpace.CreateSrgb();
        var opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(new SKImageInfo(
                codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, sRgb))
            && codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static SKBitmap Turn(SKBitmap source, SKEncodedOrigin origin)
    {
        var (width, height) = ((float)source.Width, (float)source.Height);
        var swaps = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        var turned = new SKBitmap(source.Info.WithSize(swaps ? source.Height : source.Width, swaps ? source.Width : source.Height));
        using var canvas = new SKCanvas(turned);
        using var image = SKImage.FromPixels(source.PeekPixels());
        canvas.SetMatrix(matrix);
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        return turned;
    }

    private static void WriteThumbnail(SKBitmap picture, Stream thumbnail)
    {
        var scale = Math.Min(1f, (float)ThumbnailSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using var small = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, picture.ColorSpace));
        using (var canvas = new SKCanvas(small))
        using (var image = SKImage.FromPixels(picture.PeekPixels()))
        {
            // What is transparent is shown on paper.
            canvas.Clear(SKColors.White);
            canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        small.Encode(thumbnail, SKEncodedImageFormat.Webp, ThumbnailQuality);
    }
}
