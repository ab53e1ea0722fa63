using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Agencies;

/// <summary>Cơ quan dùng hệ thống.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route("quan-tri/co-quan")]
public sealed class AgenciesController(AgencyService agencies) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await agencies.ListAsync(cancellation));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    public IActionResult Create() => Form(null, new AgencyForm { FormKey = Guid.NewGuid() });

    /// <summary>Adds an agency.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(AgencyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && (form.Code is null || form.Kind is null))
        {
            ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{(form.Code is null ? nameof(form.Code) : nameof(form.Kind))}", AgencyTexts.Incomplete);
        }

        return ModelState.IsValid
            ? After(await agencies.CreateAsync(form.FormKey, form.Name, form.Code!, form.Kind!.Value, cancellation), null, form)
            : Form(null, form);
    }

    /// <summary>The form of an agency.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) => await agencies.FindAsync(id, cancellation) is { } row
        ? Form(row, new AgencyForm { Version = row.Version, Name = row.Name, Code = row.Code, Kind = row.Kind })
        : NotFound();

    /// <summary>Renames an agency.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, AgencyForm form, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        return ModelState.IsValid ? After(await agencies.RenameAsync(id, form.Version, form.Name, cancellation), row, form) : Form(row, form);
    }

    private IActionResult After(SetupResult result, Agency? row, AgencyForm form)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(row is null ? AgencyTexts.Created : AgencyTexts.Saved);
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NameTaken:
                ModelState.AddModelError($"{nameof(AgencyEditor.Form)}.{nameof(form.Code)}", AgencyTexts.CodeTaken);
                break;
            default:
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                form.Version = row!.Version;
                ModelState.Remove($"{nameof(AgencyEditor.Form)}.{nameof(form.Version)}");
                break;
        }

        return Form(row, form);
    }

    private ViewResult Form(Agency? row, AgencyForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new AgencyEditor(row, form));
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

    internal static string KindName(AgencyKind kind) => kind == AgencyKind.Commune ? AgencyTexts.Commune : AgencyTexts.SuperiorOffice;
}

/// <summary>The form of an agency.</summary>
/// <param name="Row">The agency; null for a new one.</param>
/// <param name="Form">What was typed.</param>
public sealed record AgencyEditor(Agency? Row, AgencyForm Form);
