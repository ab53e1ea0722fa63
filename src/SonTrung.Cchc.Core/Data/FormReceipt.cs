namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// A create form that was carried out. Saved in the same transaction as what it made, so that the same form sent twice
/// makes one row and shows it twice.
/// </summary>
public sealed class FormReceipt
{
    /// <summary>The key that went out with the form.</summary>
    public required Guid Key { get; init; }

    /// <summary>Who sent it; nobody else's key is honoured.</summary>
    public required long UserId { get; init; }

    /// <summary>The row it made.</summary>
    public required long EntityId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }
}
