using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// Signs a hash with a private key, wherever the key is: a file unlocked with a PIN, a USB token, a plugin on another machine. The document never leaves the
/// portal; what a key sees is <see cref="PreparedSignature.Digest"/>.
/// </summary>
public interface IDigestSigner
{
    /// <summary>The certificate of the key.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>The certificates between it and its root, in any order.</summary>
    IReadOnlyList<X509Certificate2> Chain { get; }

    /// <summary>Signs the hash: RSA with PKCS#1 padding, or ECDSA as a DER sequence.</summary>
    /// <param name="digest">The hash, computed with <paramref name="algorithm"/>.</param>
    /// <param name="algorithm">The hash algorithm.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CryptographicException">The key can't be used: no token, a wrong PIN.</exception>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> digest, HashAlgorithmName algorithm, CancellationToken cancellationToken);
}

/// <summary>Signs with a key that this process holds: PKCS#12, or a development certificate.</summary>
/// <param name="certificate">The certificate with its private key.</param>
/// <param name="chain">The certificates between it and its root.</param>
public sealed class CertificateSigner(X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> chain) : IDigestSigner
{
    /// <inheritdoc/>
    public X509Certificate2 Certificate => certificate;

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Chain => chain;

    /// <inheritdoc/>
    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> digest, HashAlgorithmName algorithm, CancellationToken cancellationToken)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = rsa is null ? certificate.GetECDsaPrivateKey() : null;
        return Task.FromResult(
            rsa?.SignHash(digest.Span, algorithm, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.SignHash(digest.Span, DSASignatureFormat.Rfc3279DerSequence)
            ?? throw new CryptographicException("The certificate has no private key."));
    }
}
