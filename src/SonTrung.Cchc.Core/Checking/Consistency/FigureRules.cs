using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Checking.Form;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>"7/12 nhiệm vụ, đạt 58,3%": the share is what the two numbers give.</summary>
internal sealed partial class ShareOfTwo : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-TY-LE", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.ShareTitle, ConsistencyRuleTexts.ShareBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) =>
        text.Facts.Body.SelectMany(block => Share().Matches(block.Text).Select(match => Check(block, match)).OfType<Finding>());

    private Finding? Check(ReadBlock block, Match match)
    {
        if (VietnameseNumber.Parse(match.Groups["part"].Value).Value is not { } part
            || VietnameseNumber.Parse(match.Groups["whole"].Value).Value is not { } whole || whole == 0
            || VietnameseNumber.Parse(match.Groups["share"].Value).Value is not { } share)
        {
            return null;
        }

        var written = match.Groups["share"].Value;
        var decimals = written.IndexOfAny([',', '.']) is >= 0 and var mark ? written.Length - mark - 1 : 0;
        var right = 100m * part / whole;
        // Cut off as well as rounded.
        var one = (decimal)Math.Pow(10, -decimals);
        return Math.Abs(share - right) < one
            ? null
            : At(
                new TextPlace(block, match.Groups["share"].Index, match.Groups["share"].Length),
                Say(ConsistencyRuleTexts.Share, $"{match.Groups["part"].Value}/{match.Groups["whole"].Value}", VietnameseNumber.Format(Math.Round(right, 2), 2), written),
                VietnameseNumber.Format(Math.Round(right, Math.Max(decimals, 1)), Math.Max(decimals, 1)));
    }

    [GeneratedRegex(@"(?<![\d/.,-])(?<part>\d{1,3}(?:\.\d{3})+|\d{1,7})\s?/\s?(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,7})(?![\d/])(?:\s+[\p{L},]+){0,6}?\s*[,(]?\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|=|đạt tỷ lệ|đạt tỉ lệ|chiếm tỷ lệ|\()\s*(?:tỷ lệ\s*)?(?<share>\d{1,3}(?:[.,]\d{1,3})?)\s?%")]
    private static partial Regex Share();
}

/// <summary>"14 cuộc, gồm 4 hội nghị, 10 buổi": the parts add up.</summary>
internal sealed partial class SumOfParts : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-TONG", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.SumTitle, ConsistencyRuleTexts.SumBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var block in text.Facts.Body)
        {
            foreach (Match match in Whole().Matches(block.Text))
            {
                var unit = match.Groups["unit"].Value;
                var parts = Part().Matches(match.Groups["parts"].Value).ToList();
                var values = parts.Select(part => VietnameseNumber.Parse(part.Groups["value"].Value).Value).OfType<decimal>().ToList();
                if (VietnameseNumber.Parse(match.Groups["whole"].Value).Value is { } whole && values.Count >= 2
                    // Parts of one whole count the same thing.
                    && parts.TrueForAll(part => string.Equals(part.Groups["unit"].Value, unit, StringComparison.OrdinalIgnoreCase))
                    && values.TrueForAll(value => value <= whole) && values.Sum() != whole)
                {
                    yield return At(
                        new TextPlace(block, match.Groups["whole"].Index, match.Groups["whole"].Length),
                        Say(ConsistencyRuleTexts.Sum, string.Join(" + ", values.Select(value => VietnameseNumber.Format(value))), VietnameseNumber.Format(values.Sum()), match.Groups["whole"].Value));
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![\d/.,])(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,7})\s+(?<unit>\p{L}+)(?:\s+\p{L}+){0,5}\s*[,(:]?\s*(?:bao gồm|gồm có|gồm)\s*:?\s*(?<parts>(?>[^.;()]{1,200}))(?=[.;)]|$)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\d/.,])(?<value>\d{1,3}(?:\.\d{3})+|\d{1,7})\s+(?<unit>\p{L}+)")]
    private static partial Regex Part();
}

