using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>
/// A certificate with its key that its owner gave into the portal's keeping. The key is encrypted under the owner's PIN and a secret of the server: neither alone opens it,
/// and neither stands in the database.
/// </summary>
public sealed class KeptCertificate : AgencyEntity
{
    /// <summary>Shortest PIN, characters.</summary>
    public const int ShortestPin = 8;

    /// <summary>Longest PIN, characters.</summary>
    public const int LongestPin = 100;

    /// <summary>Wrong PINs, one after the other, that lock the certificate.</summary>
    public const int MostWrongPins = 3;

    /// <summary>Narrowest seal, mm.</summary>
    public const int NarrowestSeal = 10;

    /// <summary>Widest seal, mm: the place of the seal in a document is as wide (Phụ lục I, II.8.a: real size).</summary>
    public const int WidestSeal = 36;

    /// <summary>The owner: nobody else signs with it.</summary>
    public required long UserId { get; init; }

    /// <summary>Whose signature it makes.</summary>
    public required CertificateUse Use { get; init; }

    /// <summary>The holder's name.</summary>
    public required string SignerName { get; init; }

    /// <summary>Who gave it out, in full.</summary>
    public required string Issuer { get; init; }

    /// <summary>The SHA-256 of the certificate, hex.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The last moment it is valid (UTC).</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>The certificate and those it hangs on, without a key, DER one after the other (<see cref="CertificateBundle"/>): what is examined before the PIN is asked.</summary>
    public required byte[] Certificates { get; init; }

    /// <summary>The salt of the key's derivation.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>The rounds of the key's derivation.</summary>
    public required int Rounds { get; init; }

    /// <summary>The certificate, its chain and its key, encrypted.</summary>
    public required byte[] Locked { get; init; }

    /// <summary>The picture that the signature shows (Phụ lục I, II.7.d, II.8.a): PNG; null shows none.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>The real width of a seal, mm; null fills the place.</summary>
    public int? PictureMillimetres { get; init; }

    /// <summary>When it came (UTC).</summary>
    public required DateTime ImportedUtc { get; init; }

    /// <summary>Wrong PINs since the last right one. Counted before a PIN is tried, so that nobody tries two at once.</summary>
    public int WrongPins { get; internal set; }

    /// <summary>Whether only an administrator can open it again.</summary>
    public bool IsLocked => WrongPins >= MostWrongPins;
}

/// <summary>Whose signature a certificate makes.</summary>
public enum CertificateUse
{
    /// <summary>The person in authority (Điều 13).</summary>
    Person,

    /// <summary>The organisation, used by the clerk of documents (Điều 32).</summary>
    Organisation,
}
