using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Every request, job and start-up line speaks Vietnamese, whatever the browser or the server prefers.</summary>
public static class CultureSetup
{
    public static CultureInfo Vietnamese { get; } = CreateVietnamese();

    public static WebApplicationBuilder AddCchcCulture(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = Vietnamese;
        CultureInfo.DefaultThreadCurrentUICulture = Vietnamese;
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Vietnamese);
            options.SupportedCultures = [Vietnamese];
            options.SupportedUICultures = [Vietnamese];
            options.RequestCultureProviders.Clear();
        });
        return builder;
    }

    public static IApplicationBuilder UseCchcCulture(this IApplicationBuilder app) => app.UseRequestLocalization();

    // The patterns of ICU change with its version; ours don't.
    private static CultureInfo CreateVietnamese()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("vi-VN").Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "-";
        return CultureInfo.ReadOnly(culture);
    }
}
