using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>Checks the codes of authenticator apps for Identity. Unlike its own provider, this one takes each code once.</summary>
/// <param name="time">The clock.</param>
public sealed class AuthenticatorCodes(TimeProvider time) : IUserTwoFactorTokenProvider<UserAccount>
{
    /// <summary>The name that Identity knows it by.</summary>
    public const string Name = "CchcAuthenticator";

    /// <summary>The name of the row that remembers the step of the code used last.</summary>
    public const string LastStep = "LastStep";

    /// <summary>Codes come from the app, never from here.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<UserAccount> manager, UserAccount user) => Task.FromResult("");

    /// <summary>Whether a code is right, now and for the first time.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="token">What was typed.</param>
    /// <param name="manager">Identity's manager.</param>
    /// <param name="user">The account.</param>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<UserAccount> manager, UserAccount user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var last = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Name, LastStep), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        // Of two who send one code at the same moment, the account's stamp lets one write.
        return AuthenticatorCode.Find(key, token, time.GetUtcNow(), last) is { } step
            && (await manager.SetAuthenticationTokenAsync(user, Name, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>Whether the account has an app.</summary>
    /// <param name="manager">Identity's manager.</param>
    /// <param name="user">The account.</param>
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<UserAccount> manager, UserAccount user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };
    }
}
