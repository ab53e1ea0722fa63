using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Setup;

public sealed class StartUpTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Healthz_WhileTheDatabaseAnswers_IsOk()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.GetAsync("/healthz");

        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Log_AfterSignInAndForm_HoldsNothingPersonal()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await staff.GetAsync("/hoat-dong?tim=Trần+Thị+Mẫu");

        var log = string.Concat(Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "logs")).Select(ReadShared));

        Assert.Contains("GET /hoat-dong 200", log, StringComparison.Ordinal);
        Assert.DoesNotContain("canbo@xahuongson", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Portal.Password, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần", log, StringComparison.Ordinal);
        Assert.DoesNotContain("tim=", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_AreKeptInTheDatabase()
    {
        using var visitor = portal.Visit();
        await visitor.PageAsync("/dang-nhap");

        Assert.NotEqual(0, await portal.ReadAsync(db => db.DataProtectionKeys.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
