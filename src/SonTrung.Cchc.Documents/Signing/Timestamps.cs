using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>A time-stamp service (RFC 3161): it says when a signature was there, which makes a signature of level B-T.</summary>
public interface ITimestampService
{
    /// <summary>Asks for a stamp on a signature value.</summary>
    /// <param name="signature">The signature value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The token, DER; null when the service gave none that fits.</returns>
    Task<byte[]?> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken);
}

/// <summary>A time-stamp service asked over HTTP (RFC 3161, 3.4).</summary>
/// <param name="client">The client; its time-out is the service's.</param>
/// <param name="address">The address of the service.</param>
/// <param name="hash">The hash that is stamped: SHA-256, SHA-384 or SHA-512; SHA-256 when none is given.</param>
public sealed class HttpTimestampService(HttpClient client, Uri address, HashAlgorithmName? hash = null) : ITimestampService
{
    private const int NonceLength = 8;

    /// <inheritdoc/>
    public async Task<byte[]?> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(
            signature.Span, hash ?? HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var response = await client.PostAsync(address, body, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            // The answer is checked against the request: its hash, its nonce, the signature and the certificate of the service.
            return request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellationToken), out _).AsSignedCms().Encode();
        }
        catch (Exception failure) when (failure is CryptographicException or HttpRequestException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
