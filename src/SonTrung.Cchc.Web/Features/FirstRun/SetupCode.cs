using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Web.Features.FirstRun;

/// <summary>
/// The one-time code that a portal without accounts prints when it starts. Only who can read the server's console knows it;
/// a restart makes a new one.
/// </summary>
public sealed class SetupCode
{
    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The code; null when the portal is set up.</summary>
    public string? Value { get; private set; }

    /// <summary>Makes a code: 60 random bits.</summary>
    public void Open() => Value = RandomNumberGenerator.GetString(Letters, 12);

    /// <summary>The portal is set up: no code works any more.</summary>
    public void Close() => Value = null;

    /// <summary>Whether this is the code; takes the same time whatever is wrong.</summary>
    public bool Matches(string? typed) => Value is { } value && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(value)),
        SHA256.HashData(Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant())));
}
