using BenchmarkDotNet.Attributes;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Tests.Documents;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>Rà soát: every rule over a report of four pages with an appendix of 24 rows, as it runs after each saved line.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private static readonly ReadDocument Report = ReadDocument.Of(OfficialDocumentBuilder.Report(paragraphs: 30, appendixRows: 24));

    /// <summary>All rules.</summary>
    [Benchmark]
    public IReadOnlyList<Finding> Check() => Checker.Check(Report, CheckKnowledge.None);
}
