using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>One rule for dates, numbers, checkboxes and text, wherever they come from: query string, route or form.</summary>
public sealed class VietnameseBinderProvider : IModelBinderProvider
{
    private static readonly DateBinder Date = new();
    private static readonly DecimalBinder Decimal = new();
    private static readonly WholeNumberBinder Long = new(typeof(long), long.MinValue, long.MaxValue);
    private static readonly WholeNumberBinder Int = new(typeof(int), int.MinValue, int.MaxValue);
    private static readonly CheckboxBinder Checkbox = new();
    private static readonly TextBinder Text = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.BindingInfo.BindingSource is { } source && !BindingSource.ModelBinding.CanAcceptDataFrom(source))
        {
            return null;
        }

        return context.Metadata.UnderlyingOrModelType switch
        {
            var type when type == typeof(DateOnly) => Date,
            var type when type == typeof(decimal) => Decimal,
            var type when type == typeof(long) => Long,
            var type when type == typeof(int) => Int,
            var type when type == typeof(bool) => Checkbox,
            var type when type == typeof(string) && !IsPassword(context.Metadata) => Text,
            _ => null,
        };
    }

    private static bool IsPassword(ModelMetadata metadata) => metadata.DataTypeName == nameof(DataType.Password);
}
