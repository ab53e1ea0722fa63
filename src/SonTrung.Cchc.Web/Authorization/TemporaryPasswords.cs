using Microsoft.AspNetCore.Authorization;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>Put on what is open to somebody whose password was given by an administrator.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenWithTemporaryPasswordAttribute : Attribute;

/// <summary>Sends who signs in with a given password to the page where one's own is chosen, whatever was asked for.</summary>
internal static class TemporaryPasswords
{
    public const string ChangePage = "/tai-khoan/mat-khau";

    public static void UseTemporaryPasswords(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.User.HasTemporaryPassword() || IsOpen(context.GetEndpoint()))
        {
            return next(context);
        }

        context.Response.Redirect(context.Request.PathBase + ChangePage);
        return Task.CompletedTask;
    });

    private static bool IsOpen(Endpoint? endpoint) => endpoint is null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<OpenWithTemporaryPasswordAttribute>() is not null;
}
