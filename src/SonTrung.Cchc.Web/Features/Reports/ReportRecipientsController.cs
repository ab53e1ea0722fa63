using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Kính gửi and Nơi nhận of one report.</summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/{id:long}/noi-nhan")]
public sealed class ReportRecipientsController(ReportReader reports, ReportRecipients recipients, StaleMarks stale) : Controller
{
    private const int EmptyRows = 2;

    /// <summary>The lists as they are printed.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken cancellation) => PageAsync(id, null, cancellation);

    /// <summary>Writes the report's own lists.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(long id, RecipientsForm form, CancellationToken cancellation) =>
        ModelState.IsValid ? await SaveAsync(id, form.Version, form.Inputs(), cancellation) : await PageAsync(id, form, cancellation);

    /// <summary>Back to the letterhead's lists.</summary>
    [HttpPost("theo-the-thuc")]
    public Task<IActionResult> Reset(long id, Guid version, CancellationToken cancellation) => SaveAsync(id, version, [], cancellation);

    /// <summary>Lấy từ năm trước: last year's own lists into the form, words that may no longer hold marked; nothing is written before they are saved.</summary>
    [HttpGet("nam-truoc")]
    public async Task<IActionResult> LastYear(long id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        var lines = await recipients.LastYearAsync(report, cancellation);
        if (lines.Count == 0)
        {
            this.Notice(ReportTexts.RecipientsNoLastYear);
            return RedirectToAction(nameof(Index), new { id });
        }

        var words = await stale.FindAsync(report.Year, lines.ConvertAll(line => line.PrintedText), cancellation);
        return await PageAsync(id, RecipientsForm.Of(report.Version, lines), cancellation, lines.Zip(words).ToLookup(row => row.First.Kind, row => row.Second));
    }

    private async Task<IActionResult> SaveAsync(long id, Guid version, IReadOnlyList<RecipientInput> lines, CancellationToken cancellation)
    {
        var outcome = await recipients.SaveAsync(id, version, lines, cancellation);
        if (outcome == LineOutcome.NotFound || await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (outcome != LineOutcome.Done)
        {
            return this.WrongState(outcome == LineOutcome.Conflict
                ? WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Conflict, id, report.Status))
                : WorkflowTexts.Locked(report));
        }

        this.Notice(ReportTexts.RecipientsSaved);
        return RedirectToAction(nameof(Index), new { id });
    }

    private async Task<IActionResult> PageAsync(
        long id, RecipientsForm? form, CancellationToken cancellation, ILookup<RecipientKind, StaleWords>? words = null)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!report.IsEditable)
        {
            return this.WrongState(WorkflowTexts.Locked(report));
        }

        try
        {
            form ??= RecipientsForm.Of(report.Version, await recipients.ListAsync(report, cancellation));
        }
        catch (ReportIncompleteException problem)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Incomplete, id, report.Status, Missing: problem.Missing)));
        }

        form.Addressees.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new RecipientRow()));
        form.Copies.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new RecipientRow()));
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("Index", new RecipientsPage(report, form, await recipients.OfficesAsync(cancellation))
        {
            AddresseeWords = words?[RecipientKind.Addressee].ToList() ?? [],
            CopyWords = words?[RecipientKind.Copy].ToList() ?? [],
        });
    }
}

/// <summary>The page of Kính gửi and Nơi nhận.</summary>
/// <param name="Report">The report.</param>
/// <param name="Form">The lists.</param>
/// <param name="Offices">Offices of the portal.</param>
public sealed record RecipientsPage(AnnualReport Report, RecipientsForm Form, IReadOnlyList<Agency> Offices)
{
    /// <summary>Last year's lines of Kính gửi with the words that may no longer hold, row by row; empty when they were not taken from last year.</summary>
    public IReadOnlyList<StaleWords> AddresseeWords { get; init; } = [];

    /// <summary>The same of Nơi nhận.</summary>
    public IReadOnlyList<StaleWords> CopyWords { get; init; } = [];

    /// <summary>Whether any words are marked.</summary>
    public bool HasStaleWords => AddresseeWords.Concat(CopyWords).Any(words => words.Marks.Count > 0);
}

/// <summary>Both lists, as typed.</summary>
public sealed class RecipientsForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>Kính gửi.</summary>
    [MaxLength(ReportRecipients.MaxLines)]
    public List<RecipientRow> Addressees { get; set; } = [];

    /// <summary>Nơi nhận.</summary>
    [MaxLength(ReportRecipients.MaxLines)]
    public List<RecipientRow> Copies { get; set; } = [];

    internal static RecipientsForm Of(Guid version, IEnumerable<RecipientInput> lines)
    {
        var byKind = lines.ToLookup(line => line.Kind, line => new RecipientRow { Text = line.PrintedText, OfficeId = line.RecipientAgencyId });
        return new RecipientsForm
        {
            Version = version,
            Addressees = [.. byKind[RecipientKind.Addressee]],
            Copies = [.. byKind[RecipientKind.Copy]],
        };
    }

    internal List<RecipientInput> Inputs() =>
    [
        .. Addressees.Select(row => new RecipientInput(RecipientKind.Addressee, row.Text ?? "", row.OfficeId)),
        .. Copies.Select(row => new RecipientInput(RecipientKind.Copy, row.Text ?? "", null)),
    ];
}

/// <summary>A line of a list.</summary>
public sealed class RecipientRow
{
    /// <summary>The text to be printed.</summary>
    [StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(ReportTexts.RecipientText), ResourceType = typeof(ReportTexts))]
    public string? Text { get; set; }

    /// <summary>The office of the portal that receives the report.</summary>
    [Display(Name = nameof(ReportTexts.RecipientOffice), ResourceType = typeof(ReportTexts))]
    public long? OfficeId { get; set; }
}
