using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>The control inside a field, with what was typed if the form is shown again.</summary>
internal sealed class FieldControl
{
    private readonly FieldTagHelper _field;
    private readonly IReadOnlyList<TagHelperAttribute> _attributes;
    private readonly ModelStateEntry? _state;

    private FieldControl(FieldTagHelper field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        _field = field;
        _attributes = attributes;
        Name = field.ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(field.For.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        field.ViewContext.ViewData.ModelState.TryGetValue(Name, out _state);
        Error = _state?.Errors.FirstOrDefault()?.ErrorMessage;
    }

    public string Name { get; }

    public string Id { get; }

    public string? Error { get; }

    public string? Hint => _field.Hint ?? _field.For.Metadata.Description;

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public bool IsCheckbox => ValueType == typeof(bool) && _field.Items is null;

    public bool IsGroup => _field.As != FieldChoices.Select;

    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    private Type ValueType => _field.For.Metadata.UnderlyingOrModelType;

    public static FieldControl For(FieldTagHelper field, IReadOnlyList<TagHelperAttribute> attributes) => new(field, attributes);

    public IHtmlContent Render(IHtmlContent? label) =>
        IsCheckbox ? Checkbox(label!)
        : IsGroup ? Group()
        : _field.Items is not null || ValueType.IsEnum ? Select()
        : _field.Rows > 0 || Kind == nameof(DataType.MultilineText) ? TextArea()
        : Input();

    private string? Kind => _field.For.Metadata.DataTypeName;

    /// <summary>What was typed, else the model's values.</summary>
    private string[] Values => _state?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ => FieldValue.TextsOf(_field.For.Model),
    };

    private TagBuilder Input()
    {
        var type = Kind switch
        {
            nameof(DataType.Password) => "password",
            nameof(DataType.EmailAddress) => "email",
            _ => "text",
        };
        var input = Html.Input(type, Name, type == "password" ? null : Values.FirstOrDefault());
        Dress(input, "form-control");
        if (ValueType == typeof(DateOnly))
        {
            Default(input, "inputmode", "numeric");
            Default(input, "autocomplete", "off");
            Default(input, "data-date", "");
        }
        else if (FieldValue.IsNumber(ValueType))
        {
            input.AddCssClass("field-number");
            Default(input, "inputmode", ValueType == typeof(decimal) ? "decimal" : "numeric");
            Default(input, "autocomplete", "off");
        }

        return input;
    }

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea");
        area.Attributes["name"] = Name;
        area.Attributes["rows"] = Math.Max(_field.Rows, 3).ToString(CultureInfo.InvariantCulture);
        Dress(area, "form-control");

        // A browser drops the first line break of a text area.
        area.InnerHtml.AppendHtml(Environment.NewLine).Append(Values.FirstOrDefault() ?? "");
        return area;
    }

    private TagBuilder Select()
    {
        var select = new TagBuilder("select");
        select.Attributes["name"] = Name;
        Dress(select, "form-select");
        var options = FieldOptions.Of(_field, Values);
        foreach (var group in options.GroupBy(option => option.Group?.Name))
        {
            select.InnerHtml.AppendHtml(group.Key is null ? Flat(group) : Grouped(group.Key, group));
        }

        return select;
    }

    private static HtmlContentBuilder Flat(IEnumerable<SelectListItem> options)
    {
        var content = new HtmlContentBuilder();
        foreach (var option in options)
        {
            content.AppendHtml(Option(option));
        }

        return content;
    }

    private static TagBuilder Grouped(string name, IEnumerable<SelectListItem> options)
    {
        var group = new TagBuilder("optgroup");
        group.Attributes["label"] = name;
        group.InnerHtml.AppendHtml(Flat(options));
        return group;
    }

    private static TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        Flag(option, "selected", item.Selected);
        Flag(option, "disabled", item.Disabled);
        option.InnerHtml.Append(item.Text);
        return option;
    }

    private HtmlContentBuilder Group()
    {
        var type = _field.As == FieldChoices.Radios ? "radio" : "checkbox";
        var content = new HtmlContentBuilder();
        var index = 0;
        foreach (var option in FieldOptions.Of(_field, Values).Where(option => type == "radio" || option.Value.Length > 0))
        {
            var id = index == 0 ? Id : $"{Id}_{index}";
            var input = Html.Input(type, Name, option.Value);
            input.AddCssClass("form-check-input");
            input.Attributes["id"] = id;
            Flag(input, "checked", option.Selected);
            Flag(input, "disabled", option.Disabled);
            var label = new TagBuilder("label");
            label.Attributes["for"] = id;
            label.InnerHtml.Append(option.Text);
            content.AppendHtml(Check(input, label));
            index++;
        }

        return content;
    }

    private HtmlContentBuilder Checkbox(IHtmlContent label)
    {
        var input = Html.Input("checkbox", Name, "true");
        Dress(input, "form-check-input");
        Flag(input, "checked", Values.Contains("true", StringComparer.OrdinalIgnoreCase));

        // An unticked box sends nothing: the hidden one after it tells "not ticked" from "not asked".
        var content = new HtmlContentBuilder();
        content.AppendHtml(Check(input, label)).AppendHtml(Html.Input("hidden", Name, "false"));
        return content;
    }

    private static TagBuilder Check(TagBuilder input, IHtmlContent label)
    {
        var check = Html.Element("div", "form-check", "");
        check.InnerHtml.AppendHtml(input).AppendHtml(label);
        return check;
    }

    private void Dress(TagBuilder control, string cssClass)
    {
        foreach (var attribute in _attributes)
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        control.AddCssClass(cssClass);
        if (WidthClass is { } width)
        {
            control.AddCssClass(width);
        }

        control.Attributes["id"] = Id;
        Optional(control, "aria-describedby", DescribedBy);
        Optional(control, "aria-invalid", Error is null ? null : "true");
    }

    private string? WidthClass => _field.Width switch
    {
        FieldWidth.Short => "field-short",
        FieldWidth.Medium => "field-medium",
        FieldWidth.ByType when ValueType == typeof(DateOnly) || FieldValue.IsNumber(ValueType) && _field.Items is null => "field-short",
        _ => null,
    };

    private static void Default(TagBuilder control, string name, string value) => control.Attributes.TryAdd(name, value);

    private static void Optional(TagBuilder control, string name, string? value)
    {
        if (value is not null)
        {
            control.Attributes[name] = value;
        }
    }

    private static void Flag(TagBuilder control, string name, bool on) => Optional(control, name, on ? name : null);
}
