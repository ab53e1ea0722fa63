using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
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
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
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

        // Before routing, so that signing in is not asked for. MapStaticAssets sends empty compressed files from a build that was not published.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheFile });
        return app;
    }

    /// <summary>Fonts and files asked for by version never change under their address.</summary>
    private static void CacheFile(StaticFileResponseContext file)
    {
        var request = file.Context.Request;
        var unchanging = request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/fonts");
        file.Context.Response.Headers.CacheControl = unchanging ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
