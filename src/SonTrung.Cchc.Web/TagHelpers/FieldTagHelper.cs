using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>
/// One question of a form: visible label, hint, error and control, tied together for screen readers. The control follows from the property's type,
/// from <c>asp-items</c>, <c>rows</c> and <c>as</c>; attributes the helper doesn't know go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for")]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>The choices of a select, of radios or of checkboxes.</summary>
    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>How the choices are shown.</summary>
    public FieldChoices As { get; set; }

    /// <summary>Overrides the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Says what to type, before anything is typed; else the property's description does.</summary>
    public string? Hint { get; set; }

    /// <summary>Makes a text area of so many lines.</summary>
    public int Rows { get; set; }

    /// <summary>What is counted, behind the control: "lượt", "đồng".</summary>
    public string? Unit { get; set; }

    public FieldWidth Width { get; set; }

    /// <summary>Overrides the property's own answer to "must it be filled in".</summary>
    public bool? Required { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var control = FieldControl.For(this, output.Attributes.ToList());
        var isGroup = control.IsGroup;
        output.Attributes.Clear();
        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", control.Error is null ? "field" : "field field-invalid");
        if (isGroup && control.DescribedBy is { } describedBy)
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        if (control.IsCheckbox)
        {
            Append(output, Error(control), control.Render(CheckboxLabel(control)), HintLine(control));
        }
        else
        {
            Append(output, LabelLine(control, isGroup), HintLine(control), Error(control), WithUnit(control.Render(label: null)));
        }
    }

    private static void Append(TagHelperOutput output, params IHtmlContent?[] parts)
    {
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            output.Content.AppendHtml(part);
        }
    }

    private TagBuilder LabelLine(FieldControl control, bool isGroup)
    {
        var label = new TagBuilder(isGroup ? "legend" : "label");
        label.AddCssClass("form-label");
        if (!isGroup)
        {
            label.Attributes["for"] = control.Id;
        }

        AppendLabelText(label);
        return label;
    }

    private TagBuilder CheckboxLabel(FieldControl control)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = control.Id;
        label.InnerHtml.Append(LabelText);
        return label;
    }

    private void AppendLabelText(TagBuilder label)
    {
        label.InnerHtml.Append(LabelText);
        if (Required ?? For.Metadata.IsRequired)
        {
            label.InnerHtml.Append(" ").AppendHtml(Html.Element("span", "field-mark", SharedTexts.Required));
        }
    }

    private string LabelText => Label ?? For.Metadata.GetDisplayName();

    private static TagBuilder? HintLine(FieldControl control) =>
        control.Hint is null ? null : Html.Element("div", "field-hint", control.Hint, control.HintId);

    private static TagBuilder? Error(FieldControl control)
    {
        if (control.Error is null)
        {
            return null;
        }

        var error = Html.Element("span", "field-error", "", control.ErrorId);
        error.InnerHtml.Append(SharedTexts.ErrorTitlePrefix + control.Error);
        return error;
    }

    private IHtmlContent WithUnit(IHtmlContent control)
    {
        if (Unit is null)
        {
            return control;
        }

        var frame = Html.Element("div", "field-unit", "");
        frame.InnerHtml.AppendHtml(control).AppendHtml(Html.Element("span", "field-mark", Unit));
        return frame;
    }
}

/// <summary>How a field shows its choices.</summary>
public enum FieldChoices
{
    Select,
    Radios,
    Checkboxes,
}

/// <summary>How wide a field is: as wide as what it asks for.</summary>
public enum FieldWidth
{
    ByType,
    Full,
    Medium,
    Short,
}
