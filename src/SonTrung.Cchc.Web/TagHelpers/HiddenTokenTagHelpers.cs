using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>The key of a create form: new with the form, the same when it comes back with errors, so that a form sent twice creates once.</summary>
[HtmlTargetElement("idempotency-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IdempotencyKeyTagHelper : TagHelper
{
    /// <summary>The name of the form's field and of the action's parameter or property.</summary>
    public string Name { get; set; } = "FormKey";

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var posted = ViewContext.ViewData.ModelState.TryGetValue(Name, out var state) ? state.AttemptedValue : null;
        var key = Guid.TryParse(posted, out var kept) && kept != Guid.Empty ? kept : Guid.NewGuid();
        HiddenInput.Write(output, Name, key.ToString());
    }
}

/// <summary>The version that an edit form shows. Always the value given, never the posted one: after a conflict the form carries the new version.</summary>
[HtmlTargetElement("version-token", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VersionTokenTagHelper : TagHelper
{
    public Guid Value { get; set; }

    public string Name { get; set; } = "Version";

    public override void Process(TagHelperContext context, TagHelperOutput output) => HiddenInput.Write(output, Name, Value.ToString());
}

internal static class HiddenInput
{
    public static void Write(TagHelperOutput output, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", name);
        output.Attributes.SetAttribute("value", value);
    }
}
