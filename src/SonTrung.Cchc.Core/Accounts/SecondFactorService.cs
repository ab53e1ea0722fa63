using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>How an act on the own second factor ended.</summary>
public enum SecondFactorOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The password is another.</summary>
    WrongPassword,

    /// <summary>The code is wrong, too old, or was used already.</summary>
    WrongCode,

    /// <summary>Too many wrong tries: the account is locked for a while.</summary>
    Locked,

    /// <summary>It is on already, or off, or was not begun.</summary>
    WrongState,
}

/// <summary>How it ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Codes">New recovery codes, to be shown once; null when none were made.</param>
public sealed record SecondFactorResult(SecondFactorOutcome Outcome, IReadOnlyList<string>? Codes = null);

/// <summary>The own second factor as it stands.</summary>
/// <param name="IsOn">Whether signing in asks for it.</param>
/// <param name="CodesLeft">Recovery codes that are left.</param>
/// <param name="PendingKey">The key of an app that was not confirmed yet, Base32; null when none is begun.</param>
public sealed record SecondFactorState(bool IsOn, int CodesLeft, string? PendingKey);

/// <summary>Xác thực hai bước: an authenticator app as the second factor of the own account.</summary>
public sealed class SecondFactorService(UserManager<UserAccount> users, IUserStore<UserAccount> store, CurrentAccess access)
{
    /// <summary>How it stands.</summary>
    public async Task<SecondFactorState> StateAsync()
    {
        var user = await OwnAsync();
        return user.TwoFactorEnabled
            ? new SecondFactorState(true, await users.CountRecoveryCodesAsync(user), null)
            : new SecondFactorState(false, 0, await users.GetAuthenticatorKeyAsync(user));
    }

    /// <summary>Makes a key for an app. Nothing is asked of anybody before a code of it was confirmed.</summary>
    /// <param name="password">The own password.</param>
    public Task<SecondFactorResult> BeginAsync(string password) => WithPasswordAsync(
        password,
        isOn: false,
        async user =>
        {
            Must(await users.ResetAuthenticatorKeyAsync(user));
            return new SecondFactorResult(SecondFactorOutcome.Done);
        });

    /// <summary>Turns it on: a code proves that the app has the key.</summary>
    /// <param name="code">The code that the app shows.</param>
    public async Task<SecondFactorResult> ConfirmAsync(string code)
    {
        var user = await OwnAsync();
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 })
        {
            return new SecondFactorResult(SecondFactorOutcome.WrongState);
        }

        if (await users.IsLockedOutAsync(user))
        {
            return new SecondFactorResult(SecondFactorOutcome.Locked);
        }

        if (!await users.VerifyTwoFactorTokenAsync(user, AuthenticatorCodes.Name, code))
        {
            return await FailedAsync(user, SecondFactorOutcome.WrongCode);
        }

        var codes = await NewCodesAsync(user);
        Must(await users.SetTwoFactorEnabledAsync(user, true));
        return new SecondFactorResult(SecondFactorOutcome.Done, codes);
    }

    /// <summary>Makes new recovery codes; the old ones open nothing any more.</summary>
    /// <param name="password">The own password.</param>
    public Task<SecondFactorResult> RenewCodesAsync(string password) => WithPasswordAsync(
        password,
        isOn: true,
        async user =>
        {
            var codes = await NewCodesAsync(user);
            Must(await users.UpdateAsync(user));
            return new SecondFactorResult(SecondFactorOutcome.Done, codes);
        });

    /// <summary>Turns it off; key and codes are forgotten, other sessions end.</summary>
    /// <param name="password">The own password.</param>
    public Task<SecondFactorResult> TurnOffAsync(string password) => WithPasswordAsync(
        password,
        isOn: true,
        async user =>
        {
            await ForgetAsync(users, store, user);
            Must(await users.SetTwoFactorEnabledAsync(user, false));
            return new SecondFactorResult(SecondFactorOutcome.Done);
        });

    /// <summary>Forgets key, codes and the code used last; the caller saves.</summary>
    internal static async Task ForgetAsync(UserManager<UserAccount> users, IUserStore<UserAccount> store, UserAccount user)
    {
        await ((IUserAuthenticatorKeyStore<UserAccount>)store).SetAuthenticatorKeyAsync(user, "", CancellationToken.None);
        await ((IUserTwoFactorRecoveryCodeStore<UserAccount>)store).ReplaceCodesAsync(user, [], CancellationToken.None);
        Must(await users.RemoveAuthenticationTokenAsync(user, AuthenticatorCodes.Name, AuthenticatorCodes.LastStep));
    }

    private async Task<SecondFactorResult> WithPasswordAsync(string password, bool isOn, Func<UserAccount, Task<SecondFactorResult>> act)
    {
        var user = await OwnAsync();
        if (user.TwoFactorEnabled != isOn)
        {
            return new SecondFactorResult(SecondFactorOutcome.WrongState);
        }

        if (await users.IsLockedOutAsync(user))
        {
            return new SecondFactorResult(SecondFactorOutcome.Locked);
        }

        return await users.CheckPasswordAsync(user, password) ? await act(user) : await FailedAsync(user, SecondFactorOutcome.WrongPassword);
    }

    /// <summary>A wrong try here counts like one at the door.</summary>
    private async Task<SecondFactorResult> FailedAsync(UserAccount user, SecondFactorOutcome outcome)
    {
        Must(await users.AccessFailedAsync(user));
        return new SecondFactorResult(outcome);
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(UserAccount user)
    {
        var codes = RecoveryCodes.New();
        await ((IUserTwoFactorRecoveryCodeStore<UserAccount>)store).ReplaceCodesAsync(user, codes.Select(RecoveryCodes.Hash), CancellationToken.None);
        return codes;
    }

    private async Task<UserAccount> OwnAsync() =>
        await users.FindByIdAsync(access.Scope.UserId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "")
        ?? throw new AgencyIsolationException("A second factor belongs to a signed-in person.");

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Not saved: {string.Join(", ", result.Errors.Select(error => error.Code))}");
        }
    }
}
