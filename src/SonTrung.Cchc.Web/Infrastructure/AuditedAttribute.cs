using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Audit;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>
/// Writes into the audit who read a document or took it away: a file before it is sent, a page once it was shown, for its title is known then.
/// Refusals and pages with errors are no reading.
/// </summary>
/// <param name="entity">The kind of row.</param>
/// <param name="key">The part of the address that holds its key.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute(string entity, string key = "id") : Attribute, IAsyncResultFilter
{
    /// <summary>The kind of row.</summary>
    public string Entity => entity;

    /// <summary>The part of the address that holds its key.</summary>
    public string Key => key;

    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var notes = http.RequestServices.GetRequiredService<AuditNotes>();
        var id = long.Parse((string)context.RouteData.Values[key]!, CultureInfo.InvariantCulture);
        if (context.Result is FileResult file)
        {
            await notes.DownloadedAsync(entity, id, NameOf(file, http.Response), http.RequestAborted);
        }

        await next();
        if (context.Result is ViewResult view && http.Response.StatusCode == StatusCodes.Status200OK)
        {
            await notes.ViewedAsync(entity, id, view.ViewData["Title"] as string ?? "", CancellationToken.None);
        }
    }

    private static string NameOf(FileResult file, HttpResponse response) => file.FileDownloadName.Length > 0
        ? file.FileDownloadName
        : ContentDispositionHeaderValue.TryParse(response.Headers.ContentDisposition.ToString(), out var header)
            ? HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).ToString()
            : "";
}
