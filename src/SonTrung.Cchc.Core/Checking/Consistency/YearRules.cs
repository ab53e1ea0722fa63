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
            foreach (var (place, named, message) in Named(text, block, year))
            {
                if (named < year && named >= year - 5 && !text.Facts.IsCited(place) && !IsExplained(text.Facts, place, named, year))
                {
                    yield return At(place, message);
                }
            }
        }
    }

    /// <summary>The years of a block, however they are written: in dates, behind months and quarters, by themselves.</summary>
    private static IEnumerable<(TextPlace Place, int Year, string Message)> Named(CheckedText text, ReadBlock block, int year)
    {
        var read = new List<TextPlace>();
        foreach (var date in text.Facts.Dates(block))
        {
            read.Add(date.Place);
            // The reporting year may begin in the December before; a deadline of that December is last year's.
            if (date.Day is { } day && day.Year < year && (day < new DateOnly(year - 1, 12, 1) || Deadline().IsMatch(block.Text[..date.Place.Start])))
            {
                yield return (date.Place, day.Year, Say(ConsistencyRuleTexts.YearOfDate, date.Place.Text, year));
            }
        }

        foreach (Match match in MonthOrQuarter().Matches(block.Text))
        {
            var place = new TextPlace(block, match.Index, match.Length);
            var named = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (!read.Exists(other => Overlap(other, place)) && !(named == year - 1 && match.Groups["last"].ValueSpan is "12"))
            {
                yield return (place, named, Say(ConsistencyRuleTexts.YearOfPart, match.Value, year));
            }

            read.Add(place);
        }

        // "Hội thi CCHC 2025", without the word: only in what people wrote, where a left-over year is likelier than a name.
        var isOwn = text.Knowledge.LastYear?.IsHeldAgainst(block.Id) == true;
        foreach (var (named, start, length) in TextFacts.YearsIn(block.Text).Concat(isOwn ? Bare(block.Text, year - 1) : []))
        {
            var place = new TextPlace(block, start, length);
            if (!read.Exists(other => Overlap(other, place)))
            {
                yield return (place, named, Say(ConsistencyRuleTexts.Year, named, year));
            }

            read.Add(place);
        }
    }

    private static IEnumerable<(int Year, int Start, int Length)> Bare(string text, int year) => Bare().Matches(text)
        .Where(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) == year).Select(match => (year, match.Index, match.Length));

    private static bool Overlap(TextPlace one, TextPlace other) => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    /// <summary>Whether the sentence says itself why it speaks of another year. What stands close to the year counts, never a word somewhere in the sentence.</summary>
    private static bool IsExplained(TextFacts facts, TextPlace place, int named, int year)
    {
        var sentence = facts.SentenceAt(place);
        var before = place.Block.Text[Math.Min(sentence.Start, place.Start)..place.Start];
        var after = place.Block.Text[(place.Start + place.Length)..Math.Max(sentence.End, place.Start + place.Length)];
        return LookingBack().IsMatch(before)
            || Known().IsMatch(after)
            // "năm 2024, 2025 và 2026", "2024 - 2026"
            || Range().IsMatch(after)
            || (after.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) && named == year - 1 && Since().IsMatch(before))
            || (Document().IsMatch(before) && !OfItsOwn().IsMatch(before))
            || IsCompared(sentence.Text, before, place.Block.Text[(place.Start + place.Length)..], named, year);
    }

    /// <summary>
    /// "Số tin, bài tăng 5% (năm 2025: 40)", "năm 2025 có 40 tin, năm 2026 có 45 tin": a comparison with this year.
    /// "Năm 2025 có 40 tin, tăng 5 tin so với năm 2024" is last year's own sentence.
    /// </summary>
    private static bool IsCompared(string sentence, string before, string after, int named, int year)
    {
        var years = TextFacts.YearsIn(sentence).Select(row => row.Year).ToList();
        return (BothCounted().Match(after) is { Success: true } both && both.Groups["year"].Value == year.ToString(CultureInfo.InvariantCulture))
            || (years.Contains(year) || ThisYear().IsMatch(sentence)
                ? Compared().IsMatch(sentence)
                : Compared().IsMatch(before) && !years.Exists(other => other < named));
    }

    /// <summary>"so với" (not the plan), "cùng kỳ", and a rise or fall by or from a number: "tăng 5%", never "tăng cường", "cắt giảm" or "giảm nghèo".</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:so với(?!\s+(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|nhiệm vụ|tổng số|quy định))|cùng kỳ|(?<!cắt\s)(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?!\s+(?:cường|thiểu|nghèo|tải))\s+(?:(?:(?!năm|ngày|tháng|quý|giai|trong)\p{L}+\s+){0,4}\d|(?:dần|đều|mạnh|nhẹ|lên|xuống|gấp|thêm|đáng kể|rõ rệt)(?!\p{L})))", RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<!\p{L})(?:năm nay|hiện nay|đến nay|nay)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex ThisYear();

    /// <summary>Words right before a year that look back on it: "so với cùng kỳ năm", "từ năm", "giai đoạn", "thành lập năm", "khắc phục hạn chế năm", "Chỉ số cải cách hành chính năm".</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:"
        + @"(?:so với|hơn)(?!\s+(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|nhiệm vụ|tổng số|quy định))[^.;]{0,60}"
        + @"|(?:từ|kể từ|đến)(?:\s+(?:cuối|đầu|giữa|sau|trước))?(?:\s+(?:ngày|tháng\s+\d{1,2}|quý\s+\S{1,3}))?"
        + @"|(?:(?:những|các|hai|ba|bốn)\s+năm|năm trước|trước đây)[^.;]{0,25}|giai đoạn|nhiệm kỳ"
        + @"|(?:khắc phục|tồn đọng|chuyển tiếp|chuyển sang|xếp hạng|xếp thứ|chỉ số|kết quả đánh giá|kết quả chấm điểm|công bố)[^.;]{0,90}"
        + @"|(?:thành lập|sáp nhập|hợp nhất|sắp xếp|hình thành|đi vào hoạt động|vận hành)(?:\s+\p{L}+){0,8}"
        + @"|(?:được ban hành|được phê duyệt|được thông qua|được sửa đổi|có hiệu lực|hết hiệu lực|áp dụng)[^.;]{0,30}"
        + @")\s+(?:năm\s+)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex LookingBack();

    /// <summary>Words behind a year that say why it is named: "hồ sơ năm 2025 chuyển sang", "PAR INDEX năm 2025 xếp thứ 3".</summary>
    [GeneratedRegex(@"^[^.;]{0,60}?(?<!\p{L})(?:chuyển sang|chuyển qua|tồn đọng|xếp thứ|xếp hạng|được công bố)(?!\p{L})|^\s+(?:trở về trước|đến nay|trở lại đây)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Known();

    /// <summary>A document named without a number: "Luật Đất đai năm 2024", "Hiến pháp năm 2013".</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kết luận|Công văn|Đề án)\s+(?:\p{L}|[\s,()/\d-])*$")]
    private static partial Regex Document();

    /// <summary>"Thực hiện Nghị quyết của Đảng ủy, trong năm 2025 …": the year opens a clause and is no document's.</summary>
    [GeneratedRegex(@",\s*(?:trong\s+)?năm\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex OfItsOwn();

    [GeneratedRegex(@"^\s*[-–]\s*(?:năm\s+)?20\d\d")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<!\p{L})(?:từ|cuối|đầu)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Since();

    /// <summary>A number behind this year and one behind the other: two years side by side.</summary>
    [GeneratedRegex(@"^\D{0,80}\d[^;.]{0,120}?(?:;\s*năm\s+)?(?<!\d)(?<year>20\d\d)(?!\d)\D{0,80}\d")]
    private static partial Regex BothCounted();

    [GeneratedRegex(@"(?<!\p{L})(?:trước|chậm nhất(?:\s+là)?|muộn nhất(?:\s+là)?|đến hết|hoàn thành\s+đến)\s+(?:ngày\s+)?$", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Deadline();

    /// <summary>"quý IV/2025", "tháng 3/2025", "tháng 3, 4 năm 2025".</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:tháng|quý)\s+(?:(?:\d{1,2}|[IV]{1,3})\s*(?:,|và|đến|-|–)\s*(?:tháng\s+|quý\s+)?){0,3}(?<last>\d{1,2}|[IV]{1,3})(?:\s*[/.-]\s*|\s+năm\s+)(?<year>20\d\d)(?!\d|[./]\d|\s*[-–]\s*20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthOrQuarter();

    /// <summary>A year that no word, number or range stands against; a count has a unit behind it.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/.,–-]|[–-]\s)20\d\d(?![\d/%]|[.,-]\d|\s*[-–]\s*20|\s+(?:lượt|người|hồ sơ|hộ|tin|bài|văn bản|cuộc|buổi|tờ|bản|phiếu|trường hợp|thủ tục|triệu|đồng))")]
    private static partial Regex Bare();
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
