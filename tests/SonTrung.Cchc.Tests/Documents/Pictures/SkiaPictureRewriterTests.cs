using System.Text;
using SkiaSharp;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Tests.Evidence;

namespace SonTrung.Cchc.Tests.Documents.Pictures;

public sealed class SkiaPictureRewriterTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly MemoryStream picture = new();
    private readonly MemoryStream thumbnail = new();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Rewrite_PhonePicture_DropsPlaceAndKeepsTheDay()
    {
        var result = Rewrite(EvidenceFiles.PhonePicture(), EvidenceKind.Jpeg);

        Assert.Equal(new DateOnly(2026, 4, 5), result.TakenOn);
        foreach (var written in new[] { picture, thumbnail })
        {
            var bytes = Encoding.Latin1.GetString(written.ToArray());
            Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("GPS-MARK", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("xmpmeta", bytes, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, 64, 32, 0, 0)]
    [InlineData(2, 64, 32, 1, 0)]
    [InlineData(3, 64, 32, 1, 1)]
    [InlineData(4, 64, 32, 0, 1)]
    [InlineData(5, 32, 64, 0, 0)]
    [InlineData(6, 32, 64, 1, 0)]
    [InlineData(7, 32, 64, 1, 1)]
    [InlineData(8, 32, 64, 0, 1)]
    public void Rewrite_HeldInAnyWay_IsWrittenUpright(ushort orientation, int width, int height, int redColumn, int redRow)
    {
        var result = Rewrite(EvidenceFiles.PhonePicture(orientation: orientation), EvidenceKind.Jpeg);

        Assert.Equal((null, width, height), (result.Refusal, result.Width, result.Height));
        using var upright = SKBitmap.Decode(picture.ToArray());
        Assert.Equal((width, height), (upright.Width, upright.Height));
        for (var column = 0; column < 2; column++)
        {
            for (var row = 0; row < 2; row++)
            {
                var colour = upright.GetPixel((width / 4) + (column * width / 2), (height / 4) + (row * height / 2));
                Assert.Equal((column, row) == (redColumn, redRow), colour.Red > 128);
            }
        }
    }

    [Theory]
    [InlineData(EvidenceKind.Png)]
    [InlineData(EvidenceKind.WebP)]
    public void Rewrite_OtherFormats_KeepTheFormatAndTheDay(EvidenceKind kind)
    {
        var original = kind == EvidenceKind.Png ? EvidenceFiles.PngWithExif("2025:12:16 10:00:00") : EvidenceFiles.WebPWithExif("2025:12:16 10:00:00");

        var result = Rewrite(original, kind);

        Assert.Equal(new PictureResult(null, 64, 32, new DateOnly(2025, 12, 16)), result);
        Assert.DoesNotContain("GPS-MARK", Encoding.Latin1.GetString(picture.ToArray()), StringComparison.Ordinal);
        using var codec = SKCodec.Create(new MemoryStream(picture.ToArray()));
        Assert.Equal(kind == EvidenceKind.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Webp, codec.EncodedFormat);
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("hôm qua")]
    [InlineData("")]
    public void Rewrite_NonsenseForADay_ProposesNone(string takenAt) =>
        Assert.Null(Rewrite(EvidenceFiles.PhonePicture(takenAt), EvidenceKind.Jpeg).TakenOn);

    [Fact]
    public void Rewrite_LargePicture_GivesASmallThumbnail()
    {
        var result = Rewrite(EvidenceFiles.Picture(width: 2000, height: 1000), EvidenceKind.Jpeg);

        Assert.Equal((2000, 1000), (result.Width, result.Height));
        using var small = SKBitmap.Decode(thumbnail.ToArray());
        Assert.Equal((SkiaPictureRewriter.ThumbnailSide, SkiaPictureRewriter.ThumbnailSide / 2), (small.Width, small.Height));
    }

    [Fact]
    public void Rewrite_HeaderOf60000Squared_IsRefusedWithoutDecoding()
    {
        var before = Environment.WorkingSet;

        Assert.Equal(EvidenceRefusal.TooManyPixels, Rewrite(EvidenceFiles.PngHeader(60_000, 60_000), EvidenceKind.Png).Refusal);

        Assert.Equal(0, picture.Length);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200_000_000);
    }

    [Fact]
    public void Rewrite_CutOff_IsDamaged() =>
        Assert.Equal(EvidenceRefusal.Damaged, Rewrite(EvidenceFiles.Picture(width: 800, height: 600)[..2000], EvidenceKind.Jpeg).Refusal);

    [Fact]
    public void Rewrite_HtmlBehindTheMarkOfAJpeg_IsDamaged() =>
        Assert.Equal(EvidenceRefusal.Damaged, Rewrite([0xFF, 0xD8, 0xFF, 0xE0, .. "<html><script>alert(1)</script></html>"u8], EvidenceKind.Jpeg).Refusal);

    [Fact]
    public void Rewrite_ExifCutAnywhere_NeverFails()
    {
        var whole = EvidenceFiles.PhonePicture();
        for (var at = 4; at < 200; at++)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0xFF;
            Rewrite(bytes, EvidenceKind.Jpeg);
        }
    }

    private PictureResult Rewrite(byte[] original, EvidenceKind kind)
    {
        File.WriteAllBytes(file, original);
        picture.SetLength(0);
        thumbnail.SetLength(0);
        return new SkiaPictureRewriter().Rewrite(file, kind, picture, thumbnail);
    }
}
