using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>The one line that the next page shows after something was done.</summary>
public static class Notice
{
    private const string Key = "Notice";

    public static void SetNotice(this ITempDataDictionary tempData, string text)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData[Key] = text;
    }

    public static string? TakeNotice(this ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        return tempData[Key] as string;
    }
}
