using System.Collections;
using System.Globalization;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.TagHelpers;

/// <summary>Values as people read and type them.</summary>
internal static class FieldValue
{
    public static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal);

    public static string[] TextsOf(object? model) =>
        model is IEnumerable many and not string ? [.. many.Cast<object?>().Select(TextOf)] : [TextOf(model)];

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateOnly date => VietnameseDate.Format(date),
        decimal number => VietnameseNumber.Format(number),
        int number => Whole(number),
        long number => Whole(number),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };

    // Years and keys of choices stay without a separator.
    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
