using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Lays a document out as Mẫu 1.4 of Phụ lục III shows it: head, title, addressees, body, foot, then the appendices.</summary>
internal static class DocumentLayout
{
    /// <summary>Lays a document out.</summary>
    /// <exception cref="UnprintableTextException">A character has no glyph.</exception>
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    public static LaidDocument Lay(OfficialDocument document, IssueMark? issue)
    {
        var profile = LayoutProfile.Named(document.LayoutProfile);
        var root = new StructureNode("Document");

        var bands = new List<Band> { LetterheadLayout.Lay(document.Letterhead, issue, profile, root) };
        bands.AddRange(TitleLayout.Lay(document, profile, root));
        bands.AddRange(AddresseeLayout.Lay(document.Addressees, profile, root));
        foreach (var band in bands)
        {
            band.KeepWithPrevious = true;
        }

        var body = BodyLayout.Lay(document.PrintedBody(), profile, root);
        bands.AddRange(body);
        var foot = FootLayout.Lay(document, profile, root);
        KeepTextWithFoot(body, foot);
        bands.AddRange(foot);

        var pages = Pager.Fill(bands, profile);
        foreach (var appendix in document.Appendices)
        {
            pages.AddRange(Pager.Fill(AppendixLayout.Lay(appendix, document, issue, profile, root), profile));
        }

        return new LaidDocument(profile, pages, root);
    }

    // The signature never opens a page without two lines of the text it signs.
    private static void KeepTextWithFoot(List<Band> body, List<Band> foot)
    {
        foot[0].KeepWithPrevious = body.Count > 0;
        if (body.Count > 1)
        {
            body[^1].KeepWithPrevious = true;
        }
    }
}
