using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

public sealed class ReportLinesControllerTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Edit_ThenRestore_PrintsTheOwnTextThenTheAutomaticOne()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, text) = await LineAsync(staff, "dash", 4);

        await staff.SubmitAsync(await EditorAsync(staff, report), line, ("Form.Text", "Câu do cán bộ viết"), ("Form.EndMark", "!"));
        Assert.Contains("- Câu do cán bộ viết!", Printed(await staff.PageAsync(report)));
        await ActAsync(staff, report, line, "lay-lai");

        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.Contains(text, StringComparison.Ordinal));
        Assert.DoesNotContain(Printed(await staff.PageAsync(report)), row => row.Contains("Câu do cán bộ viết", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var (report, line, _) = await LineAsync(first, "dash", 2);
        var mine = await EditorAsync(first, report);
        var theirs = await EditorAsync(second, report);

        await second.SubmitAsync(theirs, line, ("Form.Text", "Câu của văn thư"));
        var answer = await first.SubmitAsync(mine, line, ("Form.Text", "Câu của cán bộ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        var row = page.QuerySelector($"form[action='{line}']")!;
        Assert.Equal("Câu của cán bộ", row.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Contains("Câu của văn thư", row.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);

        await first.SubmitAsync(page, line);
        Assert.Contains(Printed(await first.PageAsync(report)), text => text.StartsWith("- Câu của cán bộ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WhileTyping_AnswersVersionAndTime_AndRefusesAnOldVersionWithTheStoredText()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, _) = await LineAsync(staff, "dash", 3);
        var page = await EditorAsync(staff, report);

        var saved = await SaveAsync(staff, page, line, "Đang gõ");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var answer = await saved.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Matches("^[0-2][0-9]:[0-5][0-9]$", answer.GetProperty("at").GetString());
        var stale = await SaveAsync(staff, page, line, "Từ thẻ thứ hai");

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var theirs = await stale.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Đang gõ", theirs.GetProperty("text").GetString());
        Assert.Equal(answer.GetProperty("version").GetString(), theirs.GetProperty("version").GetString());
        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.StartsWith("- Đang gõ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_ThenTypeThenRemoveThenPutBack_FollowsInThePrint()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, text) = await LineAsync(staff, "dash", 0);

        var answer = await staff.PostAsync($"{line}/them");
        var added = $"{report}/soan/{answer.Headers.Location!.OriginalString.Split('-')[^1]}";
        Assert.Contains("Dòng trống", (await EditorAsync(staff, report)).QuerySelector($"form[action='{added}']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Printed(await staff.PageAsync(report)), row => row is "-" or "- ;");
        await staff.SubmitAsync(await EditorAsync(staff, report), added, ("Form.Text", "Dòng thêm bằng tay"));
        var printed = Printed(await staff.PageAsync(report));
        Assert.StartsWith(
            "- Dòng thêm bằng tay",
            printed.SkipWhile(row => !row.Contains(text, StringComparison.Ordinal)).Skip(1).First(row => row.StartsWith('-')),
            StringComparison.Ordinal);
        await ActAsync(staff, report, added, "bo");
        Assert.DoesNotContain(Printed(await staff.PageAsync(report)), row => row.Contains("Dòng thêm bằng tay", StringComparison.Ordinal));
        await ActAsync(staff, report, added, "lay-lai");

        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.Contains("Dòng thêm bằng tay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoveUp_SwapsWithTheNeighbour()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, text) = await LineAsync(staff, "numbered", 1);

        await ActAsync(staff, report, line, "len");

        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.StartsWith($"1. {text}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Move_PastTheEndOfItsPart_IsNotOfferedAndNotClaimed()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await EditorAsync(staff, report);
        var part = page.QuerySelectorAll("[data-element=form] form").ToList();
        Assert.True(part.Count > 2);
        Assert.Equal([false, .. Enumerable.Repeat(true, part.Count - 1)], part.Select(line => IsOffered(line, "up")));
        Assert.Equal([.. Enumerable.Repeat(true, part.Count - 1), false], part.Select(line => IsOffered(line, "down")));
        Assert.False(IsOffered(part[0], "in"));

        await ActAsync(staff, report, part[^1].GetAttribute("action")!, "xuong");

        Assert.Contains("Dòng vẫn ở chỗ cũ", (await EditorAsync(staff, report)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        static bool IsOffered(IElement line, string act) => !line.QuerySelector($"[data-act={act}]")!.HasAttribute("disabled");
    }

    [Fact]
    public async Task Editor_OfASubmittedReport_SaysHowToGoOn()
    {
        using var own = new Portal();
        using var staff = await own.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var page = await staff.PageAsync(report);
        Assert.Contains("Rút lại để sửa", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("không sửa được nữa", page.Body.TextContent, StringComparison.Ordinal);
        var refusal = await staff.GetAsync($"{report}/soan");

        Assert.Equal(HttpStatusCode.Conflict, refusal.StatusCode);
        Assert.Contains("rút lại trước khi báo cáo được duyệt", (await Session.ParseAsync(refusal)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_BehindTheLastLine_PrintsItThere()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, text) = await LineAsync(staff, "numbered", 0);
        var rows = (await EditorAsync(staff, report)).QuerySelectorAll(".line-numbered");

        await ActAsync(staff, report, line, "dat", ("sau", rows[^1].GetAttribute("data-line")!));

        Assert.StartsWith($"{rows.Length}. {text}", Printed(await staff.PageAsync(report)).Last(row => char.IsDigit(row[0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indent_InAndOut_ChangesTheMark()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var row = (await EditorAsync(staff, report)).QuerySelectorAll(".line-dash + .line-dash").First(other => other.QuerySelector(".status:not([hidden])") is null);
        var line = row.QuerySelector("form")!.GetAttribute("action")!;
        var text = row.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value;

        await ActAsync(staff, report, line, "thut-vao");
        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.StartsWith($"+ {text}", StringComparison.Ordinal));
        await ActAsync(staff, report, line, "thut-ra");

        Assert.Contains(Printed(await staff.PageAsync(report)), row => row.StartsWith($"- {text}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("giu", "Đã phát tờ gấp tận nhà, kết quả: 3.000 tờ")]
    [InlineData("ghep", "Đã phát tờ gấp tận nhà, kết quả: 2.")]
    [InlineData("lay-lai", "Phát tờ gấp hướng dẫn nộp hồ sơ trực tuyến bằng mã QR, kết quả: 2.")]
    public async Task EditedLine_AfterItsDataChange_IsKeptMergedOrTakenAnew(string act, string printed)
    {
        using var own = new Portal();
        using var staff = await own.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await EditorAsync(staff, report);
        var row = page.QuerySelectorAll(".line-dash").First(line => line.QuerySelector<IHtmlTextAreaElement>("textarea")?.Value.Contains("3.000 tờ", StringComparison.Ordinal) == true);
        var line = row.QuerySelector("form")!.GetAttribute("action")!;
        var text = row.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value;
        await staff.SubmitAsync(page, line, ("Form.Text", text.Replace("Phát tờ gấp hướng dẫn nộp hồ sơ trực tuyến bằng mã QR", "Đã phát tờ gấp tận nhà", StringComparison.Ordinal)));

        await own.ReadAsync(async db =>
        {
            var activity = db.PropagandaActivities.First(found => found.Year == 2026 && found.PlanItem!.Title.StartsWith("Tờ gấp") && found.Measures.Any());
            activity.DeletedUtc = DateTime.UtcNow;
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var stale = await EditorAsync(staff, report);
        Assert.Contains("Số liệu đã thay đổi", stale.QuerySelector($"form[action='{line}'] .status-waiting")!.TextContent, StringComparison.Ordinal);

        await ActAsync(staff, report, line, act);

        Assert.Null((await EditorAsync(staff, report)).QuerySelector($"form[action='{line}'] .status-waiting"));
        Assert.Contains(Printed(await staff.PageAsync(report)), block => block.StartsWith($"- {printed}", StringComparison.Ordinal));
    }

    private static Task<IHtmlDocument> EditorAsync(Session staff, string report) => staff.PageAsync($"{report}/soan");

    private static IReadOnlyList<string> Printed(IDocument page) => page.QuerySelectorAll("[data-block-id]")
        .Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

    /// <summary>The n-th line of a rank: the report, the line's address, its text.</summary>
    private static async Task<(string Report, string Line, string Text)> LineAsync(Session staff, string level, int index)
    {
        var report = await ReportPath.OpenAsync(staff);
        var row = (await EditorAsync(staff, report)).QuerySelectorAll($".line-{level}").Where(line => line.QuerySelector(".status:not([hidden])") is null).ElementAt(index);
        return (report, row.QuerySelector("form")!.GetAttribute("action")!, row.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    private static async Task ActAsync(Session staff, string report, string line, string act, params (string, string)[] values)
    {
        var version = (await EditorAsync(staff, report)).QuerySelector<IHtmlInputElement>($"form[action='{line}'] input[name=version]")!.Value;
        var answer = await staff.PostAsync($"{line}/{act}", [("version", version), .. values]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Saves as the page's script does.</summary>
    private static Task<HttpResponseMessage> SaveAsync(Session staff, IDocument page, string line, string text)
    {
        var form = page.QuerySelector($"form[action='{line}']")!;
        return staff.SendAsync(HttpMethod.Post, line, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value,
            ["Form.Version"] = form.QuerySelector<IHtmlInputElement>("[name='Form.Version']")!.Value,
            ["Form.Text"] = text,
        }), ("Accept", "application/json"));
    }
}
