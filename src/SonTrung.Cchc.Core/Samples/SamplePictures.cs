using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>Keeps the drawn pictures in the file store, each once, and hangs them on activities.</summary>
internal sealed class SamplePictures(FileStore files)
{
    private const int Width = 960;
    private const int Height = 640;

    private readonly Dictionary<string, (string Sha256, long Length, string ThumbnailSha256)> kept = [];

    public async Task KeepAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        foreach (var name in names.Except(kept.Keys).ToList())
        {
            var picture = SampleFiles.Picture(name);
            kept[name] = (
                await files.SaveAsync(picture, cancellation), picture.Length, await files.SaveAsync(SampleFiles.Picture($"{name}-nho"), cancellation));
        }
    }

    public Attachment Attachment(long agencyId, string name, DateOnly day, int position, DateTime addedUtc) => new()
    {
        AgencyId = agencyId,
        FileName = $"mau-{name}-{day:yyyyMMdd}-{position + 1}.webp",
        ContentType = "image/webp",
        Length = kept[name].Length,
        Sha256 = kept[name].Sha256,
        SourceSha256 = kept[name].Sha256,
        ThumbnailSha256 = kept[name].ThumbnailSha256,
        Width = Width,
        Height = Height,
        TakenOn = day,
        AddedUtc = addedUtc,
    };
}
