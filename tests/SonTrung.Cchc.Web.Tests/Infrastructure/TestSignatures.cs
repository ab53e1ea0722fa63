using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>Tokens of a test PKI, and the way of a report's file to them and back.</summary>
public sealed class TestSignatures : IDisposable
{
    private readonly DevelopmentCertificates keys = DevelopmentCertificates.Create(DateTimeOffset.UtcNow.AddDays(-30));

    /// <summary>The chairman's token.</summary>
    public X509Certificate2 Person => keys.Person;

    /// <summary>The organisation's token.</summary>
    public X509Certificate2 Organisation => keys.Organisation;

    /// <summary>Another token of the same issuer.</summary>
    public X509Certificate2 Stranger() => keys.Issue($"Người lạ – {DevelopmentCertificates.Mark}");

    /// <summary>A certificate of the same issuer for another purpose or time.</summary>
    public X509Certificate2 Issue(X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, int days = 730) =>
        keys.Issue($"Người khác – {DevelopmentCertificates.Mark}", usage, days);

    /// <summary>The certificate of a time-stamp service.</summary>
    public X509Certificate2 IssueForTimestamps() => keys.Issue(
        $"Dấu thời gian – {DevelopmentCertificates.Mark}", X509KeyUsageFlags.DigitalSignature, extension: new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));

    /// <summary>Gives a portal the issuer's revocation list.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="revoked">Who is on it.</param>
    /// <param name="made">When it was made; an hour ago by default.</param>
    /// <param name="next">When the next one is due; in a week by default.</param>
    public void Revoke(Portal portal, X509Certificate2? revoked = null, DateTimeOffset? made = null, DateTimeOffset? next = null)
    {
        var list = new CertificateRevocationListBuilder();
        if (revoked is not null)
        {
            list.AddEntry(revoked, DateTimeOffset.UtcNow.AddDays(-1));
        }

        File.WriteAllBytes(
            Path.Combine(Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "crl")).FullName, "goc-thu-nghiem.crl"),
            list.Build(
                keys.Root, System.Numerics.BigInteger.One, next ?? DateTimeOffset.UtcNow.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1,
                made ?? DateTimeOffset.UtcNow.AddHours(-1)));
    }

    /// <summary>The issuer.</summary>
    public X509Certificate2 Root => keys.Root;

    /// <summary>Lets a portal trust the issuer and tells it whose tokens sign for xã Hương Sơn.</summary>
    public async Task PrepareAsync(Portal portal)
    {
        Trust(portal);
        await portal.ReadAsync(async db =>
        {
            var cancellation = TestContext.Current.CancellationToken;
            var agency = await db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(cancellation);
            await db.Signers.Where(row => row.AgencyId == agency && row.Capacity == SigningCapacity.OnBehalf)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Certificate, Person.Thumbprint), cancellation);
            db.AgencySeals.Add(new AgencySeal { AgencyId = agency, Certificate = DevelopmentCertificates.OrganisationName });
            return await db.SaveChangesAsync(cancellation);
        });
    }

    /// <summary>Lets a portal trust the issuer.</summary>
    public void Trust(Portal portal) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "trust")).FullName, "goc-thu-nghiem.pem"), keys.Root.ExportCertificatePem());

    /// <summary>Signs a file as a token's program does.</summary>
    public static async Task<byte[]> SignAsync(byte[] pdf, SignatureRole role, X509Certificate2 certificate)
    {
        var result = await PdfSigning.SignAsync(
            new SigningRequest { Pdf = pdf, Role = role, Certificate = certificate, Time = DateTimeOffset.UtcNow },
            new CertificateSigner(certificate),
            cancellationToken: TestContext.Current.CancellationToken);
        return result.Pdf ?? throw new InvalidOperationException($"Not signed: {result.Refusal}.");
    }

    /// <summary>The report's file as it stands.</summary>
    public static async Task<byte[]> FileAsync(Session session, string report)
    {
        var answer = await session.GetAsync($"{report}/pdf");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a file through the form of a signing page.</summary>
    /// <param name="session">Who.</param>
    /// <param name="report">The report's address.</param>
    /// <param name="page">"/ky", "/ky-co-quan" or "/ban-giay".</param>
    /// <param name="file">The file; null sends the form without one.</param>
    public static async Task<HttpResponseMessage> UploadAsync(Session session, string report, string page, byte[]? file)
    {
        var form = (await session.PageAsync($"{report}{page}")).QuerySelector<IHtmlFormElement>("main form[enctype]")!;
        var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(field.Value), field.Name!);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "File", "bao-cao.pdf");
        }

        return await session.SendAsync(HttpMethod.Post, form.GetAttribute("action")!, content);
    }

    public void Dispose() => keys.Dispose();
}

/// <summary>The files of the commune that tests sign for; the samples of others are signed too.</summary>
internal static class TestSignatureQueries
{
    public static IQueryable<ReportFile> FilesOfHuongSon(this CchcDbContext db) =>
        db.ReportFiles.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"));
}
