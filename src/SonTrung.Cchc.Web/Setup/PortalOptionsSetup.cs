using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Infrastructure.Mail;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Settings that would not work, said in one line before anything starts.</summary>
/// <param name="message">What is wrong and what is allowed.</param>
public sealed class PortalSettingsException(string message) : Exception(message);

internal static class PortalOptionsSetup
{
    /// <summary>The settings, checked, and the folders that they name.</summary>
    public static (PortalOptions Options, DataFolders Folders) ReadPortalOptions(this WebApplicationBuilder builder)
    {
        PortalOptions options;
        try
        {
            options = builder.Configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new PortalOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new PortalSettingsException(StartUpTexts.WrongSettings.Fill(problem.Message));
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            throw new PortalSettingsException(StartUpTexts.NoDataDirectory);
        }

        if (options.Database == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new PortalSettingsException(StartUpTexts.NoConnectionString);
        }

        if (options.LoadSamples && builder.Environment.IsProduction())
        {
            throw new PortalSettingsException(StartUpTexts.NoSamplesInProduction);
        }

        if (options.PublicAddress.Length == 0 && builder.Environment.IsDevelopment())
        {
            options.PublicAddress = OwnAddress(builder.Configuration["urls"]);
        }

        if (options.PublicAddress.Length > 0 && !(Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new PortalSettingsException(StartUpTexts.WrongPublicAddress.Fill(options.PublicAddress));
        }

        if (!string.IsNullOrEmpty(options.SigningPlugin) && !IsOfThisComputer(options.SigningPlugin))
        {
            throw new PortalSettingsException(StartUpTexts.WrongSigningPlugin.Fill(options.SigningPlugin));
        }

        ProxySetup.Networks(options.Proxies);
        CheckMail(options.Mail);
        SigningSetup.CheckSigning(options.Signing);
        return (options, new DataFolders(Path.GetFullPath(options.DataDirectory, builder.Environment.ContentRootPath)));
    }

    /// <summary>On a developer's computer a report's QR code leads to the portal itself: to the first address that it listens on, unless that is any port.</summary>
    private static string OwnAddress(string? urls) =>
        Uri.TryCreate(urls?.Split(';')[0], UriKind.Absolute, out var address) && address.Port > 0 ? address.GetLeftPart(UriPartial.Authority) : "";

    /// <summary>A page may talk to a program of its own computer and to none elsewhere; the program's functions are the paths.</summary>
    private static bool IsOfThisComputer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "wss" or "ws", IsLoopback: true, PathAndQuery: "/" };

    private static void CheckMail(MailOptions mail)
    {
        if (mail.Host.Length == 0)
        {
            return;
        }

        if (!MimeKit.MailboxAddress.TryParse(mail.From, out _))
        {
            throw new PortalSettingsException(StartUpTexts.MailFromMissing);
        }

        if (mail.Port is < 1 or > 65_535)
        {
            throw new PortalSettingsException(StartUpTexts.MailPort);
        }

        if (mail is { Security: MailSecurity.None, UserName.Length: > 0 })
        {
            throw new PortalSettingsException(StartUpTexts.MailUnsafe);
        }
    }
}
