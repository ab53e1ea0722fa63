using Microsoft.AspNetCore.Mvc;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>Refusals and failures of the interface for systems: problem details (RFC 9457) in Vietnamese.</summary>
internal static class ApiProblems
{
    /// <summary>Where the interface begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Whether a request is for the interface and not for a page.</summary>
    public static bool Concerns(HttpRequest request) => request.Path.StartsWithSegments(Root);

    /// <summary>Writes the problem; the status is set already or set here.</summary>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Of(context, status, detail), options: null, ContentType, context.RequestAborted);
    }

    /// <summary>The problem as an endpoint's answer.</summary>
    public static IResult Result(HttpContext context, int status, string? detail = null) =>
        Results.Json(Of(context, status, detail), contentType: ContentType, statusCode: status);

    private static ProblemDetails Of(HttpContext context, int status, string? detail) => new()
    {
        Status = status,
        Title = status switch
        {
            StatusCodes.Status400BadRequest => ApiTexts.Title400,
            StatusCodes.Status401Unauthorized => ApiTexts.Title401,
            StatusCodes.Status403Forbidden => ApiTexts.Title403,
            StatusCodes.Status404NotFound => ApiTexts.Title404,
            StatusCodes.Status405MethodNotAllowed => ApiTexts.Title405,
            StatusCodes.Status409Conflict => ApiTexts.Title409,
            StatusCodes.Status429TooManyRequests => ApiTexts.Title429,
            >= StatusCodes.Status500InternalServerError => ApiTexts.Title500,
            _ => ApiTexts.Title400,
        },
        Detail = detail ?? (status switch
        {
            StatusCodes.Status404NotFound => ApiTexts.Detail404,
            StatusCodes.Status405MethodNotAllowed => ApiTexts.Detail405,
            StatusCodes.Status429TooManyRequests => ApiTexts.Detail429,
            >= StatusCodes.Status500InternalServerError => ApiTexts.Detail500,
            _ => ApiTexts.Detail400,
        }),
        Instance = context.Request.Path,
        Extensions = { ["correlationId"] = context.TraceIdentifier },
    };
}
