using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The tokens of stored texts that speak of the year and the agency, so that no text names them itself.</summary>
internal static partial class AgencyTokens
{
    /// <summary>Fills the tokens in; others stay as they are.</summary>
    /// <param name="text">The stored text.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="profile">The agency on the document's date.</param>
    /// <param name="own">How it was named so far.</param>
    /// <param name="more">What else is known in this document.</param>
    public static string Fill(string text, int year, AgencyProfile profile, OwnName own, Func<string, string?>? more = null) =>
        Token().Replace(text, match => match.Value switch
        {
            "{năm}" => $"{year}",
            "{năm sau}" => $"{year + 1}",
            "{tên cơ quan đầy đủ}" => profile.FullName,
            "{tên cơ quan tắt}" => own.Next(),
            "{cấp trên}" => profile.SuperiorName,
            "{một cửa}" => profile.OneStopName,
            var other => more?.Invoke(other) ?? other,
        });

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Token();
}
