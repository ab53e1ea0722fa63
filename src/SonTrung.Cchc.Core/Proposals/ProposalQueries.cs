using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Proposals;

/// <summary>What the lists that make proposals ask of the answers.</summary>
internal static class ProposalQueries
{
    /// <summary>The plan lines, shortcomings or tasks of a year that have an answer.</summary>
    /// <param name="db">A context in the scope of a signed-in user.</param>
    /// <param name="kind">What was proposed.</param>
    /// <param name="year">The reporting year in whose lists it was proposed.</param>
    /// <param name="outcome">One answer alone.</param>
    public static IQueryable<long> Answered(this CchcDbContext db, ProposalKind kind, int year, ProposalOutcome? outcome = null)
    {
        var agency = db.OwnAgency();
        var rows = db.ProposalAnswers.Where(row => row.AgencyId == agency && row.Year == year && (outcome == null || row.Outcome == outcome));
        return kind switch
        {
            ProposalKind.UnmetLine => rows.Where(row => row.PlanItemId != null).Select(row => row.PlanItemId!.Value),
            ProposalKind.Shortcoming => rows.Where(row => row.ShortcomingId != null).Select(row => row.ShortcomingId!.Value),
            _ => rows.Where(row => row.NextYearTaskId != null).Select(row => row.NextYearTaskId!.Value),
        };
    }

    /// <summary>The answer of the signed-in person to a proposal; not yet added.</summary>
    /// <param name="db">A context in the scope of a signed-in user.</param>
    /// <param name="kind">What is proposed.</param>
    /// <param name="sourceId">The plan line, shortcoming or task.</param>
    /// <param name="year">The reporting year in whose lists it is proposed.</param>
    /// <param name="atUtc">Now (UTC).</param>
    /// <param name="reason">Why it is dismissed; null when it is taken.</param>
    public static ProposalAnswer Answer(this CchcDbContext db, ProposalKind kind, long sourceId, int year, DateTime atUtc, string? reason = null) => new()
    {
        AgencyId = db.OwnAgency(),
        Year = year,
        PlanItemId = kind == ProposalKind.UnmetLine ? sourceId : null,
        ShortcomingId = kind == ProposalKind.Shortcoming ? sourceId : null,
        NextYearTaskId = kind == ProposalKind.Task ? sourceId : null,
        Outcome = reason is null ? ProposalOutcome.Taken : ProposalOutcome.Dismissed,
        Reason = reason,
        AnsweredById = db.Scope.UserId,
        AnsweredBy = db.Scope.UserName,
        AnsweredUtc = atUtc,
    };
}
