using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Which keys and hashes are strong enough: RSA of 2048 bits or more, ECDSA on the NIST curves from P-256, SHA-256 or better.</summary>
internal static class SignatureAlgorithms
{
    private const int MinRsaBits = 2048;
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string P521 = "1.3.132.0.35";

    /// <summary>Whether a certificate's key is strong enough to sign documents.</summary>
    public static bool IsStrongKey(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa is null ? For(certificate) is not null : rsa.KeySize >= MinRsaBits;
    }

    /// <summary>The hash that goes with a certificate's key, and how the pair is named in a signature; null for a key of another kind.</summary>
    public static (HashAlgorithmName Hash, string HashOid, string SignatureOid)? For(X509Certificate2 certificate)
    {
        if (IsRsa(certificate))
        {
            return (HashAlgorithmName.SHA256, Sha256, "1.2.840.113549.1.1.11");
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is null ? null : CurveOf(ecdsa) switch
        {
            P256 => (HashAlgorithmName.SHA256, Sha256, "1.2.840.10045.4.3.2"),
            P384 => (HashAlgorithmName.SHA384, Sha384, "1.2.840.10045.4.3.3"),
            P521 => (HashAlgorithmName.SHA512, Sha512, "1.2.840.10045.4.3.4"),
            _ => null,
        };
    }

    /// <summary>Whether a key is RSA.</summary>
    public static bool IsRsa(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa is not null;
    }

    /// <summary>Whether a hash is strong enough.</summary>
    public static bool IsStrongHash(string? oid) => oid is Sha256 or Sha384 or Sha512;

    /// <summary>The hash of an identifier.</summary>
    public static HashAlgorithmName? HashOf(string? oid) => oid switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        Sha384 => HashAlgorithmName.SHA384,
        Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Whether a signature over a hash is of a certificate's key.</summary>
    public static bool Verify(X509Certificate2 certificate, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = rsa is null ? certificate.GetECDsaPublicKey() : null;
        return rsa?.VerifyHash(digest, signature, hash, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence)
            ?? false;
    }

    /// <summary>Whether a certificate may sign documents: digital signature or non-repudiation, where it says what it may do.</summary>
    public static bool MaySign(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage
        || (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0;

    private static string? CurveOf(ECDsa key)
    {
        try
        {
            var curve = key.ExportParameters(includePrivateParameters: false).Curve;
            return curve.IsNamed ? curve.Oid.Value ?? OidOf(curve.Oid.FriendlyName) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string? OidOf(string? name) => name switch
    {
        "nistP256" or "ECDSA_P256" => P256,
        "nistP384" or "ECDSA_P384" => P384,
        "nistP521" or "ECDSA_P521" => P521,
        _ => null,
    };
}
