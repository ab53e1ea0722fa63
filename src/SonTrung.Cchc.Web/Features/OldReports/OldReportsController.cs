using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.OldReports;

/// <summary>Nhập báo cáo năm cũ: a paper is read, looked through block by block beside its text, and written as a report typed in again.</summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/nhap-bao-cao-cu")]
public sealed class OldReportsController(OldReportService oldReports, TimeProvider time) : Controller
{
    private const string Home = "/bao-cao/nhap-bao-cao-cu";

    /// <summary>A form of this size stays in memory: nothing touches the disk.</summary>
    private const int LargestForm = OldReportUpload.LargestFile + (4 * OldReportUpload.LongestText) + 65_536;

    /// <summary>Reading a file may take seconds of a processor; others wait their turn.</summary>
    private static readonly SemaphoreSlim Readers = new(2);

    /// <summary>Where an old report is given.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var years = await oldReports.YearsAsync(cancellation);
        return View(new OldReportStart(years, await oldReports.WaitingAsync(cancellation), years.FirstOrDefault(year => year < time.Today().Year)));
    }

    /// <summary>Reads it.</summary>
    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Checking)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm, ValueLengthLimit = 4 * OldReportUpload.LongestText)]
    public async Task<IActionResult> Index(OldReportUpload form, CancellationToken cancellation)
    {
        // As it was sent: the binder of texts would mend what is to be shown before and after.
        var pasted = Request.HasFormContentType ? Request.Form["Text"].ToString() : "";
        var read = form.File is { Length: > 0 } file ? await ReadAsync(file, pasted, cancellation) : Read(pasted);
        if (read is not { } paper)
        {
            return await AgainAsync(form.Year, pasted, cancellation);
        }

        var key = form.FormKey == Guid.Empty ? Guid.NewGuid() : form.FormKey;
        var result = await oldReports.ReceiveAsync(key, form.Year ?? 0, paper.Name, paper.Sha256, paper.Reading.Lines, paper.Reading.PagesWithoutText, cancellation);
        if (result.Refusal is null)
        {
            return LocalRedirect(Url(result.Id));
        }

        ModelState.AddModelError(result.Refusal is OldReportRefusal.UnknownYear or OldReportRefusal.YearTaken ? "Year" : paper.Name is null ? "Text" : "File", OldReportWords.Name(result));
        return await AgainAsync(form.Year, pasted, cancellation);
    }

    /// <summary>The blocks beside the text; once the report is written, what it was written from.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation) =>
        await oldReports.FindAsync(id, cancellation) is not { } row ? NotFound()
        : View(row.AppliedUtc is null ? "Edit" : "Done", new OldReportPage(row, OldReportBlocks.Read(row.BlocksJson)));

    /// <summary>Keeps what was made of the blocks. The page's script asks for JSON while somebody works.</summary>
    [HttpPost("{id:long}")]
    public Task<IActionResult> Keep(long id, OldReportForm form, CancellationToken cancellation) => KeepAsync(id, form, confirmsAll: false, cancellation);

    /// <summary>Keeps them and counts all as looked at.</summary>
    [HttpPost("{id:long}/xac-nhan")]
    public Task<IActionResult> Confirm(long id, OldReportForm form, CancellationToken cancellation) => KeepAsync(id, form, confirmsAll: true, cancellation);

    /// <summary>Keeps them and writes the report.</summary>
    [HttpPost("{id:long}/luu-bao-cao")]
    public async Task<IActionResult> Apply(long id, OldReportForm form, CancellationToken cancellation)
    {
        var kept = await oldReports.KeepAsync(id, form.Version, form.Edits(), cancellation: cancellation);
        if (kept.Refusal is not null && !(kept is { Refusal: OldReportRefusal.WrongState, Row.ReportId: not null }))
        {
            return await RefusedAsync(kept, form, cancellation);
        }

        var result = await oldReports.ApplyAsync(id, kept.Row!.Version, cancellation);
        if (result.Refusal is null)
        {
            this.Notice(OldReportTexts.Applied.Fill(result.Row!.Year));
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/bao-cao/{result.Row.ReportId}"));
        }

        if (result.Refusal == OldReportRefusal.NotFound)
        {
            return NotFound();
        }

        this.Notice(OldReportWords.Name(result), NoticeKind.Warning);
        return LocalRedirect(Url(id) + (result.Keys is [var first, ..] ? string.Create(CultureInfo.InvariantCulture, $"#khoi-{first}") : ""));
    }

    /// <summary>Takes a written report out again; its blocks wait once more.</summary>
    [HttpPost("{id:long}/hoan-tac")]
    public async Task<IActionResult> TakeBack(long id, CancellationToken cancellation)
    {
        var result = await oldReports.TakeBackAsync(id, cancellation);
        if (result.Refusal is { } refusal)
        {
            return refusal == OldReportRefusal.NotFound ? NotFound() : Refused(result, Url(id));
        }

        this.Notice(OldReportTexts.TakenBack);
        return LocalRedirect(Url(id));
    }

    /// <summary>Gives an old report up that waits.</summary>
    [HttpPost("{id:long}/bo")]
    public async Task<IActionResult> GiveUp(long id, CancellationToken cancellation)
    {
        var result = await oldReports.GiveUpAsync(id, cancellation);
        if (result.Refusal is { } refusal)
        {
            return refusal == OldReportRefusal.NotFound ? NotFound() : Refused(result, Url(id));
        }

        this.Notice(OldReportTexts.GivenUp);
        return LocalRedirect(Home);
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> KeepAsync(long id, OldReportForm form, bool confirmsAll, CancellationToken cancellation)
    {
        var edits = form.Edits();
        if (WantsJson && edits.Any(edit => edit.Printed.Length == 0 || edit.Printed.Contains('\n', StringComparison.Ordinal)))
        {
            // The page would go on with blocks that are others by then.
            return UnprocessableEntity(new { message = OldReportTexts.SplitFirst });
        }

        var result = await oldReports.KeepAsync(id, form.Version, edits, confirmsAll, cancellation);
        if (result.Refusal is not null)
        {
            return WantsJson && result.Refusal != OldReportRefusal.NotFound ? Conflict(new { message = OldReportWords.Name(result) }) : await RefusedAsync(result, form, cancellation);
        }

        if (WantsJson)
        {
            var blocks = OldReportBlocks.Read(result.Row!.BlocksJson);
            return Json(new
            {
                version = result.Row.Version,
                message = OldReportTexts.SavedAt.Fill(VietnamTime.Clock(result.Row.ChangedUtc)),
                progress = OldReportTexts.Progress.Fill(blocks.Count(block => block.IsConfirmed), blocks.Count),
            });
        }

        this.Notice(confirmsAll ? OldReportTexts.ConfirmedAll.Fill(result.Row!.Year) : OldReportTexts.Kept);
        return LocalRedirect(Url(id));
    }

    /// <summary>After a conflict what was typed stands over what somebody else saved, to be looked at and saved again.</summary>
    private async Task<IActionResult> RefusedAsync(OldReportResult result, OldReportForm form, CancellationToken cancellation)
    {
        if (result.Refusal != OldReportRefusal.Conflict)
        {
            return result.Refusal == OldReportRefusal.NotFound ? NotFound() : Refused(result, Url(result.Id));
        }

        if (await oldReports.FindAsync(result.Id, cancellation) is not { } row)
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.AddModelError("", OldReportWords.Name(result));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Edit", new OldReportPage(row, OldReportBlocks.Corrected(OldReportBlocks.Read(row.BlocksJson), form.Edits())));
    }

    private ViewResult Refused(OldReportResult result, string backUrl) =>
        this.WrongState(new RefusalPage(OldReportTexts.RefusedTitle, OldReportWords.Name(result), OldReportTexts.ToStart, backUrl));

    private Paper? Read(string pasted)
    {
        if (string.IsNullOrWhiteSpace(pasted) || pasted.Length > OldReportUpload.LongestText)
        {
            ModelState.AddModelError("Text", pasted.Length > OldReportUpload.LongestText ? OldReportTexts.TextTooLong.Fill(VietnameseNumber.Format(OldReportUpload.LongestText)) : OldReportTexts.NothingChosen);
            return null;
        }

        return new Paper(null, Sha256(Encoding.UTF8.GetBytes(pasted)), new DocumentReading { Lines = DocumentRecognizer.Lines(pasted) });
    }

    private async Task<Paper?> ReadAsync(IFormFile file, string pasted, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(pasted) || file.Length > OldReportUpload.LargestFile)
        {
            ModelState.AddModelError("File", file.Length > OldReportUpload.LargestFile ? OldReportTexts.FileTooLarge.Fill(OldReportWords.MostMegabytes) : OldReportTexts.BothGiven);
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        await Readers.WaitAsync(cancellation);
        try
        {
            var content = bytes.ToArray();
            var reading = await Task.Run(() => DocumentFileReader.Read(content), cancellation);
            if (reading.Refusal is { } refusal)
            {
                ModelState.AddModelError("File", OldReportWords.Name(refusal));
                return null;
            }

            return new Paper(Path.GetFileName(file.FileName), Sha256(content), reading);
        }
        finally
        {
            Readers.Release();
        }
    }

    private async Task<IActionResult> AgainAsync(int? year, string pasted, CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", new OldReportStart(await oldReports.YearsAsync(cancellation), await oldReports.WaitingAsync(cancellation), year, pasted));
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static new string Url(long id) => string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}");

    /// <summary>What was read, and from what.</summary>
    private sealed record Paper(string? Name, string Sha256, DocumentReading Reading);
}
