using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>Signs as the tools of USB tokens do: in a field of their own, without certification.</summary>
internal static class TokenTool
{
    /// <summary>Adds a signature.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="certificate">The certificate with its key.</param>
    /// <param name="time">The time that the signature says.</param>
    /// <param name="field">The name of its field.</param>
    /// <param name="place">Where it stands on the last page; null for one that is not seen.</param>
    /// <param name="more">What else is written into the same revision.</param>
    public static async Task<byte[]> SignAsync(
        byte[] pdf, X509Certificate2 certificate, DateTimeOffset time, string field = "Signature1", double[]? place = null, Action<PdfRevision, PdfSource>? more = null)
    {
        const int reserve = 6000;
        var source = PdfSource.Open(pdf, pdf.Length);
        var revision = new PdfRevision(source);
        var request = new SigningRequest { Pdf = pdf, Role = SignatureRole.Attachment, Certificate = certificate, Time = time };
        var (number, page) = source.Pages()[^1];
        var signature = revision.Add(PdfSigning.SignatureDictionary(source, request, reserve));
        var rect = string.Join(' ', (place ?? [0, 0, 0, 0]).Select(value => value.ToString(CultureInfo.InvariantCulture)));
        var widget = revision.Add($"<</Type/Annot/Subtype/Widget/FT/Sig/T({field})/F 132/P {number} 0 R/V {signature} 0 R/Rect[{rect}]>>");
        revision.Replace(number, page.With(("Annots", new PdfArray([.. source.ItemsOf(page["Annots"]), new PdfReference(widget, 0)]))));
        var form = (PdfReference)source.Catalog["AcroForm"];
        revision.Replace(form.Number, source.Form().With(("Fields", new PdfArray([.. source.ItemsOf(source.Form()["Fields"]), new PdfReference(widget, 0)]))));
        more?.Invoke(revision, source);
        var prepared = PdfSigning.Finish(source, request, revision.Write(), reserve);
        var value = await new CertificateSigner(certificate).SignAsync(prepared.Digest, new(prepared.HashAlgorithm), TestContext.Current.CancellationToken);
        return (await PdfSigning.EmbedAsync(prepared, value, cancellationToken: TestContext.Current.CancellationToken)).Pdf!;
    }

    /// <summary>Adds a copy of the first page at the end.</summary>
    public static void AddPage(PdfRevision revision, PdfSource source)
    {
        var tree = (PdfReference)source.Catalog["Pages"];
        var kids = source.ItemsOf(source.DictionaryOf(tree)["Kids"]);
        var copy = new PdfReference(revision.Add(source.Pages()[0].Page.ToString()), 0);
        revision.Replace(tree.Number, source.DictionaryOf(tree).With(("Kids", new PdfArray([.. kids, copy])), ("Count", new PdfLiteral($"{kids.Count + 1}"))));
    }
}
