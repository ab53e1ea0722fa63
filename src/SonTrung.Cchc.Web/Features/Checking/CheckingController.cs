using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Checking;

/// <summary>Rà soát of any text: pasted or in a file. Nothing of it is kept.</summary>
[Authorize]
[Route("ra-soat")]
public sealed class CheckingController(CheckKnowledgeReader knowledge, TimeProvider time) : Controller
{
    /// <summary>A form of this size stays in memory: nothing touches the disk.</summary>
    private const int LargestForm = CheckingForm.LargestFile + (4 * CheckingForm.LongestText) + 65_536;

    /// <summary>Reading a file may take seconds of a processor; others wait their turn.</summary>
    private static readonly SemaphoreSlim Readers = new(2);

    /// <summary>Where a text is pasted or a file chosen.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new CheckingPage(new CheckingForm()));

    /// <summary>Checks it.</summary>
    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Checking)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm, ValueLengthLimit = 4 * CheckingForm.LongestText)]
    public async Task<IActionResult> Index(CheckingForm form, CancellationToken cancellation)
    {
        // Not through the binder, which would mend what is to be found.
        form.Text = Request.HasFormContentType ? Request.Form[nameof(form.Text)].ToString() : "";
        ModelState.Remove(nameof(form.Text));
        var document = form.File is { Length: > 0 } file ? await ReadAsync(file, cancellation) : Read(form);
        if (document is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new CheckingPage(form));
        }

        var known = await knowledge.OfTextAsync(document, time.Today(), cancellation);
        return View(new CheckingPage(form) { Document = document, Findings = Checker.Check(document, known) });
    }

    /// <summary>All rules.</summary>
    [HttpGet("quy-tac")]
    public IActionResult Rules() => View(Checker.Rules);

    private ReadDocument? Read(CheckingForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Text))
        {
            ModelState.AddModelError(nameof(form.Text), CheckingTexts.NothingToCheck);
            return null;
        }

        if (form.Text.Length > CheckingForm.LongestText)
        {
            ModelState.AddModelError(nameof(form.Text), CheckingTexts.TextTooLong.Fill(CheckingForm.LongestText));
            return null;
        }

        return DocumentRecognizer.Recognize(form.Text);
    }

    private async Task<ReadDocument?> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > CheckingForm.LargestFile)
        {
            ModelState.AddModelError(nameof(CheckingForm.File), CheckingTexts.FileTooLarge.Fill(CheckingForm.LargestFile / 1_000_000));
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        await Readers.WaitAsync(cancellation);
        try
        {
            var reading = await Task.Run(() => DocumentFileReader.Read(bytes.ToArray()), cancellation);
            if (reading.Refusal is { } refusal)
            {
                ModelState.AddModelError(nameof(CheckingForm.File), CheckingWords.Name(refusal));
                return null;
            }

            return DocumentRecognizer.Recognize(reading.Lines).Document;
        }
        finally
        {
            Readers.Release();
        }
    }
}

/// <summary>What is to be checked.</summary>
public sealed class CheckingForm
{
    /// <summary>Longest pasted text, characters: more than a hundred pages.</summary>
    public const int LongestText = 300_000;

    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 10_000_000;

    /// <summary>A pasted text.</summary>
    [Display(Name = nameof(CheckingTexts.Text), ResourceType = typeof(CheckingTexts))]
    public string? Text { get; set; }

    /// <summary>A file; it goes before the text.</summary>
    [Display(Name = nameof(CheckingTexts.File), ResourceType = typeof(CheckingTexts))]
    public IFormFile? File { get; set; }
}

/// <summary>The form, and what came of it.</summary>
/// <param name="Form">The form as it was sent.</param>
public sealed record CheckingPage(CheckingForm Form)
{
    /// <summary>What was read; null before anything was.</summary>
    public ReadDocument? Document { get; init; }

    /// <summary>What was found in it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The text with all that is safe mended; null when nothing is.</summary>
    public string? Mended => Document is not null && Findings.Any(finding => finding.IsSafe) ? Mending.Text(Mending.Apply(Document, Findings)) : null;

    /// <summary>A block's text cut where findings begin and end, each piece with the numbers of those it belongs to.</summary>
    public IEnumerable<(string Text, IReadOnlyList<int> Findings)> Pieces(ReadBlock block)
    {
        var here = Findings.Select((finding, i) => (finding, i)).Where(row => row.finding.BlockId == block.Id && row.finding.Length > 0).ToList();
        var cuts = here.SelectMany(row => new[] { row.finding.Start, row.finding.Start + row.finding.Length }).Append(0).Append(block.Text.Length)
            .Where(cut => cut <= block.Text.Length).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            yield return (block.Text[from..to], here.Where(row => row.finding.Start <= from && row.finding.Start + row.finding.Length >= to).Select(row => row.i).ToList());
        }
    }

    /// <summary>The first finding that speaks of the whole block.</summary>
    public int? Whole(ReadBlock block) =>
        Findings.Select((finding, i) => (finding, i)).Where(row => row.finding.BlockId == block.Id && row.finding.Length == 0).Select(row => (int?)row.i).FirstOrDefault();
}
