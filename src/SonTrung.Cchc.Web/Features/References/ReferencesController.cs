using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.References;

/// <summary>Văn bản căn cứ, tuyên truyền.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("van-ban-can-cu")]
public sealed class ReferencesController(ReferenceService references, EvidenceService evidence) : Controller
{
    private const string ListUrl = "/van-ban-can-cu";

    /// <summary>The list of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        ReferenceQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new ReferencePage(query, await references.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.EditWork)));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(ReferenceQuery query) =>
        new TableResult<ReferenceRow>(ReferenceTable.Of(query.Year, User.OwnAgencyName()), references.StreamAsync(query.ToFilter()))
        {
            Filter = query.Words().ToAsyncEnumerable(),
        };

    /// <summary>The deleted documents.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new DeletedList(ReferenceTexts.ListTitle, ListUrl, await references.DeletedAsync(new PageAt(before, after), cancellation)));

    /// <summary>How a document will be cited, while its form is filled in.</summary>
    [HttpGet("trich-dan")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Cite(long? id, ReferenceForm form, CancellationToken cancellation)
    {
        var citation = await references.CiteAsync(id, form.ToInput(), cancellation);
        ModelState.Clear();
        return PartialView("_Citation", citation);
    }

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> Create([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        FormAsync(null, new ReferenceForm { FormKey = Guid.NewGuid(), Year = year }, cancellation);

    /// <summary>Enters a document.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(ReferenceForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await references.CreateAsync(form.FormKey, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>A document with its citation and uses.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation) =>
        await references.FindAsync(id, cancellation) is { } detail
            ? View(new ReferenceShown(
                detail,
                await evidence.ListForPageAsync(EvidenceOwner.Document(id), User.May(Permission.EditWork), cancellation) with { Title = EvidenceTexts.DocumentFiles, EmptyText = EvidenceTexts.NoFiles },
                User.May(Permission.EditWork)))
            : NotFound();

    /// <summary>The form of a document.</summary>
    [HttpGet("{id:long}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await references.FindAsync(id, cancellation) is { } detail
            ? await FormAsync(id, ReferenceForm.Of(detail.Document), cancellation)
            : NotFound();

    /// <summary>Changes a document.</summary>
    [HttpPost("{id:long}/sua")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, ReferenceForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            return await AnswerAsync(id, form, await references.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation);
        }

        return await references.FindAsync(id, cancellation) is null ? NotFound() : await FormAsync(id, form, cancellation);
    }

    /// <summary>Deletes a document that nothing names; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await references.DeleteAsync(id, version, cancellation);
        return result.Outcome == SaveOutcome.InUse
            ? this.WrongState(new RefusalPage(ReferenceTexts.InUseTitle, ReferenceTexts.InUse, ReferenceTexts.InUseBack, $"{ListUrl}/{id}"))
            : this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, ReferenceTexts.Deleted);
    }

    /// <summary>Brings a deleted document back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await references.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, ReferenceTexts.Restored);
    }

    private async Task<IActionResult> AnswerAsync(
        long? id, ReferenceForm form, SaveResult<ReferenceDocument> result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(SharedTexts.Saved);
                return RedirectToAction(nameof(Show), new { id = result.Row!.Id });
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(ReferenceEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(id, form, cancellation, TheirsOf(result.Row));
            case SaveOutcome.UnknownChoice:
                ModelState.AddModelError($"{nameof(ReferenceEditor.Form)}.{nameof(form.AttachmentIds)}", EvidenceTexts.NotTaken.Fill(EvidenceService.MaxFilesPerRow));
                return await FormAsync(id, form, cancellation);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(long? id, ReferenceForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var choices = await references.ChoicesAsync(form.Year, cancellation);
        form.Year ??= choices.Year.Year;
        var files = await evidence.PickerAsync(id is { } own ? EvidenceOwner.Document(own) : null, form.AttachmentIds, cancellation) with
        {
            FieldName = $"{nameof(ReferenceEditor.Form)}.{nameof(form.AttachmentIds)}",
            Title = EvidenceTexts.DocumentFiles,
        };
        return View("Edit", new ReferenceEditor(id, form, choices, await references.CiteAsync(id, form.ToInput(), cancellation), files, theirs));
    }

    private static Theirs TheirsOf(ReferenceDocument row) => new(
    [
        (ReferenceTexts.Kind, row.Kind),
        (ReferenceTexts.Number, row.Number),
        (ReferenceTexts.IssuedOn, row.IssuedOn is { } day ? VietnameseDate.Format(day) : null),
        (ReferenceTexts.Issuer, row.IsOwn ? ReferenceTexts.IsOwn : row.Issuer),
        (ReferenceTexts.Subject, row.Subject),
        (ReferenceTexts.Purpose, ReferenceWords.Of(row.Purpose)),
    ]);
}
