using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Scores;

/// <summary>The words of the score sheet.</summary>
internal static class ScoreWords
{
    /// <summary>The row of a criterion on its page.</summary>
    public static string RowId(string code) => $"tieu-chi-{Plain(code)}";

    /// <summary>The evidence of a criterion on its page.</summary>
    public static string EvidenceId(string code) => $"kiem-chung-{Plain(code)}";

    /// <summary>The period and the day of the figures.</summary>
    public static string AsOf(ScoreSheet sheet) => ScoreTexts.AsOf.Fill(
        VietnameseDate.Format(sheet.Days.From), VietnameseDate.Format(sheet.Days.To), VietnameseDate.Format(sheet.Days.Today));

    /// <summary>The name of a class of channels.</summary>
    public static string Name(ChannelMode mode) => mode == ChannelMode.Online ? ScoreTexts.Online : ScoreTexts.Traditional;

    private static string Plain(string code) => code.Replace('.', '-');
}
