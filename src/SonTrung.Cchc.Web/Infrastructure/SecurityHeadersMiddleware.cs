namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Put on an action whose answer a page of the portal shows in a frame, as the PDF preview.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class FramedBySelfAttribute : Attribute;

/// <summary>Sets the security headers when the answer starts, so that they survive the error handler, which clears all others.</summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors ";

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
        headers.ContentSecurityPolicy = Policy + (framed ? "'self'" : "'none'");
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
}
