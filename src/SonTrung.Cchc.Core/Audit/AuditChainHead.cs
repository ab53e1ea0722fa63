namespace SonTrung.Cchc.Core.Audit;

/// <summary>
/// How many entries the audit has and the hash of the last one: one row, moved on in the transaction that adds entries. Locked while that
/// happens, it puts the writers of the chain in order; noted elsewhere, it shows when the end was cut off.
/// </summary>
public sealed class AuditChainHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>How many entries there are.</summary>
    public long Count { get; init; }

    /// <summary>The hash of the last entry; zeros while there is none.</summary>
    public byte[] Hash { get; init; } = AuditChain.Start;
}
