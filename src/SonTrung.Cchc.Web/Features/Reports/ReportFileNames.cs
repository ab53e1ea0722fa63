using System.Globalization;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Names of downloads: no Vietnamese marks, at most 50 characters, as document systems ask.</summary>
internal static class ReportFileNames
{
    public static string Of(int year, int? number, string extension) => string.Create(
        CultureInfo.InvariantCulture,
        $"BC-{(number is { } given ? given.ToString("00", CultureInfo.InvariantCulture) : "du-thao")}-UBND-{year}_tuyen-truyen-CCHC.{extension}");

    /// <summary>A submission as it was frozen.</summary>
    public static string OfSubmission(int year, int version) => string.Create(CultureInfo.InvariantCulture, $"BC-lan-trinh-{version}-UBND-{year}_tuyen-truyen-CCHC.pdf");
}
