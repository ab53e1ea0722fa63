using System.Security.Cryptography;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Signatures, section <c>Cchc:Signing</c>.</summary>
public sealed class SigningOptions
{
    /// <summary>Where revocation lists are; empty for <c>crl</c> in the data folder. Relative paths start at the content root.</summary>
    public string RevocationFolder { get; set; } = "";

    /// <summary>The time-stamp service (RFC 3161); empty for signatures without a time stamp.</summary>
    public string TimestampAddress { get; set; } = "";

    /// <summary>The hash that is stamped.</summary>
    public TimestampHash TimestampHash { get; set; } = TimestampHash.Sha256;

    /// <summary>How long the service may take, seconds.</summary>
    public int TimestampTimeoutSeconds { get; set; } = 10;
}

/// <summary>The hashes that are stamped.</summary>
public enum TimestampHash
{
    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-384.</summary>
    Sha384,

    /// <summary>SHA-512.</summary>
    Sha512,
}

/// <summary>The signature engine as the settings have it.</summary>
internal static class SigningSetup
{
    /// <summary>The longest wait that is allowed, seconds: somebody stands before the page.</summary>
    public const int LongestTimeoutSeconds = 60;

    /// <summary>The largest answer of a time-stamp service, bytes.</summary>
    private const int LargestAnswer = 100_000;

    public static void CheckSigning(SigningOptions signing)
    {
        if (signing.TimestampAddress.Length > 0
            && !(Uri.TryCreate(signing.TimestampAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
        {
            throw new PortalSettingsException(Infrastructure.Phrase.Fill(StartUpTexts.WrongTimestampAddress, signing.TimestampAddress));
        }

        if (signing.TimestampTimeoutSeconds is < 1 or > LongestTimeoutSeconds)
        {
            throw new PortalSettingsException(Infrastructure.Phrase.Fill(StartUpTexts.WrongTimestampTimeout, LongestTimeoutSeconds));
        }
    }

    /// <summary>The time-stamp service; null when none is configured.</summary>
    public static ITimestampService? TimestampService(SigningOptions signing) => signing.TimestampAddress.Length == 0
        ? null
        : new HttpTimestampService(Client(signing), new Uri(signing.TimestampAddress), signing.TimestampHash switch
        {
            TimestampHash.Sha384 => HashAlgorithmName.SHA384,
            TimestampHash.Sha512 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        });

    /// <summary>It goes where the setting says and nowhere else: no redirects, no cookies, no account; what it answers is small, or nothing.</summary>
    private static HttpClient Client(SigningOptions signing) => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Credentials = null, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true)
    {
        Timeout = TimeSpan.FromSeconds(signing.TimestampTimeoutSeconds),
        MaxResponseContentBufferSize = LargestAnswer,
    };
}
