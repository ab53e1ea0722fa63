using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SonTrung.Cchc.Web.Infrastructure.Binding;

/// <summary>The part that all our binders share: what was typed is kept for the form, nothing typed is null or an error, the rest is read.</summary>
public abstract class ValueBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        if (!string.IsNullOrWhiteSpace(posted.FirstValue))
        {
            Read(bindingContext, posted.FirstValue);
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            Refuse(bindingContext, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(Label(bindingContext)));
        }

        return Task.CompletedTask;
    }

    protected abstract void Read(ModelBindingContext context, string text);

    protected static string Label(ModelBindingContext context) => context.ModelMetadata.GetDisplayName();

    protected static void Refuse(ModelBindingContext context, string message) => context.ModelState.TryAddModelError(context.ModelName, message);
}
