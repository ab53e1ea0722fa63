using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SonTrung.Cchc.Core.Connections;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>What another system can read here, told to the people who connect it. Says nothing that is a secret.</summary>
[AllowAnonymous]
[Route("api")]
public sealed class ApiController(EndpointDataSource endpoints) : Controller
{
    /// <summary>The page, made from the endpoints themselves.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new ApiPage(endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ApiScopeAttribute>() is not null)
        .Select(endpoint => new ApiResource(
            $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}".Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal),
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
            endpoint.Metadata.GetMetadata<ApiScopeAttribute>()!.Scope)).ToList()));
}

/// <summary>What can be read.</summary>
/// <param name="Resources">The endpoints.</param>
public sealed record ApiPage(IReadOnlyList<ApiResource> Resources);

/// <summary>An endpoint.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Scope">What a token must be let read.</param>
public sealed record ApiResource(string Path, string Summary, ApiScopes Scope);
