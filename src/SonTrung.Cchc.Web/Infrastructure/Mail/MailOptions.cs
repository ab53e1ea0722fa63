namespace SonTrung.Cchc.Web.Infrastructure.Mail;

/// <summary>The mail server, section <c>Cchc:Mail</c>. Its password stands in the configuration alone, never in the database or a log.</summary>
public sealed class MailOptions
{
    /// <summary>The server; empty for a portal that sends no e-mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>The account; empty for a server that asks for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender's name.</summary>
    public string FromName { get; set; } = "";
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted after the greeting (587).</summary>
    StartTls,

    /// <summary>Encrypted from the start (465).</summary>
    Tls,

    /// <summary>Not at all: a server on the same machine or network that asks for no password.</summary>
    None,
}
