namespace SonTrung.Cchc.Web.Setup;

/// <summary>Settings that would not work, said in one line before anything starts.</summary>
/// <param name="message">What is wrong and what is allowed.</param>
public sealed class PortalSettingsException(string message) : Exception(message);

internal static class PortalOptionsSetup
{
    public static PortalOptions ReadPortalOptions(this WebApplicationBuilder builder)
    {
        PortalOptions options;
        try
        {
            options = builder.Configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new PortalOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new PortalSettingsException($"Cấu hình sai: {problem.Message} Database nhận Sqlite hoặc SqlServer; LoadSamples nhận true hoặc false.");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            throw new PortalSettingsException("Cấu hình sai: Cchc:DataDirectory trống. Hãy ghi đường dẫn thư mục dữ liệu.");
        }

        if (options.Database == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new PortalSettingsException("Cấu hình sai: Cchc:Database là SqlServer nhưng Cchc:ConnectionString trống.");
        }

        if (options.LoadSamples && builder.Environment.IsProduction())
        {
            throw new PortalSettingsException("Cấu hình sai: Cchc:LoadSamples không dùng được trong môi trường Production.");
        }

        return options;
    }
}
