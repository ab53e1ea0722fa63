using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>"Tải về, ký bằng USB token, tải lên": each way in which the file that comes back is not the one expected.</summary>
public sealed class OutsideSignatureTests
{
    private static readonly byte[] Ours = SigningSample.Report.Frozen;
    private static readonly ExpectedSigner Chairman = new(null, DevelopmentCertificates.PersonName);
    private static readonly OutsideSignature Outside = new([SigningSample.Rsa.Root], new FixedTime(SigningSample.Time.AddDays(1)));

    [Fact]
    public async Task Check_SignedWithATool_IsAccepted()
    {
        foreach (var signed in new[] { await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person), SigningSample.Report.Certified })
        {
            var check = Outside.Check(Ours, signed, Chairman);

            Assert.Equal(SignedFileResult.Accepted, check.Result);
            Assert.Equal(DevelopmentCertificates.PersonName, check.Signature!.Signer!.CommonName);
            Assert.All(check.Changes, change => Assert.Equal(PdfChangeKind.SignatureAdded, change.Kind));
        }
    }

    [Fact]
    public async Task Check_SealedWithATool_IsAcceptedOnTopOfThePerson()
    {
        var numbered = SigningSample.Report.Numbered;
        var signed = await SigningSample.SignByToolAsync(numbered, SigningSample.Rsa.Organisation);

        Assert.Equal(SignedFileResult.Accepted, Outside.Check(numbered, signed, new ExpectedSigner(null, DevelopmentCertificates.OrganisationName)).Result);
    }

    [Fact]
    public async Task Check_Thumbprint_FitsAsWindowsShowsItToo()
    {
        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person);
        var print = SigningSample.Rsa.Person.Thumbprint;
        var spaced = string.Join(' ', print.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));

        Assert.Equal(SignedFileResult.Accepted, Outside.Check(Ours, signed, new ExpectedSigner(spaced, null)).Result);
        Assert.Equal(
            SignedFileResult.Accepted,
            Outside.Check(Ours, signed, new ExpectedSigner(SigningSample.Rsa.Person.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), null)).Result);
        Assert.Equal(SignedFileResult.AnotherCertificate, Outside.Check(Ours, signed, new ExpectedSigner(SigningSample.Rsa.Organisation.Thumbprint, null)).Result);
        Assert.Equal(SignedFileResult.AnotherCertificate, Outside.Check(Ours, signed, new ExpectedSigner(null, null)).Result);
    }

    [Fact]
    public async Task Check_OneChangedByte_IsSaid()
    {
        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person);
        for (var at = 20; at < Ours.Length; at += Ours.Length / 9)
        {
            var changed = signed.ToArray();
            changed[at] ^= 1;
            Assert.Equal(SignedFileResult.BytesChanged, Outside.Check(Ours, changed, Chairman).Result);
        }

        var behind = signed.ToArray();
        behind[^40] ^= 1;
        Assert.True(Outside.Check(Ours, behind, Chairman).Result is SignedFileResult.OtherChanges or SignedFileResult.SignatureNotIntact);
        Assert.Equal(SignedFileResult.OtherChanges, Outside.Check(Ours, [.. signed, (byte)'\n'], Chairman).Result);
    }

    [Fact]
    public async Task Check_AnotherFile_IsSaid()
    {
        var other = new PdfDocumentRenderer().RenderForSigning(OfficialDocumentBuilder.Report(paragraphs: 14)).Pdf;

        Assert.Equal(SignedFileResult.AnotherFile, Outside.Check(Ours, await SigningSample.SignByToolAsync(other, SigningSample.Rsa.Person), Chairman).Result);
        Assert.Equal(SignedFileResult.NotPdf, Outside.Check(Ours, [1, 2, 3], Chairman).Result);
        Assert.Equal(SignedFileResult.NotSigned, Outside.Check(Ours, Ours, Chairman).Result);
    }

    [Fact]
    public async Task Check_AnotherCertificate_IsSaid()
    {
        Assert.Equal(SignedFileResult.AnotherCertificate, Outside.Check(Ours, await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Organisation), Chairman).Result);
        // The right name from a root that nobody trusts.
        Assert.Equal(SignedFileResult.CertificateNotTrusted, Outside.Check(Ours, await SigningSample.SignByToolAsync(Ours, SigningSample.Elliptic.Person), Chairman).Result);
    }

    [Fact]
    public async Task Check_PageAdded_IsSaid()
    {
        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, more: (revision, source) =>
        {
            var tree = (PdfReference)source.Catalog["Pages"];
            var copy = new PdfReference(revision.Add(source.Pages()[0].Page.ToString()), 0);
            revision.Replace(tree.Number, source.DictionaryOf(tree).With(("Kids", new PdfArray([.. source.ItemsOf(source.DictionaryOf(tree)["Kids"]), copy]))));
        });

        Assert.Equal(SignedFileResult.PagesChanged, Outside.Check(Ours, signed, Chairman).Result);
    }

    [Fact]
    public async Task Check_SomethingBesides_IsSaid()
    {
        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, more: (revision, source) =>
            revision.Replace(((PdfReference)source.Trailer["Root"]).Number, source.Catalog.With(("OpenAction", PdfDictionary.Of("S", new PdfName("JavaScript"))))));
        var check = Outside.Check(Ours, signed, Chairman);
        Assert.Equal(SignedFileResult.OtherChanges, check.Result);
        Assert.Contains(new PdfChange(PdfChangeKind.CatalogChanged, Name: "OpenAction"), check.Changes);

        var number = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, more: (revision, source) =>
        {
            var field = source.Fields().Find(item => item.Name == SigningFields.Number)!;
            revision.Replace(field.Number, field.Field.With(("V", new PdfString("15"u8.ToArray(), 0, 0))));
        });
        Assert.Equal(SignedFileResult.OtherChanges, Outside.Check(Ours, number, Chairman).Result);
    }

    [Fact]
    public async Task Check_TwoSignatures_IsSaid()
    {
        var once = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person);
        var twice = await SigningSample.SignByToolAsync(once, SigningSample.Rsa.Organisation, "Signature2");

        Assert.Equal(SignedFileResult.SeveralSignatures, Outside.Check(Ours, twice, Chairman).Result);
    }

    [Fact]
    public async Task Check_PictureOverTheText_IsSaid() => Assert.Equal(
        SignedFileResult.Misplaced,
        Outside.Check(Ours, await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, place: [100, 500, 300, 600]), Chairman).Result);

    [Fact]
    public async Task Check_PictureInThePlaceOfSignatures_IsAccepted()
    {
        var source = SigningSample.Open(Ours);
        var box = source.Box(source.Fields().Find(field => field.Name == SigningFields.Person)!.Widget["Rect"])!.Value;
        var signed = await SigningSample.SignByToolAsync(Ours, SigningSample.Rsa.Person, place: [box.Left - 10, box.Bottom - 10, box.Right, box.Top + 15]);

        Assert.Equal(SignedFileResult.Accepted, Outside.Check(Ours, signed, Chairman).Result);
    }
}
