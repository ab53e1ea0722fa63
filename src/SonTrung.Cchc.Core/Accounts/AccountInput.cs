namespace SonTrung.Cchc.Core.Accounts;

/// <summary>What an administrator enters about a person.</summary>
public sealed record AccountInput
{
    /// <summary>The name to sign in with; kept for good.</summary>
    public required string UserName { get; init; }

    /// <summary>The full name.</summary>
    public required string FullName { get; init; }

    /// <summary>What the person does.</summary>
    public required Duties Duties { get; init; }

    /// <summary>The unit, for people of a commune.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>Where a new person works, when the system administrator enters it; else the own agency.</summary>
    public long? AgencyId { get; init; }
}

/// <summary>Who goes on with what a leaver did.</summary>
public sealed record HandOverInput
{
    /// <summary>The colleague who gets the plan lines and the department's owed word.</summary>
    public long? ColleagueId { get; init; }

    /// <summary>The colleague who signs from now on in the leaver's post; nobody yet when null.</summary>
    public long? SignerId { get; init; }

    /// <summary>What the writers read whose reports wait for the leaver's signature.</summary>
    public required string ReportNote { get; init; }
}

/// <summary>How an act on an account ended.</summary>
public enum AccountOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such account for this administrator.</summary>
    NotFound,

    /// <summary>Somebody changed the account since the form went out.</summary>
    Conflict,

    /// <summary>The name to sign in with is taken.</summary>
    NameTaken,

    /// <summary>The duties do not go together or do not exist in this agency.</summary>
    DutiesWrong,

    /// <summary>No such unit.</summary>
    DepartmentUnknown,

    /// <summary>No such agency.</summary>
    AgencyUnknown,

    /// <summary>Nobody else could administer afterwards.</summary>
    LastAdministrator,

    /// <summary>Nobody removes, demotes or locks out oneself.</summary>
    OwnAccount,

    /// <summary>The person has left, or has not: the act fits the other state.</summary>
    WrongState,

    /// <summary>There is work to hand over and nobody, or nobody fitting, was chosen.</summary>
    ColleagueMissing,

    /// <summary>The chosen signer cannot approve.</summary>
    SignerWrong,
}

/// <summary>How an act on an account ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Id">The account.</param>
/// <param name="Password">A password made by the act, to be shown once.</param>
public sealed record AccountResult(AccountOutcome Outcome, long Id = 0, string? Password = null);
