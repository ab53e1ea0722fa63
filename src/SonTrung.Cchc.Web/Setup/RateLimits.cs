using System.Threading.RateLimiting;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Brakes on what strangers may try.</summary>
internal static class RateLimits
{
    /// <summary>Signing in and setting up: 30 tries a minute and address.</summary>
    public const string SignIn = "sign-in";

    public static void AddCchcRateLimits(this WebApplicationBuilder builder)
    {
        var permits = builder.Configuration.GetValue("Cchc:SignInsPerMinute", 30);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
        });
    }
}
