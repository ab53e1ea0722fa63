using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Letterheads;

/// <summary>Tiêu đề văn bản, nơi nhận.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/tieu-de")]
public sealed class LetterheadsController(LetterheadService letterheads, TimeProvider time) : Controller
{
    /// <summary>The versions, newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(new LetterheadList(await letterheads.ListAsync(cancellation), time.Today()));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<AgencyProfile>(
        new TableExport<AgencyProfile>(LetterheadTexts.Title, "tieu-de-van-ban")
            .Date(LetterheadTexts.ColumnFrom, 13, row => row.ValidFrom)
            .Date(LetterheadTexts.ColumnTo, 13, row => row.ValidTo)
            .Text(LetterheadTexts.ColumnName, 50, row => row.FullName)
            .Text(LetterheadTexts.ColumnPlace, 24, row => row.PlaceName),
        await letterheads.ListAsync(cancellation));

    /// <summary>The form of a new version: a copy of the one in force, addressed to the office that the agency reports to.</summary>
    [HttpGet("moi")]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var form = await letterheads.CurrentAsync(cancellation) is { } current ? LetterheadForm.Of(current) : new LetterheadForm();
        if (await letterheads.SuperiorAsync(cancellation) is { } superior)
        {
            form.Address(superior);
        }

        form.FormKey = Guid.NewGuid();
        form.ValidFrom = time.Today();
        return await FormAsync(null, form, cancellation);
    }

    /// <summary>Adds a version.</summary>
    [HttpPost("moi")]
    public async Task<IActionResult> Create(LetterheadForm form, CancellationToken cancellation)
    {
        if (form.ValidFrom is null && ModelState.IsValid)
        {
            ModelState.AddModelError(Field(nameof(form.ValidFrom)), LetterheadTexts.ValidFromMissing);
        }

        return ModelState.IsValid
            ? await AfterAsync(await letterheads.CreateAsync(form.FormKey, form.ValidFrom!.Value, form.ToInput(), cancellation), null, form, cancellation)
            : await FormAsync(null, form, cancellation);
    }

    /// <summary>The form of a version.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await letterheads.FindAsync(id, cancellation) is { } row ? await FormAsync(row, LetterheadForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a version.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, LetterheadForm form, CancellationToken cancellation)
    {
        if (await letterheads.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.ValidFrom = row.ValidFrom;
        ModelState.Remove(Field(nameof(form.ValidFrom)));
        return ModelState.IsValid
            ? await AfterAsync(await letterheads.UpdateAsync(id, form.Version, form.ToInput(), cancellation), row, form, cancellation)
            : await FormAsync(row, form, cancellation);
    }

    /// <summary>Takes away a version that is not in force yet.</summary>
    [HttpPost("{id:long}/bo")]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        var row = await letterheads.FindAsync(id, cancellation);
        switch ((await letterheads.RemoveAsync(id, version, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.NoticeOfRemoval(LetterheadTexts.Removed, "/quan-tri/tieu-de/moi", LetterheadForm.Of(row!), nameof(LetterheadEditor.Form));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return this.WrongState(new RefusalPage(
                    LetterheadTexts.RemoveRefused, outcome == SetupOutcome.Needed ? LetterheadTexts.Needed : SharedTexts.SavedByAnother, LetterheadTexts.Title, "/quan-tri/tieu-de"));
        }
    }

    /// <summary>The page with what is typed so far; nothing is saved.</summary>
    [HttpPost("xem-truoc")]
    public async Task<IActionResult> Preview(LetterheadForm form, CancellationToken cancellation) =>
        PartialView("_Preview", await PreviewAsync(form, cancellation));

    private static string Field(string name) => $"{nameof(LetterheadEditor.Form)}.{name}";

    private Task<OfficialDocument?> PreviewAsync(LetterheadForm form, CancellationToken cancellation) =>
        letterheads.PreviewAsync(
            form.ToInput(),
            form.ValidFrom is { } from && from > time.Today() ? from : time.Today(),
            LetterheadTexts.PreviewBody,
            LetterheadTexts.PreviewSigner,
            cancellation);

    private async Task<IActionResult> AfterAsync(SetupResult result, AgencyProfile? row, LetterheadForm form, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(LetterheadTexts.Saved);
                return RedirectToAction(nameof(Index));
            case SetupOutcome.Overlaps:
                ModelState.AddModelError(Field(nameof(form.ValidFrom)), LetterheadTexts.DayTaken);
                break;
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError($"{Field(nameof(form.Addressees))}[0].{nameof(AddresseeForm.OfficeId)}", LetterheadTexts.OfficeWrong);
                break;
            default:
                this.SavedByAnother(Field(nameof(form.Version)), FormFields.Differing(form, LetterheadForm.Of(row!)));
                form.Version = row!.Version;
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(AgencyProfile? row, LetterheadForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var preview = await PreviewAsync(form, cancellation);
        form.AddSpareLines();
        return View("Edit", new LetterheadEditor(row, row?.ValidFrom > time.Today(), form, await letterheads.OfficesAsync(cancellation), preview));
    }
}
