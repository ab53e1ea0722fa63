using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>What protects every answer: headers, limits, encoding and compression.</summary>
public static class SecuritySetup
{
    /// <summary>The largest request in bytes, uploads' own endpoints apart: room for a form with 100,000 characters in every field.</summary>
    public const long MaxRequestBytes = 30_000_000;

    public static WebApplicationBuilder AddCchcSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = MaxRequestBytes;
            options.ValueCountLimit = 5000;
        });
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));

        // Safe for secrets in pages: antiforgery tokens differ with every answer.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("image/svg+xml");
        });
        return builder;
    }

    /// <summary>To be called first, so that error pages and files have the headers too.</summary>
    public static WebApplication UseCchcSecurity(this WebApplication app)
    {
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseResponseCompression();
        return app;
    }

    /// <summary>The files of wwwroot, for everyone.</summary>
    public static WebApplication MapCchcAssets(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        return app;
    }
}
