using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// The certificates that a signature brings along (RFC 5652, 5.1). The signature covers none of them but the signer's own, by its hash; so each must be one that the signer's
/// hangs on, and be signed itself: otherwise a byte of them could change unseen.
/// </summary>
internal static class CertificateBag
{
    /// <summary>The most certificates; a chain has three or four.</summary>
    private const int Most = 16;

    /// <summary>Checks the certificates of a container; in whatever order they stand.</summary>
    /// <param name="signer">The signer's certificate.</param>
    /// <param name="bag">All that came, the signer's among them.</param>
    /// <param name="anchors">The roots that are trusted.</param>
    /// <returns>
    /// <see cref="SignatureProblem.NotIntact"/> for a certificate that nobody's key on the signer's chain belongs to, or whose issuer is at hand and did not sign it as it is;
    /// <see cref="SignatureProblem.NotTrusted"/> for one whose issuer is not at hand; null when all are what their issuers signed.
    /// </returns>
    public static SignatureProblem? Check(X509Certificate2 signer, X509Certificate2Collection bag, X509Certificate2Collection anchors)
    {
        if (bag.Count > Most)
        {
            return SignatureProblem.NotIntact;
        }

        var issuers = bag.Concat(anchors).ToList();
        var chain = new List<X509Certificate2> { signer };
        for (var i = 0; i < chain.Count; i++)
        {
            chain.AddRange(bag.Where(item => !IsAmong(item, chain) && SignedCertificate.IsSigned(chain[i], item)).ToList());
        }

        if (bag.Any(item => !IsAmong(item, chain)))
        {
            return SignatureProblem.NotIntact;
        }

        // A trusted root is trusted for its bytes, whatever it was signed with.
        var unsigned = chain.Where(item => !IsAmong(item, anchors) && !issuers.Exists(issuer => SignedCertificate.IsSigned(item, issuer))).ToList();
        return unsigned.Exists(item => issuers.Exists(issuer => SaysItIsOf(item, issuer)) || anchors.Any(anchor => SignedCertificate.IsAlmost(item, anchor))) ? SignatureProblem.NotIntact
            : unsigned.Count > 0 ? SignatureProblem.NotTrusted
            : null;
    }

