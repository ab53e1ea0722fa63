using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>A time-stamp service run by OpenSSL, behind HTTP as far as its client can tell.</summary>
internal sealed class OpensslTimestamps : HttpMessageHandler
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cchc-tsa-");

    public OpensslTimestamps(DevelopmentCertificates keys, string digest = "sha256", int bits = 2048)
    {
        using var pair = RSA.Create(bits);
        var purpose = new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true);
        using var certificate = keys.Issue("Dấu thời gian – " + DevelopmentCertificates.Mark, X509KeyUsageFlags.DigitalSignature, key: pair, extension: purpose);
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(Named("tsa.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Named("tsa.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Named("serial"), "01");
        File.WriteAllText(Named("tsa.cnf"), $"""
            [tsa]
            default_tsa = service
            [service]
            serial = {Named("serial")}
            signer_cert = {Named("tsa.pem")}
            signer_key = {Named("tsa.key")}
            signer_digest = {digest}
            default_policy = 1.2.3.4.1
            digests = sha256
            ess_cert_id_alg = sha256
            """);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("application/timestamp-query", request.Content!.Headers.ContentType!.MediaType);
        var query = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        ExternalTool.Run("openssl", "openssl", query, "ts", "-reply", "-config", Named("tsa.cnf"), "-queryfile", "{}", "-out", Named("reply"));
        return new HttpResponseMessage { Content = new ByteArrayContent(await File.ReadAllBytesAsync(Named("reply"), cancellationToken)) };
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    private string Named(string file) => Path.Combine(_folder.FullName, file);
}
