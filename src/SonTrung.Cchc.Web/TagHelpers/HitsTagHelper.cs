using Microsoft.AspNetCore.Razor.TagHelpers;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>A text with the searched words marked, with or without marks.</summary>
[HtmlTargetElement("hits", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HitsTagHelper : TagHelper
{
    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The words searched; nothing is marked when empty.</summary>
    public string? Search { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        foreach (var (text, isHit) in SearchHits.Split(Text, Search))
        {
            if (isHit)
            {
                output.Content.AppendHtml(Html.Element("mark", "hit", text));
            }
            else
            {
                output.Content.Append(text);
            }
        }
    }
}
