using System.Security;
using System.Text;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>
/// Title, author and producer, said twice in the same words as PDF/A asks: in the information dictionary and in XMP.
/// There are no dates: a file's bytes depend on its document alone.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="engine">The engine's name and version.</param>
internal sealed class DocumentMetadata(OfficialDocument document, string engine)
{
    private readonly string _title = Normalized($"{document.Kind} {string.Join(' ', document.Subject)}");
    private readonly string _author = Normalized(string.Join(' ', document.Letterhead.Agency));

    /// <summary>The information dictionary.</summary>
    public string Info() =>
        $"<</Title{PdfSyntax.Text(_title)}/Author{PdfSyntax.Text(_author)}/Creator{PdfSyntax.Text(engine)}/Producer{PdfSyntax.Text(engine)}>>";

    /// <summary>The XMP packet, with the claim of the PDF/A-2a profile.</summary>
    public byte[] Xmp() => Encoding.UTF8.GetBytes($"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
           <pdfaid:part>2</pdfaid:part>
           <pdfaid:conformance>A</pdfaid:conformance>
           <dc:format>application/pdf</dc:format>
           <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(_title)}</rdf:li></rdf:Alt></dc:title>
           <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(_author)}</rdf:li></rdf:Seq></dc:creator>
           <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
           <pdf:Producer>{SecurityElement.Escape(engine)}</pdf:Producer>
           <xmp:CreatorTool>{SecurityElement.Escape(engine)}</xmp:CreatorTool>
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """);

    private static string Normalized(string text) => text.Normalize(NormalizationForm.FormC);
}
