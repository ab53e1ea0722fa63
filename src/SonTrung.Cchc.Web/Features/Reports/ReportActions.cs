using System.Security.Claims;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>The buttons of a report: the rows of the transition table that its state and the user's permissions allow.</summary>
internal static class ReportActions
{
    public static IReadOnlyList<ReportTransition> For(AnnualReport report, SigningChoices signing, ClaimsPrincipal user) =>
        report.IsReentered
            ? []
            : ReportTransitions.All
                .Where(row => row.From == report.Status && !row.IsAutomatic && user.May(row.Permission))
                .Where(row => IsOpen(row.Action, report, signing, user.UserId()))
                .ToList();

    /// <summary>What the workflow would refuse is no button.</summary>
    private static bool IsOpen(ReportAction action, AnnualReport report, SigningChoices signing, long? userId) => action switch
    {
        ReportAction.Submit => !signing.ChecksFirst,
        ReportAction.SubmitForCheck => signing.ChecksFirst,
        ReportAction.CheckContent => IsUnchecked(report, ReportCheckKind.Content, userId),
        ReportAction.CheckForm => IsUnchecked(report, ReportCheckKind.Form, userId),
        ReportAction.AttachScan => report.IsOnPaper,
        ReportAction.Approve or ReportAction.Sign => userId is not null && report.SubmittedById != userId && signing.Of(report)?.UserId == userId,
        _ => true,
    };

    private static bool IsUnchecked(AnnualReport report, ReportCheckKind kind, long? userId) =>
        report.SubmittedById != userId
        && !report.Checks.Any(check => check.VersionNumber == report.VersionNumber && check.Kind == kind);
}
