using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Password;

/// <summary>Đổi mật khẩu của mình.</summary>
[Authorize]
[OpenWithTemporaryPassword]
[Route("tai-khoan/mat-khau")]
public sealed class PasswordController(AccountService accounts, SignInManager<UserAccount> signIn) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new PasswordForm());

    /// <summary>Changes the password; this session goes on, all others end.</summary>
    [HttpPost("")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(PasswordForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await accounts.ChangeOwnPasswordAsync(form.Current, form.Wanted, cancellation);
            if (result.Succeeded)
            {
                await signIn.RefreshSignInAsync((await signIn.UserManager.GetUserAsync(User))!);
                this.Notice(PasswordTexts.Changed);
                return LocalRedirect("/");
            }

            foreach (var error in result.Errors)
            {
                var isCurrent = error.Code == nameof(IdentityErrorDescriber.PasswordMismatch);
                ModelState.AddModelError(isCurrent ? nameof(form.Current) : nameof(form.Wanted), error.Description);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(new PasswordForm());
    }
}

/// <summary>Mật khẩu cũ và mới.</summary>
public sealed class PasswordForm : IValidatableObject
{
    /// <summary>The present one.</summary>
    [Required, StringLength(128), DataType(DataType.Password)]
    [Display(Name = nameof(PasswordTexts.Current), ResourceType = typeof(PasswordTexts))]
    public string Current { get; set; } = "";

    /// <summary>The new one.</summary>
    [Required, StringLength(128), DataType(DataType.Password)]
    [Display(Name = nameof(PasswordTexts.Wanted), ResourceType = typeof(PasswordTexts), Description = nameof(PasswordTexts.WantedHint))]
    public string Wanted { get; set; } = "";

    /// <summary>The new one again.</summary>
    [Required, StringLength(128), DataType(DataType.Password)]
    [Display(Name = nameof(PasswordTexts.Again), ResourceType = typeof(PasswordTexts))]
    public string Again { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Again != Wanted)
        {
            yield return new ValidationResult(PasswordTexts.NotTheSame, [nameof(Again)]);
        }
        else if (Wanted == Current)
        {
            yield return new ValidationResult(PasswordTexts.NotNew, [nameof(Wanted)]);
        }
    }
}
