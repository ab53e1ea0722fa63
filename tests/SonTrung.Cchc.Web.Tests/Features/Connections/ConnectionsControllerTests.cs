using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Connections;

public sealed class ConnectionsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Home = "/quan-tri/he-thong-ket-noi";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsTheTokenOnceAndKeepsItsHashOnly()
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");

        var answer = await CreateAsync(administrator, ("Form.Name", "Hệ thống báo cáo tỉnh"), ("Form.Scopes", "Reports"), ("Form.Scopes", "Activities"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await administrator.PageAsync(Home);
        var token = page.QuerySelector(".api-token")!.TextContent;
        Assert.StartsWith("cchc_", token, StringComparison.Ordinal);
        Assert.Null((await administrator.PageAsync(Home)).QuerySelector(".api-token"));
        var row = await portal.ReadAsync(db => db.SystemTokens.SingleAsync(row => row.Name == "Hệ thống báo cáo tỉnh", Cancellation));
        Assert.Equal((ApiScopes.Reports | ApiScopes.Activities, token[^4..]), (row.Scopes, row.TokenEnd));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token))), row.TokenHash);
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(SystemToken) && entry.EntityId == $"{row.Id}" && entry.Action == AuditAction.Added, Cancellation));
        Assert.DoesNotContain(row.TokenHash, audit.After, StringComparison.Ordinal);
        using var system = portal.Visit();
        Assert.Equal(HttpStatusCode.OK, (await system.SendAsync(HttpMethod.Get, "/api/v1/activities", null, ("Authorization", $"Bearer {token}"))).StatusCode);
        Assert.Contains("Đang dùng được", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_Token_EndsItAtOnce()
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        await CreateAsync(administrator, ("Form.Name", "Sẽ thu hồi"), ("Form.Scopes", "Catalogues"));
        var page = await administrator.PageAsync(Home);
        var token = page.QuerySelector(".api-token")!.TextContent;
        var id = await portal.ReadAsync(db => db.SystemTokens.Where(row => row.Name == "Sẽ thu hồi").Select(row => row.Id).SingleAsync(Cancellation));
        using var system = portal.Visit();
        Assert.Equal(HttpStatusCode.OK, (await system.SendAsync(HttpMethod.Get, "/api/v1/catalogues", null, ("Authorization", $"Bearer {token}"))).StatusCode);

        await administrator.SubmitAsync(page, $"/{id}/thu-hoi");

        Assert.Equal(HttpStatusCode.Unauthorized, (await system.SendAsync(HttpMethod.Get, "/api/v1/catalogues", null, ("Authorization", $"Bearer {token}"))).StatusCode);
        var listed = (await administrator.PageAsync(Home)).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Sẽ thu hồi", StringComparison.Ordinal));
        Assert.Contains("Đã thu hồi", listed.TextContent, StringComparison.Ordinal);
        Assert.Null(listed.QuerySelector("form"));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.EntityId == $"{id}" && entry.After!.Contains("RevokedUtc"), Cancellation)));
    }

    [Theory]
    [InlineData("Form.Name", "")]
    [InlineData("Form.Scopes", "")]
    [InlineData("Form.Scopes", "Mọi thứ")]
    [InlineData("Form.ExpiresOn", "")]
    [InlineData("Form.ExpiresOn", "01/01/2020")]
    [InlineData("Form.ExpiresOn", "01/01/2199")]
    public async Task Create_WrongValue_SaysSo(string field, string value)
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");

        var answer = await CreateAsync(administrator, [.. new (string Name, string Value)[] { ("Form.Name", "Thử sai"), ("Form.Scopes", "Reports") }.Where(given => given.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
        Assert.False(await portal.ReadAsync(db => db.SystemTokens.AnyAsync(row => row.Name == "Thử sai", Cancellation)));
    }

    [Fact]
    public async Task Create_NameOfAValidToken_IsRefusedUntilThatIsRevoked()
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        await CreateAsync(administrator, ("Form.Name", "Một hệ thống"), ("Form.Scopes", "Reports"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CreateAsync(administrator, ("Form.Name", "MOT he thong"), ("Form.Scopes", "Reports"))).StatusCode);
        var id = await portal.ReadAsync(db => db.SystemTokens.Where(row => row.Name == "Một hệ thống").Select(row => row.Id).SingleAsync(Cancellation));
        await administrator.PostAsync($"{Home}/{id}/thu-hoi");
        Assert.Equal(HttpStatusCode.Redirect, (await CreateAsync(administrator, ("Form.Name", "Một hệ thống"), ("Form.Scopes", "Reports"))).StatusCode);
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneTokenAndShowsItOnce()
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        var form = await administrator.PageAsync($"{Home}/them");
        await administrator.SubmitAsync(form, "/them", ("Form.Name", "Gửi hai lần"), ("Form.Scopes", "Reports"));
        Assert.NotNull((await administrator.PageAsync(Home)).QuerySelector(".api-token"));

        await administrator.SubmitAsync(form, "/them", ("Form.Name", "Gửi hai lần"), ("Form.Scopes", "Reports"));

        var page = await administrator.PageAsync(Home);
        Assert.Null(page.QuerySelector(".api-token"));
        Assert.Contains("mã chỉ hiện một lần", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.SystemTokens.CountAsync(row => row.Name == "Gửi hai lần", Cancellation)));
    }

    [Fact]
    public async Task Pages_OfOthers_StayShut()
    {
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        await CreateAsync(administrator, ("Form.Name", "Của Hương Sơn"), ("Form.Scopes", "Reports"));
        var id = await portal.ReadAsync(db => db.SystemTokens.Where(row => row.Name == "Của Hương Sơn").Select(row => row.Id).SingleAsync(Cancellation));
        using var other = await portal.SignInAsync("quantri@sontrung");
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.DoesNotContain("Của Hương Sơn", (await other.PageAsync(Home)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{Home}/{id}/thu-hoi")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Home)).StatusCode);
        Assert.True(await portal.ReadAsync(db => db.SystemTokens.AnyAsync(row => row.Id == id && row.RevokedUtc == null, Cancellation)));
    }

    private static async Task<HttpResponseMessage> CreateAsync(Session session, params (string, string)[] values) =>
        await session.SubmitAsync(await session.PageAsync($"{Home}/them"), "/them", values);
}
