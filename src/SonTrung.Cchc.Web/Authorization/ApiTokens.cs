using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Web.Features.Api;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>How connected systems show who they are: a Bearer token, checked at every request; cookies mean nothing here.</summary>
internal static class ApiTokens
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "SystemToken";

    private const string TokenId = "cchc:system-token";
    private const string Scopes = "cchc:system-scopes";

    /// <summary>The name of the policy of a scope.</summary>
    public static string PolicyOf(ApiScopes scope) => $"api:{scope}";

    public static void AddPolicies(AuthorizationBuilder authorization)
    {
        foreach (var scope in Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None))
        {
            authorization.AddPolicy(PolicyOf(scope), policy => policy
                .AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().RequireAssertion(context => context.User.SystemScopes().HasFlag(scope)));
        }
    }

    /// <summary>The key of the token that a request shows; null for people.</summary>
    public static long? SystemTokenId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(TokenId), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The scope of a connected system.</summary>
    public static AccessScope SystemScope(this ClaimsPrincipal user) =>
        AccessScope.ForSystem(user.PersonName(), user.OwnAgencyId() ?? throw new InvalidOperationException("A system belongs to an agency."));

    private static ApiScopes SystemScopes(this ClaimsPrincipal user) =>
        Enum.TryParse<ApiScopes>(user.FindFirstValue(Scopes), out var scopes) ? scopes : ApiScopes.None;

    /// <summary>Reads the header, and answers in the words of the interface.</summary>
    internal sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SystemTokenService tokens)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private const string Bearer = "Bearer ";

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            {
                return AuthenticateResult.NoResult();
            }

            if (await tokens.RecognizeAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token)
            {
                return AuthenticateResult.Fail("No valid token.");
            }

            var identity = new ClaimsIdentity(
            [
                new Claim(TokenId, token.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(AccountClaims.FullName, token.Name),
                new Claim(AccountClaims.AgencyId, token.AgencyId.ToString(CultureInfo.InvariantCulture)),
                new Claim(Scopes, token.Scopes.ToString()),
            ], Scheme.Name);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
        }

        protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            var isWrong = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = isWrong ? "Bearer realm=\"cchc\", error=\"invalid_token\"" : "Bearer realm=\"cchc\"";
            await ApiProblems.WriteAsync(Context, StatusCodes.Status401Unauthorized, isWrong ? ApiTexts.TokenWrong : ApiTexts.TokenMissing);
        }

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            Response.Headers.WWWAuthenticate = "Bearer realm=\"cchc\", error=\"insufficient_scope\"";
            return ApiProblems.WriteAsync(Context, StatusCodes.Status403Forbidden, ApiTexts.ScopeMissing);
        }
    }
}
