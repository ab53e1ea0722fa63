#if QUESTPDF
using QuestPDF.Infrastructure;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.QuestPdf;

namespace SonTrung.Cchc.Tests.Documents;

public sealed class QuestPdfConformance : OfficialDocumentConformance
{
    // Testing is all that this tier allows; whoever runs the portal states their own.
    protected override IOfficialDocumentRenderer Renderer { get; } = new QuestPdfDocumentRenderer(LicenseType.Evaluation);
}
#else
using System.Reflection;

namespace SonTrung.Cchc.Tests.Documents;

public sealed class QuestPdfConformance
{
    private const string NotBuilt = "QuestPDF: not built, package not available";

    [Fact(DisplayName = NotBuilt)]
    public void Load_WithoutTheEngine_FindsAnEmptyAssembly()
    {
        var adapter = Assembly.Load("SonTrung.Cchc.Documents.QuestPdf");

        Assert.DoesNotContain(adapter.GetTypes(), type => type.Namespace == "SonTrung.Cchc.Documents.QuestPdf");
        Assert.DoesNotContain(adapter.GetReferencedAssemblies(), reference => reference.Name == "QuestPDF");

        // dotnet test shows of a test that passes only its name, and that only beside an attachment.
        TestContext.Current.AddAttachment("questpdf.txt", $"{NotBuilt}. To build and test the adapter: dotnet test -p:PdfEngine=QuestPDF (docs/adr/0004-questpdf-adapter.md).");
    }
}
#endif
