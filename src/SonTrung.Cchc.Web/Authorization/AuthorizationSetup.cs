using Microsoft.AspNetCore.Authorization;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>Deny by default: what says nothing is for signed-in users only, and each permission has its policy.</summary>
internal static class AuthorizationSetup
{
    public static void AddCchcAuthorization(this WebApplicationBuilder builder)
    {
        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        ApiTokens.AddPolicies(authorization);
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(
                RequirePermissionAttribute.PolicyOf(permission),
                policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(permission)));
        }
    }

    /// <summary>Gives the database of this request the scope of its user.</summary>
    public static void UseAccessScope(this WebApplication app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<CurrentAccess>().Scope = context.User.Scope();
        return next(context);
    });
}
