using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>Links to the neighbouring pages of a list that pages by key; the rest of the address (filters) stays. Nothing if there is one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>Query parameter with the key before which a page ends.</summary>
    public const string BeforeParameter = "truoc";

    /// <summary>Query parameter with the key after which a page starts.</summary>
    public const string AfterParameter = "sau";

    /// <summary>The key of the page's first row, or nothing on the first page.</summary>
    public string? Before { get; set; }

    /// <summary>The key of the page's last row, or nothing on the last page.</summary>
    public string? After { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        // Razor hands over an empty text where the page's expression gave none.
        if (string.IsNullOrEmpty(Before) && string.IsNullOrEmpty(After))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", SharedTexts.Pages);
        AppendLink(output, BeforeParameter, Before, "prev", "← " + SharedTexts.Newer);
        AppendLink(output, AfterParameter, After, "next", SharedTexts.Older + " →");
    }

    private void AppendLink(TagHelperOutput output, string parameter, string? key, string rel, string text)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not (BeforeParameter or AfterParameter))) { { parameter, key } };
        var link = Html.Element("a", "btn", text);
        link.Attributes["href"] = request.PathBase.Add(request.Path) + query.ToQueryString();
        link.Attributes["rel"] = rel;
        output.Content.AppendHtml(link);
    }
}