/// <summary>A line that was written over by hand states what the data state.</summary>
internal sealed partial class FigureAgainstData : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-SO-LIEU", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.FigureTitle, ConsistencyRuleTexts.FigureBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var block in text.Facts.Body)
        {
            if (!text.Knowledge.Lines.TryGetValue(block.Id, out var line) || line.IsComposed)
            {
                continue;
            }

            if (line.Plan is { } plan)
            {
                foreach (var finding in OfPlan(block, plan))
                {
                    yield return finding;
                }
            }

            foreach (var figures in line.Figures.Where(figure => line.Plan is null || figure.Unit is not (ReportComposer.TaskUnit or ReportComposer.ShareUnit)).GroupBy(figure => figure.Unit))
            {
                var written = Figures.With(block.Text, figures.Key).ToList();
                if (written.Count == 0 && Near(block.Text, figures.Key) is { } near)
                {
                    written.Add(near);
                }

                // A part of the year ("quý I: 12 tin, bài") may stand there too: one right figure is enough.
                if (written.Count > 0 && !written.Exists(place => figures.Any(figure => figure.Value == place.Value)))
                {
                    var right = VietnameseNumber.Format(figures.First().Value);
                    yield return At(
                        new TextPlace(block, written[0].Start, written[0].Length),
                        Say(ConsistencyRuleTexts.Figure, block.Text.Substring(written[0].Start, written[0].Length), figures.Key, right),
                        right,
                        isSafe: written.Count == 1 && figures.Count() == 1);
                }
            }
        }
    }

    /// <summary>"có 12 nhiệm vụ; đã hoàn thành 7/12 nhiệm vụ, đạt 58,3%": each number in its own place.</summary>
    private IEnumerable<Finding> OfPlan(ReadBlock block, KnownPlan plan)
    {
        foreach (Match match in Tasks().Matches(block.Text))
        {
            var isOpen = match.Groups["open"].Success;
            foreach (var (group, right, unit) in new[]
            {
                (match.Groups["met"], isOpen ? plan.Tasks - plan.Met : plan.Met, ReportComposer.TaskUnit),
                (match.Groups["tasks"], plan.Tasks, ReportComposer.TaskUnit),
                (match.Groups["share"], isOpen ? null : plan.Share, ReportComposer.ShareUnit),
            })
            {
                if (group.Success && right is { } known && VietnameseNumber.Parse(group.Value).Value is { } written && !IsRounded(group.Value, written, known))
                {
                    var text = VietnameseNumber.Format(known);
                    yield return At(new TextPlace(block, group.Index, group.Length), Say(ConsistencyRuleTexts.Figure, group.Value, unit, text), text, isSafe: true);
                }
            }
        }
    }

    /// <summary>"58,3" and "58" are the same share.</summary>
    private static bool IsRounded(string text, decimal written, decimal right) =>
        written == right || Math.Round(right, text.IndexOf(',', StringComparison.Ordinal) is >= 0 and var mark ? text.Length - mark - 1 : 0, MidpointRounding.AwayFromZero) == written;

    /// <summary>The one number before a part of a unit of two ("54 bài" for "tin, bài"), when it speaks of the whole.</summary>
    private static (int Start, int Length, decimal Value)? Near(string text, string unit)
    {
        var parts = unit.Split(", ");
        if (parts.Length == 1)
        {
            return null;
        }

        var found = parts.Append(string.Join(' ', parts)).SelectMany(part => Figures.With(text, part)).DistinctBy(place => place.Start).ToList();
        return found is [var only] && !Part().IsMatch(text.AsSpan(0, only.Start)) ? only : null;
    }

    [GeneratedRegex(@"(?:(?<=kế hoạch[^.;]{0,80}\s(?:có|gồm)\s)(?<tasks>\d{1,4})|(?<open>chưa\s+|không\s+)?(?:hoàn thành|đạt)\s+(?:được\s+)?(?<met>\d{1,4})(?:\s?/\s?(?<tasks>\d{1,4}))?)\s+nhiệm vụ(?!\s+(?:trọng tâm|chính|mới|về|quan trọng|đột xuất|phát sinh|khác|chưa|không|đã|đạt|hoàn thành))(?:\s+\p{L}+){0,4}?(?:\s*[,(]?\s*(?:(?:đạt|chiếm|bằng)(?:\s+(?:tỷ|tỉ) lệ)?\s+|(?:tỷ|tỉ) lệ\s+|\()(?<share>\d{1,3}(?:,\d{1,3})?)\s?%)?", RegexOptions.IgnoreCase)]
    private static partial Regex Tasks();

    /// <summary>Words before a number that is a part of the whole or has another measure.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:trong đó|gồm|riêng|mỗi|hằng|bình quân|ít nhất|thêm|tăng|giảm|hơn|quý|tháng)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}

