using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Wall;

public sealed class WallControllerTests : IAsyncDisposable
{
    private const string Url = "/theo-doi?ky=2026-nam";

    private readonly SetClock clock = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));
    private readonly Portal portal;

    public WallControllerTests() => portal = Portal.At(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Wall_OfTheSamples_ShowsEveryCommuneWithItsState()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var page = await office.PageAsync(Url);

        Assert.Equal(9, Rows(page).Count);
        Assert.Contains("Chờ tiếp nhận", Row(page, "Sơn Hồng"), StringComparison.Ordinal);
        Assert.Contains("Đã tiếp nhận", Row(page, "Kim Hoa"), StringComparison.Ordinal);
        Assert.Contains("Chờ tiếp nhận", Row(page, "Sơn Kim 1"), StringComparison.Ordinal);
        Assert.Contains("Chưa nộp, còn hạn", Row(page, "Sơn Tây"), StringComparison.Ordinal);
        Assert.Contains("17/12/2026 (gia hạn 3 ngày)", page.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3/9", page.QuerySelector(".wall-counts .figure")!.TextContent);
        Assert.Contains("3/9", (await office.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WithManyCommunes_ShowsTwentyWhoOweFirst_AndLeadsToAll()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await portal.ReadAsync(async db =>
        {
            var request = await db.ReportRequests.Include(row => row.Communes).SingleAsync(row => row.Year == 2026 && row.Communes.Count == 9, Cancellation);
            for (var i = 1; i <= 30; i++)
            {
                var commune = new Agency { Code = $"xa-moi-{i}", Name = $"UBND xã A {i:00}", Kind = AgencyKind.Commune };
                db.Add(commune);
                await db.SaveChangesAsync(Cancellation);
                db.Add(new ReportRequestCommune { AgencyId = request.AgencyId, RequestId = request.Id, CommuneId = commune.Id });
            }

            return await db.SaveChangesAsync(Cancellation);
        });

        var home = await office.PageAsync("/");
        var wall = await office.PageAsync(Url);

        Assert.Equal(39, Rows(wall).Count);
        Assert.Equal(20, Rows(home).Count);
        Assert.All(Rows(home), row => Assert.Contains("Chưa nộp", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(wall.QuerySelector(".wall-counts")!.TextContent, home.QuerySelector(".wall-counts")!.TextContent);
        Assert.Contains(home.QuerySelectorAll("a[href='/theo-doi']"), link => link.TextContent.Contains("Xem cả 39 xã", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wall_AfterTheGrace_CallsLateWhoOwes_AndLocksNothing()
    {
        clock.Now = new DateTimeOffset(2026, 12, 22, 3, 0, 0, TimeSpan.Zero);
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var page = await office.PageAsync(Url);

        Assert.Contains("quá hạn 2 ngày", Row(page, "Sơn Tây"), StringComparison.Ordinal);
        Assert.DoesNotContain("quá hạn", Row(page, "Kim Hoa"), StringComparison.Ordinal);
        var late = await office.PageAsync($"{Url}&tinh-trang=Overdue");
        Assert.Equal(6, Rows(late).Count);
        Assert.Equal("Sơn Tây", Assert.Single(Rows(await office.PageAsync($"{Url}&tim=son+tay"))).QuerySelector("th")!.TextContent.Replace("UBND xã ", "", StringComparison.Ordinal).Replace(" (dữ liệu mẫu)", "", StringComparison.Ordinal));

        // Late is not locked: the commune issues, and the report is there, late.
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await ReportPath.IssueAsync(portal, staff, await ReportPath.OpenAsync(staff), 88);
        Assert.Contains("nộp muộn 2 ngày", Row(await office.PageAsync(Url), "xã Hương Sơn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_OfAnotherOffice_ShowsNothingOfThisOne()
    {
        using var other = await portal.SignInAsync("noivu.huyen@huongson");

        var text = (await other.PageAsync("/theo-doi")).QuerySelector("main")!.TextContent;

        Assert.DoesNotContain("Kim Hoa", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim Hoa", (await other.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_NotSignedInOrACommune_IsRefused()
    {
        using var visitor = portal.Visit();
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        foreach (var url in new[] { "/theo-doi", "/theo-doi/excel", "/theo-doi/csv" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task Export_WithAFilter_GoesOutAsItIsShown()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var csv = await ListChecks.CsvAsync(office, "/theo-doi/csv?ky=2026-nam&tinh-trang=Received", "theo-doi-nop-bao-cao.csv");
        var excel = await ListChecks.ExcelAsync(office, "/theo-doi/excel?ky=2026-nam", "theo-doi-nop-bao-cao.xlsx");

        var line = Assert.Single(csv);
        Assert.Contains("Kim Hoa", line[0], StringComparison.Ordinal);
        Assert.Equal(("17/12/2026", "18/11/2026"), (line[2], line[7]));
        Assert.Equal(9, excel.Count);
    }

    [Fact]
    public async Task Pack_OfAPeriod_HoldsTheIssuedPdfsAndAnIndexOfAllCommunes()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await office.GetAsync("/theo-doi/tai-ve?ky=2026-nam");

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("bao-cao-2026-nam.zip", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(4, names.Count);
        Assert.Equal("muc-luc.xlsx", names[^1]);
        Assert.All(names.SkipLast(1), name => Assert.Matches("^[0-9]{2}_[a-z0-9-]+\\.pdf$", name));
        var hashes = await portal.ReadAsync(db => db.ReportVersions.Where(row => row.IssuedPdfSha256 != null).Select(row => row.IssuedPdfSha256).ToListAsync(Cancellation));
        foreach (var entry in zip.Entries.SkipLast(1))
        {
            await using var content = await entry.OpenAsync(Cancellation);
            Assert.Contains(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancellation)), hashes);
        }

        await using var index = await zip.Entries[^1].OpenAsync(Cancellation);
        using var copy = new MemoryStream();
        await index.CopyToAsync(copy, Cancellation);
        copy.Position = 0;
        using var book = SpreadsheetDocument.Open(copy, isEditable: false);
        Assert.Equal(10, book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Count());
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == PeriodPackReader.AuditedAs && entry.Action == AuditAction.Downloaded, Cancellation)));
    }

    [Fact]
    public async Task Pack_OfAnotherOfficeOrAnUnknownPeriod_IsNotFound()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        using var other = await portal.SignInAsync("noivu.huyen@huongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/theo-doi/tai-ve?ky=2030-nam")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/theo-doi/tai-ve")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/theo-doi/tai-ve?ky=2026-nam")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/theo-doi/tai-ve?ky=2026-nam")).StatusCode);
    }

    private static List<IElement> Rows(IDocument page) => page.QuerySelectorAll("table.wall tbody tr").ToList();

    private static string Row(IDocument page, string commune) =>
        Assert.Single(Rows(page), row => row.QuerySelector("th")!.TextContent.Contains(commune, StringComparison.Ordinal)).TextContent;
}
