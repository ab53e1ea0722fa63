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
    [InlineData("canbo@xahuongson", "/ke-hoach/lap")]
    [InlineData("canbo@xahuongson", "/ke-hoach/2026/sua")]
    [InlineData("canbo@xahuongson", "/ke-hoach/2026/nhiem-vu/them")]
    [InlineData("canbo@xahuongson", "/van-ban-can-cu/them")]
    [InlineData("canbo@xahuongson", "/ton-tai-han-che/them")]
    [InlineData("canbo@xahuongson", "/ton-tai-han-che/de-xuat")]
    [InlineData("canbo@xahuongson", "/phuong-huong-nhiem-vu/them")]
    [InlineData("canbo@xahuongson", "{report}")]
    [InlineData("canbo@xahuongson", "{report}/soan", ".line-dash:has(textarea) form")]
    [InlineData("canbo@xahuongson", "{report}/noi-nhan")]
    public async Task EveryField_OfEveryForm_TakesAFloodOfHtml(string? userName, string url, string? oneForm = null)
    {
        using var session = userName is null ? portal.Visit() : await portal.SignInAsync(userName);
        if (userName is not null)
        {
            url = url.Replace("{report}", await ReportPath.OpenAsync(session), StringComparison.Ordinal);
        }

        var flood = "<script>x</script>" + new string('ữ', 100_000);
        var page = await session.PageAsync(url);
        var forms = oneForm is null ? page.QuerySelectorAll("main form[method=post]").ToArray() : [page.QuerySelector(oneForm)!];
        var fields = forms
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
