using System.Text;

namespace SonTrung.Cchc.Tests.Text;

/// <summary>Texts that stand beside the tests.</summary>
internal static class TestTexts
{
    /// <summary>The lines of the 2023 report as its author meant them, with his own mistakes.</summary>
    public static IReadOnlyList<string> Golden2023 { get; } =
        [.. Read("Reports.Golden.bao-cao-2023.txt").TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[1])];

    /// <summary>The 2023 report as it came out of its PDF.</summary>
    public static string Damaged2023 { get; } = Read("Text.Healing.Damaged.bao-cao-2023.txt");

    /// <summary>Nghị định 30/2020/NĐ-CP, articles 1 to 38, a paragraph a line.</summary>
    public static IReadOnlyList<string> Decree { get; } =
        [.. Read("Text.Lexicon.Law.nghi-dinh-30-2020.md").Normalize(NormalizationForm.FormC).Split('\n').Select(line => line.Trim('#', '*', '-', ' ')).Where(line => line.Length > 0)];

    /// <summary>Official prose without a fault, written for these tests in the manner of many offices, by name.</summary>
    public static IReadOnlyDictionary<string, string> Prose { get; } = typeof(TestTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.Contains(".Checking.Prose.", StringComparison.Ordinal))
        .ToDictionary(name => name.Split('.')[^2], name => Read(name["SonTrung.Cchc.Tests.".Length..]));

    private static string Read(string name)
    {
        using var stream = typeof(TestTexts).Assembly.GetManifestResourceStream($"SonTrung.Cchc.Tests.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
