using Microsoft.AspNetCore.Mvc.ModelBinding;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Binds dates as <see cref="VietnameseDate"/> reads them.</summary>
public sealed class DateBinder : ValueBinder
{
    protected override void Read(ModelBindingContext context, string text)
    {
        var result = VietnameseDate.Parse(text);
        if (result.Value is { } date)
        {
            context.Result = ModelBindingResult.Success(date);
        }
        else
        {
            Refuse(context, Message(result, Label(context)));
        }
    }

    /// <summary>What is wrong with a day, said of what it is called.</summary>
    internal static string Message(VietnameseDateResult result, string label) => result.Problem switch
    {
        VietnameseDateProblem.ShortYear => BindingTexts.DateShortYear.Fill(label, result.Day, result.Month),
        VietnameseDateProblem.YearOutOfRange => BindingTexts.DateYearOutOfRange.Fill(label, VietnameseDate.FirstYear, VietnameseDate.LastYear),
        VietnameseDateProblem.NoSuchMonth => BindingTexts.DateNoSuchMonth.Fill(label, result.Month),
        VietnameseDateProblem.NoSuchDay when result.Day == 0 => BindingTexts.DateDayZero.Fill(label),
        VietnameseDateProblem.NoSuchDay => BindingTexts.DateNoSuchDay.Fill(label, result.Month, result.Year, DateTime.DaysInMonth(result.Year, result.Month)),
        _ => BindingTexts.DateNotADate.Fill(label),
    };
}
