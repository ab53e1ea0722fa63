using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>A real time-stamp service on a port of its own (RFC 3161 over HTTP).</summary>
public sealed class TimestampResponder : IAsyncDisposable
{
    private const string TokenContent = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private readonly HttpListener listener = new();
    private readonly X509Certificate2 certificate;
    private readonly Task serving;

    public TimestampResponder(TestSignatures keys)
    {
        certificate = keys.IssueForTimestamps();
        var port = Random.Shared.Next(20_000, 60_000);
        Address = $"http://localhost:{port}/dau-thoi-gian/";
        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>How many more stamps it gives; afterwards it refuses.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>By how much its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Stamps given.</summary>
    public int Given { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.ContentType != "application/timestamp-query" || Left <= 0
                    || !Rfc3161TimestampRequest.TryDecode(body.ToArray(), out var request, out _))
                {
                    context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
                }
                else
                {
                    (Left, Given) = (Left - 1, Given + 1);
                    context.Response.ContentType = "application/timestamp-reply";
                    await context.Response.OutputStream.WriteAsync(Reply(request));
                }

                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private byte[] Reply(Rfc3161TimestampRequest request)
    {
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4.1"), request.HashAlgorithmId, request.GetMessageHash(), RandomNumberGenerator.GetBytes(8).Select(value => (byte)(value & 0x7F | 1)).ToArray(),
            DateTimeOffset.UtcNow + Ahead, nonce: request.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid(TokenContent), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        var attribute = new AsnWriter(AsnEncodingRules.DER);
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        {
            attribute.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), attribute.Encode()));
        cms.ComputeSignature(signer);
        var reply = new AsnWriter(AsnEncodingRules.DER);
        using (reply.PushSequence())
        {
            using (reply.PushSequence())
            {
                reply.WriteInteger(0);
            }

            reply.WriteEncodedValue(cms.Encode());
        }

        return reply.Encode();
    }
}
