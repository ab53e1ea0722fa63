using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number with up to three decimals.</summary>
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A text string in UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A reference to an object.</summary>
    public static string Reference(int number) => FormattableString.Invariant($"{number} 0 R");
}
