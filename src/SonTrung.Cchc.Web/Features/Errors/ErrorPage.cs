using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SonTrung.Cchc.Web.Features.Api;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Errors;

/// <summary>What an error page says.</summary>
public sealed record ErrorPage(int Status, string Title, string Text, string CorrelationId)
{
    /// <summary>
    /// Writes the page without routing, signing in or asking the database: any of them may be what failed.
    /// </summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ApiProblems.Concerns(context.Request))
        {
            return ApiProblems.WriteAsync(context, status);
        }

        var page = For(context, status);
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync($"{page.Title}. {page.Text}", context.RequestAborted);
        }

        var viewData = new ViewDataDictionary<ErrorPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
        var view = new ViewResult { ViewName = "/Features/Errors/Error.cshtml", ViewData = viewData };
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        return context.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(action, view);
    }

    private static ErrorPage For(HttpContext context, int status)
    {
        var (title, text) = ExpiredSessionFilter.IsMarked(context)
            ? (ErrorsTexts.TitleExpired, ErrorsTexts.TextExpired)
            : status switch
            {
                401 => (ErrorsTexts.Title401, ErrorsTexts.Text401),
                403 => (ErrorsTexts.Title403, ErrorsTexts.Text403),
                404 => (ErrorsTexts.Title404, ErrorsTexts.Text404),
                405 => (ErrorsTexts.Title405, ErrorsTexts.Text405),
                409 => (ErrorsTexts.Title409, ErrorsTexts.Text409),
                413 => (ErrorsTexts.Title413, ErrorsTexts.Text413),
                415 => (ErrorsTexts.Title415, ErrorsTexts.Text415),
                429 => (ErrorsTexts.Title429, ErrorsTexts.Text429),
                503 => (ErrorsTexts.Title503, ErrorsTexts.Text503),
                >= 500 => (ErrorsTexts.Title500, ErrorsTexts.Text500),
                _ => (ErrorsTexts.Title400, ErrorsTexts.Text400),
            };
        return new(status, title, text, context.TraceIdentifier);
    }
}
