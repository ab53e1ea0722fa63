using Microsoft.AspNetCore.Mvc.ModelBinding;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Binds numbers with a fraction as <see cref="VietnameseNumber"/> reads them.</summary>
public sealed class DecimalBinder : ValueBinder
{
    protected override void Read(ModelBindingContext context, string text)
    {
        var result = VietnameseNumber.Parse(text);
        if (result.Value is { } value)
        {
            context.Result = ModelBindingResult.Success(value);
            return;
        }

        var format = result.Problem == VietnameseNumberProblem.OutOfRange ? BindingTexts.NumberOutOfRange : BindingTexts.NumberNotANumber;
        Refuse(context, format.Fill(Label(context)));
    }
}