/// <summary>A report on a plan gives results that can be counted; whether it must, a person says.</summary>
internal sealed partial class PlanWithoutFigures : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "P-KHONG-SO-LIEU", RuleKind.Judgement, FindingSeverity.Warning, ConsistencyRuleTexts.NoFiguresTitle, ConsistencyRuleTexts.NoFiguresBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var body = text.Facts.Body;
        var first = body.TakeWhile(block => block.Part != DocumentPart.Section).Count();
        if (text.Facts.Kind != "Báo cáo" || text.Facts.Citations.FirstOrDefault(cited => cited.Kind == "Kế hoạch") is not { } plan
            || !text.Facts.Has(DocumentPart.Section) || !NoHead.HasFoot(text.Facts))
        {
            yield break;
        }

        // What is to come next year is no result.
        var results = body.Skip(first).TakeWhile(block => !(block.Part == DocumentPart.Section && ToCome().IsMatch(block.Text)))
            .Where(block => block.Part is not (DocumentPart.Section or DocumentPart.Heading)).ToList();
        if (results.Count >= 3 && !results.Exists(block => HasFigure(block, text.Facts)))
        {
            yield return At(plan.Place, Say(ConsistencyRuleTexts.NoFigures, plan.Name));
        }
    }

    /// <summary>A counted or measured result; "100%" measures nothing.</summary>
    private static bool HasFigure(ReadBlock block, TextFacts facts) => Result().Matches(block.Text)
        .Any(match => match.Value is not "100%" && !facts.IsCited(new TextPlace(block, match.Index, match.Length))
            && !facts.Dates(block).Any(date => match.Index >= date.Place.Start && match.Index < date.Place.Start + date.Place.Length));

    [GeneratedRegex(@"phương hướng|nhiệm vụ (?:trọng tâm|năm|thời gian|trong thời gian|tiếp theo)", RegexOptions.IgnoreCase)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"(?<![\d/.,\p{L}-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:%|/\d+(?!\d*/)|(?=\s+(?!tháng|năm|giờ|phút|cấp|mức|quý|phần|của|và|ngày)\p{Ll}))(?<!(?:[Nn]ăm|[Nn]gày|[Tt]háng|[Qq]uý|Điều|khoản|mức độ|giai đoạn|số|lần|cấp)\s+\d+)")]
    private static partial Regex Result();
}

/// <summary>Numbers before a unit.</summary>
internal static class Figures
{
    public static IEnumerable<(int Start, int Length, decimal Value)> With(string text, string unit)
    {
        for (var at = text.IndexOf(unit, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(unit, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at;
            while (end > 0 && text[end - 1] is ' ' or '\u00A0')
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || (text[start - 1] is '.' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
            {
                start--;
            }

            var after = at + unit.Length;
            if (start < end && end < at && (after == text.Length || !char.IsLetter(text[after]))
                && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '-'))
                && VietnameseNumber.Parse(text[start..end]).Value is { } value)
            {
                yield return (start, end - start, value);
            }
        }
    }
}

/// <summary>"Chưa đạt chỉ tiêu … mới có 1/2 cuộc" of a plan line that is met by now.</summary>
internal sealed partial class ShortcomingCaughtUp : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-TON-TAI", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.CaughtUpTitle, ConsistencyRuleTexts.CaughtUpBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) =>
        from block in text.Facts.Body
        where text.Knowledge.Lines.GetValueOrDefault(block.Id)?.MetItem is not null
        let words = Unmet().Match(block.Text)
        where words.Success
        select At(new TextPlace(block, words.Index, words.Length), Say(ConsistencyRuleTexts.CaughtUp, text.Knowledge.Lines[block.Id].MetItem));

    /// <summary>What is said of quality ("còn hình thức") may stay true of a line that is met.</summary>
    [GeneratedRegex(@"\b(?:chưa|không) (?:đạt|hoàn thành|thực hiện)\b|\bmới (?:có|đạt|được)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unmet();
}
