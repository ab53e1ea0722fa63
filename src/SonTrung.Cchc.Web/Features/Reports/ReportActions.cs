using System.Security.Claims;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>The buttons of a report: the rows of the transition table that its state and the user's permissions allow.</summary>
internal static class ReportActions
{
    public static IReadOnlyList<ReportTransition> For(AnnualReport report, ClaimsPrincipal user) =>
        report.IsReentered
            ? []
            : ReportTransitions.All
                .Where(row => row.From == report.Status && user.May(row.Permission))
                .Where(row => row.Action != ReportAction.Approve || report.SubmittedById != user.UserId())
                .ToList();
}
