namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Writes pictures anew, so that nothing but the pixels is kept: no place, no camera, no hidden content.</summary>
public interface IPictureRewriter
{
    /// <summary>Decodes a picture, turns it upright and writes it in its own format, and once more small. The pixel size is checked before anything is decoded.</summary>
    /// <param name="path">The file as it came.</param>
    /// <param name="kind">Its format.</param>
    /// <param name="picture">Takes the picture.</param>
    /// <param name="thumbnail">Takes the small picture, a WebP.</param>
    PictureResult Rewrite(string path, EvidenceKind kind, Stream picture, Stream thumbnail);
}

/// <summary>How writing a picture anew ended.</summary>
/// <param name="Refusal">Why it was not; null when it was.</param>
/// <param name="Width">Its width, upright, pixels.</param>
/// <param name="Height">Its height, upright, pixels.</param>
/// <param name="TakenOn">The day the camera wrote into the original.</param>
public sealed record PictureResult(EvidenceRefusal? Refusal, int Width = 0, int Height = 0, DateOnly? TakenOn = null);
