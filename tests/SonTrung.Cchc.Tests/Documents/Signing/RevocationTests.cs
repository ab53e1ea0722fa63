using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>Revocation lists: whose word counts, for which certificate, for which time.</summary>
public sealed class RevocationTests : IDisposable
{
    private static readonly SigningSample Signed = SigningSample.Report;
    private static readonly DateTimeOffset Now = SigningSample.Time.AddDays(1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-crl-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Verify_NoList_OrNotOnIt_IsAuthentic()
    {
        Trust();
        Assert.Equal(SignedPdfVerdict.Authentic, Verify(Signed.Sealed).Verdict);
        Save(List());

        Assert.Equal(SignedPdfVerdict.Authentic, Verify(Signed.Sealed).Verdict);
        Assert.Empty(Engine().Examine(SigningSample.Rsa.Person, []));
    }

    [Theory]
    [InlineData(-1, X509RevocationReason.Superseded, true)]
    [InlineData(-1, X509RevocationReason.KeyCompromise, true)]
    // What was signed while post and certificate were in order stays so; a stolen key signs under any date.
    [InlineData(+1, X509RevocationReason.CessationOfOperation, false)]
    [InlineData(+1, X509RevocationReason.KeyCompromise, true)]
    [InlineData(+1, null, true)]
    public void Verify_Revoked_CountsByTimeAndReason(int hours, X509RevocationReason? reason, bool isRefused)
    {
        Save(List(revoked: SigningSample.Rsa.Person, on: SigningSample.Time.AddHours(hours), reason: reason));

        var report = Verify(Signed.Sealed);

        Assert.Equal(isRefused ? SignedPdfVerdict.NotTrusted : SignedPdfVerdict.Authentic, report.Verdict);
        Assert.Equal(isRefused ? [SignatureProblem.Revoked] : [], report.Signatures[0].Problems);
        Assert.Empty(report.Signatures[1].Problems);
    }

    [Fact]
    public void Judge_NewSignature_OfACertificateThatIsRevokedByNow_IsRefused_WhateverTimeItClaims()
    {
        Trust();
        Save(List(revoked: SigningSample.Rsa.Person, on: SigningSample.Time.AddHours(1), reason: X509RevocationReason.Superseded));

        var verdict = Engine().Judge(Signed.Frozen, Signed.Certified, ReportFileStep.Signed, DevelopmentCertificates.PersonName);

        Assert.Equal(SignedFileResult.CertificateNotTrusted, verdict.Result);
        Assert.Equal([SignatureProblem.Revoked], verdict.Problems);
    }

    [Fact]
    public void Examine_Revoked_OrListStale_SaysWhich()
    {
        Trust();
        Save(List(revoked: SigningSample.Rsa.Person, on: SigningSample.Time));
        Assert.Equal([SignatureProblem.Revoked], Engine().Examine(SigningSample.Rsa.Person, []));
        Assert.Empty(Engine().Examine(SigningSample.Rsa.Organisation, []));

        Save(List(made: Now.AddDays(-9), next: Now.AddDays(-2)));
        Assert.Equal([SignatureProblem.RevocationStale], Engine().Examine(SigningSample.Rsa.Person, []));

        // Yesterday's signature is older than the end of the list.
        Save(List(made: SigningSample.Time.AddDays(-3), next: SigningSample.Time.AddHours(2)));
        Assert.Equal(SignedPdfVerdict.Authentic, Verify(Signed.Sealed).Verdict);
    }

    [Theory]
    [InlineData("signed by another key")]
    [InlineData("one changed byte")]
    [InlineData("made in the future")]
    [InlineData("cut off")]
    [InlineData("for some reasons only")]
    [InlineData("with an unknown critical rule")]
    public void Examine_ListThatCannotBeReliedOn_IsNoList(string what)
    {
        Trust();
        var list = List();
        Save(what switch
        {
            // The two roots of the samples have one name.
            "signed by another key" => List(issuer: SigningSample.Elliptic.Root),
            "one changed byte" => [.. list[..^5], (byte)(list[^5] ^ 1), .. list[^4..]],
            "made in the future" => List(made: Now.AddDays(1), next: Now.AddDays(8)),
            "cut off" => list[..^20],
            "for some reasons only" => Written(point => point.WriteBitString([0x40], 6, new Asn1Tag(TagClass.ContextSpecific, 3))),
            _ => Written(point => point.WriteBoolean(true, new Asn1Tag(TagClass.ContextSpecific, 1)), "2.5.29.27"),
        });

        Assert.Equal([SignatureProblem.RevocationUnknown], Engine().Examine(SigningSample.Rsa.Person, []));
    }

    [Fact]
    public void Examine_ListOfAnotherPart_SaysNothing()
    {
        Trust();
        Save(Written(point => point.WriteBoolean(true, new Asn1Tag(TagClass.ContextSpecific, 2))));
        Assert.Empty(Engine().Examine(SigningSample.Rsa.Person, []));

        Save(Written(point => point.WriteBoolean(true, new Asn1Tag(TagClass.ContextSpecific, 1))));
        Assert.Equal([SignatureProblem.Revoked], Engine().Examine(SigningSample.Rsa.Person, []));

        Save(Written(Part("http://crl.test/phan-1.crl")));
        Assert.Empty(Engine().Examine(SigningSample.Rsa.Person, []));
        var extension = CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://crl.test/phan-1.crl"]);
        using var ofPart = SigningSample.Rsa.Issue("Phần 1 – " + DevelopmentCertificates.Mark, extension: extension);
        Save(Written(Part("http://crl.test/phan-1.crl"), revoked: ofPart));
        Assert.Equal([SignatureProblem.Revoked], Engine().Examine(ofPart, []));
    }

    [Fact]
    public void Folder_ReadsPem_NoticesChanges_AndNamesWhatItCannotRead()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.CRL"), new string(PemEncoding.Write("X509 CRL", List())));
        File.WriteAllText(Path.Combine(folder.FullName, "b.crl"), "no list");
        File.WriteAllText(Path.Combine(folder.FullName, "readme.txt"), "no list");
        var lists = new RevocationFolder(folder.FullName);

        Assert.Equal(["b.crl"], lists.Read().Unreadable);
        var list = Assert.Single(lists.Read().Lists);
        Assert.Equal((SigningSample.Rsa.Root.Subject, 0), (list.IssuerName, list.Count));
        File.Delete(Path.Combine(folder.FullName, "b.crl"));
        Assert.Empty(lists.Read().Unreadable);
        Assert.Empty(new RevocationFolder(Path.Combine(folder.FullName, "missing")).Read().Lists);
    }

