using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Features.FirstRun;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.FirstRun;

public sealed class FirstRunControllerTests : IAsyncDisposable
{
    private const string Password = "Mat-khau-2026";

    private readonly Portal portal = Portal.InProduction();

    private string Code => portal.Services.GetRequiredService<SetupCode>().Value!;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Index_Complete_MakesThePortalUsableAndCloses()
    {
        using var visitor = portal.Visit();

        var answer = await SetUpAsync(visitor);

        Assert.Equal("/dang-nhap", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/thiet-lap-ban-dau")).StatusCode);
        foreach (var userName in new[] { "hethong@xa", "quantri@xa", "sonoivu@tinh" })
        {
            using var session = portal.Visit();
            await session.SignInAsync(userName, Password);
        }

        var users = await portal.ReadAsync(db => db.Users.OrderBy(user => user.Id).Select(user => user.Duties).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Duties.SystemAdministrator, Duties.Administrator, Duties.SuperiorOfficer], users);
        Assert.NotEqual(0, await portal.ReadAsync(db => db.OutlineTemplates.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("Code", "SAI-MA", "Mã thiết lập không đúng.")]
    [InlineData("SystemPassword", "ngan", "Mật khẩu")]
    [InlineData("AgencyCode", "Xã Một", "Mã cơ quan chỉ gồm")]
    [InlineData("AdminUser", "hethong@xa", "ba tên đăng nhập khác nhau")]
    public async Task Index_WrongValue_SaysSoAndWritesNothing(string field, string value, string says)
    {
        using var visitor = portal.Visit();

        var answer = await SetUpAsync(visitor, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.Users.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await portal.ReadAsync(db => db.Agencies.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Production_HasNoSampleAccounts()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", "canbo@sontrung"), ("Password", Portal.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SetUpAsync(Session visitor, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("Code", Code), ("SystemUser", "hethong@xa"), ("SystemPassword", Password), ("AgencyName", "UBND xã Mới"),
            ("AgencyFullName", "Ủy ban nhân dân xã Mới"), ("AgencyCode", "xa-moi"), ("LetterheadLines", "ỦY BAN NHÂN DÂN\nXÃ MỚI"),
            ("PlaceName", "Mới"), ("SignerName", "Nguyễn Văn Mẫu"), ("AdminUser", "quantri@xa"), ("AdminPassword", Password),
            ("SuperiorName", "Sở Nội vụ tỉnh Mẫu"), ("SuperiorUser", "sonoivu@tinh"), ("SuperiorPassword", Password),
        ];
        var form = await visitor.PageAsync("/thiet-lap-ban-dau");
        return await visitor.SubmitAsync(
            form,
            "/thiet-lap-ban-dau",
            [.. usual.Where(value => changes.All(change => change.Name != value.Name)), .. changes]);
    }
}
