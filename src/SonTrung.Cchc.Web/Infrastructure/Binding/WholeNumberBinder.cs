using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Binds whole numbers as <see cref="VietnameseNumber"/> reads them, and asks back where "1,234" may mean two things.</summary>
public sealed class WholeNumberBinder(Type type, long least, long most) : ValueBinder
{
    protected override void Read(ModelBindingContext context, string text)
    {
        var result = VietnameseNumber.ParseWhole(text);
        if (result.Value is { } value && value >= least && value <= most)
        {
            context.Result = ModelBindingResult.Success(Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
        }
        else
        {
            Refuse(context, Message(result.Problem, Label(context), text.Trim()));
        }
    }

    /// <summary>What is wrong with a whole number, said of what it is called.</summary>
    internal static string Message(VietnameseNumberProblem problem, string label, string text)
    {
        var thousands = text.Replace(',', '.');
        var plain = text.Replace(",", "", StringComparison.Ordinal);
        return problem switch
        {
            VietnameseNumberProblem.Ambiguous => BindingTexts.NumberAmbiguous.Fill(label, text, thousands, plain),
            VietnameseNumberProblem.NotWhole => BindingTexts.NumberNotWhole.Fill(label),
            VietnameseNumberProblem.NotANumber => BindingTexts.WholeNotANumber.Fill(label),
            _ => BindingTexts.NumberOutOfRange.Fill(label),
        };
    }
}
