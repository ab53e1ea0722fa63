using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>All that is wrong with a form, each line a link to its field; the script focuses it. Nothing if all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>What became of the form; unless said, that it was not saved and that all that was typed is kept. A form with a password must say something else.</summary>
    public string Lead { get; set; } = SharedTexts.ErrorSummaryKept;

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, error.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        var title = errors.Count == 1 ? SharedTexts.ErrorSummaryOne : SharedTexts.ErrorSummaryMany.Fill(errors.Count);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors)
        {
            list.InnerHtml.AppendHtml(Line(field, message));
        }

        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(title);
        output.Content.AppendHtml(heading).AppendHtml(Html.Element("p", "mb-2", Lead)).AppendHtml(list);
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = new TagBuilder("a");
        // The key begins with the action's parameter ("form"), the field's id with the model's property ("Form").
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(char.ToUpperInvariant(field[0]) + field[1..], "_");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
