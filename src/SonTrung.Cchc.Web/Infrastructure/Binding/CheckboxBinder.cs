using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Binds checkboxes. An unreadable value is an error on the form, and the form can be shown again: MVC's own helpers throw on such a value.</summary>
public sealed class CheckboxBinder : ValueBinder
{
    protected override void Read(ModelBindingContext context, string text)
    {
        if (text == "on")
        {
            text = bool.TrueString;
        }

        if (bool.TryParse(text, out var value))
        {
            context.Result = ModelBindingResult.Success(value);
            return;
        }

        context.ModelState.SetModelValue(context.ModelName, new ValueProviderResult("false"));
        Refuse(context, BindingTexts.CheckboxInvalid.Fill(Label(context)));
    }
}
