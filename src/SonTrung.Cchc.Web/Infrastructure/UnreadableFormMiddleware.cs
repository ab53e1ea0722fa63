using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>
/// Refuses forms that nobody can read before the antiforgery filter tries: there a form that is too large looks like an expired session,
/// and one with a null character (%00) is an exception.
/// </summary>
public sealed class UnreadableFormMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var status = await ProblemAsync(context.Request);
        if (status is null)
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = status.Value;
        }
    }

    private static async Task<int?> ProblemAsync(HttpRequest request)
    {
        // A file sent as it is, is no form; who takes it measures it against the setting.
        if (request.ContentType == "application/octet-stream")
        {
            return null;
        }

        if (request.ContentLength > SecuritySetup.MaxRequestBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        // Uploads are read where they arrive.
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
