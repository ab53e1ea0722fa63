using BenchmarkDotNet.Attributes;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Documents;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>A report of five pages with an appendix of 24 rows, from the model to the bytes; the layout alone is the measure.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private static readonly PdfDocumentRenderer Renderer = new();
    private static readonly IssueMark Mark = new(15, new DateOnly(2025, 12, 16));

    private static readonly OfficialDocument Report = OfficialDocumentBuilder.Report(paragraphs: 30, appendixRows: 24) with
    {
        VerificationUrl = "https://example.vn/xac-thuc/7F3K9Q2M",
    };

    /// <summary>Lines, pages and structure, without a file.</summary>
    [Benchmark(Baseline = true)]
    public object LayoutAlone() => DocumentLayout.Lay(Report, Mark);

    /// <summary>The whole file.</summary>
    [Benchmark]
    public RenderedDocument Render() => Renderer.Render(Report, Mark);
}
