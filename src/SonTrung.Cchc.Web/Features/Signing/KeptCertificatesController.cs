using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>Chứng thư số lưu trên cổng: its owner gives it into keeping, and takes it out again.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("chung-thu-so")]
public sealed class KeptCertificatesController(KeptCertificateService kept, SigningReader signing, TimeProvider time) : Controller
{
    private const int LargestForm = KeptCertificateService.LargestFile + KeptCertificateService.LargestPicture + 65_536;

    /// <summary>The person's own certificate.</summary>
    [HttpGet("ca-nhan")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Person(CancellationToken cancellation) => PageAsync(CertificateUse.Person, cancellation);

    /// <summary>Takes the person's certificate into keeping.</summary>
    [HttpPost("ca-nhan")]
    [RequirePermission(Permission.ApproveReports)]
    [RequestSizeLimit(LargestForm)]
    public Task<IActionResult> Person(KeptCertificateForm form, CancellationToken cancellation) => ImportAsync(CertificateUse.Person, form, cancellation);

    /// <summary>Takes it out.</summary>
    [HttpPost("ca-nhan/bo")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> RemovePerson(CancellationToken cancellation) => RemoveAsync(CertificateUse.Person, cancellation);

    /// <summary>The organisation's certificate in the clerk's hand.</summary>
    [HttpGet("co-quan")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Organisation(CancellationToken cancellation) => PageAsync(CertificateUse.Organisation, cancellation);

    /// <summary>Takes the organisation's certificate into keeping.</summary>
    [HttpPost("co-quan")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(LargestForm)]
    public Task<IActionResult> Organisation(KeptCertificateForm form, CancellationToken cancellation) => ImportAsync(CertificateUse.Organisation, form, cancellation);

    /// <summary>Takes it out.</summary>
    [HttpPost("co-quan/bo")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> RemoveOrganisation(CancellationToken cancellation) => RemoveAsync(CertificateUse.Organisation, cancellation);

    private async Task<IActionResult> ImportAsync(CertificateUse use, KeptCertificateForm form, CancellationToken cancellation)
    {
        if (form.File is not { Length: > 0 and <= KeptCertificateService.LargestFile })
        {
            ModelState.AddModelError(nameof(form.File), SigningTexts.KeptNoFile);
        }

        if (form.Picture is { Length: > KeptCertificateService.LargestPicture })
        {
            ModelState.AddModelError(nameof(form.Picture), SigningTexts.KeptPictureWrong);
        }

        if (form.Pin != form.PinAgain)
        {
            ModelState.AddModelError(nameof(form.PinAgain), SigningTexts.PinsDiffer);
        }

        if (ModelState.IsValid)
        {
            var result = await kept.ImportAsync(
                use,
                new KeptCertificateInput(await BytesAsync(form.File!, cancellation), form.Password, form.Pin!)
                {
                    Picture = form.Picture is { Length: > 0 } picture ? await BytesAsync(picture, cancellation) : null,
                    PictureMillimetres = use == CertificateUse.Organisation ? form.Millimetres : null,
                },
                cancellation);
            if (result.Refusal is not { } refusal)
            {
                this.Notice(
                    result.HasOtherColour ? $"{SigningTexts.KeptImported} {(use == CertificateUse.Person ? SigningTexts.PictureNotBlue : SigningTexts.PictureNotRed)}" : SigningTexts.KeptImported,
                    result.HasOtherColour ? NoticeKind.Warning : NoticeKind.Success);
                return LocalRedirect(Address(use));
            }

            ModelState.AddModelError(
                refusal switch
                {
                    KeptRefusal.PinLength => nameof(form.Pin),
                    KeptRefusal.PictureWrong or KeptRefusal.PictureLarger => nameof(form.Picture),
                    KeptRefusal.NotDecided or KeptRefusal.NoSecondFactor => "",
                    _ => nameof(form.File),
                },
                SigningWords.Name(result));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(use, cancellation);
    }

    private async Task<IActionResult> RemoveAsync(CertificateUse use, CancellationToken cancellation)
    {
        if ((await kept.RemoveAsync(use, cancellation)).Refusal is not null)
        {
            return NotFound();
        }

        this.Notice(SigningTexts.KeptRemoved);
        return LocalRedirect(Address(use));
    }

    private async Task<IActionResult> PageAsync(CertificateUse use, CancellationToken cancellation) =>
        View("Kept", new KeptPage(use, Address(use), await kept.FindAsync(use, cancellation), await kept.MissingAsync(cancellation))
        {
            Capacities = use == CertificateUse.Person ? await signing.CapacitiesAsync(time.Today(), cancellation) : [],
        });

    private static string Address(CertificateUse use) => use == CertificateUse.Person ? "/chung-thu-so/ca-nhan" : "/chung-thu-so/co-quan";

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}

/// <summary>A certificate that comes into keeping.</summary>
public sealed class KeptCertificateForm
{
    /// <summary>The PKCS#12.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The password of the file.</summary>
    [DataType(DataType.Password)]
    [Display(Name = nameof(SigningTexts.FilePassword), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.FilePasswordHint))]
    public string? Password { get; set; }

    /// <summary>The PIN that its owner chooses.</summary>
    [Required, StringLength(KeptCertificate.LongestPin, MinimumLength = KeptCertificate.ShortestPin), DataType(DataType.Password)]
    [Display(Name = nameof(SigningTexts.NewPin), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.NewPinHint))]
    public string? Pin { get; set; }

    /// <summary>The PIN once more.</summary>
    [Required, DataType(DataType.Password)]
    [Display(Name = nameof(SigningTexts.PinAgain), ResourceType = typeof(SigningTexts))]
    public string? PinAgain { get; set; }

    /// <summary>The picture of signature or seal.</summary>
    public IFormFile? Picture { get; set; }

    /// <summary>The real width of the seal, mm.</summary>
    [Range(KeptCertificate.NarrowestSeal, KeptCertificate.WidestSeal)]
    [Display(Name = nameof(SigningTexts.SealMillimetres), ResourceType = typeof(SigningTexts), Description = nameof(SigningTexts.SealMillimetresHint))]
    public int? Millimetres { get; set; }
}

/// <summary>The page of a certificate in keeping.</summary>
/// <param name="Use">Whose signature it makes.</param>
/// <param name="Address">The page's address.</param>
/// <param name="Row">The certificate; null while there is none.</param>
/// <param name="Missing">What keeps the portal from keeping one for this person.</param>
public sealed record KeptPage(CertificateUse Use, string Address, KeptCertificate? Row, IReadOnlyList<KeptRefusal> Missing)
{
    /// <summary>In which capacities the person signs.</summary>
    public IReadOnlyList<Signer> Capacities { get; init; } = [];
}
