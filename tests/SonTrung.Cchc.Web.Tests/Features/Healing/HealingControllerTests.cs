using System.Net;
using System.Text.Json;
using SonTrung.Cchc.Web.Features.Healing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Healing;

public sealed class HealingControllerTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("Uû ban nh©n d©n x· S¬n Trung ®· thùc hiÖn c«ng t¸c c¶i c¸ch hµnh chÝnh.", "Uỷ ban nhân dân xã Sơn Trung đã thực hiện công tác cải cách hành chính.")]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("Phƣơng hƣớng, hư ớng dẫn", "Phương hướng, hướng dẫn")]
    public async Task Heal_DamagedText_ComesBackMendedWithBeforeAndAfter(string pasted, string expected)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var answer = await HealAsync(staff, pasted);

        Assert.Equal(expected, answer.GetProperty("text").GetString());
        Assert.StartsWith("Đã sửa mã chữ", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("trước “", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ủy ban nhân dân xã đã thực hiện một cữa, quát triệt  điện kiện.\n- Dòng một\n- Dòng hai ")]
    [InlineData("tuyên truyền trên hệ thống truyền thanh của xã\nniêm yết công khai thủ tục hành chính tại trụ sở\nphát tờ rơi đến các hộ gia đình")]
    [InlineData("xã Ea Súp, xã Đưng K’Nớ; «một cửa»; 25 µg")]
    [InlineData("")]
    public async Task Heal_SoundText_ComesBackToTheLetter(string pasted)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var answer = await HealAsync(staff, pasted);

        Assert.Equal(pasted, answer.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("message").ValueKind);
    }

    [Fact]
    public async Task Heal_TooLongOrByNobody_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var visitor = portal.Visit();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync("/chuan-hoa", ("text", new string('a', HealingController.LongestText + 1)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/chuan-hoa", ("text", "a"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SendAsync(HttpMethod.Post, "/chuan-hoa", new FormUrlEncodedContent([KeyValuePair.Create("text", "a")]))).StatusCode);
    }

    private static async Task<JsonElement> HealAsync(Session session, string text)
    {
        var answer = await session.PostAsync("/chuan-hoa", ("text", text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
