using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>
/// The signing program of a computer with a token, as public integrations of VGCA Sign Service show it: a WebSocket with a path for each function takes JSON, the file is
/// fetched from <c>FileName</c>, signed, brought to <c>FileUploadHandler</c> as the form field "uploadfile", and <c>Status</c> 0 says that it was taken.
/// It has none of the browser's cookies.
/// </summary>
public sealed class SigningPlugin : IAsyncDisposable
{
    private readonly TestSignatures tokens;
    private readonly WebApplication app;
    private readonly HttpClient portal = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly CancellationTokenSource stop = new();

    private SigningPlugin(TestSignatures tokens)
    {
        this.tokens = tokens;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.UseWebSockets();
        app.Map("/SignApproved", (HttpContext context) => ServeAsync(context, SignatureRole.Person));
        app.Map("/SignIssued", (HttpContext context) => ServeAsync(context, SignatureRole.Organisation));
    }

    /// <summary>Another token in the computer than the one expected.</summary>
    public X509Certificate2? Token { get; set; }

    /// <summary>What is done to the signed file before it goes back.</summary>
    public Func<byte[], byte[]> Spoil { get; set; } = file => file;

    /// <summary>What it says instead of signing.</summary>
    public (int Status, string Message)? Refusal { get; set; }

    /// <summary>Its window stands open and nobody signs.</summary>
    public bool IsLeftOpen { get; set; }

    /// <summary>What it was told.</summary>
    public ConcurrentQueue<JsonObject> Told { get; } = new();

    /// <summary>Where it listens.</summary>
    public string Address => $"{app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal)}/";

    public static async Task<SigningPlugin> StartAsync(TestSignatures tokens)
    {
        var plugin = new SigningPlugin(tokens);
        await plugin.app.StartAsync();
        return plugin;
    }

    /// <summary>Tells it something as a page does, and waits for the answer.</summary>
    public async Task<JsonObject> AskAsync(string function, JsonObject parameters)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(Address + function), cancellation);
        await socket.SendAsync(Encoding.UTF8.GetBytes(parameters.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        var answer = await ReceiveAsync(socket, cancellation);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        return answer!;
    }

    /// <summary>Brings a file to an upload address.</summary>
    public Task<HttpResponseMessage> BringAsync(string address, byte[] file)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "uploadfile", "bao-cao.signed.pdf" } };
        return portal.PostAsync(new Uri(address), form, stop.Token);
    }

    /// <summary>Fetches a file.</summary>
    public Task<HttpResponseMessage> FetchAsync(string address) => portal.GetAsync(new Uri(address), stop.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await app.DisposeAsync();
        portal.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync(HttpContext context, SignatureRole role)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        try
        {
            if (await ReceiveAsync(socket, stop.Token) is not { } parameters)
            {
                return;
            }

            Told.Enqueue(parameters);
            if (!IsLeftOpen)
            {
                var answer = Refusal is { } refusal ? Answer(refusal.Status, refusal.Message) : await SignAsync(parameters, role);
                await socket.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), WebSocketMessageType.Text, true, stop.Token);
            }

            // The page hangs up.
            await ReceiveAsync(socket, stop.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The page or the test is gone.
        }
    }

    private async Task<JsonObject> SignAsync(JsonObject parameters, SignatureRole role)
    {
        var file = await FetchAsync((string)parameters["FileName"]!);
        if (!file.IsSuccessStatusCode)
        {
            return Answer(1, "Không tải được tệp");
        }

        var certificate = Token ?? (role == SignatureRole.Person ? tokens.Person : tokens.Organisation);
        var signed = await TestSignatures.SignAsync(await file.Content.ReadAsByteArrayAsync(stop.Token), role, certificate);
        var taken = await BringAsync((string)parameters["FileUploadHandler"]!, Spoil(signed));
        if (!taken.IsSuccessStatusCode)
        {
            return Answer(2, "Không gửi được tệp");
        }

        var said = JsonNode.Parse(await taken.Content.ReadAsStringAsync(stop.Token))!;
        var answer = Answer((bool)said["Status"]! ? 0 : 3, (string)said["Message"]!);
        answer["FileName"] = (string)said["FileName"]!;
        answer["FileServer"] = (string)said["FileServer"]!;
        return answer;
    }

    private static JsonObject Answer(int status, string message) => new() { ["Status"] = status, ["Message"] = message };

    private static async Task<JsonObject?> ReceiveAsync(WebSocket socket, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(text.ToArray())!.AsObject();
            }
        }
    }
}
