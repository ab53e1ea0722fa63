using System.Globalization;
using System.Threading.RateLimiting;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Brakes on what strangers may try.</summary>
internal static class RateLimits
{
    /// <summary>Signing in and setting up: 30 tries a minute and address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Checking texts and files: 30 a minute and person.</summary>
    public const string Checking = "checking";

    /// <summary>Verifying documents, without signing in: 60 a minute and address, behind which a whole office may sit.</summary>
    public const string Verification = "verification";

    /// <summary>Signing programs that fetch and bring files, without signing in: 60 a minute and address, behind which a whole office may sit.</summary>
    public const string SigningPlugin = "signing-plugin";

    /// <summary>Mending pasted texts: 120 a minute and person.</summary>
    public const string Healing = "healing";

    /// <summary>The interface for other systems: so many requests a minute and address, whoever sends them.</summary>
    public const string Api = "api";

    /// <summary>The setting of how many requests a minute each system may send.</summary>
    public const string ApiPerToken = "Cchc:ApiRequestsPerMinute";

    private const int VerificationsPerAddress = 60;
    private const int SigningPluginPerAddress = 60;

    /// <summary>One address may speak for many systems.</summary>
    private const int ApiPerAddress = 3000;

    public static void AddCchcRateLimits(this WebApplicationBuilder builder)
    {
        var permits = builder.Configuration.GetValue("Cchc:SignInsPerMinute", 30);
        var checks = builder.Configuration.GetValue("Cchc:ChecksPerMinute", 30);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.TellWhen(context.Lease);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(Verification, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = VerificationsPerAddress, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(SigningPlugin, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = SigningPluginPerAddress, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(Checking, context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.UserId()?.ToString(CultureInfo.InvariantCulture) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = checks, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(Healing, context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.UserId()?.ToString(CultureInfo.InvariantCulture) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 4 * checks, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(Api, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = ApiPerAddress, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    /// <summary>Says after how many seconds it may be tried again.</summary>
    public static void TellWhen(this HttpResponse response, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
