using System.Globalization;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Fills a resource text's places: <c>ReportsTexts.SubmittedBy.Fill(name, time)</c>.</summary>
public static class Phrase
{
    public static string Fill(this string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
