using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Administration;

public sealed class AdministrationControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("quantri@xahuongson", "/")]
    [InlineData("quantri@xahuongson", "/quan-tri")]
    [InlineData("hethong@cchc", "/")]
    [InlineData("hethong@cchc", "/quan-tri")]
    public async Task Backup_AtEachAge_HasItsToneOnBothPages(string userName, string url)
    {
        using var admin = await portal.SignInAsync(userName);

        await ExpectAsync("status-waiting", "Chưa có");
        await RememberAsync(TimeSpan.FromHours(30));
        await ExpectAsync("status-good", "cách đây 1 ngày");
        await RememberAsync(TimeSpan.FromHours(1));
        await ExpectAsync("status-good", "trong 24 giờ qua");
        await RememberAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await ExpectAsync("status-waiting", "Quá 7 ngày");
        await RememberAsync(TimeSpan.FromHours(1), doubts: 2);
        await ExpectAsync("status-waiting", "2 tệp");

        async Task ExpectAsync(string tone, string says)
        {
            var tile = Tile(await admin.PageAsync(url), "Sao lưu gần nhất");
            Assert.NotNull(tile.QuerySelector($".{tone}"));
            Assert.Single(tile.QuerySelectorAll(".status"));
            Assert.Contains(says, tile.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Backup_Remembered_SaysWhenToAllAndWhereToTheSystemAdministratorAlone()
    {
        await RememberAsync(TimeSpan.FromHours(1));
        using var system = await portal.SignInAsync("hethong@cchc");
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var (ofSystem, ofAgency) = (Tile(await system.PageAsync("/quan-tri"), "Sao lưu"), Tile(await admin.PageAsync("/quan-tri"), "Sao lưu"));

        Assert.Matches(@"\d\d:\d\d \d\d/\d\d/\d\d\d\d", ofAgency.TextContent);
        Assert.Contains("/backup/cchc.zip", ofSystem.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/backup/cchc.zip", ofAgency.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfARunningPortal_MeasuresDatabaseFilesAndDisk()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        await portal.Services.GetRequiredService<FileStore>().SaveAsync([1, 2, 3], Cancellation);
        await RememberAsync(TimeSpan.FromHours(1));

        var tile = Tile(await system.PageAsync("/"), "Tình trạng hệ thống");

        Assert.NotNull(tile.QuerySelector(".status-good"));
        var facts = tile.QuerySelectorAll("dt").ToDictionary(name => name.TextContent, name => name.NextElementSibling!.TextContent.Trim());
        Assert.Matches(@"^trả lời sau \d+ ms, \d+,\d MB$", facts["Cơ sở dữ liệu"]);
        var stored = Directory.GetFiles(Path.Combine(portal.DataDirectory, "files"), "*", SearchOption.AllDirectories).Length;
        Assert.StartsWith($"{stored} tệp, ", facts["Tệp đính kèm"], StringComparison.Ordinal);
        Assert.Matches(@"^[\d.,]+ [MG]B$", facts["Ổ đĩa còn trống"]);
        Assert.StartsWith("không có từ ", facts["Lỗi"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quantri@xahuongson", "/")]
    [InlineData("hethong@cchc", "/quan-tri")]
    public async Task Health_WithoutABackup_HasSomethingToAttendTo(string userName, string url)
    {
        using var admin = await portal.SignInAsync(userName);

        var tile = Tile(await admin.PageAsync(url), "Tình trạng hệ thống");
        Assert.NotNull(tile.QuerySelector(".status-waiting"));
        Assert.Contains("Cần sao lưu", tile.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Không có gì cần xử lý", tile.TextContent, StringComparison.Ordinal);
        await RememberAsync(TimeSpan.FromDays(8));
        Assert.NotNull(Tile(await admin.PageAsync(url), "Tình trạng hệ thống").QuerySelector(".status-waiting"));
        await RememberAsync(TimeSpan.FromHours(1));
        Assert.Contains("Không có gì cần xử lý", Tile(await admin.PageAsync(url), "Tình trạng hệ thống").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_AfterAFailure_ShowsItsCodeToTheSystemAdministratorAlone()
    {
        portal.Services.GetRequiredService<FailureLog>().Add("ma-cua-loi");
        using var system = await portal.SignInAsync("hethong@cchc");
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var (ofSystem, ofAgency) = (Tile(await system.PageAsync("/"), "Tình trạng"), Tile(await admin.PageAsync("/"), "Tình trạng"));

        Assert.NotNull(ofSystem.QuerySelector(".status-waiting"));
        Assert.Contains("ma-cua-loi", ofSystem.TextContent, StringComparison.Ordinal);
        Assert.NotNull(ofAgency.QuerySelector(".status-waiting"));
        Assert.DoesNotContain("ma-cua-loi", ofAgency.TextContent, StringComparison.Ordinal);
        Assert.Empty(ofAgency.QuerySelectorAll("dl"));
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("chutich@xahuongson")]
    [InlineData("sonoivu@hatinh")]
    public async Task Health_OfWhoAdministersNothing_IsNotShown(string userName)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Empty((await person.PageAsync("/")).QuerySelectorAll(".tile h2"));
    }

    [Theory]
    [InlineData(2_000_000_000L, 100L, 100L, false)]
    [InlineData(1_000_000_000L, 100L, 100L, true)]
    [InlineData(3_000_000_000L, 2_000_000_000L, 2_000_000_000L, true)]
    [InlineData(null, 100L, 100L, false)]
    public void Disk_WithoutRoomForABackup_IsTight(long? free, long database, long files, bool isTight) =>
        Assert.Equal(isTight, new PortalHealth(TimeSpan.Zero, free, database, new StoredFiles(1, files)).IsDiskTight);

    [Fact]
    public async Task Users_LockedOut_AreCountedAndOneClickAway()
    {
        await portal.ReadAsync(async db =>
        {
            var user = await db.Users.SingleAsync(row => row.UserName == "canbo@xahuongson", Cancellation);
            user.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(10);
            return await db.SaveChangesAsync(Cancellation);
        });
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var link = Tile(await admin.PageAsync("/quan-tri"), "Người dùng").QuerySelectorAll("a")[1];

        Assert.Contains("1 người", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("canbo@xahuongson", (await admin.PageAsync(link.GetAttribute("href")!)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    private Task RememberAsync(TimeSpan age, int doubts = 0) => new BackupHistory(new DataFolders(portal.DataDirectory))
        .RememberAsync(new BackupRecord(DateTime.UtcNow - age, "/backup/cchc.zip", 5_000_000, 40, new string('0', 64), doubts));

    private static IElement Tile(IDocument page, string title) =>
        page.QuerySelectorAll(".tile").Single(tile => tile.QuerySelector("h2")!.TextContent.StartsWith(title, StringComparison.Ordinal));
}
