using System.Diagnostics;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>The text of a PDF as a reader that others wrote sees it.</summary>
public static class PdfText
{
    public static async Task<string> ReadAsync(string path)
    {
        using var reader = Process.Start(new ProcessStartInfo(ExternalTool.PathOf("pdftotext"), ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
        return reader.ExitCode == 0 ? text : throw new InvalidOperationException($"pdftotext: {reader.ExitCode}");
    }
}
