using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Evidence;

/// <summary>Tài liệu kiểm chứng: files sent, shown, removed and brought back.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("tai-lieu")]
public sealed class EvidenceController(EvidenceService evidence) : Controller
{
    /// <summary>The header with which evidence.js asks for a piece of the page instead of a page.</summary>
    public const string PieceHeader = "X-Piece";

    /// <summary>How many refusals a notice tells one by one.</summary>
    private const int RefusalsTold = 5;

    /// <summary>Takes one file as the body of the request and answers with its line.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Upload([FromQuery(Name = "ten")] string? name, CancellationToken cancellation)
    {
        // The service stops reading at the limit of the setting, which may be above the server's own.
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        return await PieceAsync(await evidence.AddAsync(null, name ?? "", Request.Body, cancellation), "_EvidenceFile", cancellation);
    }

    /// <summary>Takes the files of a plain form for an activity.</summary>
    [HttpPost("hoat-dong/{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> UploadForActivity(long id, [FromForm(Name = "tep")] List<IFormFile> files, CancellationToken cancellation) =>
        UploadAsync(EvidenceOwner.Activity(id), files, cancellation);

    /// <summary>Takes the files of a plain form for a document.</summary>
    [HttpPost("van-ban/{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> UploadForDocument(long id, [FromForm(Name = "tep")] List<IFormFile> files, CancellationToken cancellation) =>
        UploadAsync(EvidenceOwner.Document(id), files, cancellation);

    /// <summary>A file: pictures are shown, all others downloaded.</summary>
    [HttpGet("{id:long}")]
    [Audited(nameof(Attachment))]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation)
    {
        if (await evidence.OpenAsync(id, cancellation) is not { } file)
        {
            return NotFound();
        }

        return EvidenceAnswers.File(this, file);
    }

    /// <summary>The small picture of a file.</summary>
    [HttpGet("{id:long}/anh-nho")]
    public async Task<IActionResult> Thumbnail(long id, CancellationToken cancellation)
    {
        if (await evidence.OpenThumbnailAsync(id, cancellation) is not { } file)
        {
            return NotFound();
        }

        return EvidenceAnswers.Thumbnail(this, file);
    }

    /// <summary>Removes a file.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellation) =>
        await AnswerAsync(await evidence.DeleteAsync(id, cancellation), "_EvidenceRemoved", EvidenceTexts.Removed, cancellation);

    /// <summary>Brings a removed file back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation) =>
        await AnswerAsync(await evidence.RestoreAsync(id, cancellation), "_EvidenceFile", EvidenceTexts.Restored, cancellation);

    private async Task<IActionResult> UploadAsync(EvidenceOwner owner, List<IFormFile> files, CancellationToken cancellation)
    {
        var max = await evidence.MaxMegabytesAsync(cancellation);
        var refusals = new List<string>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            if ((await evidence.AddAsync(owner, file.FileName, content, cancellation)).Refusal is { } refusal)
            {
                if (refusal == EvidenceRefusal.NotFound)
                {
                    return NotFound();
                }

                refusals.Add(EvidenceTexts.NotUploaded.Fill(file.FileName, EvidenceWords.Refusal(refusal, max)));
            }
        }

        if (files.Count == 0 && !await evidence.ExistsAsync(owner, cancellation))
        {
            return NotFound();
        }

        this.Notice(Summary(files.Count - refusals.Count, refusals), files.Count == 0 || refusals.Count > 0 ? NoticeKind.Error : NoticeKind.Success);
        return LocalRedirect(PageOf(owner));
    }

    private static string Summary(int uploaded, List<string> refusals)
    {
        if (uploaded == 0 && refusals.Count == 0)
        {
            return EvidenceTexts.NothingChosen;
        }

        List<string> parts = uploaded > 0 ? [EvidenceTexts.Uploaded.Fill(uploaded)] : [];
        parts.AddRange(refusals.Take(RefusalsTold));
        if (refusals.Count > RefusalsTold)
        {
            parts.Add(EvidenceTexts.MoreNotUploaded.Fill(refusals.Count - RefusalsTold));
        }

        return string.Join(' ', parts);
    }

    private async Task<IActionResult> AnswerAsync(EvidenceResult result, string piece, string notice, CancellationToken cancellation)
    {
        if (result.Refusal == EvidenceRefusal.NotFound)
        {
            return NotFound();
        }

        if (Request.Headers.ContainsKey(PieceHeader))
        {
            return await PieceAsync(result, piece, cancellation);
        }

        if (result.Refusal is { } refusal)
        {
            this.Notice(EvidenceWords.Refusal(refusal, await evidence.MaxMegabytesAsync(cancellation)), NoticeKind.Error);
        }
        else
        {
            this.Notice(notice.Fill(result.File!.FileName));
        }

        return LocalRedirect(result.File?.Owner is { } owner ? PageOf(owner) : "/");
    }

    /// <summary>A line of the list, or the sentence that says why not.</summary>
    private async Task<IActionResult> PieceAsync(EvidenceResult result, string piece, CancellationToken cancellation)
    {
        if (result.Refusal is not { } refusal)
        {
            return PartialView(piece, result.File);
        }

        var text = Content(EvidenceWords.Refusal(refusal, await evidence.MaxMegabytesAsync(cancellation)), "text/plain; charset=utf-8");
        text.StatusCode = refusal == EvidenceRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
        return text;
    }

    private static string PageOf(EvidenceOwner owner) =>
        owner.ActivityId is { } activity ? $"/hoat-dong/{activity}" : $"/van-ban-can-cu/{owner.ReferenceDocumentId}";
}
