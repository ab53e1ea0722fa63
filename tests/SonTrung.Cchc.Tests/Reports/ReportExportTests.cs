using System.Text.Json.Nodes;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The JSON of a report says what the report says.</summary>
public sealed class ReportExportTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Own_ReportOf2023_HasTheGoldenText()
    {
        var json = await ExportAsync("son-trung", samples.ReportOf2023());

        Assert.Equal(PrintedText.Golden2023(), PrintedText.Of(OfficialDocumentJson.Read(ReportExport.ModelText(json["model"]!))));
    }

    [Fact]
    public async Task Own_ReportWithAppendices_ReadsBackAsTheDocument()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db =>
        {
            var row = db.AnnualReports.Single(row => row.Id == report);
            row.HasPlanAppendix = true;
            row.HasActivityAppendix = true;
        });
        var document = await samples.DocumentAsync(report);

        var json = await ExportAsync("xa-huong-son", report);

        Assert.Equal(2, document.Appendices.Count);
        Assert.Equal(OfficialDocumentJson.Write(document), ReportExport.ModelText(json["model"]!));
    }

    [Fact]
    public async Task Own_AgencyWithWordsOfItsOwn_GivesThemBesideTheCodes()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        var before = await ExportAsync("xa-huong-son", report);
        var agency = samples.Agency("xa-huong-son").Id;
        await samples.ChangeAsync(db => db.Add(new CatalogueLocalName { AgencyId = agency, IndicatorId = db.Indicators.Single(row => row.Code == "tin-bai").Id, Name = "bản tin" }));

        var after = await ExportAsync("xa-huong-son", report);

        Assert.Equal("tin, bài", (string?)Sum(before)["unit"]);
        Assert.Equal("bản tin", (string?)Sum(after)["unit"]);
        Assert.Equal((decimal)Sum(before)["sum"]!, (decimal)Sum(after)["sum"]!);
        Assert.Contains(after["figures"]!["planItems"]!.AsArray().SelectMany(row => row!["targets"]!.AsArray()), target => (string?)target!["unit"] == "bản tin");

        static JsonNode Sum(JsonNode export) => export["figures"]!["sums"]!.AsArray().Single(row => (string?)row!["indicator"] == "tin-bai")!;
    }

    [Fact]
    public async Task Own_ReportOfAnotherAgency_IsNotThere()
    {
        var agency = samples.Agency("xa-huong-son");
        await using var db = samples.Database.Open(AccessScope.ForSystem("Trục liên thông", agency.Id));

        Assert.Null(await new ReportExporter(db, SampleDatabase.Composition(db)).OwnAsync(samples.ReportOf2023(), Cancellation));
    }

    private async Task<JsonNode> ExportAsync(string agencyCode, long reportId)
    {
        await using var db = samples.Database.Open(AccessScope.ForSystem("Trục liên thông", samples.Agency(agencyCode).Id));
        var export = await new ReportExporter(db, SampleDatabase.Composition(db)).OwnAsync(reportId, Cancellation);
        return JsonNode.Parse(export!.ToJson())!;
    }
}
