using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Plans;

/// <summary>Kế hoạch tuyên truyền of each year: its progress, its own words, its document.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("ke-hoach")]
public sealed class PlansController(
    PlanService plans, PlanProgressReader progress, PlanDocuments documents, LastYearPlan lastYear, StaleMarks stale, IOfficialDocumentRenderer renderer, TimeProvider time)
    : Controller
{
    /// <summary>The agency's plans.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var mayEdit = User.May(Permission.EditWork);
        return View(new PlanList(
            await plans.ListAsync(cancellation),
            mayEdit ? await plans.OpenYearsAsync(cancellation) : [],
            mayEdit ? await plans.DeletedAsync(cancellation) : [],
            mayEdit));
    }

    /// <summary>The plans, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<PlanRow>(
        new TableExport<PlanRow>(PlanTexts.Title, "ke-hoach")
            .Number(PlanTexts.ColumnYear, 8, row => row.Year)
            .Text(PlanTexts.ColumnNumber, 18, row => row.Number)
            .Date(PlanTexts.IssuedOn, 13, row => row.IssuedOn)
            .Text(PlanTexts.ColumnSubject, 70, row => row.Subject)
            .Number(PlanTexts.ColumnItems, 12, row => row.Items),
        await plans.ListAsync(cancellation));

    /// <summary>The lines of a year's plan and how far each is.</summary>
    [HttpGet("{year:int}")]
    public async Task<IActionResult> Show(int year, PlanQuery query, CancellationToken cancellation)
    {
        if (await progress.ReadAsync(year, time.Today(), cancellation) is not { } board)
        {
            return NotFound();
        }

        var filter = query.ToFilter();
        return View(new PlanPage(board, filter, filter.Of(board.Lines), User.May(Permission.EditWork)));
    }

    /// <summary>The lines, to take away or to print.</summary>
    [HttpGet("{year:int}/excel"), HttpGet("{year:int}/csv"), HttpGet("{year:int}/in")]
    public async Task<IActionResult> Lines(int year, PlanQuery query, CancellationToken cancellation) =>
        await progress.ReadAsync(year, time.Today(), cancellation) is { } board
            ? new TableResult<PlanTableRow>(PlanTable.Of(year), PlanTable.RowsOf(query.ToFilter().Of(board.Lines))) { Filter = query.Words(board).ToAsyncEnumerable() }
            : NotFound();

    /// <summary>The form of a new plan.</summary>
    [HttpGet("lap")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create([FromQuery(Name = "nam")] int? year, CancellationToken cancellation)
    {
        var chosen = year ?? await plans.YearToPlanAsync(cancellation);
        return await FormAsync(null, new PlanForm { FormKey = Guid.NewGuid(), Year = chosen, Subject = PlanTexts.UsualSubject.Fill(chosen) }, cancellation);
    }

    /// <summary>Enters a plan.</summary>
    [HttpPost("lap")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(PlanForm form, CancellationToken cancellation)
    {
        if (form.Year is null)
        {
            ModelState.AddModelError($"{nameof(PlanEditor.Form)}.{nameof(form.Year)}", PlanTexts.YearMissing);
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation);
        }

        var result = await plans.CreateAsync(form.FormKey, form.Year!.Value, form.ToInput(), cancellation);
        return result.Refusal is { } refusal
            ? await RefuseAsync(null, form, refusal, null, cancellation)
            : Saved(result.Year, PlanTexts.Entered);
    }

    /// <summary>The form of a plan.</summary>
    [HttpGet("{year:int}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is { } plan ? await FormAsync(year, PlanForm.Of(plan), cancellation) : NotFound();

    /// <summary>Changes a plan.</summary>
    [HttpPost("{year:int}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(int year, PlanForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await plans.FindAsync(year, cancellation) is null ? NotFound() : await FormAsync(year, form, cancellation);
        }

        var result = await plans.UpdateAsync(year, form.Version, form.ToInput(), cancellation);
        return result.Refusal switch
        {
            null => Saved(year, PlanTexts.Changed),
            PlanRefusal.NotFound => NotFound(),
            PlanRefusal.Conflict when result.Current is null => NotFound(),
            var refusal => await RefuseAsync(year, form, refusal.Value, result.Current, cancellation),
        };
    }

    /// <summary>Deletes a plan with its lines; the next page offers to bring it back.</summary>
    [HttpPost("{year:int}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(int year, Guid version, CancellationToken cancellation)
    {
        var id = (await plans.FindAsync(year, cancellation))?.Id;
        switch ((await plans.DeleteAsync(year, version, cancellation)).Refusal)
        {
            case PlanRefusal.NotFound:
                return NotFound();
            case PlanRefusal.Conflict:
                this.Notice(PlanTexts.DeleteConflict, NoticeKind.Warning);
                return RedirectToAction(nameof(Edit), new { year });
            default:
                this.NoticeWithUndo(PlanTexts.Deleted, $"/ke-hoach/khoi-phuc/{id}");
                return RedirectToAction(nameof(Index));
        }
    }

    /// <summary>Brings a deleted plan back.</summary>
    [HttpPost("khoi-phuc/{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await plans.RestoreAsync(id, cancellation);
        return result.Refusal switch
        {
            null => Saved(result.Year, PlanTexts.Restored),
            PlanRefusal.YearTaken => this.WrongState(new RefusalPage(
                PlanTexts.RestoreRefusedTitle, PlanTexts.YearTaken.Fill(result.Year), PlanTexts.BackToPlans, "/ke-hoach")),
            _ => NotFound(),
        };
    }

    /// <summary>The plan as paper.</summary>
    [HttpGet("{year:int}/van-ban")]
    public Task<IActionResult> Document(int year, [FromQuery(Name = "phu-luc")] bool? appendix, CancellationToken cancellation) =>
        DocumentAsync(year, appendix, document => View(new PlanPaper(document, appendix ?? true)), cancellation);

    /// <summary>The PDF.</summary>
    [HttpGet("{year:int}/pdf")]
    public Task<IActionResult> Pdf(int year, [FromQuery(Name = "phu-luc")] bool? appendix, CancellationToken cancellation) =>
        DocumentAsync(
            year,
            appendix,
            document => File(renderer.Render(document.Document, document.Issue).Pdf, "application/pdf", FileName(document, "pdf")),
            cancellation);

    /// <summary>The same document for Word.</summary>
    [HttpGet("{year:int}/word")]
    public Task<IActionResult> Word(int year, [FromQuery(Name = "phu-luc")] bool? appendix, CancellationToken cancellation) =>
        DocumentAsync(
            year,
            appendix,
            document => File(OfficialDocumentWord.Write(document.Document, document.Issue), OfficialDocumentWord.ContentType, FileName(document, "docx")),
            cancellation);

    /// <summary>What last year offers.</summary>
    [HttpGet("{year:int}/lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear(int year, CancellationToken cancellation) =>
        await lastYear.OfferAsync(year, cancellation) is { } offer ? View(await MarkedAsync(offer, cancellation)) : NotFound();

    /// <summary>Lấy từ năm trước.</summary>
    [HttpPost("{year:int}/lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear(
        int year,
        [FromForm(Name = "dong")] List<long>? items,
        [FromForm(Name = "viec")] List<long>? tasks,
        [FromForm(Name = "phan")] bool withParts,
        CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (await lastYear.TakeAsync(year, new LastYearChoice(items ?? [], tasks ?? [], withParts), cancellation) is not { } gained)
        {
            return NotFound();
        }

        return Saved(year, gained == 0 ? PlanTexts.TakenNone : PlanTexts.Taken.Fill(gained, year - 1));
    }

    private async Task<LastYearPage> MarkedAsync(LastYearOffer offer, CancellationToken cancellation)
    {
        var parts = Parts(offer).ToList();
        List<string> texts =
        [
            .. offer.Items.Select(item => item.Title),
            .. offer.Items.Select(item => item.ReportText ?? ""),
            .. offer.Tasks.Select(task => NextYearTask.TextIn(task.Text, offer.Plan.Year - 1)),
            .. parts.Select(part => part.Text),
        ];
        var words = await stale.FindAsync(offer.Plan.Year, texts, cancellation);
        return new LastYearPage(
            offer,
            offer.Items.Select((item, i) => new OfferedItem(item, words[i], words[offer.Items.Count + i])).ToList(),
            offer.Tasks.Select((task, i) => new OfferedTask(task, words[(2 * offer.Items.Count) + i])).ToList(),
            parts.Select((part, i) => new OfferedPart(part.Name, words[(2 * offer.Items.Count) + offer.Tasks.Count + i])).ToList());
    }

    /// <summary>The parts that taking over would fill in.</summary>
    private static IEnumerable<(string Name, string Text)> Parts(LastYearOffer offer) =>
        from part in new (string Name, string? Now, string? Last)[]
        {
            (PlanTexts.Purpose, offer.Plan.Purpose, offer.Last?.Purpose),
            (PlanTexts.Requirements, offer.Plan.Requirements, offer.Last?.Requirements),
            (PlanTexts.Funding, offer.Plan.Funding, offer.Last?.Funding),
            (PlanTexts.Implementation, offer.Plan.Implementation, offer.Last?.Implementation),
        }
        where part.Now is null && part.Last is not null
        select (part.Name, part.Last!);

    /// <summary>No Vietnamese marks, at most 50 characters, as document systems ask: "KH-18-UBND-2026_tuyen-truyen-CCHC.pdf".</summary>
    private static string FileName(PlanDocument document, string extension) => string.Create(
        CultureInfo.InvariantCulture,
        $"KH-{(document.Issue is { } issue ? issue.Number.ToString("00", CultureInfo.InvariantCulture) : "du-thao")}-UBND-{document.Plan.Year}_tuyen-truyen-CCHC.{extension}");

    private async Task<IActionResult> DocumentAsync(int year, bool? appendix, Func<PlanDocument, IActionResult> show, CancellationToken cancellation)
    {
        try
        {
            return await documents.BuildAsync(year, time.Today(), appendix ?? true, cancellation) is { } document ? show(document) : NotFound();
        }
        catch (ReportIncompleteException problem)
        {
            return Refused(year, PlanTexts.Incomplete.Fill(WorkflowTexts.Name(problem.Missing)));
        }
        catch (UnprintableTextException problem)
        {
            return Refused(year, ReportTexts.Unprintable.Fill(problem.Character));
        }
    }

    private ViewResult Refused(int year, string text) =>
        this.WrongState(new RefusalPage(PlanTexts.DocumentRefusedTitle, text, PlanTexts.BackToPlan, $"/ke-hoach/{year}"));

    private RedirectToActionResult Saved(int year, string notice)
    {
        this.Notice(notice);
        return RedirectToAction(nameof(Show), new { year });
    }

    private Task<IActionResult> RefuseAsync(int? year, PlanForm form, PlanRefusal refusal, Plan? theirs, CancellationToken cancellation)
    {
        var (field, message) = refusal switch
        {
            PlanRefusal.YearTaken => (nameof(form.Year), PlanTexts.YearTaken.Fill(form.Year)),
            PlanRefusal.NoPeriod => (nameof(form.Year), PlanTexts.NoPeriod.Fill(form.Year)),
            PlanRefusal.UnknownChoice => (nameof(form.SignerId), PlanTexts.UnknownChoice),
            _ => ("", PlanTexts.Conflict),
        };
        ModelState.AddModelError(field.Length == 0 ? "" : $"{nameof(PlanEditor.Form)}.{field}", message);
        if (theirs is not null)
        {
            // Saving again, after reading the other's text, is a decision and may overwrite it.
            form.Version = theirs.Version;
            ModelState.Remove($"{nameof(PlanEditor.Form)}.{nameof(form.Version)}");
        }

        return FormAsync(year, form, cancellation, theirs);
    }

    private async Task<IActionResult> FormAsync(int? year, PlanForm form, CancellationToken cancellation, Plan? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var years = year is null ? await plans.OpenYearsAsync(cancellation) : [];
        return View("Edit", new PlanEditor(year, form, years, await plans.SignersAsync(form.IssuedOn ?? time.Today(), cancellation), theirs));
    }
}
