using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>The fields of a form, read from its properties: sent again to undo a removal, or held against what somebody else saved.</summary>
public static class FormFields
{
    private const string FormKey = "FormKey";
    private const string Version = "Version";

    /// <summary>The fields as a page would send them, for a new row: with a form key of its own, without version.</summary>
    /// <param name="form">The form.</param>
    /// <param name="prefix">The name of the form in the page's model.</param>
    public static Dictionary<string, string> ToSend(object form, string prefix)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(form, prefix, fields);
        fields[$"{prefix}.{FormKey}"] = $"{Guid.NewGuid()}";
        return fields;
    }

    /// <summary>What somebody else saved in the fields that differ, by their labels.</summary>
    /// <param name="mine">What was typed.</param>
    /// <param name="theirs">What is saved.</param>
    /// <param name="name">The words for a choice; null for a value that is its own.</param>
    public static Theirs Differing<T>(T mine, T theirs, Func<object, string?>? name = null)
        where T : notnull =>
        new(Properties(typeof(T))
            .Select(property => (Property: property, Mine: property.GetValue(mine), Theirs: property.GetValue(theirs)))
            .Where(field => field.Property.GetCustomAttribute<DisplayAttribute>() is not null && Text(field.Mine) != Text(field.Theirs))
            .Select(field => (
                field.Property.GetCustomAttribute<DisplayAttribute>()!.GetName()!,
                (field.Theirs is { } value ? name?.Invoke(value) : null) ?? Text(field.Theirs)))
            .ToList());

    /// <summary>Says that somebody else saved the row meanwhile and what, and lets the form be sent again over it.</summary>
    /// <param name="controller">Whose page it is.</param>
    /// <param name="versionField">The name of the form's version in the page.</param>
    /// <param name="theirs">What is saved.</param>
    public static void SavedByAnother(this Controller controller, string versionField, Theirs theirs)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.ModelState.AddModelError("", SharedTexts.SavedByAnother);
        controller.ModelState.Remove(versionField);
        controller.ViewData[Theirs.Key] = theirs;
    }

    private static void Collect(object form, string prefix, Dictionary<string, string> fields)
    {
        foreach (var property in Properties(form.GetType()))
        {
            var value = property.GetValue(form);
            if (value is IEnumerable rows and not string)
            {
                var at = 0;
                foreach (var row in rows)
                {
                    Collect(row, $"{prefix}.{property.Name}[{at++}]", fields);
                }
            }
            else if (Text(value) is { Length: > 0 } text)
            {
                fields[$"{prefix}.{property.Name}"] = text;
            }
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type form) =>
        form.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.Name is not (FormKey or Version));

    private static string? Text(object? value) => value switch
    {
        null or "" => null,
        DateOnly day => VietnameseDate.Format(day),
        string text => text.ReplaceLineEndings("\n"),
        IEnumerable => null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
