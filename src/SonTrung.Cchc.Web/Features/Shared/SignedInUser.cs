using System.Globalization;
using System.Security.Claims;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>Who is signed in, as the cookie says it: pages show it without asking the database.</summary>
/// <param name="FullName">"Trần Thị Mẫu".</param>
/// <param name="AgencyName">"UBND xã Sơn Trung"; empty for a system administrator.</param>
/// <param name="Permissions">What the person may do.</param>
public sealed record SignedInUser(string FullName, string AgencyName, IReadOnlySet<Permission> Permissions)
{
    public const string FullNameClaim = "cchc:name";
    public const string AgencyNameClaim = "cchc:agency-name";
    public const string DutiesClaim = "cchc:duties";

    /// <summary>Null for an anonymous visitor.</summary>
    public static SignedInUser? From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity?.IsAuthenticated != true)
        {
            return null;
        }

        var duties = Enum.TryParse<Duties>(principal.FindFirstValue(DutiesClaim), out var parsed) ? parsed : Duties.None;
        return new(
            principal.FindFirstValue(FullNameClaim) ?? principal.Identity.Name ?? "",
            principal.FindFirstValue(AgencyNameClaim) ?? "",
            Core.Accounts.Permissions.Of(duties));
    }

    /// <summary>The claims that <see cref="From"/> reads, to be added at sign-in.</summary>
    public static IEnumerable<Claim> ClaimsFor(string fullName, string agencyName, Duties duties) =>
    [
        new(FullNameClaim, fullName),
        new(AgencyNameClaim, agencyName),
        new(DutiesClaim, ((int)duties).ToString(CultureInfo.InvariantCulture)),
    ];
}
