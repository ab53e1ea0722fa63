using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Finds the documents that a text names by number, with what it says of them.</summary>
internal static partial class CitationReader
{
    /// <summary>Longest stretch behind a number that may still speak of the document, characters.</summary>
    private const int Reach = 300;

    /// <summary>Names that say more than the kind does.</summary>
    private static readonly (string Written, string Kind)[] Longer =
    [
        ("Thông báo kết luận", "Thông báo"), ("Thông báo Kết luận", "Thông báo"), ("Chương trình hành động", "Chương trình"),
        ("Chương trình công tác", "Chương trình"), ("Chương trình phối hợp", "Chương trình"), ("Kế hoạch hành động", "Kế hoạch"),
        ("Kế hoạch phối hợp", ""), ("Kế hoạch liên tịch", ""), ("Nghị quyết liên tịch", ""), ("Hướng dẫn liên ngành", ""), ("Văn bản", ""),
    ];

    private static readonly Regex Number = new(
        $@"(?<!\p{{L}})(?:(?<kind>(?i:{string.Join('|', Longer.Select(row => row.Written).Concat(DocumentKinds.Names).OrderByDescending(name => name.Length).Select(name => name.Replace(" ", @"\s+", StringComparison.Ordinal)))}))\s+(?:[Ss]ố\s*:?\s*)?|[Ss]ố\s*:?\s*)"
            + @"(?<ref>(?<no>\d{1,5})\p{Ll}?"
            + @"(?:(?:\s{0,4}/\s?(?<year>(?:19|20)\d\d)(?=\s?/))?\s{0,4}/\s{0,2}(?<sym>\p{Lu}[\p{L}\d&]*(?:[-–][\p{L}\d&]+|\s[-–]\s?\p{Lu}{2,}[\p{L}\d]*|[-–]\s\p{Lu}{2,}[\p{L}\d]*){0,4})"
            + @"|\s?[-–]\s?(?<sym>\p{Lu}\p{L}{0,4}\s?/\s?\p{Lu}[\p{L}\d]*(?:[-/][\p{L}\d]+){0,3})))",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public static List<CitedDocument> Read(ReadBlock block)
    {
        if (!block.Text.Contains('/', StringComparison.Ordinal))
        {
            return [];
        }

        var found = Number.Matches(block.Text).ToList();
        return found.Select((match, i) => Read(block, match, i + 1 < found.Count ? found[i + 1].Index : block.Text.Length)).ToList();
    }

    private static CitedDocument Read(ReadBlock block, Match match, int next)
    {
        var end = match.Index + match.Length;
        var tail = block.Text[end..EndOfCitation(block.Text, end, next)];
        var day = DayIn().Match(tail);
        var hasDay = day.Success && day.Index <= 90;
        var front = block.Text[Math.Max(0, match.Index - Reach)..match.Index];
        var before = DayBefore().Match(front);
        var issuer = IssuerIn().Match(tail);
        var author = issuer.Success ? null : Author(front);
        var rest = tail;
        foreach (var part in new[] { hasDay ? day : null, issuer.Success ? issuer : null }.OfType<Match>().OrderByDescending(part => part.Index))
        {
            rest = rest.Remove(part.Index, part.Length);
        }

        var words = Words().Matches(rest).Select(word => word.Value).Where(word => word is not ("và" or "cùng")).ToList();

        var reference = match.Groups["ref"];
        return new CitedDocument
        {
            Block = block,
            Place = new TextPlace(block, match.Index, match.Length),
            Reference = new TextPlace(block, reference.Index, reference.Length),
            Whole = new TextPlace(block, match.Index, match.Length + tail.Length),
            Kind = KindOf(match.Groups["kind"].Value),
            Number = int.Parse(match.Groups["no"].ValueSpan, CultureInfo.InvariantCulture),
            Symbol = Spaces().Replace(match.Groups["sym"].Value, "").Replace('–', '-'),
            HasYear = match.Groups["year"].Success,
            DayPlace = hasDay ? new TextPlace(block, end + day.Groups["date"].Index, day.Groups["date"].Length)
                : before.Success ? new TextPlace(block, match.Index - front.Length + before.Groups["date"].Index, before.Groups["date"].Length)
                : null,
            Day = hasDay ? TextDates.Day(day) : before.Success ? TextDates.Day(before) : null,
            Issuer = issuer.Success ? issuer.Groups["issuer"].Value.Trim() : author is { Success: true } ? author.Groups["issuer"].Value.Trim() : "",
            HasSubject = words.Count >= 2,
            IsInName = NameBefore().IsMatch(front),
            IsInPassing = words.Count == 0 && (next < block.Text.Length || author is { Success: true } && author.Groups["at"].Success),
        };
    }

    private static string KindOf(string written)
    {
        var name = Spaces().Replace(written, " ");
        return Array.Find(Longer, row => string.Equals(row.Written, name, StringComparison.OrdinalIgnoreCase)) is { Written: not null } longer
            ? longer.Kind
            : DocumentKinds.Names.FirstOrDefault(kind => string.Equals(kind, name, StringComparison.OrdinalIgnoreCase)) ?? "";
    }

    /// <summary>Where the words about a document end at the latest: with the sentence, the bracket around it or the next document.</summary>
    private static int EndOfCitation(string text, int from, int next)
    {
        var front = text.AsSpan(Math.Max(0, from - Reach), Math.Min(from, Reach));
        var open = front.LastIndexOf('(') > front.LastIndexOf(')');
        for (var i = from; i < Math.Min(next, from + Reach); i++)
        {
            if (text[i] is ';' || (text[i] == ')' && open) || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) || text.AsSpan(i).StartsWith("./."))
            {
                return i;
            }

            open |= text[i] == '(';
        }

        return Math.Min(next, Math.Min(text.Length, from + Reach));
    }

