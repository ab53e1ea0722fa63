using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>A real SMTP server on a port of its own (RFC 5321), which keeps what it takes and refuses whom the test says.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public MailServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The recipients that it refuses, by the beginning of their address.</summary>
    public ConcurrentDictionary<string, int> Refused { get; } = new();

    /// <summary>What it took: to whom, and the message.</summary>
    public ConcurrentQueue<(string To, string Message)> Taken { get; } = new();

    /// <summary>All that was said to it.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            var to = "";
            try
            {
                await writer.WriteLineAsync("220 localhost");
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    Heard.Enqueue(line);
                    var verb = line.Split(' ')[0].ToUpperInvariant();
                    switch (verb)
                    {
                        case "EHLO" or "HELO":
                            await writer.WriteLineAsync("250-localhost");
                            await writer.WriteLineAsync("250 8BITMIME");
                            break;
                        case "RCPT":
                            to = line.Split('<', '>')[1];
                            var code = Refused.FirstOrDefault(row => to.StartsWith(row.Key, StringComparison.Ordinal)).Value;
                            await writer.WriteLineAsync(code == 0 ? "250 ok" : $"{code} no");
                            break;
                        case "DATA":
                            await writer.WriteLineAsync("354 go on");
                            Taken.Enqueue((to, await MessageAsync(reader)));
                            await writer.WriteLineAsync("250 ok");
                            break;
                        case "QUIT":
                            await writer.WriteLineAsync("221 bye");
                            return;
                        default:
                            await writer.WriteLineAsync("250 ok");
                            break;
                    }
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException)
            {
                // The other side went away.
            }
        }
    }

    private async Task<string> MessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.Append(line).Append('\n');
        }

        return message.ToString();
    }
}
