using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>How pages speak of periods.</summary>
internal static class PeriodWords
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>"năm 2026", "6 tháng đầu năm 2026", "quý III năm 2026": in a sentence.</summary>
    public static string Name(RequestedPeriod period) => period.Kind switch
    {
        PeriodKind.Year => WallTexts.PeriodYear.Fill(period.Year),
        PeriodKind.HalfYear => (period.Ordinal == 1 ? WallTexts.PeriodFirstHalf : WallTexts.PeriodSecondHalf).Fill(period.Year),
        _ => WallTexts.PeriodQuarter.Fill(Roman[period.Ordinal - 1], period.Year),
    };

    /// <summary>The same at the head of a column.</summary>
    public static string Title(RequestedPeriod period) => PlainText.Capital(Name(period));

    /// <summary>The spans of a year, to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Spans() => RequestedPeriod.Spans.Select(span => new SelectListItem(
        span.Kind switch
        {
            PeriodKind.Year => WallTexts.SpanYear,
            PeriodKind.HalfYear => span.Ordinal == 1 ? WallTexts.SpanFirstHalf : WallTexts.SpanSecondHalf,
            _ => WallTexts.SpanQuarter.Fill(Roman[span.Ordinal - 1]),
        },
        RequestedPeriod.SpanOf(span.Kind, span.Ordinal))).ToList();
}
