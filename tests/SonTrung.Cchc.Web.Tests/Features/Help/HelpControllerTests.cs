using System.Net;
using AngleSharp.Dom;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Help;

public sealed class HelpControllerTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("canbo@xahuongson", "Soạn và trình báo cáo", "Văn thư")]
    [InlineData("vanthu@xahuongson", "Văn thư", "Đọc, trả lại, ký")]
    [InlineData("chutich@xahuongson", "Đọc, trả lại, ký", "Soạn và trình báo cáo")]
    [InlineData("quantri@xahuongson", "Quản trị cơ quan", "Ghi việc hằng ngày")]
    [InlineData("sonoivu@hatinh", "Cơ quan cấp trên", "Ghi việc hằng ngày")]
    [InlineData("hethong@cchc", "Quản trị hệ thống", "Quản trị cơ quan")]
    public async Task Index_TellsTheTasksOfTheReadersDuty_AndEveryLinkOpens(string userName, string own, string others)
    {
        using var person = await portal.SignInAsync(userName);
        var link = (await person.PageAsync("/")).QuerySelectorAll(".nav-user a").Single(link => link.TextContent == "Trợ giúp").GetAttribute("href")!;

        var page = await person.PageAsync(link);

        var titles = page.QuerySelectorAll("main h2").Select(title => title.TextContent).ToList();
        Assert.Contains(own, titles);
        Assert.DoesNotContain(others, titles);
        foreach (var url in page.QuerySelectorAll("main dt a").Select(task => task.GetAttribute("href")!).Distinct())
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, (await person.GetAsync(url)).StatusCode));
        }
    }

    [Fact]
    public async Task Index_NotSignedIn_LeadsToSignIn()
    {
        using var visitor = portal.Visit();

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/tro-giup")).StatusCode);
    }
}
