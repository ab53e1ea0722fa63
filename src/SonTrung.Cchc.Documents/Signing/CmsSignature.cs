using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// The signature container of PAdES (ETSI EN 319 142-1, 6.3; RFC 5652), written in two steps: the attributes whose hash the key signs, then the whole with what
/// the key answered. The attributes are content type, the document's hash and the certificate's (signing-certificate-v2); the time stands in the PDF.
/// </summary>
internal static class CmsSignature
{
    /// <summary>The attribute with the certificate's hash (RFC 5035).</summary>
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>The attribute with a time stamp on the signature (RFC 3161, appendix A).</summary>
    public const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1);

    /// <summary>The signed attributes, as the set whose hash is signed.</summary>
    /// <param name="documentDigest">The hash of the document's bytes.</param>
    /// <param name="certificate">The signer's certificate.</param>
    public static byte[] Attributes(ReadOnlySpan<byte> documentDigest, X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            using (Attribute(writer, ContentType))
            {
                writer.WriteObjectIdentifier(Data);
            }

            using (Attribute(writer, MessageDigest))
            {
                writer.WriteOctetString(documentDigest);
            }

            using (Attribute(writer, SigningCertificateV2))
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                // SHA-256 is what is meant when no algorithm is named.
                writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    {
                        writer.WriteEncodedValue(certificate.IssuerName.RawData);
                    }

                    writer.WriteInteger(certificate.SerialNumberBytes.Span);
                }
            }
        }

        return writer.Encode();
    }

    /// <summary>The container.</summary>
    /// <param name="attributes">What <see cref="Attributes"/> gave.</param>
    /// <param name="certificates">The certificates, the signer's first.</param>
    /// <param name="signature">The signature over the attributes' hash.</param>
    /// <param name="timestamp">A time stamp on the signature, or null.</param>
    public static byte[] Encode(byte[] attributes, IReadOnlyList<X509Certificate2> certificates, byte[] signature, byte[]? timestamp)
    {
        var signer = certificates[0];
        var algorithm = SignatureAlgorithms.For(signer)
            ?? throw new ArgumentException("The key is of a kind that signs no documents.", nameof(certificates));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(First))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, algorithm.HashOid);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                }

                using (writer.PushSetOf(First))
                {
                    foreach (var certificate in certificates)
                    {
                        writer.WriteEncodedValue(certificate.RawDataMemory.Span);
                    }
                }

                using (writer.PushSetOf())
                {
                    Signer(writer, signer, algorithm, attributes, signature, timestamp);
                }
            }
        }

        return writer.Encode();
    }

    /// <summary>
    /// Whether the parts that no signature covers are as they must be: version, the one hash algorithm, the kind of content. A changed byte in them changes nothing that
    /// is signed, and yet the file is not the one that was issued.
    /// </summary>
    /// <param name="container">The container.</param>
    /// <param name="length">How many bytes it has; what follows is filling.</param>
    public static bool IsExact(ReadOnlyMemory<byte> container, out int length)
    {
        length = 0;
        try
        {
            AsnDecoder.ReadSequence(container.Span, AsnEncodingRules.BER, out _, out _, out length);
            var outer = new AsnReader(container[..length], AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != SignedData)
            {
                return false;
            }

            var signedData = outer.ReadSequence(First).ReadSequence();
            outer.ThrowIfNotEmpty();
            var version = signedData.ReadInteger();
            var algorithms = signedData.ReadSetOf();
            var digest = AlgorithmOf(algorithms);
            algorithms.ThrowIfNotEmpty();
            var content = signedData.ReadSequence().ReadObjectIdentifier();
            // Certificates alone are there besides, each of which is checked; revocation lists, which nothing signs here, are not.
            if (signedData.PeekTag().HasSameClassAndValue(First))
            {
                var certificates = signedData.ReadSetOf(First);
                while (certificates.HasData)
                {
                    certificates.ReadSequence();
                }
            }

            var signers = signedData.ReadSetOf();
            signedData.ThrowIfNotEmpty();
            var signer = signers.ReadSequence();
            signers.ThrowIfNotEmpty();
            var namesIssuer = signer.ReadInteger() == 1;
            var isNamedSo = signer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
            signer.ReadEncodedValue();
            return version == (content == Data && namesIssuer ? 1 : 3)
                && namesIssuer == isNamedSo
                && AlgorithmOf(signer) == digest
                && (!signer.PeekTag().HasSameClassAndValue(First) || signer.ReadEncodedValue().Length > 0)
                && AlgorithmOf(signer).Length > 0;
        }
        catch (Exception damage) when (damage is AsnContentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>An algorithm; its parameters are none, or those that the signature is checked with.</summary>
    private static string AlgorithmOf(AsnReader reader)
    {
        const string rsaPss = "1.2.840.113549.1.1.10";
        var algorithm = reader.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData && oid != rsaPss)
        {
            algorithm.ReadNull();
            algorithm.ThrowIfNotEmpty();
        }

        return oid;
    }

    private static void Signer(
        AsnWriter writer, X509Certificate2 signer, (HashAlgorithmName, string HashOid, string SignatureOid) algorithm, byte[] attributes, byte[] signature, byte[]? timestamp)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.IssuerName.RawData);
                writer.WriteInteger(signer.SerialNumberBytes.Span);
            }

            Algorithm(writer, algorithm.HashOid);
            // Here the set has the tag [0]; its hash was made with the tag of a set.
            writer.WriteEncodedValue([0xA0, .. attributes.AsSpan(1)]);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm.SignatureOid);
                if (SignatureAlgorithms.IsRsa(signer))
                {
                    writer.WriteNull();
                }
            }

            writer.WriteOctetString(signature);
            if (timestamp is not null)
            {
                using (writer.PushSetOf(Second))
                using (Attribute(writer, SignatureTimestamp))
                {
                    writer.WriteEncodedValue(timestamp);
                }
            }
        }
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }

    private static AttributeScope Attribute(AsnWriter writer, string oid)
    {
        var outer = writer.PushSequence();
        writer.WriteObjectIdentifier(oid);
        return new AttributeScope(outer, writer.PushSetOf());
    }

    /// <summary>An open attribute: its sequence and the set of its values.</summary>
    private readonly struct AttributeScope(AsnWriter.Scope outer, AsnWriter.Scope values) : IDisposable
    {
        public void Dispose()
        {
            values.Dispose();
            outer.Dispose();
        }
    }
}
