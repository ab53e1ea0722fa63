using System.Net;
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

        await staff.SubmitAsync(await staff.PageAsync(line), line, ("Form.Text", "Câu do cán bộ viết"), ("Form.EndMark", "!"));
        var edited = await staff.PageAsync(report);
        Assert.Contains("Câu do cán bộ viết!", edited.Body!.TextContent, StringComparison.Ordinal);
        await ActAsync(staff, report, line, "lay-lai");

        Assert.Contains(text, (await staff.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Câu do cán bộ viết", (await staff.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var (_, line, _) = await LineAsync(first, "dash", 2);
        var mine = await first.PageAsync(line);
        var theirs = await second.PageAsync(line);

        await second.SubmitAsync(theirs, line, ("Form.Text", "Câu của văn thư"));
        var answer = await first.SubmitAsync(mine, line, ("Form.Text", "Câu của cán bộ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Equal("Câu của cán bộ", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")!.Value);
        Assert.Contains("Câu của văn thư", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ThenRemoveThenPutBack_FollowsInThePrint()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var (report, line, text) = await LineAsync(staff, "dash", 0);

        await staff.SubmitAsync(await staff.PageAsync($"{line}/them"), "/them", ("Form.Text", "Dòng thêm bằng tay"), ("Form.Level", "Dash"));
        var printed = Printed(await staff.PageAsync(report));
        Assert.StartsWith("- Dòng thêm bằng tay", printed.SkipWhile(row => !row.Contains(text, StringComparison.Ordinal)).Skip(1).First(row => row.StartsWith('-')), StringComparison.Ordinal);
        var added = (await staff.PageAsync($"{report}/soan")).QuerySelectorAll(".line").Single(row => row.TextContent.Contains("Dòng thêm bằng tay", StringComparison.Ordinal));
        var address = added.QuerySelector("a")!.GetAttribute("href")!;
        await ActAsync(staff, report, address, "bo");
        Assert.DoesNotContain(Printed(await staff.PageAsync(report)), row => row.Contains("Dòng thêm bằng tay", StringComparison.Ordinal));
        await ActAsync(staff, report, address, "lay-lai");

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

    private static IReadOnlyList<string> Printed(IDocument page) => page.QuerySelectorAll("[data-block-id]")
        .Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

    /// <summary>The n-th line of a rank: the report, the line's address, its text.</summary>
    private static async Task<(string Report, string Line, string Text)> LineAsync(Session staff, string level, int index)
    {
        var report = await ReportPath.OpenAsync(staff);
        var row = (await staff.PageAsync($"{report}/soan")).QuerySelectorAll($".line-{level}")[index];
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        var text = (await staff.PageAsync(address)).QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")!.Value;
        return (report, address, text);
    }

    private static async Task ActAsync(Session staff, string report, string line, string act)
    {
        var row = (await staff.PageAsync($"{report}/soan")).QuerySelector($"#dong-{line.Split('/')[^1]}")!;
        var version = row.QuerySelector<IHtmlInputElement>("input[name=version]")!.Value;
        var answer = await staff.PostAsync($"{line}/{act}", ("version", version));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
