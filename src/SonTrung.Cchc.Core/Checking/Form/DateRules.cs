using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>"Hương Sơn, ngày 05 tháng 01 năm 2026": place, comma, the date in words, zeros (II.4).</summary>
internal sealed partial class HeadDate : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NGAY-BAN-HANH", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.HeadDateTitle, FormRuleTexts.HeadDateBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.First(DocumentPart.PlaceAndDate) is not { } block)
        {
            yield break;
        }

        // A date that is still open ("ngày   tháng   năm 2026") or impossible is not this rule's.
        if (Line().Match(block.Text) is not { Success: true } line || TextDates.Day(line) is not { } day)
        {
            yield break;
        }

        var place = line.Groups["place"].Value.Trim();
        if (place.Length == 0)
        {
            yield return At(block, FormRuleTexts.HeadPlaceMissing);
            yield break;
        }

        var written = $"{place}, {VietnameseDate.FormatOfficial(day)}";
        if (!Same(Spaces().Replace(block.Text.Trim(), " "), written))
        {
            yield return At(block, Say(FormRuleTexts.HeadDate, written), written, isSafe: true);
        }
    }

    /// <summary>A zero before the months 3 to 9 is another rule's.</summary>
    private static bool Same(string one, string other) => LateMonth().Replace(one, "tháng ") == other;

    [GeneratedRegex(@"^(?<place>[^,\d]*?),?\s*[Nn]gày\s+(?<d>\d{1,2})(?:\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*|\s+tháng\s+(?<m>\d{1,2})\s+năm\s+)(?<y>\d{4})\s*\.?\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"tháng 0(?=[3-9]\s)")]
    private static partial Regex LateMonth();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A zero stands before the months 1 and 2 only (II.4.b).</summary>
internal sealed partial class HeadDateZero : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NGAY-SO-0", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.HeadZeroTitle, FormRuleTexts.HeadZeroBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Facts.Of(DocumentPart.PlaceAndDate)
        .SelectMany(block => LateMonth().Matches(block.Text).Select(match => At(
            new TextPlace(block, match.Groups["zero"].Index, 1), Say(FormRuleTexts.HeadZero, match.Groups["month"].Value), "", isSafe: true)));

    [GeneratedRegex(@"tháng\s+(?<zero>0)(?<month>[3-9])(?!\d)")]
    private static partial Regex LateMonth();
}

/// <summary>"05/02/2026", "5-2-2026", "05.02.2026": one mark between the figures in one document.</summary>
internal sealed partial class OneDateForm : CheckRule
{
    private const char Usual = '/';

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NGAY-HAI-KIEU", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.DateFormTitle, FormRuleTexts.DateFormBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var dates = text.Facts.Body.SelectMany(text.Facts.Dates).Where(date => date.IsShort && date.Day is not null).ToLookup(date => date.Place.Text.Contains(Usual, StringComparison.Ordinal));
        foreach (var date in dates[true].Any() ? dates[false] : [])
        {
            var parts = Digits().Matches(date.Place.Text);
            var day = int.Parse(parts[0].ValueSpan, CultureInfo.InvariantCulture);
            var month = int.Parse(parts[1].ValueSpan, CultureInfo.InvariantCulture);
            var written = $"{day:00}{Usual}{(month <= 2 ? $"{month:00}" : parts[1].Value)}{Usual}{parts[2].Value}";
            yield return At(date.Place, Say(FormRuleTexts.DateForm, date.Place.Text, written), written, isSafe: true);
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
