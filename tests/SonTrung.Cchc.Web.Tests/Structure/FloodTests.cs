using System.Net;
using AngleSharp.Dom;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

/// <summary>HTML and 100,000 characters in every text field of every form on the path: refused or kept as text, never a failure.</summary>
public sealed class FloodTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(null, "/dang-nhap")]
    [InlineData("canbo@xahuongson", "/hoat-dong/nhap")]
    [InlineData("canbo@xahuongson", "{report}")]
    [InlineData("canbo@xahuongson", "{line}")]
    [InlineData("canbo@xahuongson", "{line}/them")]
    public async Task EveryField_OfEveryForm_TakesAFloodOfHtml(string? userName, string url)
    {
        using var session = userName is null ? portal.Visit() : await portal.SignInAsync(userName);
        if (userName is not null)
        {
            var report = await ReportPath.OpenAsync(session);
            var line = (await session.PageAsync($"{report}/soan")).QuerySelector(".line a[href*='/soan/']")!.GetAttribute("href")!;
            url = url.Replace("{report}", report, StringComparison.Ordinal).Replace("{line}", line, StringComparison.Ordinal);
        }

        var flood = "<script>x</script>" + new string('ữ', 100_000);
        var page = await session.PageAsync(url);
        var fields = page.QuerySelectorAll("main form[method=post]")
            .SelectMany(form => form.QuerySelectorAll("[name]").Select(field => (Action: form.GetAttribute("action")!, Name: field.GetAttribute("name")!)))
            .Where(field => field.Name != "__RequestVerificationToken").Distinct().ToList();
        Assert.NotEmpty(fields);
        foreach (var (action, name) in fields)
        {
            var answer = await session.SubmitAsync(await session.PageAsync(url), action, (name, flood));
            Assert.True((int)answer.StatusCode is 302 or 400 or 409 or 422, $"{name} to {action}: {(int)answer.StatusCode}");
            Assert.DoesNotContain("<script>x", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync(url)).StatusCode);
    }
}
