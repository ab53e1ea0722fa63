using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>Bodies of the district level, which ended on 1 July 2025.</summary>
internal sealed partial class FormerBody : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-CO-QUAN-CU", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.FormerTitle, ConsistencyRuleTexts.FormerBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => TwoLevels.Places(text, Bodies())
        .Select(place => At(place, Say(ConsistencyRuleTexts.Former, place.Text)));

    [GeneratedRegex(@"(?<!\p{L})(?:(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+(?:huyện|quận|thị xã|thị trấn)|[Hh]uyện ủy|[Hh]uyện uỷ|Phòng\s+[Nn]ội\s+[Vv]ụ|Phòng\s+[Vv]ăn\s+(?:[Hh]óa|[Hh]oá)\s*(?:-|–|và|,)?\s*[Tt]hông\s+tin)(?!\p{L})")]
    private static partial Regex Bodies();
}

/// <summary>"huyện" in a text of the time after.</summary>
internal sealed partial class FormerLevel : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-CAP-HUYEN", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.LevelTitle, ConsistencyRuleTexts.LevelBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => TwoLevels.Places(text, Level())
        .Select(place => At(place, Say(ConsistencyRuleTexts.Level, place.Text)));

    [GeneratedRegex(@"(?<!\p{L})(?<!(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+)(?:cấp huyện|huyện|thị trấn)(?!\s+(?:ủy|uỷ|đoàn|đội)(?!\p{L}))(?!\p{L})|(?<!\p{L})quận\s+(?=\p{Lu}|\d)")]
    private static partial Regex Level();
}

/// <summary>"Bộ phận một cửa" became "Trung tâm Phục vụ hành chính công".</summary>
internal sealed partial class FormerOneStop : CheckRule
{
    private const string Successor = "Trung tâm Phục vụ hành chính công";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-MOT-CUA", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.OneStopTitle, ConsistencyRuleTexts.OneStopBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => TwoLevels.Places(text, OneStop())
        .Select(place => At(place, Say(ConsistencyRuleTexts.OneStop, place.Text, Successor), Successor, isSafe: true));

    [GeneratedRegex(@"(?<!\p{L})[Bb]ộ\s+phận\s+(?:[Mm]ột\s+c[ửữ]a|[Tt]iếp\s+nhận\s+và\s+[Tt]rả\s+kết\s+quả)(?!\p{L})")]
    private static partial Regex OneStop();
}

/// <summary>Local government of two levels (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).</summary>
internal static partial class TwoLevels
{
    private static readonly DateOnly Begin = new(2025, 7, 1);

    /// <summary>The places of a document of that time, outside what was issued before and what speaks of the past.</summary>
    public static IEnumerable<TextPlace> Places(CheckedText text, Regex words)
    {
        var year = text.Facts.Year;
        if (text.Facts.Day is { } day ? day < Begin : year is null or <= 2025)
        {
            yield break;
        }

        foreach (var block in text.Document.Blocks)
        {
            foreach (Match match in words.Matches(block.Text))
            {
                var place = new TextPlace(block, match.Index, match.Length);
                if (!Past().IsMatch(text.Facts.SentenceAt(place).Text) && !IsCitedFromBefore(text.Facts, place))
                {
                    yield return place;
                }
            }
        }
    }

    private static bool IsCitedFromBefore(TextFacts facts, TextPlace place) => facts.Citations.Any(cited => cited.Day < Begin
        && ReferenceEquals(cited.Block, place.Block) && place.Start >= cited.Whole.Start && place.Start < cited.Whole.Start + cited.Whole.Length);

    [GeneratedRegex(@"(?<!\p{L})(?:trước đây|cũ|trước ngày|trước khi|sáp nhập|sắp xếp|giải thể|không tổ chức|kết thúc hoạt động|bỏ cấp|bàn giao|chuyển giao|tiếp nhận từ|hợp nhất)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Past();
}
