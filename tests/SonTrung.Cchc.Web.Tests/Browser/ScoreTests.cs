using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The score sheet on an office screen and on a phone.</summary>
public sealed class ScoreTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768, "4.1")]
    [InlineData(360, 740, "4.2")]
    public async Task Explanation_TypedOnTheSheet_StandsInItsRow(int width, int height, string code)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/diem-cchc/2026");
        var row = page.Locator($"#tieu-chi-{code.Replace('.', '-')}");
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel($"Giải trình tiêu chí {code}").FillAsync($"Giải trình gõ ở cỡ {width}.");
        await row.GetByRole(AriaRole.Button, new() { Name = "Lưu giải trình" }).ClickAsync();
        await page.WaitForURLAsync("**/diem-cchc/2026#tieu-chi-*");

        await Assertions.Expect(row).ToContainTextAsync($"Giải trình gõ ở cỡ {width}.");
        await Assertions.Expect(page.Locator(".tile .figure").First).ToHaveTextAsync("1/2");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await page.Context.CloseAsync();
    }
}
