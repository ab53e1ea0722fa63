using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>A state in words; the colour only repeats what the word says.</summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadgeTagHelper : TagHelper
{
    public StatusTone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Tone switch
        {
            StatusTone.Good => "status status-good",
            StatusTone.Waiting => "status status-waiting",
            StatusTone.Bad => "status status-bad",
            _ => "status",
        });
    }
}

/// <summary>What a state means to the reader.</summary>
public enum StatusTone
{
    Neutral,
    Waiting,
    Good,
    Bad,
}
