using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Evidence;

namespace SonTrung.Cchc.Web.Features.Evidence;

/// <summary>How files of evidence are sent, whoever may see them.</summary>
internal static class EvidenceAnswers
{
    /// <summary>A file: pictures are shown, all others downloaded. Asked again each time, so that on a shared computer the next person does not find it in the cache.</summary>
    public static FileStreamResult File(Controller controller, EvidenceContent file) =>
        Send(controller, file, file.Kind.IsPicture() ? "inline" : "attachment", "private, no-cache");

    /// <summary>A small picture, kept by the browser.</summary>
    public static FileStreamResult Thumbnail(Controller controller, EvidenceContent file) =>
        Send(controller, file, "inline", "private, max-age=31536000, immutable");

    private static FileStreamResult Send(Controller controller, EvidenceContent file, string disposition, string caching)
    {
        var header = new ContentDispositionHeaderValue(disposition);
        header.SetHttpFileName(file.FileName);
        controller.Response.Headers.CacheControl = caching;
        controller.Response.Headers.ContentDisposition = header.ToString();
        return controller.File(file.Content, file.Kind.ContentType(), lastModified: null, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
