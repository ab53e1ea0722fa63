using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>What a stretch of a report speaks of.</summary>
internal enum OldReportTheme
{
    /// <summary>Nothing that the portal keeps rows for.</summary>
    None,

    /// <summary>Nội dung tuyên truyền.</summary>
    Content,

    /// <summary>Phương tiện.</summary>
    Means,

    /// <summary>Hình thức.</summary>
    Form,

    /// <summary>What the units did.</summary>
    Departments,

    /// <summary>Đánh giá.</summary>
    Assessment,

    /// <summary>Tồn tại, hạn chế.</summary>
    Shortcomings,

    /// <summary>Phương hướng, nhiệm vụ.</summary>
    Tasks,
}

/// <summary>Tells by the words of titles and leads what the blocks below them speak of.</summary>
internal static partial class OldReportThemes
{
    /// <summary>The theme of each block.</summary>
    public static IReadOnlyList<OldReportTheme> Of(IReadOnlyList<OldReportBlock> blocks)
    {
        var themes = new OldReportTheme[blocks.Count];
        var theme = OldReportTheme.None;
        for (var i = 0; i < blocks.Count; i++)
        {
            var key = SearchKey.Of(blocks[i].Text);
            theme = blocks[i].Part switch
            {
                OldReportPart.Section => Named(key) ?? OldReportTheme.None,
                OldReportPart.Heading => Named(key) ?? (theme is OldReportTheme.Shortcomings or OldReportTheme.Tasks ? theme : OldReportTheme.None),
                OldReportPart.Paragraph when blocks[i].Text.EndsWith(':') => Lead(key, theme),
                _ => theme,
            };
            themes[i] = theme;
        }

        return themes;
    }

    /// <summary>A text of several sentences gives reasons and a direction; a task is one sentence.</summary>
    public static bool IsReasoning(string text) => SentenceEnd().IsMatch(text);

    private static OldReportTheme? Named(string key) =>
        NextYear().IsMatch(key) ? OldReportTheme.Tasks
        : Weakness().IsMatch(key) ? OldReportTheme.Shortcomings
        : key.Contains("danh gia", StringComparison.Ordinal) || key.Contains("uu diem", StringComparison.Ordinal) ? OldReportTheme.Assessment
        : key.Contains("noi dung", StringComparison.Ordinal) ? OldReportTheme.Content
        : key.Contains("phuong tien", StringComparison.Ordinal) ? OldReportTheme.Means
        : key.Contains("hinh thuc", StringComparison.Ordinal) ? OldReportTheme.Form
        : null;

    private static OldReportTheme Lead(string key, OldReportTheme theme) =>
        Weakness().IsMatch(key) ? OldReportTheme.Shortcomings
        : theme is OldReportTheme.Content or OldReportTheme.Means or OldReportTheme.Form && Units().IsMatch(key) ? OldReportTheme.Departments
        : theme;

    [GeneratedRegex(@"\bphuong huong\b|\bnhiem vu\b.*\b(?:trong tam|nam \d{4}|nam sau|nam toi|thoi gian toi)\b|\b(?:trong tam|thoi gian toi)\b.*\bnhiem vu\b")]
    private static partial Regex NextYear();

    [GeneratedRegex(@"\b(?:ton tai|han che|thieu sot|kho khan|vuong mac|bat cap)\b")]
    private static partial Regex Weakness();

    [GeneratedRegex(@"\b(?:tung|cac) (?:linh vuc|bo phan|don vi|nganh|phong|ban nganh)\b|\bnghiep vu\b")]
    private static partial Regex Units();

    [GeneratedRegex(@"[\p{L}\p{Nd})”][.!?]\s+\p{Lu}")]
    private static partial Regex SentenceEnd();
}
