using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>
/// Tells the next page that a form whose text the browser keeps (<c>drafts.js</c>) was carried out: what was done leads on, what was refused shows a page.
/// </summary>
public sealed class SavedDraftFilter(ITempDataDictionaryFactory tempData) : IResultFilter
{
    /// <summary>The key of the form's address for the next page.</summary>
    public const string Key = "draft-saved";

    private const string Field = "draft";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (context.Result is IKeepTempDataResult or LocalRedirectResult && request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 } form)
        {
            tempData.GetTempData(context.HttpContext)[Key] = form;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
