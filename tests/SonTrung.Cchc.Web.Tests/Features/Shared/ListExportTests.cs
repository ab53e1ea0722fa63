using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Shared;

/// <summary>Every list goes out as Excel and CSV, as it is filtered, to those who see it and with their rows alone.</summary>
public sealed class ListExportTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("canbo@xahuongson", "/hoat-dong?nam=2026&tim=doi+thoai", "hoat-dong-2026")]
    [InlineData("canbo@xahuongson", "/van-ban-can-cu?nam=2026&xep=Subject", "van-ban-can-cu-2026")]
    [InlineData("canbo@xahuongson", "/ton-tai-han-che?nam=2026", "ton-tai-han-che-2026")]
    [InlineData("canbo@xahuongson", "/phuong-huong-nhiem-vu?nam=2026&loai=Task", "phuong-huong-nhiem-vu-2026")]
    [InlineData("canbo@xahuongson", "/bao-cao", "bao-cao")]
    [InlineData("quantri@xahuongson", "/quan-tri/nguoi-dung?trang-thai=tat-ca", "nguoi-dung")]
    [InlineData("canbo@xahuongson", "/danh-muc?loai=Channel&xep=Name", "danh-muc")]
    [InlineData("hethong@cchc", "/danh-muc?tim=luot", "danh-muc")]
    [InlineData("sonoivu@hatinh", "/tiep-nhan", "tiep-nhan")]
    public async Task List_WithAFilter_GoesOutAsItIsShown(string userName, string url, string fileName)
    {
        using var person = await portal.SignInAsync(userName);
        var list = await person.PageAsync(url);

        string LinkTo(string format) => list.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Single(href => href.Split('?')[0].EndsWith($"/{format}", StringComparison.Ordinal));
        var csv = await ListChecks.CsvAsync(person, LinkTo("csv"), $"{fileName}.csv");
        var excel = await ListChecks.ExcelAsync(person, LinkTo("excel"), $"{fileName}.xlsx");

        Assert.NotEmpty(csv);
        Assert.Equal(list.QuerySelectorAll("main tbody tr").Length, csv.Count);
        Assert.Equal(csv.Count, excel.Count);
    }

    [Fact]
    public async Task Activities_AsAWorkbook_KeepDaysAndFigures()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var count = await portal.ReadAsync(db => db.PropagandaActivities.CountAsync(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation));

        var rows = await ListChecks.ExcelAsync(staff, "/hoat-dong/excel?nam=2026", "hoat-dong-2026.xlsx");

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal(2026, DateTime.FromOADate(double.Parse(row[0].InnerText, CultureInfo.InvariantCulture)).AddDays(17).Year));
        var figures = rows.SelectMany(row => row).Where(cell => cell.CellReference!.Value!.StartsWith('I')).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, cell => Assert.True(cell.DataType is null && decimal.TryParse(cell.InnerText, NumberStyles.Number, CultureInfo.InvariantCulture, out _), cell.InnerText));
    }

    [Fact]
    public async Task Plan_AsAWorkbook_KeepsProgressAsNumbers()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var line = (await ListChecks.ExcelAsync(staff, "/ke-hoach/2026/excel", "ke-hoach-2026.xlsx"))
            .First(row => row.Any(cell => cell.InnerText == "Tin, bài trên Trang thông tin điện tử xã"));

        string At(string column) => line.Single(cell => cell.CellReference!.Value!.StartsWith(column, StringComparison.Ordinal)).InnerText;
        Assert.Equal(("48 tin, bài", "45", "93.8"), (At("E"), At("F"), At("G")));
    }

    [Theory]
    [InlineData("quantri@xahuongson", "/hoat-dong")]
    [InlineData("quantri@xahuongson", "/ke-hoach/2026")]
    [InlineData("quantri@xahuongson", "/bao-cao")]
    [InlineData("canbo@xahuongson", "/quan-tri/nguoi-dung")]
    [InlineData("canbo@xahuongson", "/tiep-nhan")]
    [InlineData("sonoivu@hatinh", "/danh-muc")]
    public async Task Export_WithoutPermission_IsForbidden(string userName, string url)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{url}/excel")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{url}/csv")).StatusCode);
    }

    [Fact]
    public async Task Export_OfAnotherAgency_HoldsNothingOfThisOne()
    {
        using var other = await portal.SignInAsync("canbo@sontrung");
        using var otherAdministrator = await portal.SignInAsync("quantri@sontrung");

        Assert.Empty(await ListChecks.CsvAsync(other, "/hoat-dong/csv?nam=2026", "hoat-dong-2026.csv"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/ke-hoach/2026/csv")).StatusCode);
        Assert.DoesNotContain(
            await ListChecks.CsvAsync(otherAdministrator, "/quan-tri/nguoi-dung/csv", "nguoi-dung.csv"),
            row => row.Any(cell => cell.EndsWith("@xahuongson", StringComparison.Ordinal)));
    }
}
