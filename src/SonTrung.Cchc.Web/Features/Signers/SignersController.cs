using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Signers;

/// <summary>Người ký.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/nguoi-ky")]
public sealed class SignersController(SignerService signers, TimeProvider time) : Controller
{
    /// <summary>The list with what is printed above each name.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await signers.ListAsync(cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<SignerRow>(
        new TableExport<SignerRow>(SignerTexts.Title, "nguoi-ky")
            .Text(SignerTexts.ColumnName, 30, row => row.Signer.FullName)
            .Text(SignerTexts.ColumnAuthority, 40, row => string.Join(", ", row.AuthorityLines))
            .Text(SignerTexts.Scope, 40, row => row.Signer.Scope)
            .Date(SignerTexts.ValidFrom, 13, row => row.Signer.ValidFrom)
            .Date(SignerTexts.ValidTo, 13, row => row.Signer.ValidTo)
            .Date(SignerTexts.CertificateEndsOn, 16, row => row.Signer.CertificateEndsOn)
            .Text(SignerTexts.ColumnAccount, 30, row => row.Account),
        await signers.ListAsync(cancellation));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    public Task<IActionResult> Create(CancellationToken cancellation) =>
        FormAsync(null, new SignerForm { FormKey = Guid.NewGuid(), ValidFrom = time.Today() }, cancellation);

    /// <summary>Enters a signer.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(SignerForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AfterAsync(await signers.CreateAsync(form.FormKey, form.ToInput(form.ValidFrom!.Value), cancellation), null, form, cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a signer.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await signers.FindAsync(id, cancellation) is { } row ? await FormAsync(row, SignerForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a signer.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, SignerForm form, CancellationToken cancellation)
    {
        if (await signers.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.ValidFrom = row.ValidFrom;
        ModelState.Remove(Field(nameof(form.ValidFrom)));
        return ModelState.IsValid
            ? await AfterAsync(await signers.UpdateAsync(id, form.Version, form.ToInput(row.ValidFrom), cancellation), row, form, cancellation)
            : await FormAsync(row, form, cancellation);
    }

    /// <summary>Takes away one that nothing refers to.</summary>
    [HttpPost("{id:long}/xoa")]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        var row = await signers.FindAsync(id, cancellation);
        switch ((await signers.RemoveAsync(id, version, cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.NoticeOfRemoval(SignerTexts.Removed.Fill(row!.FullName), "/quan-tri/nguoi-ky/them", SignerForm.Of(row), nameof(SignerEditor.Form));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case var outcome:
                return this.WrongState(new RefusalPage(
                    SignerTexts.RemoveRefused, outcome == SetupOutcome.Needed ? SignerTexts.Used : SharedTexts.SavedByAnother, SignerTexts.Title, $"/quan-tri/nguoi-ky/{id}"));
        }
    }

    private static string Field(string name) => $"{nameof(SignerEditor.Form)}.{name}";

    private async Task<IActionResult> AfterAsync(SetupResult result, Signer? row, SignerForm form, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(SignerTexts.Saved.Fill(form.FullName));
                return RedirectToAction(nameof(Index));
            case SetupOutcome.EndsBeforeStart:
                ModelState.AddModelError(Field(nameof(form.ValidTo)), SignerTexts.EndsBeforeStart);
                break;
            case SetupOutcome.Unlimited:
                ModelState.AddModelError(Field(form.ValidTo is null ? nameof(form.ValidTo) : nameof(form.Scope)), SignerTexts.Unlimited);
                break;
            case SetupOutcome.ChoiceWrong when string.IsNullOrWhiteSpace(form.HeadPost) && SignerService.SignsForAnother(form.Capacity!.Value):
                ModelState.AddModelError(Field(nameof(form.HeadPost)), SignerTexts.HeadPostMissing);
                break;
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError(Field(nameof(form.UserId)), SignerTexts.AccountWrong);
                break;
            default:
                var accounts = await signers.AccountsAsync(cancellation);
                this.SavedByAnother(Field(nameof(form.Version)), FormFields.Differing(form, SignerForm.Of(row!), value => value switch
                {
                    SigningCapacity capacity => SignerForm.Name(capacity),
                    SignedReports reports => SignerForm.Name(reports),
                    long id => accounts.FirstOrDefault(account => account.Id == id)?.Name,
                    _ => null,
                }));
                form.Version = row!.Version;
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private async Task<IActionResult> FormAsync(Signer? row, SignerForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new SignerEditor(
            row, form, await signers.AccountsAsync(cancellation), row is not null && await signers.IsUnusedAsync(row.Id, cancellation)));
    }
}

/// <summary>Người ký.</summary>
public sealed class SignerForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>"Nguyễn Tiến Thích".</summary>
    [Required, StringLength(Signer.NameLength)]
    [Display(Name = nameof(SignerTexts.FullName), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.FullNameHint))]
    public string FullName { get; set; } = "";

    /// <summary>TM., KT., Q., TL., TUQ.</summary>
    [Required]
    [Display(Name = nameof(SignerTexts.Capacity), ResourceType = typeof(SignerTexts))]
    public SigningCapacity? Capacity { get; set; }

    /// <summary>"CHỦ TỊCH".</summary>
    [Required, StringLength(Signer.PostLength)]
    [Display(Name = nameof(SignerTexts.Post), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.PostHint))]
    public string Post { get; set; } = "";

    /// <summary>The post signed for.</summary>
    [StringLength(Signer.PostLength)]
    [Display(Name = nameof(SignerTexts.HeadPost), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.HeadPostHint))]
    public string? HeadPost { get; set; }

    /// <summary>The account that approves.</summary>
    [Display(Name = nameof(SignerTexts.Account), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.AccountHint))]
    public long? UserId { get; set; }

    /// <summary>The personal certificate: thumbprint or holder.</summary>
    [StringLength(Signer.CertificateLength)]
    [Display(Name = nameof(SignerTexts.Certificate), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.CertificateHint))]
    public string? Certificate { get; set; }

    /// <summary>The certificate's last day.</summary>
    [Display(Name = nameof(SignerTexts.CertificateEndsOn), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.CertificateEndsOnHint))]
    public DateOnly? CertificateEndsOn { get; set; }

    /// <summary>What may be signed.</summary>
    [StringLength(Signer.ScopeLength)]
    [Display(Name = nameof(SignerTexts.Scope), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.ScopeHint))]
    public string? Scope { get; set; }

    /// <summary>Which reports may be signed; all when empty.</summary>
    [Display(Name = nameof(SignerTexts.Reports), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.ReportsHint))]
    public SignedReports? Reports { get; set; }

    /// <summary>The first day.</summary>
    [Required]
    [Display(Name = nameof(SignerTexts.ValidFrom), ResourceType = typeof(SignerTexts))]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day.</summary>
    [Display(Name = nameof(SignerTexts.ValidTo), ResourceType = typeof(SignerTexts), Description = nameof(SignerTexts.ValidToHint))]
    public DateOnly? ValidTo { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CertificateEndsOn is not null && string.IsNullOrWhiteSpace(Certificate))
        {
            yield return new ValidationResult(SignerTexts.CertificateMissing, [nameof(Certificate)]);
        }
    }

    internal static SignerForm Of(Signer row) => new()
    {
        Version = row.Version,
        FullName = row.FullName,
        Capacity = row.Capacity,
        Post = row.Post,
        HeadPost = row.HeadPost,
        UserId = row.UserId,
        Certificate = row.Certificate,
        CertificateEndsOn = row.CertificateEndsOn,
        Scope = row.Scope,
        Reports = row.Reports,
        ValidFrom = row.ValidFrom,
        ValidTo = row.ValidTo,
    };

    internal SignerInput ToInput(DateOnly validFrom) => new()
    {
        FullName = FullName,
        Capacity = Capacity!.Value,
        Post = Post,
        HeadPost = HeadPost,
        UserId = UserId,
        Certificate = Certificate,
        CertificateEndsOn = CertificateEndsOn,
        Scope = Scope,
        Reports = Reports,
        ValidFrom = validFrom,
        ValidTo = ValidTo,
    };

    internal static string Name(SignedReports reports) => reports == SignedReports.Annual ? SignerTexts.ReportsAnnual : SignerTexts.ReportsPeriodic;

    internal static string Name(SigningCapacity capacity) => capacity switch
    {
        SigningCapacity.OnBehalf => SignerTexts.OnBehalf,
        SigningCapacity.ForHead => SignerTexts.ForHead,
        SigningCapacity.Acting => SignerTexts.Acting,
        SigningCapacity.ByOrder => SignerTexts.ByOrder,
        _ => SignerTexts.ByAuthorisation,
    };
}

/// <summary>The form of a signer.</summary>
/// <param name="Row">The signer; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Accounts">Accounts that approve.</param>
/// <param name="MayRemove">Whether no paper names the signer.</param>
public sealed record SignerEditor(Signer? Row, SignerForm Form, IReadOnlyList<Choice> Accounts, bool MayRemove);
