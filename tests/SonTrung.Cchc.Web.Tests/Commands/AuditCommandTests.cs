using Microsoft.Data.Sqlite;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Commands;
using SonTrung.Cchc.Web.Commands.Backups;
using SonTrung.Cchc.Web.Setup;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Commands;

public sealed class AuditCommandTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Verify_OfTheSamplePortal_IsWholeAndKnowsItsHead()
    {
        var (code, output, errors) = await RunAsync("verify");
        var head = output.Trim()[^64..];

        Assert.True(code == 0, output + errors);
        Assert.StartsWith("Nguyên vẹn: ", output, StringComparison.Ordinal);
        Assert.Equal((0, true), await ExpectAsync("vẫn còn trong nhật ký", "verify", "--head", head));
        Assert.Equal((1, true), await ExpectAsync("không còn trong nhật ký", "verify", "--head", new string('a', 64)));
    }

    [Fact]
    public async Task Verify_EntryChangedInTheFile_NamesItAndEndsWithOne()
    {
        await using (var connection = new SqliteConnection($"Data Source={new DataFolders(portal.DataDirectory).Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER AuditEntries_AppendOnly_UPDATE; UPDATE AuditEntries SET UserName = 'Người khác' WHERE Sequence = 7";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (code, output, _) = await RunAsync("verify");

        Assert.Equal(1, code);
        Assert.Contains("Mục số 7 đã bị sửa (", output, StringComparison.Ordinal);
        Assert.Contains("Người khác: Thêm ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("verify", "--head")]
    [InlineData("verify", "--head", "abc")]
    [InlineData("verify", "--all")]
    [InlineData("repair")]
    public async Task Verify_WrongInput_EndsWithTwoAndItsUsage(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("Cách dùng: audit verify", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_Anchor_IsTheHead()
    {
        var path = Path.Combine(portal.DataDirectory, "copy.db");
        using var copy = DatabaseCopy.Take(new DataFolders(portal.DataDirectory).Database, path);

        var anchor = copy.AuditHead()!;

        Assert.True(anchor.Count > 100);
        Assert.NotNull(AuditChain.Read(anchor.Hash));
    }

    private async Task<(int Code, bool Says)> ExpectAsync(string says, params string[] arguments)
    {
        var (code, output, _) = await RunAsync(arguments);
        return (code, output.Contains(says, StringComparison.Ordinal));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await AuditCommand.RunAsync(["audit", .. arguments], portal.Services, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
