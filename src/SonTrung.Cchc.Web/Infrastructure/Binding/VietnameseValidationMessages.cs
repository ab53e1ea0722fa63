using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Gives every validation attribute without a message of its own its Vietnamese one.</summary>
public sealed class VietnameseValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (TextFor(attribute) is { } text && !HasOwnMessage(attribute))
            {
                attribute.ErrorMessage = null;
                attribute.ErrorMessageResourceType = typeof(BindingTexts);
                attribute.ErrorMessageResourceName = text;
            }
        }
    }

    // Attributes for kinds of data (address, phone, …) bring an English text in the same property that pages write theirs to.
    private static bool HasOwnMessage(ValidationAttribute attribute) =>
        attribute.ErrorMessageResourceName is not null || (attribute.ErrorMessage is { } message && message != DefaultMessage(attribute));

    private static string? DefaultMessage(ValidationAttribute attribute) => attribute switch
    {
        EmailAddressAttribute => new EmailAddressAttribute().ErrorMessage,
        UrlAttribute => new UrlAttribute().ErrorMessage,
        PhoneAttribute => new PhoneAttribute().ErrorMessage,
        _ => null,
    };

    private static string? TextFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => nameof(BindingTexts.Required),
        StringLengthAttribute { MinimumLength: > 0 } => nameof(BindingTexts.StringLengthBetween),
        StringLengthAttribute => nameof(BindingTexts.StringLength),
        MaxLengthAttribute => nameof(BindingTexts.MaxLength),
        MinLengthAttribute => nameof(BindingTexts.MinLength),
        RangeAttribute { OperandType: var type } when type == typeof(int) || type == typeof(double) => nameof(BindingTexts.RangeOfNumbers),
        RangeAttribute => nameof(BindingTexts.Range),
        EmailAddressAttribute => nameof(BindingTexts.Email),
        UrlAttribute => nameof(BindingTexts.Url),
        PhoneAttribute => nameof(BindingTexts.Phone),
        CompareAttribute => nameof(BindingTexts.Compare),
        RegularExpressionAttribute => nameof(BindingTexts.RegularExpression),
        _ => null,
    };
}
