using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Account;

/// <summary>Đăng nhập, đăng xuất.</summary>
[AllowAnonymous]
public sealed class AccountController(SignInManager<UserAccount> signIn, IPasswordHasher<UserAccount> hasher, AuditNotes notes) : Controller
{
    /// <summary>The form; who is signed in already goes on.</summary>
    [HttpGet("/dang-nhap")]
    public IActionResult SignIn([FromQuery(Name = "quay-lai")] string? returnUrl) => User.Identity?.IsAuthenticated == true
        ? LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/")
        : View(new SignInForm { ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });

    /// <summary>Signs in. Unknown, wrong, locked and gone sound and last alike.</summary>
    [HttpPost("/dang-nhap")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (ModelState.IsValid)
        {
            var user = await signIn.UserManager.FindByNameAsync(form.UserName.Trim());
            if (user is null or { LeftUtc: not null })
            {
                hasher.HashPassword(new UserAccount { FullName = "", Duties = Duties.None }, form.Password);
            }
            else if ((await signIn.PasswordSignInAsync(user, form.Password, isPersistent: false, lockoutOnFailure: true)).Succeeded)
            {
                await notes.SignedInAsync(user);
                return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
            }

            await notes.SignInFailedAsync(form.UserName);
            ModelState.AddModelError(nameof(form.UserName), AccountTexts.SignInFailed);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }

    /// <summary>Signs out.</summary>
    [HttpPost("/dang-xuat")]
    public new async Task<IActionResult> SignOut()
    {
        await notes.SignedOutAsync();
        await signIn.SignOutAsync();
        return LocalRedirect("/dang-nhap");
    }
}
