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

    private static readonly string Paper = ReadPaper();

    /// <summary>All rules.</summary>
    [Benchmark]
    public IReadOnlyList<Finding> Check() => Checker.Check(Report, CheckKnowledge.None);

    /// <summary>The paper of 2023, some 1,500 words full of faults: its parts told, then all rules.</summary>
    [Benchmark]
    public IReadOnlyList<Finding> CheckPasted() => Checker.Check(DocumentRecognizer.Recognize(Paper), CheckKnowledge.None);

    private static string ReadPaper()
    {
        using var reader = new StreamReader(typeof(CheckBenchmarks).Assembly.GetManifestResourceStream("bao-cao-2023.txt")!);
        return reader.ReadToEnd();
    }
}
