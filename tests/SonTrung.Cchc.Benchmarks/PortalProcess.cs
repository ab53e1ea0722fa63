using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>The built portal in a process of its own; ended when disposed.</summary>
internal sealed partial class PortalProcess : IDisposable
{
    private const string Password = "SonTrung#2026";

    private readonly Process process;
    private readonly Uri address;
    private readonly Dictionary<string, HttpClient> clients = [];

    private PortalProcess(Process process, Uri address)
    {
        this.process = process;
        this.address = address;
    }

    /// <summary>Used by the process since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            // .NET reads ticks of 10 ms, a page is less: Linux has a finer clock of each process (clock_getcpuclockid).
            if (OperatingSystem.IsLinux() && GetTime((~process.Id << 3) | 2, out var time) == 0)
            {
                return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
            }

            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<PortalProcess> StartAsync(string data, int port, bool loadSamples, string? published = null)
    {
        var address = new Uri($"http://localhost:{port}");
        var program = Path.Combine(published is null ? AppContext.BaseDirectory : Path.GetFullPath(published), "SonTrung.Cchc.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString().TrimEnd('/')])
        {
            WorkingDirectory = published is null ? ContentRoot() : Path.GetFullPath(published),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Cchc__DataDirectory"] = data,
                ["Cchc__LoadSamples"] = loadSamples ? "true" : "false",
                ["Serilog__MinimumLevel__Default"] = "Warning",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { } text && text.Contains("ERR", StringComparison.Ordinal) ? text + "\n" : "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var portal = new PortalProcess(process, address);
        await portal.WaitAsync();
        return portal;
    }

    /// <summary>A signed-in visitor, and the address that was asked for.</summary>
    public async Task<(HttpClient Client, string Url)> AsAsync(string user, Func<HttpClient, Task<string>> find)
    {
        if (!clients.TryGetValue(user, out var client))
        {
            clients[user] = client = await SignInAsync(user);
        }

        return (client, await find(client));
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task<HttpClient> SignInAsync(string user)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var token = Token().Match(await client.GetStringAsync("/dang-nhap")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["UserName"] = user, ["Password"] = Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync("/dang-nhap", form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/dang-nhap", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{user} could not sign in.")
            : client;
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient { BaseAddress = address };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(3) && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/dang-nhap");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        throw new InvalidOperationException("The portal did not start.");
    }

    /// <summary>The project's folder, where the static files are.</summary>
    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SonTrung.Cchc.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run from within the repository.");
        }

        return Path.Combine(folder.FullName, "src", "SonTrung.Cchc.Web");
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out ClockTime time);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();

    [StructLayout(LayoutKind.Sequential)]
    private struct ClockTime
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
