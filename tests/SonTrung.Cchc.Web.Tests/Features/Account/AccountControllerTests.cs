using System.Net;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Account;

public sealed class AccountControllerTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("canbo@sontrung", "Sai-mat-khau-1")]
    [InlineData("khong.co@sontrung", "Sai-mat-khau-1")]
    public async Task SignIn_WrongOrUnknown_SoundsAlike(string userName, string password)
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", userName), ("Password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa.", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Mật khẩu phải gõ lại.", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongTries_LocksEvenTheRightPassword()
    {
        using var visitor = portal.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", "quantri@sontrung"), ("Password", "Sai-mat-khau-1"));
        }

        var answer = await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", "quantri@sontrung"), ("Password", Portal.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com")]
    public async Task SignIn_ReturnAddressOutside_StaysInside(string address)
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(
            await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", "canbo@sontrung"), ("Password", Portal.Password), ("ReturnUrl", address));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignOut_AfterSignIn_ClosesThePages()
    {
        using var clerk = await portal.SignInAsync("canbo@sontrung");

        await clerk.SubmitAsync(await clerk.PageAsync("/"), "/dang-xuat");

        Assert.Equal(HttpStatusCode.Redirect, (await clerk.GetAsync("/hoat-dong")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WhenSignedIn_GoesOn()
    {
        using var clerk = await portal.SignInAsync("canbo@sontrung");

        Assert.Equal("/", (await clerk.GetAsync("/dang-nhap")).Headers.Location!.OriginalString);
    }
}
