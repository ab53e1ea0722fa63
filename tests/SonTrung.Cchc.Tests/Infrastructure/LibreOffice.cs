using System.Diagnostics;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>LibreOffice, where it happens to be: too large to be asked for.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = ExternalTool.Find("soffice");

    /// <summary>Whether Word files can be opened.</summary>
    public static bool IsInstalled => Has("libswlo.so");

    /// <summary>Whether tables can be opened.</summary>
    public static bool HasCalc => Has("libsclo.so");

    /// <summary>What a skipped test says.</summary>
    public static string WhyNot => "LibreOffice is not installed: sudo apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc fonts-liberation";

    private static bool Has(string part) => Program is not null
        && (!OperatingSystem.IsLinux() || File.Exists(Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(Program, returnFinalTarget: true)?.FullName ?? Program)!, part)));

    /// <summary>Converts Word files, all in one run.</summary>
    /// <param name="files">The files by names of the test's own.</param>
    public static IReadOnlyDictionary<string, byte[]> ToPdf(IReadOnlyDictionary<string, byte[]> files) => Convert(files, "docx", "pdf");

    /// <summary>Opens a table and saves it as a workbook.</summary>
    /// <param name="file">The table.</param>
    /// <param name="ending">What it is; text is UTF-8 with semicolons, read as in Việt Nam.</param>
    public static byte[] ToXlsx(byte[] file, string ending = "csv") => Convert(
        new Dictionary<string, byte[]> { ["table"] = file }, ending, "xlsx", ending == "csv" ? ["--infilter=CSV:59,34,76,1,,1066"] : [])["table"];

    private static Dictionary<string, byte[]> Convert(IReadOnlyDictionary<string, byte[]> files, string from, string to, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-office-").FullName;
        try
        {
            var paths = files.Select((row, i) => (row.Key, row.Value, Path: Path.Combine(folder, $"{i}.{from}"))).ToList();
            paths.ForEach(row => File.WriteAllBytes(row.Path, row.Value));
            var output = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
            // A profile of its own: two runs of LibreOffice would wait for one another.
            var start = new ProcessStartInfo(Program!,
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless", .. options, "--convert-to", to, "--outdir", output,
                .. paths.Select(row => row.Path),
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
            return paths.ToDictionary(row => row.Key, row => File.ReadAllBytes(Path.Combine(output, Path.ChangeExtension(Path.GetFileName(row.Path), to))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
