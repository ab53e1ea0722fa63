using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Đôn đốc: a superior office reminds a commune of a report that it owes. It is the office's; the commune reads it.</summary>
public sealed class ReportReminder : AgencyEntity
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Longest e-mail address, characters.</summary>
    public const int AddressLength = 254;

    /// <summary>Longest answer of a mail server kept, characters.</summary>
    public const int ErrorLength = 300;

    /// <summary>Who is reminded.</summary>
    public required long CommuneId { get; init; }

    /// <summary>Who is reminded.</summary>
    public Agency? Commune { get; init; }

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>Year, half year or quarter.</summary>
    public required PeriodKind PeriodKind { get; init; }

    /// <summary>Which half or quarter; 1 for a year.</summary>
    public required int PeriodOrdinal { get; init; }

    /// <summary>The last day, as it was when the reminder was sent.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What the office adds.</summary>
    public string? Text { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public required DateTime SentUtc { get; init; }

    /// <summary>Who sent it.</summary>
    public required string UserName { get; init; }

    /// <summary>How far its e-mail is; in the portal it stands at once.</summary>
    public required MailState MailState { get; set; }

    /// <summary>To which address.</summary>
    public string? MailAddress { get; set; }

    /// <summary>How often it was tried.</summary>
    public int MailAttempts { get; set; }

    /// <summary>When it went out, or was last tried (UTC).</summary>
    public DateTime? MailedUtc { get; set; }

    /// <summary>Why the last try failed, in the server's words.</summary>
    public string? MailError { get; set; }

    /// <summary>The period.</summary>
    public RequestedPeriod Period => new(Year, PeriodKind, PeriodOrdinal);
}

/// <summary>How far the e-mail of a reminder is.</summary>
public enum MailState
{
    /// <summary>The portal sends no e-mail.</summary>
    Off,

    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The mail server took it.</summary>
    Mailed,

    /// <summary>The commune has given no address.</summary>
    NoAddress,

    /// <summary>Given up.</summary>
    MailFailed,
}

/// <summary>An e-mail in plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>The way out to a mail server.</summary>
public interface IMailer
{
    /// <summary>Whether the portal has a mail server.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands an e-mail to the server.</summary>
    /// <exception cref="MailNotSentException">The server cannot be reached or does not take it.</exception>
    Task SendAsync(Mail mail, CancellationToken cancellation = default);
}

/// <summary>An e-mail was not taken.</summary>
/// <param name="message">Why, without any secret.</param>
/// <param name="problem">What happened.</param>
public sealed class MailNotSentException(string message, Exception? problem = null) : Exception(message, problem);
