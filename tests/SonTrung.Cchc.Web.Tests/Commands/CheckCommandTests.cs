using System.Diagnostics;

namespace SonTrung.Cchc.Web.Tests.Commands;

/// <summary>The command as it is typed, in a process of its own; no database is made.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-check-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Check_TextWithAnError_TellsItsPlaceAndEndsWithOne()
    {
        await WriteAsync("BÁO CÁO\nKết quả năm 2026\n\nHội nghị ngày 31/02/2026 có 80 người.\n");

        var (code, output, errors) = await RunAsync("bao-cao.txt");

        Assert.True(code == 1, errors);
        Assert.Contains(output.Split('\n'), line => line.StartsWith("bao-cao.txt:3: lỗi N-NGAY-KHONG-CO: ", StringComparison.Ordinal));
        Assert.Contains("1 lỗi", errors, StringComparison.Ordinal);
        Assert.Equal(["bao-cao.txt"], folder.GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public async Task Check_TextWithoutError_EndsWithZero()
    {
        await WriteAsync("Xã đã tổ chức hội nghị cho cán bộ, công chức.\n");

        Assert.Equal(0, (await RunAsync("bao-cao.txt")).Code);
    }

    [Theory]
    [InlineData("Cách dùng: check")]
    [InlineData("Không có tệp", "khong-co.txt")]
    [InlineData("Cách dùng: check", "a.txt", "b.txt")]
    public async Task Check_WrongInput_EndsWithTwoAndOneLine(string says, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(says, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "bao-cao.txt"), text, TestContext.Current.CancellationToken);

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "check", .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["PWD"] = folder.FullName },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
