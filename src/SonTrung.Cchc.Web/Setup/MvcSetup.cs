using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Infrastructure.Binding;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>MVC with feature folders, Vietnamese input rules and antiforgery on every unsafe request.</summary>
public static class MvcSetup
{
    /// <summary>The header in which scripts send the antiforgery token.</summary>
    public const string AntiforgeryHeader = "X-CSRF-Token";

    public static WebApplicationBuilder AddCchcMvc(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllersWithViews().AddMvcOptions(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<ExpiredSessionFilter>();
            options.Filters.Add<SavedDraftFilter>();
            options.MaxModelBindingCollectionSize = 2000;
            options.ModelBinderProviders.Insert(0, new VietnameseBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new VietnameseValidationMessages());
            VietnameseBindingMessages.Apply(options.ModelBindingMessageProvider);
        });
        builder.Services.AddSingleton<SupportLine>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FailureLog>();
        builder.Services.AddSingleton<RefusedForms>();
        builder.Services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryHeader;
            options.Cookie.Name = "cchc-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "cchc-notice";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
        });
        return builder;
    }
}
