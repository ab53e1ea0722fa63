using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Commands;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Commands;

/// <summary>Backups of a portal that is running, restored into empty folders and compared with what it holds.</summary>
public sealed class BackupCommandTests(Portal portal) : IClassFixture<Portal>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-backup-");

    private string Target => Path.Combine(folder.FullName, "restored");

    [Fact]
    public async Task Restore_OfBackup_HoldsEveryRowAndEveryByteAndSignsIn()
    {
        var backup = await BackUpAsync();

        var restored = await RestoreAsync(backup);

        Assert.True(restored.Code == 0, restored.Errors);
        Assert.Contains(Target, restored.Output, StringComparison.Ordinal);
        var live = new DataFolders(portal.DataDirectory);
        var copy = new DataFolders(Target);
        Assert.Equal(Tables(live.Database), Tables(copy.Database));
        foreach (var table in Tables(live.Database))
        {
            Assert.Equal(Rows(live.Database, table), Rows(copy.Database, table));
        }

        Assert.NotEmpty(Files(live));
        Assert.Equal(Files(live), Files(copy));
        foreach (var file in Files(live))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(live.Files, file)), File.ReadAllBytes(Path.Combine(copy.Files, file)));
        }

        var issuers = Directory.GetFiles(live.Trust).Select(path => (Path.GetFileName(path), File.ReadAllText(path))).Order().ToList();
        Assert.NotEmpty(issuers);
        Assert.Equal(issuers, Directory.GetFiles(copy.Trust).Select(path => (Path.GetFileName(path), File.ReadAllText(path))).Order());
        Assert.Contains("\"dataDirectory\"", await File.ReadAllTextAsync(Path.Combine(Target, "settings-of-backup.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using var second = Portal.On(new DirectoryInfo(Target));
        using var staff = await second.SignInAsync("canbo@xahuongson");
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/hoat-dong")).StatusCode);
    }

    [Fact]
    public async Task Backup_WhileAnotherConnectionWrites_IsOneMoment()
    {
        using var stop = new CancellationTokenSource();
        var live = new DataFolders(portal.DataDirectory);
        var written = 0;
        var writing = Task.Run(
            () =>
            {
                using var connection = new SqliteConnection($"Data Source={live.Database};Pooling=False");
                connection.Open();
                Execute(connection, "CREATE TABLE IF NOT EXISTS Pairs (Number INTEGER, Side TEXT)");
                while (!stop.IsCancellationRequested)
                {
                    Execute(connection, $"BEGIN; INSERT INTO Pairs VALUES ({written}, 'left'); INSERT INTO Pairs VALUES ({written}, 'right'); COMMIT");
                    Interlocked.Increment(ref written);
                }

                Execute(connection, "DROP TABLE Pairs");
            },
            TestContext.Current.CancellationToken);
        await WaitAsync(() => Volatile.Read(ref written) > 10);
        var before = Volatile.Read(ref written);

        var backup = await BackUpAsync();

        var after = Volatile.Read(ref written);
        await stop.CancelAsync();
        await writing;
        Assert.True(after > before, "Nothing was written meanwhile.");
        Assert.Equal(0, (await RestoreAsync(backup)).Code);
        var pairs = Rows(new DataFolders(Target).Database, "Pairs").ToList();
        Assert.InRange(pairs.Count, before * 2, after * 2);
        Assert.Equal(pairs.Count / 2, pairs.Select(row => row.Split('|')[0]).Distinct().Count());
        Assert.Equal(0, pairs.Count % 2);
    }

    [Fact]
    public async Task Backup_AsTyped_WritesWhereTheCallerStandsAndIsRemembered()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "backup", "typed.zip"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Cchc__DataDirectory"] = portal.DataDirectory, ["PWD"] = folder.FullName },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await errors);
        var path = Path.Combine(folder.FullName, "typed.zip");
        Assert.Contains(path, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var last = new BackupHistory(new DataFolders(portal.DataDirectory)).Last;
        Assert.Equal(path, last!.Path);
        Assert.Equal(new FileInfo(path).Length, last.Length);
        Assert.InRange(last.TakenUtc, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow);
        Assert.Equal(["typed.zip"], folder.EnumerateFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task Backup_Settings_AreAllThereButNoSecret()
    {
        var path = Path.Combine(folder.FullName, "settings.zip");
        var options = new PortalOptions
        {
            ConnectionString = "Server=.;Password=bi-mat",
            PublicAddress = "https://cchc.example",
            Mail = { Host = "mail.example", From = "cchc@mail.example", Password = "bi-mat" },
            Signing = { TimestampAddress = "http://tsa.example", TimestampHash = TimestampHash.Sha384 },
        };

        await RunAsync(BackupCommand.RunAsync, ["backup", path], options, portal.DataDirectory);

        await using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await zip.GetEntry("settings.json")!.OpenAsync(TestContext.Current.CancellationToken));
        var kept = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("bi-mat", kept, StringComparison.Ordinal);
        Assert.All(
            ["https://cchc.example", "mail.example", "cchc@mail.example", "http://tsa.example", "\"Sha384\"", "\"Sqlite\"", "wss://127.0.0.1:8987/"],
            value => Assert.Contains(value, kept, StringComparison.Ordinal));
        Assert.DoesNotContain("connectionString", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("signingPluginAddress", kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Backup_FileMissingOrChanged_SaysWhichAndEndsWithOne()
    {
        Assert.Equal(0, (await RestoreAsync(await BackUpAsync())).Code);
        var files = Files(new DataFolders(Target));
        var changed = Path.Combine(Target, "files", files[0]);
        await File.AppendAllTextAsync(changed, "x", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(Target, "files", files[1]));

        var (code, _, errors) = await RunAsync(BackupCommand.RunAsync, ["backup", Path.Combine(folder.FullName, "doubts.zip")], new PortalOptions(), Target);

        Assert.Equal(1, code);
        Assert.Contains(Path.GetFileName(files[0]), errors, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(files[1]), errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_Refused_SaysWhy()
    {
        var existing = Path.Combine(folder.FullName, "existing.zip");
        await File.WriteAllTextAsync(existing, "", TestContext.Current.CancellationToken);
        var sqlServer = new PortalOptions { Database = DatabaseProvider.SqlServer, ConnectionString = "Server=." };
        var to = Path.Combine(folder.FullName, "new.zip");

        Refused("không ghi đè", await RunAsync(BackupCommand.RunAsync, ["backup", existing], new PortalOptions(), portal.DataDirectory));
        Refused("Cách dùng: backup", await RunAsync(BackupCommand.RunAsync, ["backup"], new PortalOptions(), portal.DataDirectory));
        Refused("BACKUP DATABASE", await RunAsync(BackupCommand.RunAsync, ["backup", to], sqlServer, portal.DataDirectory));
        Refused("Không có cơ sở dữ liệu", await RunAsync(BackupCommand.RunAsync, ["backup", to], new PortalOptions(), Target));
        Refused(
            "Không sao lưu được",
            await RunAsync(BackupCommand.RunAsync, ["backup", Path.Combine(folder.FullName, "khong-co", "x.zip")], new PortalOptions(), portal.DataDirectory));
        Assert.Equal(["existing.zip"], folder.EnumerateFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task Backup_DamagedDatabase_IsRefused()
    {
        Assert.Equal(0, (await RestoreAsync(await BackUpAsync())).Code);
        await using (var file = File.OpenWrite(new DataFolders(Target).Database))
        {
            file.Position = 100_000;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 60_000).ToArray(), TestContext.Current.CancellationToken);
        }

        var path = Path.Combine(folder.FullName, "damaged.zip");
        var (code, output, _) = await RunAsync(BackupCommand.RunAsync, ["backup", path], new PortalOptions(), Target);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Restore_Refused_SaysWhyAndTouchesNothing()
    {
        var backup = await BackUpAsync();
        var sqlServer = new PortalOptions { Database = DatabaseProvider.SqlServer, ConnectionString = "Server=." };

        Refused("Không có tệp sao lưu", await RestoreAsync(Path.Combine(folder.FullName, "khong-co.zip")));
        Refused("Cách dùng: restore", await RunAsync(RestoreCommand.RunAsync, ["restore"], new PortalOptions(), Target));
        Refused("RESTORE DATABASE", await RunAsync(RestoreCommand.RunAsync, ["restore", backup], sqlServer, Target));
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "quan-trong.txt"), "của người khác", TestContext.Current.CancellationToken);
        Refused("không trống", await RestoreAsync(backup));
        Assert.Equal(["quan-trong.txt"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("not a zip")]
    [InlineData("byte of a file")]
    [InlineData("byte of the database")]
    [InlineData("entry too many")]
    [InlineData("entry missing")]
    [InlineData("no manifest")]
    [InlineData("path out of the folder")]
    [InlineData("newer")]
    public async Task Restore_TamperedBackup_IsRefusedAndPutsNothingInPlace(string how)
    {
        var backup = await BackUpAsync();
        await TamperAsync(backup, how);

        var result = await RestoreAsync(backup);

        Refused(how == "newer" ? "phiên bản chương trình mới hơn" : "không phải bản sao lưu nguyên vẹn", result);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Target));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "evil.txt")));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task<string> BackUpAsync()
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.zip");
        var (code, _, errors) = await RunAsync(BackupCommand.RunAsync, ["backup", path], new PortalOptions(), portal.DataDirectory);
        Assert.True(code == 0, errors);
        return path;
    }

    private Task<(int Code, string Output, string Errors)> RestoreAsync(string backup) =>
        RunAsync(RestoreCommand.RunAsync, ["restore", backup], new PortalOptions(), Target);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        Func<string[], PortalOptions, DataFolders, TextWriter, TextWriter, Task<int>> command, string[] arguments, PortalOptions options, string directory)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await command(arguments, options, new DataFolders(directory), output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static void Refused(string says, (int Code, string Output, string Errors) result)
    {
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
    }

    private static async Task TamperAsync(string backup, string how)
    {
        switch (how)
        {
            case "truncated":
                await using (var file = File.OpenWrite(backup))
                {
                    file.SetLength(file.Length / 2);
                }

                return;
            case "not a zip":
                await File.WriteAllTextAsync(backup, "không phải tệp nén", TestContext.Current.CancellationToken);
                return;
        }

        await using var zip = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update, TestContext.Current.CancellationToken);
        switch (how)
        {
            case "byte of a file":
                await ReplaceAsync(zip, zip.Entries.First(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)), bytes => bytes[^1] ^= 1);
                break;
            case "byte of the database":
                await ReplaceAsync(zip, zip.GetEntry("cchc.db")!, bytes => bytes[^1] ^= 1);
                break;
            case "entry too many":
                zip.CreateEntry("files/them.txt");
                break;
            case "entry missing":
                zip.Entries.First(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)).Delete();
                break;
            case "no manifest":
                zip.GetEntry("manifest.json")!.Delete();
                break;
            case "path out of the folder":
                await ReplaceManifestAsync(zip, manifest => manifest.Replace("\"settings.json\"", "\"../evil.txt\"", StringComparison.Ordinal));
                zip.GetEntry("settings.json")!.Delete();
                zip.CreateEntry("../evil.txt");
                break;
            case "newer":
                await ReplaceManifestAsync(zip, manifest => manifest.Replace("\"migrations\": [", "\"migrations\": [ \"29990101000000_Later\",", StringComparison.Ordinal));
                break;
        }
    }

    private static Task ReplaceManifestAsync(ZipArchive zip, Func<string, string> change) => ReplaceAsync(
        zip, zip.GetEntry("manifest.json")!, bytes => System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(bytes))));

    private static Task ReplaceAsync(ZipArchive zip, ZipArchiveEntry entry, Action<byte[]> change) => ReplaceAsync(
        zip,
        entry,
        bytes =>
        {
            change(bytes);
            return bytes;
        });

    private static async Task ReplaceAsync(ZipArchive zip, ZipArchiveEntry entry, Func<byte[], byte[]> change)
    {
        using var memory = new MemoryStream();
        await using (var content = await entry.OpenAsync(TestContext.Current.CancellationToken))
        {
            await content.CopyToAsync(memory, TestContext.Current.CancellationToken);
        }

        var name = entry.FullName;
        entry.Delete();
        await using var target = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
        await target.WriteAsync(change(memory.ToArray()), TestContext.Current.CancellationToken);
    }

    private static List<string> Files(DataFolders folders) => Directory.EnumerateFiles(folders.Files, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folders.Files, file)).Order(StringComparer.Ordinal).ToList();

    private static List<string> Tables(string database) =>
        Query(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToList();

    private static List<string> Rows(string database, string table) => Query(database, $"SELECT * FROM \"{table}\" ORDER BY rowid").ToList();

    private static List<string> Query(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
        }

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
