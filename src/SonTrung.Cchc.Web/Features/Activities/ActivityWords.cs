using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>Words for what the core knows by name.</summary>
public static class ActivityWords
{
    /// <summary>What an activity lacks to be told in the report; empty when it is told.</summary>
    public static string Text(this ReportPlace place) => place switch
    {
        ReportPlace.Shown => "",
        ReportPlace.NoFigures => ActivityTexts.PlaceNoFigures,
        ReportPlace.NoPlanItem => ActivityTexts.PlaceNoPlanItem,
        ReportPlace.NoDepartment => ActivityTexts.PlaceNoDepartment,
        ReportPlace.Nowhere => ActivityTexts.PlaceNowhere,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };

    /// <summary>"Kế hoạch số 05/KH-UBND ngày 12/01/2026 về …".</summary>
    public static string Label(this OfferedReference document) => ActivityTexts.ReferenceLabel.Fill(
        document.Kind,
        document.Number,
        document.IssuedOn is { } day ? ActivityTexts.ReferenceDated.Fill(VietnameseDate.Format(day)) : "",
        document.Subject);

    /// <summary>A document as the form offers it.</summary>
    public static OfferedReference Offered(this ReferenceDocument document) =>
        new(document.Id, document.Kind, document.Number, document.IssuedOn, document.Subject);

    /// <summary>The day, the days one below the other, or "cả năm".</summary>
    public static IReadOnlyList<string> Days(this ActivityRow row) =>
        row.IsAllYear ? [ActivityTexts.AllYear]
        : row.EndsOn == row.StartsOn ? [VietnameseDate.Format(row.StartsOn)]
        : [$"{VietnameseDate.Format(row.StartsOn)} –", VietnameseDate.Format(row.EndsOn)];

    /// <summary>An activity as somebody else saved it.</summary>
    internal static Theirs AsTheirs(this PropagandaActivity row) => new(
    [
        (ActivityTexts.Title, row.Title),
        (ActivityTexts.StartsOn, VietnameseDate.Format(row.StartsOn)),
        (ActivityTexts.Place, row.Place),
        (ActivityTexts.ReportText, row.ReportText),
    ]);
}
