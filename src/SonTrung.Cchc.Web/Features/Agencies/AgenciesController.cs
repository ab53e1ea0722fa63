using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Agencies;

/// <summary>Cơ quan dùng hệ thống.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/co-quan")]
public sealed class AgenciesController(AgencyService agencies, SuperiorService superiors, TimeProvider time) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await agencies.ListAsync(cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<AgencyRow>(
        new TableExport<AgencyRow>(AgencyTexts.Title, "co-quan")
            .Text(AgencyTexts.ColumnName, 40, row => row.Name)
            .Text(AgencyTexts.Code, 22, row => row.Code)
            .Text(AgencyTexts.ColumnKind, 22, row => AgencyForm.KindName(row.Kind))
            .Text(AgencyTexts.Superior, 40, row => row.Superior)
            .Number(AgencyTexts.ColumnAccounts, 12, row => row.Accounts),
        await agencies.ListAsync(cancellation));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    public Task<IActionResult> Create(CancellationToken cancellation) =>
        FormAsync(null, new AgencyForm { FormKey = Guid.NewGuid(), SuperiorFrom = time.Today() }, cancellation);

    /// <summary>Adds an agency.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(AgencyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && (form.Code is null || form.Kind is null))
        {
            ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{(form.Code is null ? nameof(form.Code) : nameof(form.Kind))}", AgencyTexts.Incomplete);
        }

        if (ModelState.IsValid && form is { SuperiorId: not null, SuperiorFrom: null })
        {
            ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{nameof(form.SuperiorFrom)}", AgencyTexts.SuperiorFromMissing);
        }

        return ModelState.IsValid
            ? await AfterAsync(await agencies.CreateAsync(form.FormKey, form.ToInput(), cancellation), null, form, cancellation)
            : await FormAsync(null, form, cancellation);
    }

    /// <summary>The form of an agency.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) => await agencies.FindAsync(id, cancellation) is { } row
        ? await FormAsync(row, new AgencyForm { Version = row.Version, Name = row.Name, Code = row.Code, Kind = row.Kind }, cancellation)
        : NotFound();

    /// <summary>Renames an agency.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, AgencyForm form, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await AfterAsync(await agencies.RenameAsync(id, form.Version, form.Name, cancellation), row, form, cancellation)
            : await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> AfterAsync(SetupResult result, Agency? row, AgencyForm form, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(row is null ? AgencyTexts.Created : AgencyTexts.Saved);
                return row is null ? LocalRedirect(AgencyForm.NewAccountUrl(result.Id, form.Kind!.Value)) : RedirectToAction(nameof(Index));
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{nameof(form.SuperiorId)}", AgencyTexts.SuperiorWrong);
                break;
            case SetupOutcome.NameTaken:
                ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{nameof(form.Code)}", AgencyTexts.CodeTaken);
                break;
            default:
                this.SavedByAnother(
                    $"{nameof(AgencyEditor.Form)}.{nameof(form.Version)}",
                    FormFields.Differing(form, new AgencyForm { Name = row!.Name, Code = row.Code, Kind = form.Kind, SuperiorId = form.SuperiorId }));
                form.Version = row.Version;
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(Agency? row, AgencyForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new AgencyEditor(row, form, row is null ? await superiors.OfficesAsync(cancellation) : []));
    }
}

/// <summary>Cơ quan.</summary>
public sealed class AgencyForm
{
    /// <summary>The key that makes the same form, sent twice, one agency.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>"UBND xã Hương Sơn".</summary>
    [Required, StringLength(Agency.NameLength)]
    [Display(Name = nameof(AgencyTexts.Name), ResourceType = typeof(AgencyTexts))]
    public string Name { get; set; } = "";

    /// <summary>"xa-huong-son"; asked for once.</summary>
    [StringLength(Agency.CodeLength)]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessageResourceName = nameof(AgencyTexts.CodeWrong), ErrorMessageResourceType = typeof(AgencyTexts))]
    [Display(Name = nameof(AgencyTexts.Code), ResourceType = typeof(AgencyTexts), Description = nameof(AgencyTexts.CodeHint))]
    public string? Code { get; set; }

    /// <summary>What it does in the portal; asked for once.</summary>
    [Display(Name = nameof(AgencyTexts.Kind), ResourceType = typeof(AgencyTexts))]
    public AgencyKind? Kind { get; set; }

    /// <summary>The office that a commune reports to.</summary>
    [Display(Name = nameof(AgencyTexts.Superior), ResourceType = typeof(AgencyTexts), Description = nameof(AgencyTexts.SuperiorHint))]
    public long? SuperiorId { get; set; }

    /// <summary>From which day on.</summary>
    [Display(Name = nameof(AgencyTexts.SuperiorFrom), ResourceType = typeof(AgencyTexts))]
    public DateOnly? SuperiorFrom { get; set; }

    /// <summary>The form of an agency's first account.</summary>
    internal static string NewAccountUrl(long id, AgencyKind kind) =>
        $"/quan-tri/nguoi-dung/them?co-quan={id}&nhiem-vu={(kind == AgencyKind.Commune ? Duties.Administrator : Duties.SuperiorOfficer)}";

    internal AgencyInput ToInput() => new()
    {
        Name = Name,
        Code = Code!,
        Kind = Kind!.Value,
        SuperiorId = SuperiorId,
        SuperiorFrom = SuperiorFrom ?? default,
    };

    internal static string KindName(AgencyKind kind) => kind == AgencyKind.Commune ? AgencyTexts.Commune : AgencyTexts.SuperiorOffice;
}

/// <summary>The form of an agency.</summary>
/// <param name="Row">The agency; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Offices">Offices that a new commune may report to.</param>
public sealed record AgencyEditor(Agency? Row, AgencyForm Form, IReadOnlyList<Choice> Offices);
