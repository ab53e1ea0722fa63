using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Register;

/// <summary>Sổ đăng ký văn bản đi (Điều 16).</summary>
[RequirePermission(Permission.ViewReports)]
[Route("so-van-ban-di")]
public sealed class RegisterController(OutgoingRegister register, TimeProvider time) : Controller
{
    /// <summary>The largest form, bytes: the largest file that the portal's settings allow, and some words.</summary>
    internal const int LargestForm = 201 * 1024 * 1024;

    private const string ListUrl = "/so-van-ban-di";

    /// <summary>The register of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        RegisterQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new RegisterPage(query, await register.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.IssueReports)));

    /// <summary>The whole list, to take away.</summary>
    [HttpGet("excel"), HttpGet("csv")]
    public IActionResult Table(RegisterQuery query) =>
        new TableResult<RegisterRow>(RegisterTable.Of(query.Year ?? time.Today().Year), register.StreamAsync(query.ToFilter()));

    /// <summary>The book as the decree lays it out.</summary>
    [HttpGet("in")]
    public async Task<IActionResult> Print(RegisterQuery query, CancellationToken cancellation) =>
        View(await register.PrintAsync(query.ToFilter(), cancellation));

    /// <summary>The deleted lines.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new DeletedList(RegisterTexts.ListTitle, ListUrl, await register.DeletedAsync(new PageAt(before, after), cancellation)));

    /// <summary>The number fields for the kind and day chosen, while a form is filled in.</summary>
    [HttpGet("so-tiep-theo")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Next(RegisterForm form, CancellationToken cancellation)
    {
        var fields = NumberFields.Propose(form, await register.OfferAsync(form.Kind, form.IssuedOn, cancellation));
        ModelState.Clear();
        return PartialView("_Number", fields);
    }

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Create(CancellationToken cancellation) => FormAsync(
        null, new RegisterForm { FormKey = Guid.NewGuid(), Kind = RegisterTexts.UsualKind, IssuedOn = time.Today(), SentOn = time.Today() }, cancellation);

    /// <summary>Enters a document.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
    public async Task<IActionResult> Create(RegisterForm form, CancellationToken cancellation)
    {
        using var file = await ReceiveAsync(form, cancellation);
        return ModelState.IsValid
            ? await AnswerAsync(null, form, await register.CreateAsync(form.FormKey, form.ToInput(), file, cancellation), cancellation)
            : await FormAsync(null, form, cancellation);
    }

    /// <summary>The form of a number that no document will have.</summary>
    [HttpGet("huy-so")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> CancelNumber(CancellationToken cancellation) =>
        CancelFormAsync(new CancelNumberForm { FormKey = Guid.NewGuid(), Kind = RegisterTexts.UsualKind, IssuedOn = time.Today() }, cancellation);

    /// <summary>Hủy số: enters it with the reason.</summary>
    [HttpPost("huy-so")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> CancelNumber(CancelNumberForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await register.CancelNumberAsync(form.FormKey, form.ToInput(), form.Reason, cancellation);
            if (result.Refusal is not { } refusal)
            {
                this.Notice(RegisterTexts.NumberCancelled.Fill(result.Row!.NumberText));
                return RedirectToAction(nameof(Show), new { id = result.Row.Id });
            }

            SayRefusal(refusal);
        }

        return await CancelFormAsync(form, cancellation);
    }

    /// <summary>A line with its ten columns.</summary>
    [HttpGet("{id:long}")]
    public Task<IActionResult> Show(long id, CancellationToken cancellation) => PageAsync(id, new CancelForm(), cancellation);

    /// <summary>The signed file.</summary>
    [HttpGet("{id:long}/tep")]
    [Audited(nameof(OutgoingDocument))]
    public async Task<IActionResult> Pdf(long id, CancellationToken cancellation) =>
        await register.OpenFileAsync(id, cancellation) is { } file ? EvidenceAnswers.File(this, file) : NotFound();

    /// <summary>The form of a line.</summary>
    [HttpGet("{id:long}/sua")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) => await register.FindAsync(id, cancellation) switch
    {
        null => NotFound(),
        { IsOpen: false } detail => await CopiesFormAsync(detail.Row, CopiesOf(detail.Row), cancellation),
        var detail => await FormAsync(detail.Row, RegisterForm.Of(detail.Row), cancellation),
    };

    /// <summary>Changes a document entered by hand.</summary>
    [HttpPost("{id:long}/sua")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
    public async Task<IActionResult> Edit(long id, RegisterForm form, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { } detail)
        {
            return NotFound();
        }

        if (!detail.IsOpen)
        {
            return Locked(id, RegisterTexts.Locked);
        }

        using var file = await ReceiveAsync(form, cancellation);
        return ModelState.IsValid
            ? await AnswerAsync(detail.Row, form, await register.UpdateAsync(id, form.Version, form.ToInput(), file, cancellation), cancellation)
            : await FormAsync(detail.Row, form, cancellation);
    }

    /// <summary>Changes what the book says of the copies: all that is left to change of a report or of a number given up.</summary>
    [HttpPost("{id:long}/ban-luu")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Copies(long id, CopiesForm form, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { } detail)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await CopiesFormAsync(detail.Row, form, cancellation);
        }

        var result = await register.NoteCopiesAsync(id, form.Version, form.ToCopies(), cancellation);
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(SharedTexts.Saved);
                return RedirectToAction(nameof(Show), new { id });
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(CopiesEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await CopiesFormAsync(result.Row, form, cancellation, TheirsOf(result.Row));
            default:
                return NotFound();
        }
    }

    /// <summary>Hủy số of a line, with a reason.</summary>
    [HttpPost("{id:long}/huy-so")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Cancel(long id, CancelForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && string.IsNullOrWhiteSpace(form.Reason))
        {
            ModelState.AddModelError($"{nameof(RegisterShown.Form)}.{nameof(form.Reason)}", RegisterTexts.CancelReasonMissing);
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(id, form, cancellation);
        }

        var result = await register.CancelAsync(id, form.Version, form.Reason!, cancellation);
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(RegisterTexts.NumberCancelled.Fill(result.Row!.NumberText));
                return RedirectToAction(nameof(Show), new { id });
            case SaveOutcome.InUse or SaveOutcome.Conflict:
                return Locked(id, result.Outcome == SaveOutcome.InUse ? RegisterTexts.Locked : RegisterTexts.ChangedMeanwhile);
            default:
                return NotFound();
        }
    }