    /// <summary>By every byte: certificates count as equal to the framework when issuer and number are.</summary>
    private static bool IsAmong(X509Certificate2 certificate, IEnumerable<X509Certificate2> others) =>
        others.Any(other => other.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));

    /// <summary>
    /// Whether a certificate names another as its issuer: by its key, or by its name where the key is not spoken of. Issuers keep their name when they take a new key; two keys'
    /// identifiers have hardly a byte in common, so that one which differs in a few was changed.
    /// </summary>
    private static bool SaysItIsOf(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var (named, own) = (
            Of<X509AuthorityKeyIdentifierExtension>(certificate)?.KeyIdentifier, Of<X509SubjectKeyIdentifierExtension>(issuer)?.SubjectKeyIdentifierBytes);
        return named is { Length: > 0 } one && own is { Length: > 0 } other
            ? one.Length == other.Length && Enumerable.Range(0, one.Length).Count(i => one.Span[i] == other.Span[i]) > one.Length / 2
            : certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);
    }

    private static T? Of<T>(X509Certificate2 certificate)
        where T : X509Extension
    {
        try
        {
            var extension = certificate.Extensions.OfType<T>().FirstOrDefault();
            // Read when it is asked for.
            _ = extension is X509SubjectKeyIdentifierExtension subject ? subject.SubjectKeyIdentifierBytes.Length : (extension as X509AuthorityKeyIdentifierExtension)?.KeyIdentifier?.Length;
            return extension;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A certificate's three parts (RFC 5280, 4.1): what is signed, with which algorithm, the signature.</summary>
internal static class SignedCertificate
{
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string Sha1 = "1.3.14.3.2.26";

    /// <summary>Whether a certificate is, to the byte, what a key has signed; how strong that is, is another question.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Whose key.</param>
    public static bool IsSigned(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var whole = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER);
            var parts = whole.ReadSequence();
            whole.ThrowIfNotEmpty();
            var signed = parts.ReadEncodedValue();
            var algorithm = parts.ReadEncodedValue();
            var signature = parts.ReadBitString(out var unused);
            parts.ThrowIfNotEmpty();
            var (hash, padding) = Algorithm(algorithm);
            if (unused != 0 || hash is not { } name || !algorithm.Span.SequenceEqual(InnerAlgorithm(signed).Span))
            {
                return false;
            }

            using var rsa = issuer.GetRSAPublicKey();
            using var ecdsa = rsa is null ? issuer.GetECDsaPublicKey() : null;
            return (rsa is not null && padding is not null && rsa.VerifyData(signed.Span, signature, name, padding))
                || (ecdsa is not null && padding is null && ecdsa.VerifyData(signed.Span, signature, name, DSASignatureFormat.Rfc3279DerSequence));
        }
        catch (Exception damage) when (damage is AsnContentException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether a certificate has another's signature on something else, or another signature on the same: one of them was changed.</summary>
    public static bool IsAlmost(X509Certificate2 certificate, X509Certificate2 other)
    {
        try
        {
            var (one, two) = (Parts(certificate), Parts(other));
            return one.Signed.Span.SequenceEqual(two.Signed.Span) || one.Signature.Span.SequenceEqual(two.Signature.Span);
        }
        catch (AsnContentException)
        {
            return false;
        }

        static (ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Signature) Parts(X509Certificate2 certificate)
        {
            // As loosely as whoever loaded it.
            var parts = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.BER).ReadSequence();
            var signed = parts.ReadEncodedValue();
            parts.ReadEncodedValue();
            return (signed, parts.ReadEncodedValue());
        }
    }

    /// <summary>Whether a certificate was signed over SHA-256 or better.</summary>
    public static bool IsStrong(X509Certificate2 certificate)
    {
        try
        {
            var parts = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            parts.ReadEncodedValue();
            return Algorithm(parts.ReadEncodedValue()).Hash is { } hash && (hash == HashAlgorithmName.SHA256 || hash == HashAlgorithmName.SHA384 || hash == HashAlgorithmName.SHA512);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>The algorithm as the signed part names it, too.</summary>
    private static ReadOnlyMemory<byte> InnerAlgorithm(ReadOnlyMemory<byte> signed)
    {
        var body = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (body.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            body.ReadEncodedValue();
        }

        body.ReadEncodedValue();
        return body.ReadEncodedValue();
    }

    /// <summary>The hash of an algorithm, and the padding when the key is RSA; no hash for one that is not known here.</summary>
    private static (HashAlgorithmName? Hash, RSASignaturePadding? Padding) Algorithm(ReadOnlyMemory<byte> encoded)
    {
        var algorithm = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        return oid switch
        {
            "1.2.840.113549.1.1.5" => (HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
            "1.2.840.113549.1.1.11" => (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "1.2.840.113549.1.1.12" => (HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "1.2.840.113549.1.1.13" => (HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "1.2.840.10045.4.1" => (HashAlgorithmName.SHA1, null),
            "1.2.840.10045.4.3.2" => (HashAlgorithmName.SHA256, null),
            "1.2.840.10045.4.3.3" => (HashAlgorithmName.SHA384, null),
            "1.2.840.10045.4.3.4" => (HashAlgorithmName.SHA512, null),
            RsaPss => (PssHash(algorithm), RSASignaturePadding.Pss),
            _ => (null, null),
        };
    }

    /// <summary>The hash that the parameters of RSASSA-PSS name (RFC 4055, 3.1): SHA-1 when they name none.</summary>
    private static HashAlgorithmName PssHash(AsnReader algorithm)
    {
        var first = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        var parameters = algorithm.HasData ? algorithm.ReadSequence() : null;
        var oid = parameters is { HasData: true } && parameters.PeekTag() == first ? parameters.ReadSequence(first).ReadSequence().ReadObjectIdentifier() : Sha1;
        return SignatureAlgorithms.HashOf(oid) ?? HashAlgorithmName.SHA1;
    }
}
