using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>What MVC itself says when a value doesn't bind.</summary>
internal static class VietnameseBindingMessages
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetMissingBindRequiredValueAccessor(name => BindingTexts.Missing.Fill(name));
        messages.SetMissingKeyOrValueAccessor(() => BindingTexts.MissingBody);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => BindingTexts.MissingBody);
        messages.SetValueMustNotBeNullAccessor(name => BindingTexts.Required.Fill(name));
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => BindingTexts.InvalidValueFor.Fill(value, name));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => BindingTexts.InvalidValue.Fill(value));
        messages.SetUnknownValueIsInvalidAccessor(name => BindingTexts.Invalid.Fill(name));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => BindingTexts.MissingBody);
        messages.SetValueIsInvalidAccessor(value => BindingTexts.InvalidValue.Fill(value));
        messages.SetValueMustBeANumberAccessor(name => BindingTexts.Number.Fill(name));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => BindingTexts.MissingBody);
    }
}
