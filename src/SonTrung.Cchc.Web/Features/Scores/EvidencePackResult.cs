using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Documents.Packs;

namespace SonTrung.Cchc.Web.Features.Scores;

/// <summary>Sends an evidence pack while it is made.</summary>
internal sealed class EvidencePackResult(EvidencePack pack, FileStore files) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = EvidencePackZip.ContentType;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"kiem-chung-CCHC-{pack.Sheet.Year}.zip"),
        }.ToString();
        return EvidencePackZip.WriteAsync(response.Body, pack, files, context.HttpContext.RequestAborted);
    }
}
