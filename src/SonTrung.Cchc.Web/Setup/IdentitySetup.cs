using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

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
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
            .AddEntityFrameworkStores<CchcDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }
}
