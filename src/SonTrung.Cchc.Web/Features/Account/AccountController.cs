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
            else
            {
                var result = await signIn.PasswordSignInAsync(user, form.Password, isPersistent: false, lockoutOnFailure: true);
                if (result.RequiresTwoFactor)
                {
                    return RedirectToAction(nameof(SecondStep), new Dictionary<string, string?> { ["quay-lai"] = Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : null });
                }

                if (result.Succeeded)
                {
                    await notes.SignedInAsync(user);
                    return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
                }
            }

            await notes.SignInFailedAsync(form.UserName);
            ModelState.AddModelError(nameof(form.UserName), AccountTexts.SignInFailed);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }

    /// <summary>The second step; whoever did not take the first goes there.</summary>
    [HttpGet("/dang-nhap/ma-xac-nhan")]
    public async Task<IActionResult> SecondStep([FromQuery(Name = "quay-lai")] string? returnUrl) => await signIn.GetTwoFactorAuthenticationUserAsync() is null
        ? RedirectToAction(nameof(SignIn))
        : View(new SignInCode { ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });

    /// <summary>Signs in with the app's code, or with a recovery code. Nothing is remembered: the next time asks again.</summary>
    [HttpPost("/dang-nhap/ma-xac-nhan")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> SecondStep(SignInCode form)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return RedirectToAction(nameof(SignIn));
        }

        if (ModelState.IsValid)
        {
            var code = SignInCode.Bare(form.Code);
            // A wrong recovery code counts too: Identity itself counts wrong codes of the app only.
            var result = code.Length <= AuthenticatorCode.Digits ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
                : await signIn.UserManager.IsLockedOutAsync(user) ? Microsoft.AspNetCore.Identity.SignInResult.LockedOut
                : await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCodes.Hash(code));
            if (result.Succeeded)
            {
                await notes.SignedInAsync(user);
                return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
            }

            if (code.Length > AuthenticatorCode.Digits && !result.IsLockedOut)
            {
                await signIn.UserManager.AccessFailedAsync(user);
            }

            await notes.SignInFailedAsync(user.UserName!);
            ModelState.AddModelError(nameof(form.Code), AccountTexts.SecondFailed);
        }

        // A code that was typed is not shown again.
        ModelState.SetModelValue(nameof(form.Code), rawValue: null, attemptedValue: null);

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(new SignInCode { ReturnUrl = form.ReturnUrl });
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