    /// <summary>Deletes a line that nothing hangs on; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await register.DeleteAsync(id, version, cancellation);
        return result.Outcome == SaveOutcome.InUse
            ? Locked(id, result.Row!.IsGivenByPortal ? RegisterTexts.DeleteGiven : RegisterTexts.Locked)
            : this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.NumberYear, RegisterTexts.Deleted);
    }

    /// <summary>Brings a deleted line back, unless its number is another's now.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await register.RestoreAsync(id, cancellation);
        return result.Refusal is { } refusal
            ? this.WrongState(new RefusalPage(RegisterTexts.RestoreTitle, RegisterWords.Refusal(refusal).Text, SharedTexts.BackToList, $"{ListUrl}/da-xoa"))
            : this.AfterRestore(result.Outcome, ListUrl, result.Row?.NumberYear, RegisterTexts.Restored);
    }

    private ViewResult Locked(long id, string why) =>
        this.WrongState(new RefusalPage(RegisterTexts.LockedTitle, why, RegisterTexts.LockedBack, string.Create(CultureInfo.InvariantCulture, $"{ListUrl}/{id}")));

    private async Task<EntryFile?> ReceiveAsync(RegisterForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || form.File is not { Length: > 0 } sent)
        {
            return null;
        }

        await using var content = sent.OpenReadStream();
        var received = await register.ReceiveAsync(sent.FileName, content, cancellation);
        if (received.Refusal is not null)
        {
            ModelState.AddModelError($"{nameof(RegisterEditor.Form)}.{nameof(form.File)}", RegisterWords.Refusal(received));
        }

        return received.File;
    }

    private void SayRefusal(NumberRefusal refusal)
    {
        var (field, text) = RegisterWords.Refusal(refusal);
        ModelState.AddModelError($"{nameof(RegisterEditor.Form)}.{field}", text);
    }

    private async Task<IActionResult> AnswerAsync(OutgoingDocument? row, RegisterForm form, RegisterResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case { Outcome: SaveOutcome.Done }:
                this.Notice(RegisterTexts.Entered.Fill(result.Row!.NumberText));
                return RedirectToAction(nameof(Show), new { id = result.Row.Id });
            case { Outcome: SaveOutcome.Conflict }:
                this.SayConflict($"{nameof(RegisterEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(result.Row, form, cancellation, TheirsOf(result.Row));
            case { Refusal: { } refusal }:
                SayRefusal(refusal);
                return await FormAsync(row, form, cancellation);
            case { Outcome: SaveOutcome.InUse }:
                return Locked(row!.Id, RegisterTexts.Locked);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(OutgoingDocument? row, RegisterForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        var offer = await register.OfferAsync(form.Kind, form.IssuedOn, cancellation);
        // A line that has its number keeps it; what was typed is shown again as it was.
        var numbers = row is null && ModelState.IsValid ? NumberFields.Propose(form, offer) : new NumberFields(form, offer);
        SayInvalid();
        return View("Edit", new RegisterEditor(
            row?.Id, form, row is { IsGivenByPortal: true } ? null : numbers, await register.ChoicesAsync(cancellation), row?.FileName, theirs));
    }

    private async Task<IActionResult> CopiesFormAsync(OutgoingDocument row, CopiesForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        SayInvalid();
        return View("Copies", new CopiesEditor(row, form, await register.ChoicesAsync(cancellation), theirs));
    }

    private async Task<IActionResult> CancelFormAsync(CancelNumberForm form, CancellationToken cancellation)
    {
        var offer = await register.OfferAsync(form.Kind, form.IssuedOn, cancellation);
        var numbers = ModelState.IsValid ? NumberFields.Propose(form, offer) : new NumberFields(form, offer);
        SayInvalid();
        return View("CancelNumber", new CancelNumberPage(form, numbers, await register.ChoicesAsync(cancellation)));
    }

    private async Task<IActionResult> PageAsync(long id, CancelForm form, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { } detail)
        {
            return NotFound();
        }

        SayInvalid();
        return View("Show", new RegisterShown(detail, form, User.May(Permission.IssueReports)));
    }

    private void SayInvalid()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private static CopiesForm CopiesOf(OutgoingDocument row)
    {
        var form = new CopiesForm();
        form.FillCopies(row);
        return form;
    }

    private static Theirs TheirsOf(OutgoingDocument row) => new(
    [
        (RegisterTexts.Column1, row.NumberText),
        (RegisterTexts.IssuedOn, VietnameseDate.Format(row.IssuedOn)),
        (RegisterTexts.Subject, row.Subject),
        (RegisterTexts.Signer, row.Signer),
        (RegisterTexts.Recipients, row.Recipients),
        (RegisterTexts.Keeper, row.Keeper),
        (RegisterTexts.SentOn, row.SentOn is { } day ? VietnameseDate.Format(day) : null),
        (RegisterTexts.Receipt, row.Receipt),
        (RegisterTexts.Remark, row.Remark),
    ]);
}
