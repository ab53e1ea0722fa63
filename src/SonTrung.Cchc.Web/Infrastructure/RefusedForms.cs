using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Caching.Memory;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>The page that answered a refused form.</summary>
/// <param name="UserId">Who sent the form; nobody else is shown it.</param>
/// <param name="Status">Its status.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Body">The page.</param>
public sealed record RefusedForm(long UserId, int Status, string ContentType, ReadOnlyMemory<byte> Body);

/// <summary>Keeps the answers to refused forms in memory for as long as somebody may come back to them.</summary>
public sealed class RefusedForms : IDisposable
{
    private const long Room = 20_000_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>Keeps a page.</summary>
    /// <returns>Its key, or null when there is no room.</returns>
    public string? Keep(RefusedForm page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Body.Length, AbsoluteExpirationRelativeToNow = Life });
        return pages.TryGetValue(key, out _) ? key : null;
    }

    /// <summary>The page of a key, if it was kept for this person and still is.</summary>
    public RefusedForm? Find(string key, long userId) => pages.Get<RefusedForm>(key) is { } page && page.UserId == userId ? page : null;

    public void Dispose() => pages.Dispose();
}

/// <summary>
/// Leads a browser whose form was refused back to the page that the form stood on, and shows the answer there, however often it is asked for.
/// "Back" and reload then never meet the browser's question about sending a form again. When the answer is no longer kept, the page itself is shown.
/// </summary>
public sealed class RefusedFormMiddleware(RequestDelegate next, RefusedForms kept)
{
    private const string Parameter = "lai";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.User.UserId() is not { } userId)
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(request.Method) && kept.Find(request.Query[Parameter].ToString(), userId) is { } page)
        {
            (context.Response.StatusCode, context.Response.ContentType) = (page.Status, page.ContentType);
            await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
        }
        else if (HttpMethods.IsPost(request.Method) && AsksForPage(request) && FormPage.Of(request) is { } formPage)
        {
            await AnswerAsync(context, userId, formPage);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>A browser that goes to a page says so; a script that reads the answer does not.</summary>
    private static bool AsksForPage(HttpRequest request) => request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    private async Task AnswerAsync(HttpContext context, long userId, string formPage)
    {
        var response = context.Response;
        var outer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        try
        {
            var inner = new StreamResponseBodyFeature(buffer);
            context.Features.Set<IHttpResponseBodyFeature>(inner);
            await next(context);
            await inner.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outer);
        }

        if (response.StatusCode >= StatusCodes.Status400BadRequest && response.ContentType is { } type && buffer.Length > 0
            && kept.Keep(new RefusedForm(userId, response.StatusCode, type, buffer.ToArray())) is { } key)
        {
            (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status303SeeOther, null, null);
            response.Headers.Location = Address(formPage, key);
            return;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static string Address(string formPage, string key)
    {
        var cut = formPage.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(cut < 0 ? "" : formPage[cut..]);
        query[Parameter] = key;
        return QueryHelpers.AddQueryString(cut < 0 ? formPage : formPage[..cut], query);
    }
}
