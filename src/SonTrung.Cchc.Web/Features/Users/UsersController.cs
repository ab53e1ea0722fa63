using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Users;

/// <summary>Người dùng.</summary>
[RequirePermission(Permission.Administer)]
[Route("quan-tri/nguoi-dung")]
public sealed class UsersController(AccountReader reader, AccountService accounts) : Controller
{
    internal const string AllStates = "tat-ca";

    /// <summary>The list by given name.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        [FromQuery(Name = "tim")] string? search,
        [FromQuery(Name = "trang-thai")] string? state,
        [FromQuery(Name = PagerTagHelper.BeforeParameter)] long? before,
        [FromQuery(Name = PagerTagHelper.AfterParameter)] long? after,
        CancellationToken cancellation)
    {
        var shown = StateOf(state);
        return View(new UserList(
            search, shown?.ToString() ?? AllStates, await reader.ListAsync(search, shown, new PageAt(before, after), cancellation)));
    }

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(
        [FromQuery(Name = "tim")] string? search, [FromQuery(Name = "trang-thai")] string? state, CancellationToken cancellation) =>
        new TableResult<AccountRow>(UserTable.Create(), await reader.AllAsync(search, StateOf(state), cancellation))
        {
            Filter = (StateOf(state) is { } shown ? new[] { DutyTexts.Name(shown) } : []).ToAsyncEnumerable(),
        };

    /// <summary>The empty form; agency and duty may be chosen by the page that led here.</summary>
    [HttpGet("them")]
    public Task<IActionResult> Create(
        [FromQuery(Name = "co-quan")] string? agency, [FromQuery(Name = "nhiem-vu")] string? duty, CancellationToken cancellation) =>
        FormAsync(
            null,
            new UserForm
            {
                FormKey = Guid.NewGuid(),
                AgencyId = long.TryParse(agency, CultureInfo.InvariantCulture, out var id) ? id : null,
                Duties = Enum.TryParse<Duties>(duty, out var chosen) && Enum.IsDefined(chosen) ? [chosen] : [],
            },
            cancellation);

    /// <summary>Creates an account; the next page shows its password once.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(UserForm form, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(form.UserName) && ModelState.IsValid)
        {
            ModelState.AddModelError(Field(nameof(form.UserName)), UserTexts.UserNameMissing);
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(null, form, cancellation);
        }

        var result = await accounts.CreateAsync(form.FormKey, form.ToInput(), cancellation);
        if (result.Outcome != AccountOutcome.Done)
        {
            Refuse(form, result.Outcome);
            return await FormAsync(null, form, cancellation);
        }

        this.Notice(UserTexts.Created);
        return ShowPassword(result);
    }

    /// <summary>The form of an account, with what else can be done.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await reader.FindAsync(id, cancellation) is { } user ? await FormAsync(user, UserForm.Of(user), cancellation) : NotFound();

    /// <summary>Changes an account.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, UserForm form, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } user)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(user, form, cancellation);
        }

        var result = await accounts.UpdateAsync(id, form.Version, form.ToInput(), cancellation);
        if (result.Outcome != AccountOutcome.Done)
        {
            Refuse(form, result.Outcome, user.Version);
            return await FormAsync(user, form, cancellation);
        }

        this.Notice(UserTexts.Saved);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Gives a new password.</summary>
    [HttpPost("{id:long}/mat-khau")]
    public async Task<IActionResult> ResetPassword(long id, Guid version, CancellationToken cancellation) =>
        After(await accounts.ResetPasswordAsync(id, version, cancellation), id, UserTexts.PasswordReset);

    /// <summary>Lifts a lockout.</summary>
    [HttpPost("{id:long}/mo-khoa")]
    public async Task<IActionResult> Unlock(long id, Guid version, CancellationToken cancellation) =>
        After(await accounts.UnlockAsync(id, version, cancellation), id, UserTexts.Unlocked);

    /// <summary>Turns off the second factor of who has lost it.</summary>
    [HttpPost("{id:long}/tat-hai-buoc")]
    public async Task<IActionResult> RemoveSecondFactor(long id, Guid version, CancellationToken cancellation) =>
        After(await accounts.RemoveSecondFactorAsync(id, version, cancellation), id, UserTexts.SecondFactorRemoved);

    /// <summary>What a leaver hands over.</summary>
    [HttpGet("{id:long}/nghi")]
    public async Task<IActionResult> Leave(long id, CancellationToken cancellation) =>
        await reader.HandOverAsync(id, cancellation) is { } handOver
            ? View(new LeavePage(handOver, new LeaveForm { Version = handOver.User.Version }))
            : NotFound();

    /// <summary>Marks a person as gone and hands the work over.</summary>
    [HttpPost("{id:long}/nghi")]
    public async Task<IActionResult> Leave(long id, LeaveForm form, CancellationToken cancellation)
    {
        var result = ModelState.IsValid
            ? await accounts.LeaveAsync(id, form.Version, new HandOverInput { ColleagueId = form.ColleagueId, SignerId = form.SignerId, ReportNote = await NoteAsync(id, cancellation) }, cancellation)
            : new AccountResult(AccountOutcome.ColleagueMissing);
        if (result.Outcome is AccountOutcome.ColleagueMissing or AccountOutcome.SignerWrong
            && await reader.HandOverAsync(id, cancellation) is { } handOver)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError(
                    Field(result.Outcome == AccountOutcome.SignerWrong ? nameof(form.SignerId) : nameof(form.ColleagueId)), Sentence(result.Outcome));
            }

            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new LeavePage(handOver, form));
        }

        return result.Outcome == AccountOutcome.ColleagueMissing ? NotFound() : After(result, id, UserTexts.HasLeft);
    }

    /// <summary>What the writers read whose reports come back because their signer leaves.</summary>
    private async Task<string> NoteAsync(long id, CancellationToken cancellation) => UserTexts.ReportNote.Fill((await reader.FindAsync(id, cancellation))?.FullName);

    /// <summary>Lets a leaver in again.</summary>
    [HttpPost("{id:long}/tro-lai")]
    public async Task<IActionResult> ComeBack(long id, Guid version, CancellationToken cancellation) =>
        After(await accounts.ComeBackAsync(id, version, cancellation), id, UserTexts.CameBack);

    private static AccountState? StateOf(string? asked) =>
        asked == AllStates ? null : Enum.TryParse<AccountState>(asked, out var state) ? state : AccountState.Working;

    private static string Field(string name) => $"{nameof(UserEditor.Form)}.{name}";

    private static string Sentence(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Conflict => UserTexts.Conflict,
        AccountOutcome.NameTaken => UserTexts.NameTaken,
        AccountOutcome.DutiesWrong => UserTexts.DutiesWrong,
        AccountOutcome.DepartmentUnknown => UserTexts.DepartmentUnknown,
        AccountOutcome.AgencyUnknown => UserTexts.AgencyUnknown,
        AccountOutcome.LastAdministrator => UserTexts.LastAdministrator,
        AccountOutcome.OwnAccount => UserTexts.OwnAccount,
        AccountOutcome.ColleagueMissing => UserTexts.ColleagueMissing,
        AccountOutcome.SignerWrong => UserTexts.SignerWrong,
        _ => UserTexts.WrongState,
    };

    private IActionResult After(AccountResult result, long id, string notice)
    {
        switch (result.Outcome)
        {
            case AccountOutcome.Done:
                this.Notice(notice);
                return ShowPassword(result);
            case AccountOutcome.NotFound:
                return NotFound();
            default:
                return this.WrongState(new RefusalPage(UserTexts.RefusedTitle, Sentence(result.Outcome), UserTexts.BackToUser, $"/quan-tri/nguoi-dung/{id}"));
        }
    }

    private RedirectToActionResult ShowPassword(AccountResult result)
    {
        if (result.Password is { } password)
        {
            TempData[PasswordKey(result.Id)] = password;
        }

        return RedirectToAction(nameof(Edit), new { id = result.Id });
    }

    private void Refuse(UserForm form, AccountOutcome outcome, Guid? current = null)
    {
        var field = outcome switch
        {
            AccountOutcome.NameTaken => nameof(form.UserName),
            AccountOutcome.DutiesWrong or AccountOutcome.LastAdministrator or AccountOutcome.OwnAccount => nameof(form.Duties),
            AccountOutcome.DepartmentUnknown => nameof(form.DepartmentId),
            AccountOutcome.AgencyUnknown => nameof(form.AgencyId),
            _ => null,
        };
        ModelState.AddModelError(field is null ? "" : Field(field), Sentence(outcome));
        if (outcome == AccountOutcome.Conflict && current is { } version)
        {
            // Saving again, after being told, is a decision and may overwrite.
            form.Version = version;
            ModelState.Remove(Field(nameof(form.Version)));
        }
    }

    private async Task<IActionResult> FormAsync(UserAccount? user, UserForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new UserEditor(
            user, user is null ? AccountState.Working : reader.StateOf(user), form, await reader.ChoicesAsync(user?.Id, cancellation),
            user is null ? null : TempData[PasswordKey(user.Id)] as string));
    }

    /// <summary>A password is shown on the page of its own account, whatever page is opened first.</summary>
    private static string PasswordKey(long id) => $"one-time-password-{id}";
}
