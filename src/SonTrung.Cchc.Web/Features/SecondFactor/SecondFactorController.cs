using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Web.Features.Account;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.SecondFactor;

/// <summary>Xác thực hai bước của mình.</summary>
[Authorize]
[Route(Address)]
public sealed class SecondFactorController(SecondFactorService factor, SignInManager<UserAccount> signIn) : Controller
{
    internal const string Address = "tai-khoan/xac-thuc-hai-buoc";

    /// <summary>Says that the person began a moment ago: only then the key is shown.</summary>
    private const string Begun = "second-factor-begun";

    private const string Codes = "second-factor-codes";

    /// <summary>How it stands; recovery codes made a moment ago are shown this once.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index() => PageAsync(new CodeForm());

    /// <summary>Makes a key for an app.</summary>
    [HttpPost("bat-dau")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Begin(OwnPasswordForm form) => WithPasswordAsync(form, factor.BeginAsync, () => TempData[Begun] = true);

    /// <summary>Turns it on with a code of the app.</summary>
    [HttpPost("xac-nhan")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Confirm(CodeForm form)
    {
        if (ModelState.IsValid)
        {
            var result = await factor.ConfirmAsync(SignInCode.Bare(form.Code));
            if (result.Outcome == SecondFactorOutcome.Done)
            {
                TempData.Remove(Begun);
                return await DoneAsync(result, SecondFactorTexts.TurnedOn);
            }

            ModelState.AddModelError(nameof(form.Code), Sentence(result.Outcome));
        }

        ModelState.SetModelValue(nameof(form.Code), rawValue: null, attemptedValue: null);

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(new CodeForm());
    }

    /// <summary>Makes new recovery codes.</summary>
    [HttpPost("ma-du-phong")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> Renew(OwnPasswordForm form) => WithPasswordAsync(form, factor.RenewCodesAsync, notice: SecondFactorTexts.CodesRenewed);

    /// <summary>Turns it off.</summary>
    [HttpPost("tat")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public Task<IActionResult> TurnOff(OwnPasswordForm form) => WithPasswordAsync(form, factor.TurnOffAsync, notice: SecondFactorTexts.TurnedOff);

    private async Task<IActionResult> WithPasswordAsync(
        OwnPasswordForm form, Func<string, Task<SecondFactorResult>> act, Action? after = null, string? notice = null)
    {
        if (ModelState.IsValid)
        {
            var result = await act(form.Password);
            if (result.Outcome == SecondFactorOutcome.Done)
            {
                after?.Invoke();
                return await DoneAsync(result, notice);
            }

            ModelState.AddModelError(nameof(form.Password), Sentence(result.Outcome));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(new CodeForm());
    }

    /// <summary>This session goes on under the account's new stamp; all others end.</summary>
    private async Task<IActionResult> DoneAsync(SecondFactorResult result, string? notice)
    {
        await signIn.RefreshSignInAsync((await signIn.UserManager.GetUserAsync(User))!);
        if (result.Codes is { } codes)
        {
            TempData[Codes] = string.Join(' ', codes);
        }

        if (notice is not null)
        {
            this.Notice(notice);
        }

        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> PageAsync(CodeForm form)
    {
        var state = await factor.StateAsync();
        var key = TempData.Peek(Begun) is true && state.PendingKey is { Length: > 0 } pending ? pending : null;
        return View("Index", new SecondFactorPage(state, form)
        {
            Key = key,
            Picture = key is null ? null : QrPicture.Of(AppAddress(key)),
            Codes = (TempData[Codes] as string)?.Split(' ') ?? [],
        });
    }

    /// <summary>What an app reads from the QR code.</summary>
    private string AppAddress(string key)
    {
        var issuer = Uri.EscapeDataString(SharedTexts.PortalShortName);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(User.Identity!.Name!)}?secret={key}&issuer={issuer}&digits={AuthenticatorCode.Digits}";
    }

    private static string Sentence(SecondFactorOutcome outcome) => outcome switch
    {
        SecondFactorOutcome.WrongPassword => SecondFactorTexts.WrongPassword,
        SecondFactorOutcome.WrongCode => SecondFactorTexts.WrongCode,
        SecondFactorOutcome.Locked => SecondFactorTexts.Locked,
        _ => SecondFactorTexts.WrongState,
    };
}

/// <summary>Mật khẩu của mình, once more.</summary>
public sealed class OwnPasswordForm
{
    /// <summary>Never logged, never shown again.</summary>
    [Required, StringLength(128), DataType(DataType.Password)]
    [Display(Name = nameof(SecondFactorTexts.Password), ResourceType = typeof(SecondFactorTexts))]
    public string Password { get; set; } = "";
}

/// <summary>Mã của ứng dụng.</summary>
public sealed class CodeForm
{
    /// <summary>Six digits.</summary>
    [Required, StringLength(20)]
    [Display(Name = nameof(SecondFactorTexts.Code), ResourceType = typeof(SecondFactorTexts), Description = nameof(SecondFactorTexts.CodeHint))]
    public string Code { get; set; } = "";
}

/// <summary>The page of the own second factor.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Form">What was typed.</param>
public sealed record SecondFactorPage(SecondFactorState State, CodeForm Form)
{
    /// <summary>The key to be entered by hand; null when nothing was begun.</summary>
    public string? Key { get; init; }

    /// <summary>The same as a QR code.</summary>
    public QrPicture? Picture { get; init; }

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
