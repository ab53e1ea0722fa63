using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>What the workflow asks of the engine, with roots in a folder.</summary>
public sealed class ReportSignaturesTests : IDisposable
{
    private static readonly SigningSample Signed = SigningSample.Report;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-trust-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Judge_EachStepOfTheOrder_IsAccepted()
    {
        Trust(SigningSample.Rsa);

        var person = Engine().Judge(Signed.Frozen, Signed.Certified, ReportFileStep.Signed, DevelopmentCertificates.PersonName);
        var organisation = Engine().Judge(Signed.Numbered, Signed.Sealed, ReportFileStep.Sealed, SigningSample.Rsa.Organisation.Thumbprint.ToLowerInvariant());

        Assert.Equal((SignedFileResult.Accepted, SignedFileResult.Accepted), (person.Result, organisation.Result));
        Assert.Equal((DevelopmentCertificates.PersonName, (DateTimeOffset?)SigningSample.Time), (person.SignerName, person.Time));
        Assert.Equal(SigningSample.Rsa.Person.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), person.Thumbprint);
    }

    [Fact]
    public async Task Judge_SignatureInTheOthersField_IsMisplaced()
    {
        Trust(SigningSample.Rsa);
        var inTheSeal = await SigningSample.SignByToolAsync(Signed.Frozen, SigningSample.Rsa.Person, SigningFields.Seal);

        var verdict = Engine().Judge(Signed.Frozen, inTheSeal, ReportFileStep.Signed, DevelopmentCertificates.PersonName);

        Assert.True(verdict.Result is SignedFileResult.Misplaced or SignedFileResult.OtherChanges, $"{verdict.Result}");
    }

    [Fact]
    public void Judge_RootTakenAway_IsNoticedAtOnce()
    {
        Trust(SigningSample.Rsa);
        var engine = Engine();
        Assert.Equal(SignedFileResult.Accepted, engine.Judge(Signed.Frozen, Signed.Certified, ReportFileStep.Signed, DevelopmentCertificates.PersonName).Result);
        folder.GetFiles().Single().Delete();

        var verdict = engine.Judge(Signed.Frozen, Signed.Certified, ReportFileStep.Signed, DevelopmentCertificates.PersonName);

        Assert.Equal(SignedFileResult.CertificateNotTrusted, verdict.Result);
        Assert.Equal([SignatureProblem.NotTrusted], verdict.Problems);
    }

    [Fact]
    public void Number_ThatHasNoRoom_IsRefused_OtherFilesAreABug()
    {
        Assert.Equal(Signed.Numbered, Engine().Number(Signed.Certified, SigningSample.Mark));
        Assert.Null(Engine().Number(Signed.Certified, new IssueMark(10_000, new DateOnly(2026, 12, 16))));
        Assert.Throws<InvalidOperationException>(() => Engine().Number(Signed.Frozen, SigningSample.Mark));
    }

    [Fact]
    public void TrustFolder_ReadsPemWithSeveralAndDer_AndNamesWhatItCannotRead()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.pem"), SigningSample.Rsa.Root.ExportCertificatePem() + "\n" + SigningSample.Elliptic.Root.ExportCertificatePem());
        File.WriteAllBytes(Path.Combine(folder.FullName, "b.cer"), SigningSample.Rsa.Person.RawData);
        File.WriteAllText(Path.Combine(folder.FullName, "c.crt"), "no certificate");
        File.WriteAllText(Path.Combine(folder.FullName, "readme.txt"), "no certificate");

        var trust = new TrustFolder(folder.FullName);

        Assert.Equal(
            [SigningSample.Rsa.Root.Thumbprint, SigningSample.Elliptic.Root.Thumbprint, SigningSample.Rsa.Person.Thumbprint], trust.Roots.Select(root => root.Thumbprint));
        Assert.Equal(["c.crt"], trust.Unreadable);
        Assert.Empty(new TrustFolder(Path.Combine(folder.FullName, "missing")).Roots);
    }

    private void Trust(DevelopmentCertificates keys) => File.WriteAllText(Path.Combine(folder.FullName, "root.pem"), keys.Root.ExportCertificatePem());

    private ReportSignatures Engine() => new(new TrustFolder(folder.FullName), new RevocationFolder(Path.Combine(folder.FullName, "crl")), new FixedTime(SigningSample.Time.AddDays(1)));
}
