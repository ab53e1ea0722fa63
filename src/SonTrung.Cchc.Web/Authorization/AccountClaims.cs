using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>What the cookie says of a user, renewed every minute from the database.</summary>
internal static class AccountClaims
{
    public const string AgencyId = "cchc:agency";
    public const string AgencyName = "cchc:agency-name";
    public const string Duties = "cchc:duties";
    public const string FullName = "cchc:full-name";
    public const string TemporaryPassword = "cchc:temporary-password";

    public static long? UserId(this ClaimsPrincipal user) => Number(user, ClaimTypes.NameIdentifier);

    public static long? OwnAgencyId(this ClaimsPrincipal user) => Number(user, AgencyId);

    public static string PersonName(this ClaimsPrincipal user) => user.FindFirstValue(FullName) ?? "";

    public static string OwnAgencyName(this ClaimsPrincipal user) => user.FindFirstValue(AgencyName) ?? "";

    public static bool HasTemporaryPassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == TemporaryPassword);

    public static bool May(this ClaimsPrincipal user, Permission permission) => user.Permissions().Contains(permission);

    public static IReadOnlySet<Permission> Permissions(this ClaimsPrincipal user) =>
        Core.Accounts.Permissions.Of(Enum.TryParse<Duties>(user.FindFirstValue(Duties), out var duties) ? duties : Core.Accounts.Duties.None);

    public static AccessScope Scope(this ClaimsPrincipal user) => user.UserId() is { } id
        ? AccessScope.ForUser(id, user.PersonName(), user.OwnAgencyId())
        : AccessScope.Nobody;

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Writes the claims when somebody signs in.</summary>
internal sealed class AccountClaimsFactory(UserManager<UserAccount> users, IOptions<IdentityOptions> options, CchcDbContext db)
    : UserClaimsPrincipalFactory<UserAccount>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(AccountClaims.FullName, user.FullName));
        identity.AddClaim(new Claim(AccountClaims.Duties, user.Duties.ToString()));
        if (user.HasTemporaryPassword)
        {
            identity.AddClaim(new Claim(AccountClaims.TemporaryPassword, "true"));
        }

        if (user.AgencyId is { } agencyId)
        {
            var name = await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => agency.Name).SingleAsync();
            identity.AddClaim(new Claim(AccountClaims.AgencyId, agencyId.ToString(CultureInfo.InvariantCulture)));
            identity.AddClaim(new Claim(AccountClaims.AgencyName, name));
        }

        return identity;
    }
}