    /// <summary>"UBND xã đã ban hành Kế hoạch số …", "Sở Nội vụ tại Tờ trình số …": who did stands in front.</summary>
    private static Match Author(string before) => AuthorAt().Match(before) is { Success: true } at ? at : AuthorBefore().Match(before);

    [GeneratedRegex(@"\s*,?\s*(?:ban hành\s+|ký\s+)?ngày\s+(?<date>(?<d>\d{1,2})(?:\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?|\s+tháng\s+(?<m>\d{1,2})\s+năm\s+)(?<y>\d{4}))(?!\d)")]
    private static partial Regex DayIn();

    [GeneratedRegex(@"\s*(?:của|do)\s+(?<issuer>[^,;.()“”""]{2,150}?)(?=\s+(?:về|V/v|v/v|ban hành|ngày|phê duyệt|quy định|sửa đổi|hướng dẫn|công nhận|giao|thành lập|triển khai|tổ chức|thực hiện|tăng cường|đẩy mạnh|công bố|kết luận|tuyên truyền|điều chỉnh|bãi bỏ|thay thế|phân công|kiện toàn|đôn đốc|phát động|xây dựng|quản lý|nâng cao|đề nghị|tổng kết|sơ kết|tiếp tục|được|đã|để|nhằm|Về)(?!\p{L})|\s*[,;.()“”""]|\s*$)")]
    private static partial Regex IssuerIn();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<issuer>(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Sở|Phòng|Bộ|Chủ tịch|Thủ tướng|Đảng ủy|Ban)[^,;.()]{0,60}?)\s+(?:đã\s+|vừa\s+|xây dựng và\s+|kịp thời\s+|xây dựng,\s+){0,3}(?:ban hành|xây dựng|có|phê duyệt|triển khai)\s+(?:các\s+|[Cc]ác\s+văn bản[^;.]{0,40})?(?:[^;.()]{0,200}?,\s+)?$")]
    private static partial Regex AuthorBefore();

    [GeneratedRegex(@"(?<issuer>(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Sở|Phòng|Bộ|Chủ tịch|Thủ tướng|Đảng ủy|Ban|Văn phòng|Chánh Văn phòng|Giám đốc|Trưởng)[^;.()]{0,80}?)\s+(?<at>tại|theo)\s+(?:[^;.()]{0,120},\s+|[^;.()]{0,160}\s+và\s+)?$")]
    private static partial Regex AuthorAt();

    [GeneratedRegex(@"(?<!\p{L})[Nn]gày\s+(?<date>(?<d>\d{1,2})(?:[/.-](?<m>\d{1,2})[/.-]|\s+tháng\s+(?<m>\d{1,2})\s+năm\s+)(?<y>\d{4})),?\s[^.;,\d]{3,100}?(?:ban hành|có|ký|phê duyệt|nhận được)\s+$")]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"/[^;.()]{0,200}(?<!\p{L})(?:sửa đổi|bổ sung|bãi bỏ|thay thế|quy định chi tiết|hướng dẫn|thi hành|đính chính)(?!\p{L})[^;.()]{0,80}$")]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
