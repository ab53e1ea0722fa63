using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The 2023 report of xã Sơn Trung, composed from its data letter for letter.</summary>
public sealed class GoldenReportTests
{
    [Fact]
    public async Task Compose_Sample2023_GivesTheGoldenText()
    {
        using var samples = new SampleDatabase();

        var document = await samples.DocumentAsync(samples.ReportOf2023());

        Assert.Equal(PrintedText.Golden2023(), PrintedText.Of(document));
    }

    [Fact]
    public async Task Compose_Sample2023_PrintsTheLetterheadOfItsTime()
    {
        using var samples = new SampleDatabase();

        var document = await samples.DocumentAsync(samples.ReportOf2023());

        Assert.Null(document.Letterhead.Superior);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ SƠN TRUNG"], document.Letterhead.Agency);
        Assert.Equal("BC-UBND", document.Letterhead.Symbol);
        Assert.Equal("Sơn Trung", document.Letterhead.Place);
    }

    [Fact]
    public async Task Compose_Twice_GivesTheSameJson()
    {
        using var samples = new SampleDatabase();
        var report = samples.ReportOf2023();

        var first = OfficialDocumentJson.Write(await samples.DocumentAsync(report));
        var second = OfficialDocumentJson.Write(await samples.DocumentAsync(report));

        Assert.Equal(first, second);
    }
}
