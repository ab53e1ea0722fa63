using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Signing;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>
/// The built-in PDF engine: lays a document out by its layout profile (Nghị định 30/2020/NĐ-CP, Phụ lục I) and writes a tagged
/// PDF 1.7 in the profile of PDF/A-2a. The file is written to that profile, not certified against it.
/// Stateless and safe for any number of threads; the fonts are read once.
/// </summary>
/// <remarks>
/// The anchors name, in this order, the number (one), the date (three: day, month, year), then on the page of the signature
/// the QR code, the signature and the seal (one each). The QR code stands below "Nơi nhận", before any appendix.
/// </remarks>
public sealed class PdfDocumentRenderer : IOfficialDocumentRenderer
{
    /// <inheritdoc />
    public string Engine => "SonTrung.Cchc 1.0";

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    /// <exception cref="ArgumentException">A row of an appendix has not one text per column.</exception>
    public RenderedDocument Render(OfficialDocument document, IssueMark? issue = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Render(document, issue, withForm: false);
    }

    /// <summary>
    /// Renders the copy that is frozen and signed: as <see cref="Render(OfficialDocument, IssueMark?)"/> without a mark, and with an empty form field in each
    /// place that is filled after approval (<see cref="SigningFields"/>), so that number, date and both signatures come as increments and no page is ever written again.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <exception cref="UnprintableTextException">A character has no glyph in the document's font.</exception>
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    /// <exception cref="ArgumentException">A row of an appendix has not one text per column.</exception>
    public RenderedDocument RenderForSigning(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Render(document, issue: null, withForm: true);
    }

    private RenderedDocument Render(OfficialDocument document, IssueMark? issue, bool withForm)
    {
        var laid = DocumentLayout.Lay(document, issue);
        return new RenderedDocument(Write(laid, new DocumentMetadata(document, Engine), withForm), laid.Pages.Count, Anchors(laid));
    }

    private static List<LayoutAnchor> Anchors(LaidDocument laid) =>
    [
        .. laid.Pages.SelectMany((page, index) => page.Boxes.Select(box => new LayoutAnchor(
            box.Kind, index + 1, box.X, laid.Profile.PageHeight - box.Y - box.Height, box.Width, box.Height))),
    ];

    private static byte[] Write(LaidDocument laid, DocumentMetadata metadata, bool withForm)
    {
        var file = new PdfFile();
        var catalog = file.Reserve();
        var pages = file.Reserve();
        var resources = file.Reserve();
        var structure = new StructureWriter(file);
        var fonts = Enum.GetValues<FontStyle>()
            .Select(style => new EmbeddedFont(DocumentFonts.Get(style), Invariant($"F{(int)style}")))
            .ToArray();
        var form = withForm ? new FormWriter(file, fonts, laid.Pages.Count) : null;

        var numbers = new List<int>(laid.Pages.Count);
        foreach (var page in laid.Pages)
        {
            var number = file.Reserve();
            var key = structure.OpenPage();
            var content = file.AddStream("", new PageContent(laid.Profile, number, fonts, structure, form).Write(page));
            file.Set(
                number,
                Invariant($"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {PdfSyntax.Number(laid.Profile.PageWidth)} {PdfSyntax.Number(laid.Profile.PageHeight)}]")
                + Invariant($"/Resources {resources} 0 R/Contents {content} 0 R/StructParents {key}/Tabs/S{form?.Annotations(number)}>>"));
            numbers.Add(number);
        }

        file.Set(pages, Invariant($"<</Type/Pages/Count {numbers.Count}/Kids[{string.Join(' ', numbers.Select(PdfSyntax.Reference))}]>>"));
        var used = fonts.Where(font => font.IsUsed).ToDictionary(font => font, font => font.Write(file));
        file.Set(resources, $"<</Font<<{string.Concat(used.Select(font => $"/{font.Key.Name} {PdfSyntax.Reference(font.Value)}"))}>>>>");

        var profile = file.AddStream("/N 3", SrgbProfile.Bytes);
        var xmp = file.AddStream("/Type/Metadata/Subtype/XML", metadata.Xmp(), compress: false);
        file.Set(
            catalog,
            Invariant($"<</Type/Catalog/Pages {pages} 0 R/Lang(vi-VN)/MarkInfo<</Marked true>>/StructTreeRoot {structure.Write(laid.Structure)} 0 R")
            + Invariant($"/Metadata {xmp} 0 R/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1")
            + Invariant($"/OutputConditionIdentifier(sRGB IEC61966-2-1)/Info(sRGB IEC61966-2-1)/DestOutputProfile {profile} 0 R>>]{form?.Write(used)}>>"));
        return file.Write(catalog, file.Add(metadata.Info()));
    }
}
