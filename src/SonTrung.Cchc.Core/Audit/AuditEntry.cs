using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>Who changed what and when, before and after. Written with the change itself, never changed, never removed.</summary>
public sealed class AuditEntry : Entity, ISearchable
{
    /// <summary>Longest name of a person or part of the portal, characters.</summary>
    public const int UserNameLength = 256;

    /// <summary>Longest name of a kind of row, characters.</summary>
    public const int EntityLength = 60;

    /// <summary>Longest key of a row, characters.</summary>
    public const int EntityIdLength = 60;

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public long? UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>The agency whose row it was; null for rows of no agency.</summary>
    public long? AgencyId { get; init; }

    /// <summary>What.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The kind of row.</summary>
    public required string Entity { get; init; }

    /// <summary>The row's key.</summary>
    public required string EntityId { get; init; }

    /// <summary>The changed values before, as JSON; null for a new row.</summary>
    public string? Before { get; init; }

    /// <summary>The values after, as JSON; null for a removed row.</summary>
    public string? After { get; init; }

    /// <summary>The request it belongs to, as shown on error pages.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Its place in the chain of the whole portal, from 1 without gaps; given in the transaction that saves it.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the entry before; zeros for the first.</summary>
    public byte[] PreviousHash { get; private set; } = AuditChain.Start;

    /// <summary>The SHA-256 over <see cref="PreviousHash"/> and everything that the entry says (see <see cref="AuditChain"/>).</summary>
    public byte[] Hash { get; private set; } = AuditChain.Start;

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => AuditSearchText.Of(this);

    /// <summary>What the row is found by when it is changed, deleted or brought back: its name, which the values that changed leave out. Only its search key is kept.</summary>
    internal string RowText { get; init; } = "";

    /// <summary>Gives the entry its place; called in the transaction that saves it.</summary>
    internal void Link(long sequence, byte[] previous)
    {
        (Sequence, PreviousHash) = (sequence, previous);
        Hash = AuditChain.HashOf(this, sequence);
        SearchKey = DerivedValues.SearchKeyOf(SearchText);
    }
}

/// <summary>What was done to a row.</summary>
public enum AuditAction
{
    /// <summary>A new row.</summary>
    Added,

    /// <summary>Changed values.</summary>
    Changed,

    /// <summary>A removed row.</summary>
    Removed,

    /// <summary>Deleted by a person, can be restored.</summary>
    Hidden,

    /// <summary>Brought back by a person.</summary>
    Restored,

    /// <summary>Taken away as a file.</summary>
    Downloaded,

    /// <summary>Read on a page; once a day for each person and document.</summary>
    Viewed,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>A name and password that did not fit.</summary>
    SignInFailed,

    /// <summary>Signed out.</summary>
    SignedOut,
}
