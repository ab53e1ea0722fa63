using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>The choices of a field, with those selected that the model or the posted form names.</summary>
internal static class FieldOptions
{
    public static List<SelectListItem> Of(FieldTagHelper field, string[] values)
    {
        var metadata = field.For.Metadata;
        var items = field.Items ?? (metadata.EnumGroupedDisplayNamesAndValues ?? []).Select(pair => new SelectListItem(pair.Key.Name, pair.Value));
        var selected = metadata.IsEnum ? values.Select(value => Number(metadata.UnderlyingOrModelType, value)).ToArray() : values;
        var options = items.Select(item => new SelectListItem(item.Text, item.Value ?? item.Text, false, item.Disabled) { Group = item.Group }).ToList();
        if (field.As == FieldChoices.Select && options.TrueForAll(option => option.Value.Length > 0))
        {
            options.Insert(0, new SelectListItem(SharedTexts.ChooseOne, ""));
        }

        foreach (var option in options)
        {
            option.Selected = selected.Contains(option.Value, StringComparer.Ordinal)
                || (metadata.IsEnum && selected.Contains(Number(metadata.UnderlyingOrModelType, option.Value), StringComparer.Ordinal));
        }

        return options;
    }

    /// <summary>An enum value by its number, whether it came as name or as number.</summary>
    private static string Number(Type type, string value) =>
        Enum.TryParse(type, value, ignoreCase: true, out var parsed) ? Enum.Format(type, parsed, "d") : value;
}
