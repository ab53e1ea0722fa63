using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;

namespace SonTrung.Cchc.Tests.Documents.Pdf;

public sealed class PdfDocumentRendererConformance : OfficialDocumentConformance
{
    protected override IOfficialDocumentRenderer Renderer { get; } = new PdfDocumentRenderer();
}
