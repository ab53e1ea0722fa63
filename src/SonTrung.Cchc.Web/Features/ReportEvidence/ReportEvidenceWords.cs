using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Web.Features.ReportEvidence;

/// <summary>The words for what stands behind a sentence.</summary>
internal static class ReportEvidenceWords
{
    /// <summary>The name of a kind of row.</summary>
    public static string Name(OriginKind kind) => kind switch
    {
        OriginKind.Plan => ReportEvidenceTexts.KindPlan,
        OriginKind.PlanItem => ReportEvidenceTexts.KindPlanItem,
        OriginKind.ReferenceDocument => ReportEvidenceTexts.KindDocument,
        OriginKind.Shortcoming => ReportEvidenceTexts.KindShortcoming,
        OriginKind.NextYearTask => ReportEvidenceTexts.KindTask,
        OriginKind.ReportLine => ReportEvidenceTexts.KindLastYear,
        _ => "",
    };

    /// <summary>What an activity lacks to be told of.</summary>
    public static string Lacks(SilentActivity activity) => activity.Place switch
    {
        ReportPlace.NoPlanItem => ReportEvidenceTexts.LacksPlanItem,
        ReportPlace.NoDepartment => ReportEvidenceTexts.LacksDepartment,
        ReportPlace.Shown or ReportPlace.NoFigures => ReportEvidenceTexts.LacksSentence,
        _ => ReportEvidenceTexts.LacksAll,
    };

    /// <summary>How much receivers see.</summary>
    public static string Name(EvidenceRelease release) => release switch
    {
        EvidenceRelease.None => ReportEvidenceTexts.ReleaseNone,
        EvidenceRelease.List => ReportEvidenceTexts.ReleaseList,
        _ => ReportEvidenceTexts.ReleaseFiles,
    };
}
