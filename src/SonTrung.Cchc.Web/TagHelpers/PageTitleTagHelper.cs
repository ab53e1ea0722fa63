using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>The window's title: "Lỗi: " first if the form came back, so that a screen reader says it before anything else.</summary>
[HtmlTargetElement("title", Attributes = "page")]
public sealed class PageTitleTagHelper : TagHelper
{
    public string? Page { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var prefix = ViewContext.ViewData.ModelState.IsValid ? "" : SharedTexts.ErrorTitlePrefix;
        output.Content.SetContent(prefix + (string.IsNullOrEmpty(Page) ? SharedTexts.PortalName : $"{Page} – {SharedTexts.PortalShortName}"));
    }
}
