using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Axe finds nothing, no page scrolls sideways on a phone or an office screen, and the browser has nothing to complain about.</summary>
public sealed class AccessibilityTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(null, "/dang-nhap")]
    [InlineData("canbo@xahuongson", "/van-ban-can-cu", "/van-ban-can-cu?tim=cai+cach", "/van-ban-can-cu/them", "/van-ban-can-cu/da-xoa")]
    [InlineData("canbo@xahuongson", "/ton-tai-han-che", "/ton-tai-han-che/them", "/ton-tai-han-che/de-xuat", "/phuong-huong-nhiem-vu", "/phuong-huong-nhiem-vu/them", "/phuong-huong-nhiem-vu/lay-tu-nam-truoc")]
    [InlineData("canbo@xahuongson", "/hoat-dong", "/hoat-dong/nhap", "/hoat-dong/in", "/hoat-dong/mau-ghi-tay", "/hoat-dong/da-xoa", "/so-lieu-khac", "/so-lieu-khac/them")]
    [InlineData("canbo@xahuongson", "/", "/bao-cao", "/bao-cao/{report}", "/bao-cao/{report}/soan")]
    [InlineData("canbo@xahuongson", "/ke-hoach", "/ke-hoach/2026", "/ke-hoach/2026/nhiem-vu/them", "/ke-hoach/2026/sua", "/ke-hoach/2026/sap-xep", "/ke-hoach/2026/van-ban", "/ke-hoach/2026/da-xoa", "/ke-hoach/lap")]
    [InlineData("chutich@xahuongson", "/", "/bao-cao/{report}", "/ke-hoach/2026")]
    [InlineData("vanthu@xahuongson", "/", "/bao-cao")]
    [InlineData("quantri@xahuongson", "/")]
    [InlineData("sonoivu@hatinh", "/", "/tiep-nhan")]
    [InlineData("hethong@cchc", "/")]
    [InlineData("canbo@sontrung", "/bao-cao")]
    public async Task Page_AtBothSizes_IsReadableByAll(string? userName, params string[] urls)
    {
        string report;
        using (var staff = await portal.SignInAsync("canbo@xahuongson"))
        {
            report = (await ReportPath.OpenAsync(staff)).Split('/')[2];
        }

        foreach (var (width, height) in new[] { (1366, 768), (360, 740) })
        {
            var page = await chromium.OpenAsync(portal.Address, width, height);
            var complaints = new List<string>();
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                {
                    complaints.Add(message.Text);
                }
            };
            if (userName is not null)
            {
                await page.GotoAsync("/dang-nhap");
                await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
                await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
                await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
                await page.WaitForURLAsync("**/");
            }

            foreach (var url in urls.Select(url => url.Replace("{report}", report, StringComparison.Ordinal)))
            {
                await page.GotoAsync(url);
                var found = await page.RunAxe();
                Assert.True(found.Violations.Length == 0, $"{url} at {width}: {string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}"))}");
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{url} is {wide} px wide at {width}.");
            }

            Assert.Empty(complaints);
            await page.Context.CloseAsync();
        }
    }
}
