using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Departments;

/// <summary>Bộ phận, đơn vị thực hiện.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/bo-phan")]
public sealed class DepartmentsController(DepartmentService departments, TimeProvider time) : Controller
{
    /// <summary>The list in the report's order.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(new DepartmentList(await departments.ListAsync(cancellation), time.Today()));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<Department>(
        new TableExport<Department>(DepartmentTexts.Title, "bo-phan")
            .Text(DepartmentTexts.ColumnName, 44, row => row.Name)
            .Number(DepartmentTexts.ColumnPosition, 10, row => row.Position)
            .Date(DepartmentTexts.ValidFrom, 13, row => row.ValidFrom)
            .Date(DepartmentTexts.ValidTo, 13, row => row.ValidTo)
            .Text(DepartmentTexts.ColumnSuccessor, 44, row => row.Successor?.Name),
        await departments.ListAsync(cancellation));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    public async Task<IActionResult> Create(CancellationToken cancellation)
    {
        var others = await departments.ListAsync(cancellation);
        var form = new DepartmentForm { FormKey = Guid.NewGuid(), ValidFrom = time.Today(), Position = others.Select(row => row.Position).DefaultIfEmpty(0).Max() + 1 };
        return await FormAsync(null, form, cancellation);
    }

    /// <summary>Enters a unit.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(DepartmentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation);
        }

        return await AfterAsync(await departments.CreateAsync(form.FormKey, form.ToInput(form.ValidFrom!.Value), cancellation), null, form, cancellation);
    }

    /// <summary>The form of a unit.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await departments.FindAsync(id, cancellation) is { } row ? await FormAsync(row, DepartmentForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a unit.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, DepartmentForm form, CancellationToken cancellation)
    {
        if (await departments.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.ValidFrom = row.ValidFrom;
        ModelState.Remove(Field(nameof(form.ValidFrom)));
        return ModelState.IsValid
            ? await AfterAsync(await departments.UpdateAsync(id, form.Version, form.ToInput(row.ValidFrom), cancellation), row, form, cancellation)
            : await FormAsync(row, form, cancellation);
    }

    /// <summary>Takes away one that nothing refers to.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        var row = await departments.FindAsync(id, cancellation);
        switch ((await departments.RemoveAsync(id, version, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.NoticeOfRemoval(DepartmentTexts.Removed.Fill(row!.Name), "/quan-tri/bo-phan/them", DepartmentForm.Of(row), nameof(DepartmentEditor.Form));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return this.WrongState(new RefusalPage(
                    DepartmentTexts.RemoveRefused, outcome == SetupOutcome.Needed ? DepartmentTexts.Used : SharedTexts.SavedByAnother, DepartmentTexts.Title, $"/quan-tri/bo-phan/{id}"));
        }
    }

    private static string Field(string name) => $"{nameof(DepartmentEditor.Form)}.{name}";

    private async Task<IActionResult> AfterAsync(SetupResult result, Department? row, DepartmentForm form, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(DepartmentTexts.Saved.Fill(form.Name));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.EndsBeforeStart:
                ModelState.AddModelError(Field(nameof(form.ValidTo)), DepartmentTexts.EndsBeforeStart);
                break;
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError(Field(nameof(form.SuccessorId)), DepartmentTexts.SuccessorWrong);
                break;
            case SetupOutcome.NameTaken:
                ModelState.AddModelError(Field(nameof(form.Name)), DepartmentTexts.NameTaken);
                break;
            default:
                var units = await departments.ListAsync(cancellation);
                this.SavedByAnother(
                    Field(nameof(form.Version)),
                    FormFields.Differing(form, DepartmentForm.Of(row!), value => value is long id ? units.FirstOrDefault(unit => unit.Id == id)?.Name : null));
                form.Version = row!.Version;
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(Department? row, DepartmentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var others = (await departments.ListAsync(cancellation)).Where(other => other.Id != row?.Id).ToList();
        return View("Edit", new DepartmentEditor(row, form, others, row is not null && await departments.IsUnusedAsync(row.Id, cancellation)));
    }
}

/// <summary>Bộ phận.</summary>
public sealed class DepartmentForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>"Bộ phận Văn hóa".</summary>
    [Required, StringLength(Department.NameLength)]
    [Display(Name = nameof(DepartmentTexts.Name), ResourceType = typeof(DepartmentTexts), Description = nameof(DepartmentTexts.NameHint))]
    public string Name { get; set; } = "";

    /// <summary>Its place in the report.</summary>
    [Required, Range(0, 999)]
    [Display(Name = nameof(DepartmentTexts.Position), ResourceType = typeof(DepartmentTexts), Description = nameof(DepartmentTexts.PositionHint))]
    public int? Position { get; set; }

    /// <summary>The first day.</summary>
    [Required]
    [Display(Name = nameof(DepartmentTexts.ValidFrom), ResourceType = typeof(DepartmentTexts))]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = nameof(DepartmentTexts.ValidTo), ResourceType = typeof(DepartmentTexts), Description = nameof(DepartmentTexts.ValidToHint))]
    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit that takes over.</summary>
    [Display(Name = nameof(DepartmentTexts.Successor), ResourceType = typeof(DepartmentTexts))]
    public long? SuccessorId { get; set; }

    internal static DepartmentForm Of(Department row) => new()
    {
        Version = row.Version,
        Name = row.Name,
        Position = row.Position,
        ValidFrom = row.ValidFrom,
        ValidTo = row.ValidTo,
        SuccessorId = row.SuccessorId,
    };

    internal DepartmentInput ToInput(DateOnly validFrom) => new()
    {
        Name = Name,
        Position = Position!.Value,
        ValidFrom = validFrom,
        ValidTo = ValidTo,
        SuccessorId = SuccessorId,
    };
}

/// <summary>The list.</summary>
public sealed record DepartmentList(IReadOnlyList<Department> Rows, DateOnly Today);

/// <summary>The form of a unit.</summary>
/// <param name="Row">The unit; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Others">Units that may take over.</param>
/// <param name="MayRemove">Whether nothing refers to it.</param>
public sealed record DepartmentEditor(Department? Row, DepartmentForm Form, IReadOnlyList<Department> Others, bool MayRemove);
