using BenchmarkDotNet.Attributes;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Documents;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>An appendix of 10,000 rows: about 330 pages and 40,000 cells, each an element of the structure.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 8)]
public class LongAppendixBenchmarks
{
    private static readonly PdfDocumentRenderer Renderer = new();
    private static readonly OfficialDocument Report = OfficialDocumentBuilder.Report(paragraphs: 4, appendixRows: 10_000);

    /// <summary>Lines, pages and structure, without a file.</summary>
    [Benchmark(Baseline = true)]
    public object LayoutAlone() => DocumentLayout.Lay(Report, null);

    /// <summary>The whole file.</summary>
    [Benchmark]
    public RenderedDocument Render() => Renderer.Render(Report);
}
