using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>How a change of what is set up once ended.</summary>
public enum SetupOutcome
{
    /// <summary>Saved.</summary>
    Done,

    /// <summary>No such row for this administrator.</summary>
    NotFound,

    /// <summary>Somebody changed the row since the form went out.</summary>
    Conflict,

    /// <summary>The last day lies before the first.</summary>
    EndsBeforeStart,

    /// <summary>Another row begins on this day, or holds a part of this time.</summary>
    Overlaps,

    /// <summary>The name or code is taken.</summary>
    NameTaken,

    /// <summary>A row that was chosen does not exist or does not fit.</summary>
    ChoiceWrong,

    /// <summary>Work of this time would be left outside.</summary>
    WorkOutside,

    /// <summary>The row is needed, or too old to be taken away.</summary>
    Needed,

    /// <summary>An authorisation without its last day or its scope (Điều 13.3).</summary>
    Unlimited,
}

/// <summary>How a change ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Id">The row.</param>
public sealed record SetupResult(SetupOutcome Outcome, long Id = 0);

/// <summary>Saves one row against the version that its form showed.</summary>
internal static class SetupSaving
{
    public static async Task<SetupResult> SaveSetupAsync<T>(this CchcDbContext db, T row, Guid version, CancellationToken cancellation)
        where T : Entity, IVersioned =>
        new(await db.TrySaveAsync(row, version, cancellation) ? SetupOutcome.Done : SetupOutcome.Conflict, row.Id);

    public static long OwnAgency(this CchcDbContext db) =>
        db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Only an agency's own administrator sets it up.");
}
