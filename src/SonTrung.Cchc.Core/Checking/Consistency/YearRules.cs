using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>A report speaks of its year; an earlier one stands in citations and comparisons only.</summary>
internal sealed partial class LeftOverYear : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NAM", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.YearTitle, ConsistencyRuleTexts.YearBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Kind is not (null or "Báo cáo") || text.Facts.Year is not { } year)
        {
            yield break;
        }

        foreach (var block in text.Facts.Body.Where(block => block.Text.Contains("20", StringComparison.Ordinal)))
        {
            foreach (var (named, start, length) in TextFacts.YearsIn(block.Text))
            {
                var place = new TextPlace(block, start, length);
                if (named < year && named >= year - 5 && !text.Facts.IsCited(place) && !IsExplained(text.Facts, place, named, year))
                {
                    yield return At(place, Say(ConsistencyRuleTexts.Year, named, year));
                }
            }

            // The reporting year may begin in the December before.
            foreach (var date in text.Facts.Dates(block).Where(date => date.Day is { } day && day < new DateOnly(year - 1, 12, 1) && day.Year >= year - 5))
            {
                if (!text.Facts.IsCited(date.Place) && !IsExplained(text.Facts, date.Place, date.Day!.Value.Year, year))
                {
                    yield return At(date.Place, Say(ConsistencyRuleTexts.YearOfDate, date.Place.Text, year));
                }
            }
        }
    }

    private static bool IsExplained(TextFacts facts, TextPlace place, int named, int year)
    {
        var sentence = facts.SentenceAt(place);
        var before = place.Block.Text[sentence.Start..place.Start];
        return Compared().IsMatch(sentence.Text)
            || Document().IsMatch(before)
            // "năm 2024, 2025 và 2026", "2024 - 2026"
            || place.Block.Text[(place.Start + place.Length)..sentence.End] is var after && (Range().IsMatch(after)
                || after.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && named == year - 1 && Since().IsMatch(before));
    }

    [GeneratedRegex(@"(?<!\p{L})(?:so với|cùng kỳ|tăng|giảm|cao hơn|thấp hơn|giai đoạn|từ năm|đến năm|kể từ|nhiệm kỳ|khắc phục|những năm|các năm|năm trước|trước đây|chuyển sang|từ ngày|sáp nhập|sắp xếp|thành lập|kết quả đánh giá|chỉ số|xếp hạng|xếp thứ|công bố|tồn đọng|chuyển tiếp|được ban hành|có hiệu lực)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    /// <summary>A document named without a number: "Luật Đất đai năm 2024", "Hiến pháp năm 2013".</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kết luận|Công văn|Đề án)\s+(?:\p{L}|[\s,()/\d-])*$")]
    private static partial Regex Document();

    [GeneratedRegex(@"^\s*[-–]\s*(?:năm\s+)?20\d\d")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<!\p{L})(?:từ|cuối|đầu)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Since();
}

/// <summary>The title's year is the report's.</summary>
internal sealed partial class YearOfTitle : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NAM-TIEU-DE", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.TitleYearTitle, ConsistencyRuleTexts.TitleYearBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Kind is not (null or "Báo cáo") || text.Facts.First(DocumentPart.Subject) is not { } subject)
        {
            yield break;
        }

        var titled = TextFacts.YearsIn(text.Facts.Title).Select(year => year.Year).ToHashSet();
        if (text.Knowledge.Year is { } known && titled.Count > 0 && !titled.Contains(known))
        {
            yield return At(subject, Say(ConsistencyRuleTexts.TitleYearAgainstReport, titled.Min(), known));
        }
        else if (titled.Count > 0)
        {
            foreach (var block in text.Facts.Body.Where(block => Own().IsMatch(block.Text)))
            {
                // Only what the report says of itself: behind the documents that it carries out.
                var own = Own().Match(block.Text);
                var years = TextFacts.YearsIn(block.Text[own.Index..])
                    .Select(year => (year.Year, Place: new TextPlace(block, own.Index + year.Start, year.Length)))
                    .Where(year => !text.Facts.IsCited(year.Place)).ToList();
                if (years.Count > 0 && !years.Exists(year => titled.Contains(year.Year)))
                {
                    yield return At(years[0].Place, Say(ConsistencyRuleTexts.TitleYear, years[0].Year, titled.Min()));
                }
            }
        }
    }

    [GeneratedRegex(@"Trên đây là\s+(?:toàn bộ\s+|nội dung\s+)?[Bb]áo cáo|(?<!\p{L})báo cáo\s+(?=[^.;]*(?:như sau|cụ thể)\s*:?\s*$)")]
    private static partial Regex Own();
}

/// <summary>The next year is the one after.</summary>
internal sealed partial class NextYear : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NAM-SAU", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.NextYearTitle, ConsistencyRuleTexts.NextYearBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Kind is not (null or "Báo cáo") || text.Facts.Year is not { } year)
        {
            yield break;
        }

        var places = text.Facts.Of(DocumentPart.Subject).Concat(text.Facts.Of(DocumentPart.Section))
            .Concat(text.Facts.Body.Where(block => block.Text.StartsWith("Trên đây là", StringComparison.Ordinal)));
        foreach (var block in places)
        {
            foreach (Match ahead in Ahead().Matches(block.Text))
            {
                if (int.Parse(ahead.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is var named && named != year && named != year + 1)
                {
                    yield return At(
                        new TextPlace(block, ahead.Groups["year"].Index, 4),
                        Say(ConsistencyRuleTexts.NextYear, named, year, year + 1),
                        $"{year + 1}",
                        isSafe: named < year);
                }
            }
        }
    }

    [GeneratedRegex(@"(?:phương hướng|nhiệm vụ)[^.;\d]{0,80}?(?<!\p{L})năm\s+(?<year>20\d\d)(?!\d|\s*[-–]\s*20)", RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();
}

/// <summary>A plan is issued for the year of its date or the one after.</summary>
internal sealed partial class YearOfPlan : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NAM-KE-HOACH", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.PlanYearTitle, ConsistencyRuleTexts.PlanYearBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var cited in text.Facts.Citations.Where(cited => cited is { Kind: "Kế hoạch", Day: not null }))
        {
            var named = TextFacts.YearsIn(cited.Whole.Text).ToList();
            if (named.Count == 1 && named[0].Year == cited.Day!.Value.Year - 1 && !LookingBack().IsMatch(cited.Whole.Text))
            {
                yield return At(
                    new TextPlace(cited.Block, cited.Whole.Start + named[0].Start, named[0].Length),
                    Say(ConsistencyRuleTexts.PlanYear, cited.Name, cited.Day.Value.Year, named[0].Year));
            }
        }
    }

    [GeneratedRegex(@"khắc phục|kết quả|chỉ số|kiểm điểm|tổng kết|hạn chế|đánh giá|quyết toán|sau\s|tồn tại|bầu cử|giai đoạn|tháng\s+\d{1,2}\s+năm|từ năm", RegexOptions.IgnoreCase)]
    private static partial Regex LookingBack();
}
