using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Infrastructure.Mail;

/// <summary>Hands e-mails to the configured server.</summary>
internal sealed class SmtpMailer(MailOptions options) : IMailer
{
    private const int TimeoutMilliseconds = 20_000;

    public bool IsConfigured => options.Host.Length > 0;

    public async Task SendAsync(Core.Superior.Mail mail, CancellationToken cancellation = default)
    {
        try
        {
            using var message = new MimeMessage();
            message.From.Add(new MailboxAddress(options.FromName, options.From));
            message.To.Add(MailboxAddress.Parse(mail.To));
            message.Subject = mail.Subject;
            message.Body = new TextPart("plain") { Text = mail.Text };
            using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, Security, cancellation);
            if (options.UserName.Length > 0)
            {
                await client.AuthenticateAsync(options.UserName, options.Password, cancellation);
            }

            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception problem) when (problem is CommandException or ProtocolException or AuthenticationException or SslHandshakeException
            or SocketException or IOException or TimeoutException or ParseException or ServiceNotConnectedException or NotSupportedException)
        {
            throw new MailNotSentException(Why(problem), problem);
        }
    }

    private SecureSocketOptions Security => options.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>In words that help whoever reads them; servers may repeat what was sent to them, so after signing in nothing of their answer is kept.</summary>
    private static string Why(Exception problem) => problem switch
    {
        AuthenticationException => MailTexts.NotSignedIn,
        SslHandshakeException => MailTexts.NotTrusted,
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal => MailTexts.RecipientRefused.Fill((int)refusal.StatusCode),
        SmtpCommandException refusal => MailTexts.Refused.Fill((int)refusal.StatusCode),
        SocketException or IOException or TimeoutException => MailTexts.NotReached,
        ParseException => MailTexts.AddressWrong,
        _ => MailTexts.NotUnderstood,
    };
}
