using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Every failure ends on one safe page in Vietnamese that says what to do next.</summary>
public static class ErrorPagesSetup
{
    /// <summary>To be called after <see cref="SecuritySetup.UseCchcSecurity"/> and before everything that may fail.</summary>
    public static WebApplication UseCchcErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusFor,
            ExceptionHandler = context =>
            {
                if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                {
                    context.RequestServices.GetRequiredService<FailureLog>().Add(context.TraceIdentifier);
                }

                return ErrorPage.WriteAsync(context, context.Response.StatusCode);
            },
        });
        app.UseStatusCodePages(context => ErrorPage.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseMiddleware<UnreadableFormMiddleware>();
        return app;
    }

    /// <summary>The error page as an address, for a proxy in front of the portal.</summary>
    public static WebApplication MapCchcErrorPages(this WebApplication app)
    {
        app.MapGet("/loi", context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return ErrorPage.WriteAsync(context, StatusCodes.Status500InternalServerError);
        }).AllowAnonymous();
        return app;
    }

    private static int StatusFor(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };
}