    private SignedPdfReport Verify(byte[] pdf) =>
        new SignedPdfVerifier([SigningSample.Rsa.Root], new FixedTime(Now), new RevocationFolder(folder.FullName).Read()).Verify(pdf);

    private ReportSignatures Engine() => new(new TrustFolder(folder.FullName), new RevocationFolder(folder.FullName), new FixedTime(Now));

    private void Trust() => File.WriteAllText(Path.Combine(folder.FullName, "root.pem"), SigningSample.Rsa.Root.ExportCertificatePem());

    private void Save(byte[] list) => File.WriteAllBytes(Path.Combine(folder.FullName, "goc.crl"), list);

    private static byte[] List(
        X509Certificate2? issuer = null, X509Certificate2? revoked = null, DateTimeOffset? on = null, X509RevocationReason? reason = null,
        DateTimeOffset? made = null, DateTimeOffset? next = null)
    {
        var builder = new CertificateRevocationListBuilder();
        if (revoked is not null)
        {
            builder.AddEntry(revoked, on, reason);
        }

        return builder.Build(
            issuer ?? SigningSample.Rsa.Root, BigInteger.One, next ?? Now.AddDays(6), HashAlgorithmName.SHA256,
            (issuer ?? SigningSample.Rsa.Root).GetRSAPublicKey() is null ? null : RSASignaturePadding.Pkcs1, made ?? Now.AddMinutes(-30));
    }

    private static Action<AsnWriter> Part(string address) => point =>
    {
        using (point.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (point.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            point.WriteCharacterString(UniversalTagNumber.IA5String, address, new Asn1Tag(TagClass.ContextSpecific, 6));
        }
    };

    /// <summary>A list with an extension about what it is for, on which the person's certificate is revoked.</summary>
    private static byte[] Written(Action<AsnWriter> point, string extension = "2.5.29.28", X509Certificate2? revoked = null)
    {
        var root = SigningSample.Rsa.Root;
        var body = new AsnWriter(AsnEncodingRules.DER);
        using (body.PushSequence())
        {
            body.WriteInteger(1);
            Algorithm(body);
            body.WriteEncodedValue(root.SubjectName.RawData);
            body.WriteUtcTime(Now.AddHours(-1));
            body.WriteUtcTime(Now.AddDays(6));
            using (body.PushSequence())
            using (body.PushSequence())
            {
                body.WriteInteger((revoked ?? SigningSample.Rsa.Person).SerialNumberBytes.Span);
                body.WriteUtcTime(SigningSample.Time);
            }

            using (body.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (body.PushSequence())
            using (body.PushSequence())
            {
                body.WriteObjectIdentifier(extension);
                body.WriteBoolean(true);
                var value = new AsnWriter(AsnEncodingRules.DER);
                using (value.PushSequence())
                {
                    point(value);
                }

                body.WriteOctetString(value.Encode());
            }
        }

        using var key = root.GetRSAPrivateKey()!;
        var list = new AsnWriter(AsnEncodingRules.DER);
        using (list.PushSequence())
        {
            list.WriteEncodedValue(body.Encode());
            Algorithm(list);
            list.WriteBitString(key.SignData(body.Encode(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return list.Encode();
    }

    private static void Algorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.1.11");
            writer.WriteNull();
        }
    }
}
