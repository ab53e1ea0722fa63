namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>The page that a form stood on.</summary>
internal static class FormPage
{
    /// <summary>Its address inside the portal; null when the browser does not tell, or tells of another place.</summary>
    public static string? Of(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page)
        && page.Authority == request.Host.Value && !page.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? page.PathAndQuery
            : null;
}
