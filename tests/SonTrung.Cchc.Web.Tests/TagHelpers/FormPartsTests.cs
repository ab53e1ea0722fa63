using Microsoft.AspNetCore.Http;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Tests.TagHelpers;

public sealed class FormPartsTests
{
    private readonly TagHelperRunner<object> _runner = new(new object());

    [Fact]
    public void ErrorSummary_Errors_LinksEachToItsField()
    {
        _runner.State.AddModelError("Form.Lines[0].Text", "Chưa nhập “Nội dung”.");
        _runner.State.AddModelError("", "Người khác vừa sửa.");

        var summary = TagHelperRunner<object>.Run(new ErrorSummaryTagHelper { ViewContext = _runner.View })!;

        Assert.Equal("Có 2 chỗ cần sửa", summary.QuerySelector("h2")?.TextContent);
        Assert.Equal("#Form_Lines_0__Text", Assert.Single(summary.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
    }

    [Fact]
    public void ErrorSummary_NoErrors_WritesNothing()
    {
        Assert.Null(TagHelperRunner<object>.Run(new ErrorSummaryTagHelper { ViewContext = _runner.View }));
    }

    [Fact]
    public void PageTitle_FormWithErrors_BeginsWithLoi()
    {
        Assert.Equal("Nhập – Tuyên truyền CCHC", Title());
        _runner.State.AddModelError("x", "y");
        Assert.Equal("Lỗi: Nhập – Tuyên truyền CCHC", Title());
    }

    [Fact]
    public void IdempotencyKey_FormShownAgain_KeepsItsKey()
    {
        var first = Key();
        Assert.NotEqual(first, Key());

        _runner.State.SetModelValue("FormKey", first, first);

        Assert.Equal(first, Key());
    }

    [Fact]
    public void VersionToken_FormShownAgain_CarriesTheNewVersion()
    {
        _runner.State.SetModelValue("Version", "old", "old");
        var version = Guid.NewGuid();

        var input = TagHelperRunner<object>.Run(new VersionTokenTagHelper { Value = version })!;

        Assert.Equal(version.ToString(), input.GetAttribute("value"));
    }

    [Fact]
    public void Pager_Neighbours_KeepsFiltersAndReplacesTheKey()
    {
        _runner.View.HttpContext.Request.Path = "/hoat-dong";
        _runner.View.HttpContext.Request.QueryString = new QueryString("?tim=%C4%91%E1%BB%91i&sau=1");

        var pager = TagHelperRunner<object>.Run(new PagerTagHelper { After = "9|x", ViewContext = _runner.View })!;

        Assert.Equal("/hoat-dong?tim=%C4%91%E1%BB%91i&sau=9%7Cx", Assert.Single(pager.QuerySelectorAll("a")).GetAttribute("href"));
    }

    private string? Title() => TagHelperRunner<object>.Run(new PageTitleTagHelper { Page = "Nhập", ViewContext = _runner.View })?.TextContent;

    private string Key() => TagHelperRunner<object>.Run(new IdempotencyKeyTagHelper { ViewContext = _runner.View })!.GetAttribute("value")!;
}
