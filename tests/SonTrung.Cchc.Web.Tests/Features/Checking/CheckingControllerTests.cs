using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Web.Features.Checking;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Checking;

public sealed class CheckingControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Paper = """
        BÁO CÁO
        Kết quả công tác tuyên truyền năm 2026
        Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.
        Hội nghị ngày 31/02/2026 có 80 người tham dự.
        Nơi nhận:
        - UBND tỉnh;
        - Lưu: VP.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lê Văn Mẫu
        """;

    [Fact]
    public async Task Index_PastedText_MarksThePlacesAndOffersTheMendedText()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await CheckAsync(staff, HttpStatusCode.OK, Paper);

        Assert.Contains("31/02/2026", page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains(page.QuerySelectorAll(".finding-basis"), basis => basis.TextContent.StartsWith("F-NHU-TREN", StringComparison.Ordinal));
        Assert.Contains("Lưu: VT, VP.", page.QuerySelector<IHtmlTextAreaElement>("textarea[readonly]")!.Value, StringComparison.Ordinal);
        Assert.Equal(Paper.ReplaceLineEndings("\n").Trim(), page.QuerySelector<IHtmlTextAreaElement>("#Text")!.Value.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Index_DamagedLetters_ReachTheCheckerAsTheyWere()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await CheckAsync(staff, HttpStatusCode.OK, "Thu\u031B\u0323c hiện kế hoạch.");

        Assert.Contains("u\u031B", page.QuerySelector<IHtmlTextAreaElement>("#Text")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_HtmlInTheText_IsShownAsText()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await CheckAsync(staff, HttpStatusCode.OK, "<script>alert(1)</script> ngày 31/02/2026 & \"x\"");

        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("<script>alert(1)</script>", page.GetElementById("trang-giay")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_WordFileOfThePortal_HasNoFormError()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var word = await (await staff.GetAsync($"{report}/word")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var page = await CheckAsync(staff, HttpStatusCode.OK, "", ("bao-cao.docx", word));

        Assert.Empty(page.QuerySelectorAll(".finding-error").Select(finding => finding.TextContent));
    }

    /// <summary>A paper under the own letterhead is held against the own agency's signers of its day; whoever belongs elsewhere knows nothing of them.</summary>
    [Fact]
    public async Task Index_PaperOfTheOwnAgency_IsHeldAgainstWhatTheAgencyKnows()
    {
        const string Own = """
            ỦY BAN NHÂN DÂN
            XÃ HƯƠNG SƠN
            Số: 87/BC-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Hương Sơn, ngày 12 tháng 6 năm 2026
            BÁO CÁO
            Kết quả công tác tuyên truyền năm 2026
            Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.
            Tổ VHXH tổ chức hội nghị có 80 người tham dự./.
            Nơi nhận:
            - Như trên;
            - Lưu: VT, VHXH.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Phạm Văn Lạ
            """;
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");

        var own = Rules(await CheckAsync(staff, HttpStatusCode.OK, Own));
        var foreign = Rules(await CheckAsync(stranger, HttpStatusCode.OK, Own));

        Assert.Contains("N-NGUOI-KY", own);
        Assert.DoesNotContain("P-VIET-TAT-LA", own);
        Assert.DoesNotContain("N-NGUOI-KY", foreign);
        Assert.Contains("P-VIET-TAT-LA", foreign);
        static List<string> Rules(IHtmlDocument page) => page.QuerySelectorAll(".finding-basis").Select(basis => basis.TextContent.Trim().Split(' ', ':', '·')[0]).ToList();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public async Task Index_Nothing_AsksForSomething(string text)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await CheckAsync(staff, HttpStatusCode.UnprocessableEntity, text);

        Assert.Contains("Dán văn bản hoặc chọn tệp", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_TooLongOrNotAText_SaysWhatWouldDo()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var tooLong = await CheckAsync(staff, HttpStatusCode.UnprocessableEntity, new string('a', CheckingForm.LongestText + 1));
        var picture = await CheckAsync(staff, HttpStatusCode.UnprocessableEntity, "", ("anh.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]));

        Assert.Contains("Chia nhỏ", tooLong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(".docx", picture.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_ListsEveryRuleWithItsArticle()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await staff.PageAsync("/ra-soat/quy-tac");

        Assert.Equal(Checker.Rules.Select(rule => rule.Info.Id).Order(StringComparer.Ordinal), page.QuerySelectorAll("td code").Select(code => code.TextContent).Order(StringComparer.Ordinal));
    }

    private static async Task<IHtmlDocument> CheckAsync(Session staff, HttpStatusCode expected, string text, (string Name, byte[] Bytes)? file = null)
    {
        var token = (await staff.PageAsync("/ra-soat")).QuerySelector<IHtmlInputElement>("form.check-form [name=__RequestVerificationToken]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(text), "Text" } };
        if (file is { } chosen)
        {
            form.Add(new ByteArrayContent(chosen.Bytes), "File", chosen.Name);
        }

        var answer = await staff.SendAsync(HttpMethod.Post, "/ra-soat", form);
        Assert.Equal(expected, answer.StatusCode);
        return await Session.ParseAsync(answer);
    }
}
