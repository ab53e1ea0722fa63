using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>A document as an old report cites it: "Kế hoạch số 05/KH-UBND ngày … của … về …".</summary>
/// <param name="Kind">"Kế hoạch".</param>
/// <param name="Number">Number and symbol to the letter.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Issuer">Who issued it, as named; empty when nobody is.</param>
/// <param name="Subject">What follows "về"; may be empty.</param>
internal sealed partial record OldReportCitation(string Kind, string Number, DateOnly? IssuedOn, string Issuer, string Subject)
{
    /// <summary>Whether a sentence opens a report: it says what was carried out.</summary>
    public static bool Opens(string text) => Wording.Opening().IsMatch(text) || Plan(text) is not null;

    /// <summary>The plan that a sentence names, or null.</summary>
    public static OldReportCitation? Plan(string text) => PlanIn().Match(text) is { Success: true } match ? Of(match, Tail().Replace(match.Groups["subject"].Value, "")) : null;

    /// <summary>The document that a line is, or null when it says anything else.</summary>
    public static OldReportCitation? Whole(string text) => Line().Match(text) is { Success: true } match ? Of(match, match.Groups["subject"].Value) : null;

    private static OldReportCitation Of(Match match, string subject) => new(
        match.Groups["kind"].Value,
        match.Groups["number"].Value.TrimEnd(',', ';', '.'),
        VietnameseDate.Parse(Words().Replace(match.Groups["day"].Value, "/")).Value,
        match.Groups["issuer"].Value.Trim(),
        subject.Trim(' ', ',', ';', '.'));

    private const string Rest = @"\s+số\s*:?\s*(?<number>\d+\S*)\s+ngày\s+(?<day>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})(?:\s+của\s+(?<issuer>[^;]+?))?(?:\s+về\s+(?<subject>[^;]+))?";

    [GeneratedRegex(@"(?<kind>Kế hoạch)" + Rest + @"(?=;|$)")]
    private static partial Regex PlanIn();

    [GeneratedRegex(@"^(?<kind>\p{Lu}[\p{L}\s]{2,40}?)" + Rest + @"$")]
    private static partial Regex Line();

    /// <summary>The main clause behind the citation: ", UBND xã báo cáo …".</summary>
    [GeneratedRegex(@",\s+(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Phòng|Sở|Ban|Văn phòng|Trung tâm|Đảng ủy)\b[^,;]*\bbáo cáo\b.*$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s+(?:tháng|năm)\s+")]
    private static partial Regex Words();
}
