using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>Whatever way somebody signs in: a person who has left does not.</summary>
internal sealed class PortalSignInManager(
    UserManager<UserAccount> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<UserAccount> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<UserAccount>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<UserAccount> confirmation)
    : SignInManager<UserAccount>(users, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(UserAccount user) => user.LeftUtc is null && await base.CanSignInAsync(user);
}
