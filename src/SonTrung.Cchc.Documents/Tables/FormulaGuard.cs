using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>Words that a spreadsheet would take for a formula (CSV injection).</summary>
internal static partial class FormulaGuard
{
    /// <summary>Whether words begin like a formula and are no number.</summary>
    public static bool IsFormula(string text) =>
        text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) && !Number().IsMatch(text);

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:[.,][0-9]+)*\z")]
    private static partial Regex Number();
}
