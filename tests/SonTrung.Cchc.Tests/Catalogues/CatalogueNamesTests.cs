using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Catalogues;

/// <summary>An agency's own names are what it prints, and no other agency ever does.</summary>
public sealed class CatalogueNamesTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Compose_WithOwnNames_PrintsThemInTextAndAppendices()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await NameEverythingAsync("xa-huong-son");

        var source = await samples.SourceAsync(report) with { HasPlanAppendix = true, HasActivityAppendix = true };

        var tables = AppendixBuilder.Build(source);
        Assert.All(tables[1].Rows, row => Assert.StartsWith("Riêng: ", row[3], StringComparison.Ordinal));
        Assert.Contains(tables[0].Rows, row => row[3] == "48 đv tin-bai" && row[4] == "45 đv tin-bai");
        Assert.Contains(tables[0].Rows, row => row[3] == "300 đv phieu-phat; từ 90% đv phieu-hai-long");
        Assert.Contains(ReportComposer.Compose(source), line => line.Text.EndsWith(": 45 đv tin-bai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_PlanDocument_PrintsOwnUnits()
    {
        await NameEverythingAsync("xa-huong-son");
        var agency = samples.Agency("xa-huong-son");
        await using var db = samples.Database.Open(Given.Scope(Given.User(samples.Database, agency, "in.ke.hoach")));

        var plan = await new PlanDocuments(db).BuildAsync(2026, new DateOnly(2026, 11, 23), withAppendix: true, Cancellation);

        Assert.Contains(plan!.Document.Appendices[0].Rows, row => row[3] == "48 đv tin-bai");
        Assert.Contains(plan.Document.Body, block => block.Text.Contains("chỉ tiêu: 48 đv tin-bai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_NamesOfAnotherAgency_ChangeNothing()
    {
        var report = samples.ReportOf2023();
        var before = PrintedText.Of(await samples.DocumentAsync(report));

        await NameEverythingAsync("xa-huong-son");

        Assert.Equal(before, PrintedText.Of(await samples.DocumentAsync(report)));
        var agency = samples.Agency("son-trung");
        await using var db = samples.Database.Open(Given.Scope(Given.User(samples.Database, agency, "xem.danh.muc")));
        var seen = await new CatalogueService(db, TimeProvider.System).ListAsync(new CatalogueFilter(), Cancellation);
        Assert.Equal(46, seen.Count);
        Assert.All(seen, entry => Assert.Null(entry.OwnName));
    }

    [Fact]
    public async Task Name_TwoRowsOfOneMoment_CountsTheLaterAndTidiesUp()
    {
        var agency = samples.Agency("xa-huong-son");
        var user = Given.User(samples.Database, agency, "quan.tri");
        long channel = 0;
        await samples.ChangeAsync(db =>
        {
            channel = db.PropagandaChannels.Single(row => row.Code == "doi-thoai").Id;
            db.Add(new CatalogueLocalName { AgencyId = agency.Id, ChannelId = channel, Name = "Một" });
        });
        await samples.ChangeAsync(db => db.Add(new CatalogueLocalName { AgencyId = agency.Id, ChannelId = channel, Name = "Hai" }));
        await using var db = samples.Database.Open(Given.Scope(user));
        var catalogues = new CatalogueService(db, TimeProvider.System);
        var entry = await catalogues.FindAsync(channel, Cancellation);
        Assert.Equal("Hai", entry!.DisplayName);

        var result = await catalogues.NameAsync(channel, await catalogues.OwnNameVersionAsync(entry, Cancellation), "Ba", Cancellation);

        Assert.Equal("Hai", result.Former);
        Assert.Equal(["Ba"], await db.CatalogueLocalNames.AsNoTracking().Where(row => row.ChannelId == channel).Select(row => row.Name).ToListAsync(Cancellation));
    }

    /// <summary>Channels and topics "Riêng: …", indicators "đv …" by their codes.</summary>
    private async Task NameEverythingAsync(string agencyCode)
    {
        var agency = samples.Agency(agencyCode).Id;
        await samples.ChangeAsync(db => db.AddRange(
        [
            .. db.Topics.AsEnumerable().Select(row => new CatalogueLocalName { AgencyId = agency, TopicId = row.Id, Name = $"Riêng: {row.Code}" }),
            .. db.PropagandaChannels.AsEnumerable().Select(row => new CatalogueLocalName { AgencyId = agency, ChannelId = row.Id, Name = $"Riêng: {row.Code}" }),
            .. db.Indicators.AsEnumerable().Select(row => new CatalogueLocalName { AgencyId = agency, IndicatorId = row.Id, Name = $"đv {row.Code}" }),
        ]));
    }
}
