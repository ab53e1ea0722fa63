using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Put on an action whose answer a page of the portal shows in a frame, as the PDF preview.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class FramedBySelfAttribute : Attribute;

/// <summary>Put on what answers with a page that talks to the signing program of the person's computer.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ConnectsToSigningPluginAttribute : Attribute;

/// <summary>Sets the security headers when the answer starts, so that they survive the error handler, which clears all others.</summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    private const string Sources = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
    private const string Frames = "; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            SetHeaders(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void SetHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        var framed = context.GetEndpoint()?.Metadata.GetMetadata<FramedBySelfAttribute>() is not null;
        headers.ContentSecurityPolicy = Sources + SigningPlugin(context) + Frames + (framed ? "'self'" : "'none'");
        headers.XFrameOptions = framed ? "SAMEORIGIN" : "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Pages stay out of the cache of a shared computer.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>One address more that a page may connect to: its scheme, host and port.</summary>
    private static string SigningPlugin(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ConnectsToSigningPluginAttribute>() is not null
        && context.RequestServices.GetRequiredService<PortalOptions>().SigningPluginAddress is { } address
            ? $" {address.GetLeftPart(UriPartial.Authority)}"
            : "";
}
