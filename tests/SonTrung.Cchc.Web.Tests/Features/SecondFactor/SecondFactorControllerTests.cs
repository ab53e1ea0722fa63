using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.SecondFactor;

/// <summary>Xác thực hai bước: turned on with an app, asked for at the door, turned off again.</summary>
public sealed class SecondFactorControllerTests : IAsyncDisposable
{
    private const string Page = "/tai-khoan/xac-thuc-hai-buoc";
    private const string User = "chutich@xahuongson";
    private readonly SetClock clock = new(DateTimeOffset.UtcNow);
    private readonly Portal portal;

    public SecondFactorControllerTests() => portal = Portal.At(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task TurnOn_ThenSignIn_AsksForTheCode_Once()
    {
        using var owner = await portal.SignInAsync(User);
        var (key, codes) = await TurnOnAsync(owner);
        Assert.Equal(RecoveryCodes.Count, codes.Count);
        var page = await owner.PageAsync(Page);
        Assert.Empty(page.QuerySelectorAll(".recovery-codes li"));
        Assert.Contains("Còn 10 mã dự phòng.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        clock.Now = clock.Now.AddSeconds(60);
        using var visitor = portal.Visit();
        var step = await FirstStepAsync(visitor, "/hoat-dong");
        Assert.Equal("/dang-nhap/ma-xac-nhan?quay-lai=%2Fhoat-dong", step.Headers.Location!.OriginalString);
        Assert.Contains("/dang-nhap", (await visitor.GetAsync("/bao-cao")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var code = AuthenticatorCode.Of(key, clock.Now);
        var entered = await SecondStepAsync(visitor, code, "/hoat-dong");
        Assert.Equal("/hoat-dong", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/bao-cao")).StatusCode);

        // Who looked over the shoulder has nothing of it, and nothing is remembered.
        using var other = portal.Visit();
        Assert.Equal(HttpStatusCode.Redirect, (await FirstStepAsync(other)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecondStepAsync(other, code)).StatusCode);
        await visitor.SubmitAsync(await visitor.PageAsync("/"), "/dang-xuat");
        Assert.Contains("/dang-nhap/ma-xac-nhan", (await FirstStepAsync(visitor)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithARecoveryCode_OpensOnce()
    {
        using var owner = await portal.SignInAsync(User);
        var (_, codes) = await TurnOnAsync(owner);
        using var visitor = portal.Visit();
        await FirstStepAsync(visitor);

        Assert.Equal(HttpStatusCode.Redirect, (await SecondStepAsync(visitor, codes[3].ToLowerInvariant())).StatusCode);

        using var other = portal.Visit();
        await FirstStepAsync(other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecondStepAsync(other, codes[3])).StatusCode);
        Assert.Contains("Còn 9 mã dự phòng.", (await visitor.PageAsync(Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("2222-2222-2222-2222")]
    public async Task SignIn_WrongCodes_LockTheAccount(string wrong)
    {
        using var owner = await portal.SignInAsync(User);
        var (key, codes) = await TurnOnAsync(owner);
        clock.Now = clock.Now.AddSeconds(60);
        using var visitor = portal.Visit();
        await FirstStepAsync(visitor);
        for (var i = 0; i < 5; i++)
        {
            var answer = await SecondStepAsync(visitor, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal("", (await Session.ParseAsync(answer)).QuerySelector("#Code")!.GetAttribute("value") ?? "");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecondStepAsync(visitor, AuthenticatorCode.Of(key, clock.Now))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecondStepAsync(visitor, codes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FirstStepAsync(visitor)).StatusCode);
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_LeadsToTheFirst()
    {
        using var visitor = portal.Visit();

        Assert.Equal("/dang-nhap", (await visitor.GetAsync("/dang-nhap/ma-xac-nhan")).Headers.Location!.OriginalString);
        Assert.Equal("/dang-nhap", (await visitor.PostAsync("/dang-nhap/ma-xac-nhan", ("Code", "123456"))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Begin_WrongPassword_OrConfirm_WrongCode_ChangesNothing()
    {
        using var owner = await portal.SignInAsync(User);

        var wrong = await owner.SubmitAsync(await owner.PageAsync(Page), "/bat-dau", ("Password", "Sai-mat-khau-1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Mật khẩu không đúng.", (await Session.ParseAsync(wrong)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await owner.SubmitAsync(await owner.PageAsync(Page), "/bat-dau", ("Password", Portal.Password));
        var code = await owner.SubmitAsync(await owner.PageAsync(Page), "/xac-nhan", ("Code", "000000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, code.StatusCode);
        Assert.NotNull((await Session.ParseAsync(code)).QuerySelector("svg.second-factor-code"));
        Assert.False(await IsOnAsync());
        using var visitor = await portal.SignInAsync(User);
        Assert.Null((await visitor.PageAsync(Page)).QuerySelector("svg.second-factor-code"));
    }

    [Fact]
    public async Task TurnOff_NeedsThePassword_AndForgetsEverything()
    {
        using var owner = await portal.SignInAsync(User);
        var (key, codes) = await TurnOnAsync(owner);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync($"{Page}/tat", ("Password", "Sai-mat-khau-1"))).StatusCode);
        Assert.True(await IsOnAsync());
        var renewed = await owner.SubmitAsync(await owner.PageAsync(Page), "/ma-du-phong", ("Password", Portal.Password));
        Assert.Equal(HttpStatusCode.Redirect, renewed.StatusCode);
        Assert.DoesNotContain(codes[0], (await owner.PageAsync(Page)).QuerySelectorAll(".recovery-codes li").Select(item => item.TextContent));
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync($"{Page}/tat", ("Password", Portal.Password))).StatusCode);

        Assert.False(await IsOnAsync());
        using var visitor = await portal.SignInAsync(User);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/bao-cao")).StatusCode);
        var stored = await portal.ReadAsync(db => db.UserTokens.Select(row => row.Value).ToListAsync(Cancellation));
        Assert.All(stored, value => Assert.Equal("", value ?? ""));
        var audit = await portal.ReadAsync(db => db.AuditEntries.Where(row => row.After != null || row.Before != null).Select(row => row.Before + row.After).ToListAsync(Cancellation));
        Assert.All(audit, entry => Assert.True(!entry!.Contains(key, StringComparison.Ordinal) && !entry.Contains(RecoveryCodes.Hash(codes[0]), StringComparison.Ordinal)));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(
            row => row.Entity == nameof(UserAccount) && row.Action == AuditAction.Changed && row.After!.Contains("TwoFactorEnabled"), Cancellation)));
    }

    [Fact]
    public async Task Administrator_TurnsOffWhoHasLostThePhone_OfTheOwnAgencyOnly()
    {
        using var owner = await portal.SignInAsync(User);
        await TurnOnAsync(owner);
        var id = await portal.ReadAsync(db => db.Users.Where(row => row.UserName == User).Select(row => row.Id).SingleAsync(Cancellation));
        using var stranger = await portal.SignInAsync("quantri@sontrung");
        using var administrator = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/quan-tri/nguoi-dung/{id}/tat-hai-buoc", ("version", $"{Guid.NewGuid()}"))).StatusCode);
        Assert.True(await IsOnAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(await administrator.PageAsync($"/quan-tri/nguoi-dung/{id}"), "/tat-hai-buoc")).StatusCode);

        Assert.False(await IsOnAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.UserTokens.CountAsync(row => row.UserId == id, Cancellation)));
        using var visitor = await portal.SignInAsync(User);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/bao-cao")).StatusCode);
    }

    /// <summary>Turns it on as its owner does, and reads key and recovery codes off the pages.</summary>
    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(Session owner)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.PageAsync(Page), "/bat-dau", ("Password", Portal.Password))).StatusCode);
        var begun = await owner.PageAsync(Page);
        Assert.NotNull(begun.QuerySelector("svg.second-factor-code path"));
        var key = begun.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(begun, "/xac-nhan", ("Code", AuthenticatorCode.Of(key, clock.Now).Insert(3, " ")))).StatusCode);
        Assert.True(await IsOnAsync());
        return (key, (await owner.PageAsync(Page)).QuerySelectorAll(".recovery-codes li").Select(item => item.TextContent.Trim()).ToList());
    }

    private static async Task<HttpResponseMessage> FirstStepAsync(Session visitor, string returnUrl = "") =>
        await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", User), ("Password", Portal.Password), ("ReturnUrl", returnUrl));

    private static async Task<HttpResponseMessage> SecondStepAsync(Session visitor, string code, string returnUrl = "") =>
        await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap/ma-xac-nhan"), "/ma-xac-nhan", ("Code", code), ("ReturnUrl", returnUrl));

    private Task<bool> IsOnAsync() => portal.ReadAsync(db => db.Users.Where(row => row.UserName == User).Select(row => row.TwoFactorEnabled).SingleAsync(Cancellation));
}
