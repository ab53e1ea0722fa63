using System.Diagnostics;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Commands;

/// <summary>The command as it is typed: the real program in a process of its own, in one data folder for all tests.</summary>
public sealed class ReportCommandTests(ReportCommandTests.DataFolder data) : IClassFixture<ReportCommandTests.DataFolder>
{
    [Fact]
    public async Task Report_Of2023_WritesThePdfWhereTheCallerStands()
    {
        var (code, output, errors) = await RunAsync("--agency", "son-trung", "--year", "2023", "--output", "report.pdf");

        Assert.True(code == 0, errors);
        var path = Path.Combine(data.Caller, "report.pdf");
        Assert.Equal(path, output.Trim());
        var text = ExternalTool.Run("poppler-utils", "pdftotext", await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "-layout", "{}", "-");
        Assert.Contains("XÃ SƠN TRUNG", text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Tiến Thích", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Không có cơ quan “khong-co”", "--agency", "khong-co", "--year", "2023", "--output", "x.pdf")]
    [InlineData("chưa có báo cáo năm 1999", "--agency", "son-trung", "--year", "1999", "--output", "x.pdf")]
    [InlineData("phải là số năm", "--agency", "son-trung", "--year", "abc", "--output", "x.pdf")]
    [InlineData("Tùy chọn không có: --nam", "--agency", "son-trung", "--nam", "2023", "--output", "x.pdf")]
    [InlineData("Thiếu tùy chọn --output", "--agency", "son-trung", "--year", "2023")]
    [InlineData("Tùy chọn --output cần một giá trị", "--agency", "son-trung", "--year", "2023", "--output")]
    [InlineData("Không ghi được tệp", "--agency", "son-trung", "--year", "2023", "--output", "/khong-co/thu-muc/x.pdf")]
    public async Task Report_WrongInput_EndsWithTwoAndOneLine(string says, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(says, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "report", .. arguments])
        {
            WorkingDirectory = data.Caller,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Cchc__DataDirectory"] = data.Root,
                ["Cchc__LoadSamples"] = "true",
                ["PWD"] = data.Caller,
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>A data folder and a folder to type commands in.</summary>
    public sealed class DataFolder : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("cchc-command-");

        public string Root => Path.Combine(root.FullName, "data");

        public string Caller => Directory.CreateDirectory(Path.Combine(root.FullName, "caller")).FullName;

        public void Dispose() => root.Delete(recursive: true);
    }
}
