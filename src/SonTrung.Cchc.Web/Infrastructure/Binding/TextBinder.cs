using Microsoft.AspNetCore.Mvc.ModelBinding;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>Binds text as NFC without control characters, so that no page has to think of it. Passwords are left as typed.</summary>
public sealed class TextBinder : ValueBinder
{
    protected override void Read(ModelBindingContext context, string text)
    {
        var cleaned = PlainText.CleanLines(text);
        context.Result = ModelBindingResult.Success(cleaned.Length == 0 ? null : cleaned);
    }
}
