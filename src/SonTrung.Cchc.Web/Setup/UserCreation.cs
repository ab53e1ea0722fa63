using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Setup;

internal static class UserCreation
{
    /// <summary>Creates an account whose name and password were checked before; without a password nobody can sign in with it.</summary>
    /// <exception cref="InvalidOperationException">It was not created; the message names the rules broken, never the password.</exception>
    public static async Task CreateOrThrowAsync(this UserManager<UserAccount> users, UserAccount user, string? password)
    {
        var result = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{user.UserName}: {string.Join(", ", result.Errors.Select(error => error.Code))}");
        }
    }
}
