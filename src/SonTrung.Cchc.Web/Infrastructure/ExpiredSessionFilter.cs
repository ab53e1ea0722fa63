using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Lets the 400 page tell a stale form from a malformed one.</summary>
public sealed class ExpiredSessionFilter : IAlwaysRunResultFilter
{
    private static readonly object Mark = new();

    public static bool IsMarked(HttpContext context) => context.Items.ContainsKey(Mark);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Mark] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
