using System.Threading.RateLimiting;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>Gives the database of a request the scope of its system, whoever's cookie came along; brakes each system; notes the use.</summary>
internal sealed class ApiAccess(ApiBrake brake) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var id = http.User.SystemTokenId() ?? throw new InvalidOperationException("Only systems come here.");
        using var lease = brake.Take(id);
        if (!lease.IsAcquired)
        {
            http.Response.TellWhen(lease);
            return ApiProblems.Result(http, StatusCodes.Status429TooManyRequests);
        }

        http.RequestServices.GetRequiredService<CurrentAccess>().Scope = http.User.SystemScope();
        await http.RequestServices.GetRequiredService<SystemTokenService>().RecordUseAsync(id, http.RequestAborted);
        return await next(context);
    }
}

/// <summary>So many requests a minute for each system.</summary>
internal sealed class ApiBrake(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<long> limiter = PartitionedRateLimiter.Create<long, long>(token => RateLimitPartition.GetFixedWindowLimiter(
        token,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue(RateLimits.ApiPerToken, 300), Window = TimeSpan.FromMinutes(1) }));

    public RateLimitLease Take(long token) => limiter.AttemptAcquire(token);

    public void Dispose() => limiter.Dispose();
}
