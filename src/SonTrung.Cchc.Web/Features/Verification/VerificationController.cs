using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Verification;

/// <summary>Xác thực văn bản: anybody asks whether a document was issued here, by its code or with the file.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Verification)]
[Route("xac-thuc")]
public sealed class VerificationController(PublicVerification documents, FileVerification files) : Controller
{
    /// <summary>What a form has besides the file.</summary>
    private const int FormBytes = 65_536;

    /// <summary>Where a code is typed or a file chosen; a typed code leads to its page.</summary>
    [HttpGet("")]
    public IActionResult Index([FromQuery(Name = "ma")] string? typed)
    {
        // A whole address pasted is a code too.
        var code = typed?.Trim().TrimEnd('/').Split('/')[^1] ?? "";

        // Addresses that the routes write are in small letters; a code is not.
        return code.Length > 0 ? LocalRedirect($"/xac-thuc/{Uri.EscapeDataString(code)}") : View(new VerificationPage());
    }

    /// <summary>The document of a code.</summary>
    [HttpGet("{code}")]
    public async Task<IActionResult> Show(string code, CancellationToken cancellation)
    {
        var document = code.Length == AnnualReport.PublicCodeLength ? await documents.FindAsync(code, cancellation) : null;
        if (document is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return View("Index", new VerificationPage { Code = code, Document = document, IsNotFound = document is null });
    }

    /// <summary>Checks a file; nothing of it is kept.</summary>
    [HttpPost("")]
    [RequestSizeLimit(FileVerification.LargestFile + FormBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = FileVerification.LargestFile + FormBytes)]
    public async Task<IActionResult> Check([FromForm(Name = "tep")] IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 and <= FileVerification.LargestFile })
        {
            ModelState.AddModelError("tep", file is null or { Length: 0 } ? VerificationTexts.NoFile : VerificationTexts.FileTooLarge);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", new VerificationPage());
        }

        await using var content = file.OpenReadStream();
        var check = await files.CheckAsync(content, cancellation);
        return View("Index", new VerificationPage { FileName = Path.GetFileName(file.FileName), Check = check, Document = check.Document });
    }
}

/// <summary>The page, and what came of it.</summary>
public sealed record VerificationPage
{
    /// <summary>The code asked for.</summary>
    public string? Code { get; init; }

    /// <summary>No issued document has the code.</summary>
    public bool IsNotFound { get; init; }

    /// <summary>The document.</summary>
    public PublicDocument? Document { get; init; }

    /// <summary>The name of the file that was checked.</summary>
    public string? FileName { get; init; }

    /// <summary>What the file is.</summary>
    public FileCheck? Check { get; init; }
}
