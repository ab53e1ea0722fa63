using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>Who contradicts the machine's clock.</summary>
public enum ClockWitness
{
    /// <summary>The agency's own audit has an entry of a later time.</summary>
    Audit,

    /// <summary>A revocation list was made at a later time.</summary>
    RevocationList,

    /// <summary>The time-stamp service has another time.</summary>
    TimestampService,

    /// <summary>The time-stamp service is configured and does not answer.</summary>
    Silent,
}

/// <summary>What is wrong with the machine's clock.</summary>
/// <param name="Witness">Who says so.</param>
/// <param name="Own">The machine's time (UTC).</param>
/// <param name="Theirs">The other's time (UTC).</param>
public sealed record ClockProblem(ClockWitness Witness, DateTime Own, DateTime Theirs);

/// <summary>
/// Whether the machine's clock can be right: a signature of level B-B has its time from nowhere else. It is held against what was written down earlier and against what
/// others signed; a clock that is fast and that nobody contradicts can't be found out without a time-stamp service.
/// </summary>
public sealed class SigningClock(CchcDbContext db, IReportSignatures signatures, TimeProvider time)
{
    /// <summary>How far two clocks may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong; null when nobody contradicts the clock.</summary>
    public async Task<ClockProblem?> CheckAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var agency = db.Scope.WriteAgencyId;
        var noted = await db.AuditEntries.Where(entry => entry.AgencyId == agency).OrderByDescending(entry => entry.AtUtc)
            .Select(entry => (DateTime?)entry.AtUtc).FirstOrDefaultAsync(cancellation);
        if (noted > now + Tolerance)
        {
            return new ClockProblem(ClockWitness.Audit, now, noted.Value);
        }

        var witnesses = await signatures.WitnessTimeAsync(cancellation);
        return witnesses switch
        {
            { NewestList: { } made } when made.UtcDateTime > now + Tolerance => new ClockProblem(ClockWitness.RevocationList, now, made.UtcDateTime),
            { AsksService: true, Ahead: null } => new ClockProblem(ClockWitness.Silent, now, now),
            { Ahead: { } ahead } when ahead.Duration() > Tolerance => new ClockProblem(ClockWitness.TimestampService, now, now + ahead),
            _ => null,
        };
    }
}
