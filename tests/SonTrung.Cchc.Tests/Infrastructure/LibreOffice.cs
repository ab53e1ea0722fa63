using System.Diagnostics;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>LibreOffice, where it happens to be: too large to be asked for.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = ExternalTool.Find("soffice");

    public static bool IsInstalled => Program is not null;

    /// <summary>What a skipped test says.</summary>
    public static string WhyNot => "LibreOffice is not installed: sudo apt-get install -y --no-install-recommends libreoffice-writer fonts-liberation";

    /// <summary>Converts Word files, all in one run.</summary>
    /// <param name="files">The files by names of the test's own.</param>
    public static IReadOnlyDictionary<string, byte[]> ToPdf(IReadOnlyDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-word-").FullName;
        try
        {
            var paths = files.Select((row, i) => (row.Key, row.Value, Path: Path.Combine(folder, $"{i}.docx"))).ToList();
            paths.ForEach(row => File.WriteAllBytes(row.Path, row.Value));
            // A profile of its own: two runs of LibreOffice would wait for one another.
            var start = new ProcessStartInfo(Program!,
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless", "--convert-to", "pdf", "--outdir", folder,
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
            return paths.ToDictionary(row => row.Key, row => File.ReadAllBytes(Path.ChangeExtension(row.Path, ".pdf")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
