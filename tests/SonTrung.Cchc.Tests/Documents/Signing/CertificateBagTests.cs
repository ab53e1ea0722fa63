using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>The certificates that a signature brings along, and how strong all that it hangs on is.</summary>
public sealed class CertificateBagTests
{
    private static readonly SigningSample Signed = SigningSample.Report;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Tokens bring intermediates and roots, in any order; trusted or not, the root may be among them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verify_ChainInTheContainer_IsAuthenticInAnyOrder(bool isElliptic)
    {
        using var chain = Chain.Create(isElliptic);

        foreach (var brought in new X509Certificate2[][] { [chain.Middle], [chain.Middle, chain.Root], [chain.Root, chain.Middle] })
        {
            Assert.Equal(SignedPdfVerdict.Authentic, chain.Verifier.Verify(await SealAsync(chain, brought)).Verdict);
        }

        // Whoever does not know the root trusts nobody, and calls nothing altered.
        var foreign = SigningSample.Verifier().Verify(await SealAsync(chain, [chain.Middle]));
        Assert.Equal([SignatureProblem.NotTrusted], foreign.Signatures[^1].Problems);
        Assert.Equal(SignedPdfVerdict.NotTrusted, foreign.Verdict);
    }

    /// <summary>Nothing signs the last container but itself: each of its bytes (every third of the larger one with RSA), one bit of it changed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verify_AnyByteOfAContainerWithItsChainFlipped_IsAltered(bool isElliptic)
    {
        using var chain = Chain.Create(isElliptic);
        var file = await SealAsync(chain, [chain.Middle, chain.Root]);
        var container = SigningOrderTests.Container(file, 1);
        var start = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexString(container)));
        Assert.True(container.AsSpan().IndexOf(chain.Middle.RawData) > 0 && container.AsSpan().IndexOf(chain.Root.RawData) > 0);

        var verifier = chain.Verifier;
        var unseen = Enumerable.Range(0, container.Length).Where(at => isElliptic || at % 3 == 0).AsParallel()
            .Select(at =>
            {
                var changed = file.ToArray();
                var flipped = (byte)(container[at] ^ (1 << (at % 8)));
                Encoding.ASCII.GetBytes(flipped.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)).CopyTo(changed, start + (2 * at));
                return (At: at, verifier.Verify(changed).Verdict);
            })
            .Where(result => result.Verdict != SignedPdfVerdict.Altered)
            .ToList();

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Verify_CertificateThatTheSignerDoesNotHangOn_IsAltered()
    {
        using var chain = Chain.Create();

        var report = chain.Verifier.Verify(await SealAsync(chain, [chain.Middle, SigningSample.Rsa.Person]));

        Assert.Equal(SignedPdfVerdict.Altered, report.Verdict);
        Assert.Equal([SignatureProblem.NotIntact], report.Signatures[^1].Problems);
    }

    [Fact]
    public async Task Verify_IntermediateWithAShortKey_IsWeak()
    {
        using var chain = Chain.Create(middleBits: 1024);

        var report = chain.Verifier.Verify(await SealAsync(chain, [chain.Middle]));

        Assert.Equal(SignedPdfVerdict.NotTrusted, report.Verdict);
        Assert.Equal([SignatureProblem.Weak], report.Signatures[^1].Problems);
    }

    [Fact]
    public async Task Verify_IntermediateSignedOverSha1_IsWeak()
    {
        using var chain = Chain.Create(isMiddleSha1: true);

        var problems = chain.Verifier.Verify(await SealAsync(chain, [chain.Middle])).Signatures[^1].Problems;

        // Some machines refuse such a certificate before anybody asks how strong it is.
        Assert.Contains(SignatureProblem.Weak, problems);
        Assert.Empty(problems.Except([SignatureProblem.Weak, SignatureProblem.NotTrusted]));
    }

    [Theory]
    [InlineData("1.3.14.3.2.26", SignedPdfVerdict.NotTrusted)]
    [InlineData("2.16.840.1.101.3.4.2.1", SignedPdfVerdict.Authentic)]
    public void Verify_SignatureOverAHash_IsTakenFromSha256On(string hash, SignedPdfVerdict expected)
    {
        var prepared = PdfSigning.Prepare(SigningSample.Request(Signed.Frozen, SignatureRole.Person)).Prepared!;
        var room = prepared.ContainerStart - 1;
        byte[] content = [.. prepared.Pdf[..room], .. prepared.Pdf[(room + 2 + (2 * prepared.Reserve))..]];
        var container = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, SigningSample.Rsa.Person)
        {
            DigestAlgorithm = new Oid(hash),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(CmsSignature.SigningCertificateV2, NamesCertificate()));
        container.ComputeSignature(signer);
        var file = prepared.Pdf.ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexString(container.Encode())).CopyTo(file, prepared.ContainerStart);

        var report = SigningSample.Verifier().Verify(file);

        Assert.Equal(expected, report.Verdict);
        Assert.Equal(expected == SignedPdfVerdict.Authentic ? [] : [SignatureProblem.Weak], report.Signatures[0].Problems);
    }

    [Theory]
    [InlineData("sha256", 2048, true)]
    [InlineData("sha1", 2048, false)]
    [InlineData("sha256", 1024, false)]
    public async Task Verify_TimestampThatIsWeak_IsNotTrusted(string digest, int bits, bool isTrusted)
    {
        using var keys = DevelopmentCertificates.Create(DateTimeOffset.UtcNow.AddDays(-1));
        using var service = new OpensslTimestamps(keys, digest, bits);
        using var client = new HttpClient(service);
        var request = SigningSample.Request(Signed.Frozen, SignatureRole.Person) with { Time = DateTimeOffset.UtcNow };

        var signed = await PdfSigning.SignAsync(request, new CertificateSigner(keys.Person), new HttpTimestampService(client, new Uri("http://thoi-gian.test/")), Cancellation);

        var report = new SignedPdfVerifier([keys.Root], TimeProvider.System).Verify(signed.Pdf!);
        Assert.Equal(isTrusted ? SignedPdfVerdict.Authentic : SignedPdfVerdict.NotTrusted, report.Verdict);
        Assert.Equal(isTrusted ? [] : [SignatureProblem.TimestampNotTrusted], report.Signatures[0].Problems);
        Assert.Equal(isTrusted, report.Signatures[0].StampedTime is not null);
    }

    /// <summary>The certificate's hash as signing-certificate-v2 names it, taken out of a container of ours.</summary>
    private static byte[] NamesCertificate()
    {
        var ours = new SignedCms();
        ours.Decode(SigningOrderTests.Container(Signed.Certified, 0));
        return ours.SignerInfos[0].SignedAttributes.OfType<CryptographicAttributeObject>().Single(item => item.Oid.Value == CmsSignature.SigningCertificateV2).Values[0].RawData;
    }

    /// <summary>The organisation's signature with a certificate of the chain on a report that the person signed with another.</summary>
    private static async Task<byte[]> SealAsync(Chain chain, X509Certificate2[] brought)
    {
        var result = await PdfSigning.SignAsync(
            SigningSample.Request(Signed.Numbered, SignatureRole.Organisation), new CertificateSigner(chain.Holder, brought), cancellationToken: Cancellation);
        return result.Pdf!;
    }

    /// <summary>A root, an intermediate, a holder; the person's root is trusted besides.</summary>
    private sealed class Chain : IDisposable
    {
        private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public required X509Certificate2 Root { get; init; }

        public required X509Certificate2 Middle { get; init; }

        public required X509Certificate2 Holder { get; init; }

        public SignedPdfVerifier Verifier => new([SigningSample.Rsa.Root, Root], new FixedTime(SigningSample.Time.AddDays(1)));

        public static Chain Create(bool isElliptic = false, int middleBits = 2048, bool isMiddleSha1 = false)
        {
            AsymmetricAlgorithm Key(int bits) => isElliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(bits);
            using var rootKey = Key(2048);
            using var middleKey = Key(middleBits);
            using var holderKey = Key(2048);
            var root = Request("Gốc khác – ", rootKey, isAuthority: true).CreateSelfSigned(From, From.AddYears(5));
            var middle = Issue(Request("Trung gian – ", middleKey, isAuthority: true), root, rootKey, 2, isMiddleSha1);
            var holder = Issue(Request("Cơ quan khác – ", holderKey, isAuthority: false), middle, middleKey, 3);
            return new Chain
            {
                Root = root,
                Middle = middle,
                Holder = holderKey is RSA rsa ? holder.CopyWithPrivateKey(rsa) : holder.CopyWithPrivateKey((ECDsa)holderKey),
            };
        }

        public void Dispose()
        {
            Root.Dispose();
            Middle.Dispose();
            Holder.Dispose();
        }

        private static X509Certificate2 Issue(CertificateRequest request, X509Certificate2 issuer, AsymmetricAlgorithm key, byte serial, bool isSha1 = false)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
            var generator = isSha1 ? new Sha1Generator((RSA)key)
                : key is RSA rsa ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1) : X509SignatureGenerator.CreateForECDsa((ECDsa)key);
            return request.Create(issuer.SubjectName, generator, From, From.AddYears(2), [serial]);
        }

        private static CertificateRequest Request(string name, AsymmetricAlgorithm key, bool isAuthority)
        {
            var subject = new X500DistinguishedName($"CN={name}{DevelopmentCertificates.Mark}, C=VN");
            var request = key is RSA rsa ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(
                isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            return request;
        }
    }

    /// <summary>The framework signs no certificate over SHA-1 any more.</summary>
    private sealed class Sha1Generator(RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Convert.FromHexString("300D06092A864886F70D0101050500");

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => CreateForRSA(key, RSASignaturePadding.Pkcs1).PublicKey;
    }
}
