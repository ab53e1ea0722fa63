using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>"ngày 05 tháng 02 năm 2026", "05/02/2026", "15/3/2026": zeros before days under 10 and months 1 and 2; before other months figures may have one, words have none.</summary>
internal sealed partial class DateForm : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-NGAY", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.DateTitle, LanguageRuleTexts.DateBasis);

    /// <summary>The head's own date is a rule of form.</summary>
    protected override bool AppliesTo(ReadBlock block) => IsBody(block) || block.Part is DocumentPart.Subject or DocumentPart.Appendix;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in InWords().Matches(block.Text))
        {
            var (day, month) = (int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
            var written = $"{day:00} tháng {(month <= 2 ? $"{month:00}" : $"{month}")}";
            var date = match.Groups["date"];
            if (day is >= 1 and <= 31 && month is >= 1 and <= 12 && date.Value != written)
            {
                yield return Mark(block, date.Index, date.Length, Fill(LanguageRuleTexts.Date, written), written, isSafe: true);
            }
        }

        foreach (Match match in InFigures().Matches(block.Text))
        {
            var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
            var written = $"{int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture):00}/{(month <= 2 ? $"{month:00}" : match.Groups["month"].Value)}/{match.Groups["year"].Value}";
            if (match.Value != written)
            {
                yield return Mark(block, match.Index, match.Length, Fill(LanguageRuleTexts.Date, written), written, isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"(?<!\p{L})[Nn]gày\s(?<date>(?<day>\d{1,2})\stháng\s(?<month>\d{1,2}))(?!\d)(?=\snăm\s\d{4})")]
    private static partial Regex InWords();

    [GeneratedRegex(@"(?<![\d/.,-])(?<day>0?[1-9]|[12]\d|3[01])/(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\d\d)(?![\d/-])")]
    private static partial Regex InFigures();
}

/// <summary>1.234,5: a dot for thousands, a comma for decimals.</summary>
internal sealed partial class NumberForm : LanguageRule
{
    private const int LeastGrouped = 10_000;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-SO", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.NumberTitle, LanguageRuleTexts.NumberBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) => IsBody(block) || block.Part is DocumentPart.Appendix;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in English().Matches(block.Text))
        {
            yield return Say(match, string.Concat(match.Value.Select(c => c switch { ',' => '.', '.' => ',', _ => c })));
        }

        foreach (Match match in PointDecimal().Matches(block.Text))
        {
            yield return Say(match, match.Value.Replace('.', ','));
        }

        foreach (Match match in Ungrouped().Matches(block.Text))
        {
            if (long.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= LeastGrouped)
            {
                yield return Say(match, value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.'));
            }
        }

        Finding Say(Match match, string written) => Mark(block, match.Index, match.Length, Fill(LanguageRuleTexts.Number, match.Value, written), written, isSafe: true);
    }

    [GeneratedRegex(@"(?<![\d.,/-])\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?![\d,])")]
    private static partial Regex English();

    [GeneratedRegex(@"(?<![\d.,/-])\d{1,3}\.\d{1,2}(?=\s?(?:%|ha\b|km\b|kg\b|tỷ\b|triệu\b|điểm\b))")]
    private static partial Regex PointDecimal();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])[1-9]\d{4,11}(?=\s(?:lượt|người|đồng|tờ|hộ|phiếu|bản|cuốn|tin|bài|hồ sơ|nhân khẩu|cử tri|m2|m²|km|kg|tấn|ha)(?!\p{L}))")]
    private static partial Regex Ungrouped();
}
