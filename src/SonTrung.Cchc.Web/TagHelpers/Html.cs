using Microsoft.AspNetCore.Mvc.Rendering;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>Short ways to build elements.</summary>
internal static class Html
{
    public static TagBuilder Element(string name, string cssClass, string text, string? id = null)
    {
        var element = new TagBuilder(name);
        element.AddCssClass(cssClass);
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Input(string type, string name, string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}
