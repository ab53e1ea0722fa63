using System.Diagnostics;
using System.Text;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>A command-line tool that others wrote, for reading back what the portal writes.</summary>
internal static class ExternalTool
{
    private static readonly Lock Installing = new();

    /// <summary>Runs a tool of a Debian package on a file and returns what it prints.</summary>
    /// <param name="package">The Debian package, installed when the tests may (root on Debian).</param>
    /// <param name="tool">The program.</param>
    /// <param name="input">The file's bytes, given to the program as the argument "{}".</param>
    /// <param name="arguments">Its arguments; "{}" stands for the file.</param>
    /// <exception cref="InvalidOperationException">The tool is missing, or failed; the message holds the line to type or what it said.</exception>
    public static string Run(string package, string tool, byte[] input, params string[] arguments)
    {
        Require(package, tool);
        var file = Path.Combine(Path.GetTempPath(), $"cchc-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, input);
        try
        {
            var (code, output, error) = Start(tool, [.. arguments.Select(argument => argument == "{}" ? file : argument)]);
            return code == 0
                ? output
                : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)} ended with {code}: {output}{error}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Makes sure that a tool is there: found, or installed when the tests may (root on Debian).</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="InvalidOperationException">It is not; the message holds the line to type.</exception>
    public static string Require(string package, string tool)
    {
        lock (Installing)
        {
            if (Find(tool) is { } found)
            {
                return found;
            }

            var line = $"sudo apt-get update && sudo apt-get install -y {package}";
            if (!OperatingSystem.IsLinux() || !File.Exists("/etc/debian_version") || Environment.UserName != "root")
            {
                throw new InvalidOperationException($"The tests need '{tool}'. Install it: {line}");
            }

            // A new machine has no list of packages yet; an old one may have a stale list.
            Start("apt-get", ["update"]);
            var (_, _, error) = Start("apt-get", ["install", "-y", "--no-install-recommends", package]);
            return Find(tool) ?? throw new InvalidOperationException($"'{tool}' could not be installed. Type: {line}\n{error}");
        }
    }

    /// <summary>Where a tool is; null when it is not installed.</summary>
    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, tool), Path.Combine(folder, tool + ".exe") })
        .FirstOrDefault(File.Exists);

    private static (int Code, string Output, string Error) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
