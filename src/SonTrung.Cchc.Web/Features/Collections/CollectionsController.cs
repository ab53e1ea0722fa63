using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Collections;

/// <summary>Thu thập số liệu: who owes figures for a report, until when, and who confirmed.</summary>
[RequirePermission(Permission.EditWork)]
[Route("bao-cao/{id:long}/thu-thap")]
public sealed class CollectionsController(CollectionService collections, ReportReader reports) : Controller
{
    /// <summary>The collection as it stands.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken cancellation) => PageAsync(id, null, cancellation);

    /// <summary>Opens or changes it.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Index(long id, CollectionForm form, CancellationToken cancellation) =>
        ModelState.IsValid
            ? await AnswerAsync(
                id,
                await collections.SaveAsync(id, form.Version, form.ClosesOn!.Value, form.Note, form.DepartmentIds, cancellation),
                CollectionTexts.Saved,
                cancellation)
            : await PageAsync(id, form, cancellation);

    /// <summary>Đã xác nhận đủ số liệu.</summary>
    [HttpPost("{departmentId:long}/xac-nhan")]
    public async Task<IActionResult> Confirm(long id, long departmentId, CancellationToken cancellation) =>
        await AnswerAsync(id, await collections.ConfirmAsync(id, departmentId, true, cancellation), CollectionTexts.Confirmed, cancellation);

    /// <summary>Takes the confirmation back.</summary>
    [HttpPost("{departmentId:long}/bo-xac-nhan")]
    public async Task<IActionResult> Withdraw(long id, long departmentId, CancellationToken cancellation) =>
        await AnswerAsync(id, await collections.ConfirmAsync(id, departmentId, false, cancellation), CollectionTexts.Withdrawn, cancellation);

    private async Task<IActionResult> AnswerAsync(long id, CollectionOutcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome == CollectionOutcome.NotFound || await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        var page = $"/bao-cao/{id}/thu-thap";
        switch (outcome)
        {
            case CollectionOutcome.NotEditable:
                return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, id, report.Status)));
            case CollectionOutcome.OtherDepartment:
                return this.WrongState(new RefusalPage(ReportTexts.WrongStateTitle, CollectionTexts.OtherDepartment, CollectionTexts.Back, page));
            case CollectionOutcome.Conflict:
                return this.WrongState(new RefusalPage(ReportTexts.WrongStateTitle, CollectionTexts.Conflict, CollectionTexts.Back, page));
            default:
                this.Notice(done);
                return RedirectToAction(nameof(Index), new { id });
        }
    }

    private async Task<IActionResult> PageAsync(long id, CollectionForm? form, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var board = await collections.FindAsync(id, cancellation);
        var departments = await collections.DepartmentsAsync(id, cancellation);
        form ??= new CollectionForm
        {
            Version = board?.Collection.Version ?? Guid.Empty,
            ClosesOn = board?.Collection.ClosesOn ?? await collections.ProposedLastDayAsync(report, cancellation),
            Note = board?.Collection.Note,
            DepartmentIds = board?.Departments.Select(row => row.Confirmation.DepartmentId).ToList() ?? departments.ConvertAll(row => row.Id),
        };
        return View("Index", new CollectionPage(report, board, departments, form, await collections.OwnDepartmentAsync(cancellation)));
    }
}

/// <summary>The page of a collection.</summary>
/// <param name="Report">The report.</param>
/// <param name="Board">The collection; null before it is opened.</param>
/// <param name="Departments">Who may owe.</param>
/// <param name="Form">The form to open or change it.</param>
/// <param name="OwnDepartmentId">The only department that the reader confirms for; null for who confirms for all.</param>
public sealed record CollectionPage(
    AnnualReport Report, CollectionBoard? Board, IReadOnlyList<Department> Departments, CollectionForm Form, long? OwnDepartmentId)
{
    /// <summary>Whether the reader confirms for a department.</summary>
    public bool MayConfirm(long departmentId) => Report.IsEditable && (OwnDepartmentId ?? departmentId) == departmentId;


    /// <summary>The departments as choices.</summary>
    public IEnumerable<SelectListItem> Choices => new SelectList(Departments, nameof(Department.Id), nameof(Department.Name));
}

/// <summary>A collection, opened or changed.</summary>
public sealed class CollectionForm
{
    /// <summary>The version that the page showed; empty for a new one.</summary>
    public Guid Version { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    [Display(Name = nameof(CollectionTexts.ClosesOn), ResourceType = typeof(CollectionTexts))]
    public DateOnly? ClosesOn { get; set; }

    /// <summary>What the departments are asked for.</summary>
    [StringLength(DataCollection.NoteLength)]
    [Display(Name = nameof(CollectionTexts.Note), ResourceType = typeof(CollectionTexts))]
    public string? Note { get; set; }

    /// <summary>Who owes.</summary>
    [Display(Name = nameof(CollectionTexts.Owes), ResourceType = typeof(CollectionTexts))]
    public List<long> DepartmentIds { get; set; } = [];
}
