using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Errors;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private ShellHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ShellHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(400, "Không đọc được yêu cầu")]
    [InlineData(403, "Không có quyền làm việc này")]
    [InlineData(404, "Không tìm thấy trang")]
    [InlineData(409, "Việc này không còn làm được")]
    [InlineData(429, "Thao tác quá nhanh")]
    [InlineData(500, "Có lỗi xảy ra")]
    public async Task Get_FailingPage_SaysInVietnameseWhatToDo(int status, string title)
    {
        var response = await SendAsync(HttpMethod.Get, $"/thu/status?ma={status}");
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancellation), Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")?.TextContent);
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Contains("Hãy", page.QuerySelector("h1 + p")?.TextContent ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task Get_Exception_ShowsTheCorrelationIdAndNothingElse()
    {
        var response = await SendAsync(HttpMethod.Get, "/thu/fail");
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(Assert.Single(response.Headers.GetValues("X-Correlation-Id")), html, StringComparison.Ordinal);
        Assert.DoesNotContain("mật khẩu", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Exception_IsCountedWithItsCode_AndARefusalIsNot()
    {
        var failures = _host.Services.GetRequiredService<FailureLog>();
        await SendAsync(HttpMethod.Get, "/thu/status?ma=404");
        await SendAsync(HttpMethod.Get, "/thu/fail");
        var response = await SendAsync(HttpMethod.Get, "/thu/fail");

        Assert.Equal(2, failures.Count);
        Assert.Equal(Assert.Single(response.Headers.GetValues("X-Correlation-Id")), failures.Last!.Code);
    }

    [Fact]
    public async Task Head_Exception_AnswersWithoutBody()
    {
        var response = await SendAsync(HttpMethod.Head, "/thu/fail");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Get_CorrelationIdOfTheClient_IsNotTrusted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/loi");
        request.Headers.Add("X-Correlation-Id", "mine");

        var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(response.Headers.GetValues("X-Correlation-Id")));
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_SaysThatTheSessionExpired()
    {
        var response = await SendAsync(HttpMethod.Post, "/thu/save");
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Phiên làm việc đã hết hạn", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TooLarge_SaysSo()
    {
        using var content = new StringContent("");
        content.Headers.ContentLength = 30_000_001;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/thu/save") { Content = content };

        var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("quá lớn", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text=a%00b")]
    [InlineData("Text=%C3%28%00")]
    public async Task Post_NullCharacter_IsABadRequestAndNoCrash(string body)
    {
        using var content = new StringContent(body, null, "application/x-www-form-urlencoded");

        var response = await _host.Client.PostAsync("/thu/bind", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Không đọc được yêu cầu", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await _host.Client.SendAsync(request, Cancellation);
    }
}
