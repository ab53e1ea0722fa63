using System.Net;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>A browser whose form was refused is led back to the form's page, which shows the answer by GET; a late form leads back after signing in.</summary>
public sealed class RefusedFormMiddlewareTests(Portal portal) : IClassFixture<Portal>
{
    private const string Html = "text/html,application/xhtml+xml";

    [Fact]
    public async Task Post_RefusedInABrowser_IsShownByGetToItsSenderAlone()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("vanthu@xahuongson");

        var answer = await SendAsync(staff, new Uri(portal.Address, "/ton-tai-han-che/them?nam=2026").ToString());

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/ton-tai-han-che/them?nam=2026&lai=", address, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            var shown = await staff.GetAsync(address);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.StatusCode);
            var page = await Session.ParseAsync(shown);
            Assert.NotNull(page.QuerySelector(".error-summary"));
            Assert.Equal("Câu giữ lại", page.QuerySelector("textarea[name='Form.Cause']")!.TextContent.Trim());
        }

        var foreign = await other.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
        Assert.DoesNotContain("Câu giữ lại", await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var visitor = portal.Visit();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://example.com/ton-tai-han-che/them")]
    [InlineData("{portal}//example.com/")]
    public async Task Post_WithoutAPageToGoBackTo_IsAnsweredAtOnce(string? referer)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var answer = await SendAsync(staff, referer?.Replace("{portal}/", portal.Address.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Get_UnknownKey_ShowsThePageItself()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.Null((await staff.PageAsync("/ton-tai-han-che/them?lai=00000000000000000000000000000000")).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_LeadsBackToTheFormsPage()
    {
        using var visitor = portal.Visit();

        var answer = await SendAsync(visitor, new Uri(portal.Address, "/bao-cao/12").ToString(), "/bao-cao/12/tra-lai");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/dang-nhap?quay-lai=%2Fbao-cao%2F12", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_Done_TellsTheNextPageWhichFormWasSaved()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var form = await staff.PageAsync("/ton-tai-han-che/them?nam=2026");

        var answer = await staff.SubmitAsync(form, "/ton-tai-han-che/them", ("Form.Text", "Câu đã ghi"), ("draft", "/ton-tai-han-che/them"));

        var next = await staff.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("/ton-tai-han-che/them", next.Body!.GetAttribute("data-draft-saved"));
        Assert.Equal("", (await staff.PageAsync("/")).Body!.GetAttribute("data-draft-saved"));
    }

    private static async Task<HttpResponseMessage> SendAsync(Session person, string? referer, string url = "/ton-tai-han-che/them")
    {
        var token = (await Session.ParseAsync(await person.GetAsync("/dang-nhap"))).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await person.PageAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Form.FormKey"] = $"{Guid.NewGuid()}", ["Form.Year"] = "2026", ["Form.Cause"] = "Câu giữ lại" };
        (string, string)[] headers = referer is null ? [("Accept", Html)] : [("Accept", Html), ("Referer", referer)];
        return await person.SendAsync(HttpMethod.Post, url, new FormUrlEncodedContent(fields), headers);
    }
}
