using System.Text;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The text of the 2023 report is data: no five words of it in a row stand in the sources outside the samples.</summary>
public sealed partial class StoredParagraphTests
{
    private const int RunLength = 5;

    private static readonly string[] Extensions =
        [".cs", ".cshtml", ".resx", ".json", ".html", ".js", ".css", ".svg", ".xml", ".csproj", ".txt", ".md"];

    /// <summary>Names of the trade count as one word: a page has to be called something.</summary>
    private static readonly string[] Names =
    [
        "cải cách hành chính", "thủ tục hành chính", "ủy ban nhân dân", "trang thông tin điện tử", "dịch vụ công trực tuyến",
        "phương hướng nhiệm vụ", "phổ biến giáo dục pháp luật", "bộ phận một cửa", "hoạt động của cơ quan",
    ];

    /// <summary>Words of the language and names of bodies, one a line.</summary>
    private static readonly string[] WordLists = ["compounds.txt", "body-names.txt"];

    [Fact]
    public void Sources_OutsideTheSamples_HoldNoRunOfTheReport()
    {
        var runs = PrintedText.Golden2023().SelectMany(line => Runs(line.Split('\t')[1])).ToHashSet();

        var found = SourceFiles()
            .SelectMany(file => File.ReadLines(file).SelectMany((line, i) =>
                Runs(line).Where(runs.Contains).Select(run => $"{file}({i + 1}): {run}")));

        Assert.Empty(found);
    }

    [Fact]
    public void Samples_HoldTheReport_SoThatTheScanCanFail()
    {
        var runs = PrintedText.Golden2023().SelectMany(line => Runs(line.Split('\t')[1])).ToHashSet();
        var sample = File.ReadAllText(Path.Combine(Sources(), "SonTrung.Cchc.Core", "Samples", "son-trung.json"));

        Assert.True(Runs(sample).Count(runs.Contains) > 500);
    }

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Sources(), "*", SearchOption.AllDirectories)
        .Where(file => Extensions.Contains(Path.GetExtension(file)) && !WordLists.Contains(Path.GetFileName(file)))
        .Where(file => !Regex.IsMatch(file, @"[\\/](bin|obj|node_modules|App_Data|Samples)[\\/]"));

    private static IEnumerable<string> Runs(string text)
    {
        var plain = string.Join(' ', Word().Matches(text.Normalize(NormalizationForm.FormC).ToLowerInvariant()).Select(match => match.Value))
            .Replace("uỷ", "ủy", StringComparison.Ordinal);
        foreach (var name in Names)
        {
            plain = plain.Replace(name, name.Replace(' ', '_'), StringComparison.Ordinal);
        }

        var words = plain.Split(' ');
        return Enumerable.Range(0, Math.Max(0, words.Length - RunLength + 1)).Select(i => string.Join(' ', words[i..(i + RunLength)]));
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SonTrung.Cchc.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside their clone.");
        }

        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
