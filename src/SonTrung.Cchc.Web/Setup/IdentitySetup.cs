using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Sign-in with a cookie and a lockout; keys in the database, so that a restart signs nobody out.</summary>
internal static class IdentitySetup
{
    public static void AddCchcIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("SonTrung.Cchc").PersistKeysToDbContext<CchcDbContext>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddIdentityCore<UserAccount>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.Stores.MaxLengthForKeys = 128;
            options.User.RequireUniqueEmail = false;
            options.Password.RequiredLength = 10;
            options.Tokens.AuthenticatorTokenProvider = AuthenticatorCodes.Name;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
            .AddEntityFrameworkStores<CchcDbContext>()
            .AddSignInManager<PortalSignInManager>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddClaimsPrincipalFactory<AccountClaimsFactory>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(AuthenticatorCodes.Name);
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        // Between the two steps of signing in: for five minutes, and good for nothing else.
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "cchc-buoc-hai";
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "cchc";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            // A LAN without certificates must still be able to sign in; under HTTPS the cookie is Secure.
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/dang-nhap";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.ReturnUrlParameter = "quay-lai";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context =>
            {
                // A form can't be opened by the address it is sent to: who sent one too late comes back to the page it stood on.
                var isForm = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
                context.Response.Redirect(isForm && FormPage.Of(context.Request) is { } page
                    ? QueryHelpers.AddQueryString(cookie.LoginPath, cookie.ReturnUrlParameter, page)
                    : context.RedirectUri);
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }
}
