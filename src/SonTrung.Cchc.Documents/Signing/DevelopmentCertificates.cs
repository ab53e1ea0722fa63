using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// Certificates for samples and tests, made on the spot: a root, a person's and an organisation's. Every name says that they are worth nothing in law, and none
/// is a real person's.
/// </summary>
public sealed class DevelopmentCertificates : IDisposable
{
    /// <summary>What each name ends with.</summary>
    public const string Mark = "THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";

    /// <summary>The name of the person's certificate.</summary>
    public const string PersonName = "Người ký mẫu – " + Mark;

    /// <summary>The name of the organisation's certificate.</summary>
    public const string OrganisationName = "Cơ quan mẫu – " + Mark;

    private const int RootYears = 10;
    private const int RsaBits = 2048;

    private readonly bool _isElliptic;
    private readonly DateTimeOffset _from;

    private DevelopmentCertificates(DateTimeOffset from, bool isElliptic)
    {
        (_from, _isElliptic) = (from, isElliptic);
        using var key = NewKey();
        var request = Request("Gốc phát triển – " + Mark, key, X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, isAuthority: true);
        Root = request.CreateSelfSigned(from, from.AddYears(RootYears));
        Person = Issue(PersonName);
        Organisation = Issue(OrganisationName);
    }

    /// <summary>The root, with its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The person's certificate, with its key.</summary>
    public X509Certificate2 Person { get; }

    /// <summary>The organisation's certificate, with its key.</summary>
    public X509Certificate2 Organisation { get; }

    /// <summary>Makes a set of certificates.</summary>
    /// <param name="from">The first moment they are valid; the root is for ten years, the others for two.</param>
    /// <param name="isElliptic">ECDSA on P-256 instead of RSA with 2048 bits.</param>
    public static DevelopmentCertificates Create(DateTimeOffset from, bool isElliptic = false) => new(from, isElliptic);

    /// <summary>Gives out another certificate of this root.</summary>
    /// <param name="name">The holder's name, with <see cref="Mark"/>.</param>
    /// <param name="usage">What the key is for.</param>
    /// <param name="days">How many days it is valid.</param>
    /// <param name="key">Its key, RSA or ECDSA; null makes one.</param>
    /// <param name="extension">A further extension.</param>
    public X509Certificate2 Issue(
        string name,
        X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        int days = 730,
        AsymmetricAlgorithm? key = null,
        X509Extension? extension = null)
    {
        const int serialLength = 16;
        using var own = key is null ? NewKey() : null;
        var pair = key ?? own!;
        var request = Request(name, pair, usage, isAuthority: false);
        if (extension is not null)
        {
            request.CertificateExtensions.Add(extension);
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(serialLength);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        using var root = (AsymmetricAlgorithm?)Root.GetRSAPrivateKey() ?? Root.GetECDsaPrivateKey()!;
        var generator = root is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)root);
        using var bare = request.Create(Root.SubjectName, generator, _from, _from.AddDays(days), serial);
        return pair is RSA rsaPair ? bare.CopyWithPrivateKey(rsaPair) : bare.CopyWithPrivateKey((ECDsa)pair);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Root.Dispose();
        Person.Dispose();
        Organisation.Dispose();
    }

    private static CertificateRequest Request(string name, AsymmetricAlgorithm key, X509KeyUsageFlags usage, bool isAuthority)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        builder.AddCountryOrRegion("VN");
        var subject = builder.Build();
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private AsymmetricAlgorithm NewKey() => _isElliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(RsaBits);
}
