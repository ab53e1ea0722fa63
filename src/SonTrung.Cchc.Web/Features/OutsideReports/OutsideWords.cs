using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Features.OutsideReports;

/// <summary>How pages speak of reports from outside the portal.</summary>
internal static class OutsideWords
{
    /// <summary>How it came.</summary>
    public static string Name(ArrivalWay way) =>
        OutsideTexts.ResourceManager.GetString($"Way{way}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {way}.");

    /// <summary>The ways to choose from.</summary>
    public static IEnumerable<SelectListItem> Ways() => Enum.GetValues<ArrivalWay>().Select(way => new SelectListItem(Name(way), $"{way}"));
}
