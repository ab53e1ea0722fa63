using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>An action as the portal itself routes to it, so that what tests walk through is never a list kept by hand.</summary>
public sealed record PortalRoute(HttpMethod Method, RouteEndpoint Endpoint)
{
    private static readonly string[] Files =
    [
        "/excel", "/csv", "/pdf", "/word", "/json", "/mau", "/dong-loi", "/goi-kiem-chung", "/ra-soat/khung", "/can-cu/{lineId:long}",
        "/tai-lieu/{id:long}", "/tai-lieu/{id:long}/anh-nho",
        "/tep", "/theo-doi/tai-ve", "/tai-lieu/{fileId:long}", "/tai-lieu/{fileId:long}/anh-nho", "/van-ban-can-cu/trich-dan", "/so-van-ban-di/so-tiep-theo", "/van-ban-sau/{followUpId:long}", "/tep/{fileId:long}", "/ban-quet",
    ];

    private readonly Regex address = new(
        $"^/{string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Expression))))}$",
        RegexOptions.CultureInvariant);

    /// <summary>"/hoat-dong/{id:long}".</summary>
    public string Pattern => $"/{Endpoint.RoutePattern.RawText?.TrimStart('/')}";

    /// <summary>Answers with a file, or with a piece of a page for a script. Whatever else answers a GET is a page.</summary>
    public bool IsFile => Array.Exists(Files, end => Pattern.EndsWith(end, StringComparison.Ordinal));

    public bool IsAnonymous => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public bool HasKey => Endpoint.RoutePattern.Parameters.Count > 0;

    public IEnumerable<Permission> Needs => Endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(need => need.Permission);

    /// <summary>Every action of every controller.</summary>
    public static IReadOnlyList<PortalRoute> All(Portal portal) => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new PortalRoute(new HttpMethod(method), endpoint)))
        .ToList();

    /// <summary>The route that answers an address; null when none does.</summary>
    public static PortalRoute? Find(IEnumerable<PortalRoute> routes, HttpMethod method, string path) => routes
        .Where(route => route.Method == method && route.address.IsMatch(path))
        .MinBy(route => route.Endpoint.RoutePattern.Parameters.Count);

    /// <summary>Its address with a key in every place for one.</summary>
    public string Url(long key) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
        part is RoutePatternLiteralPart literal ? literal.Content : key.ToString(CultureInfo.InvariantCulture)))));

    public override string ToString() => $"{Method} {Pattern}";

    private static string Expression(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "long" or "int" }, ..] } => "[0-9]+",
        _ => "[^/]+",
    };
}
