using System.Globalization;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Reminders;

/// <summary>How pages speak of the e-mails of reminders.</summary>
internal static class ReminderWords
{
    /// <summary>How far an e-mail is.</summary>
    public static string Name(MailState state) =>
        ReminderPageTexts.ResourceManager.GetString($"State{state}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {state}.");

    /// <summary>Its colour.</summary>
    public static StatusTone Tone(MailState state) => state switch
    {
        MailState.Mailed => StatusTone.Good,
        MailState.Queued => StatusTone.Waiting,
        MailState.MailFailed or MailState.NoAddress => StatusTone.Bad,
        _ => StatusTone.Neutral,
    };

    /// <summary>To which address, when, and why not.</summary>
    public static string Details(ReportReminder row) => string.Join(
        "; ",
        new[]
        {
            row.MailAddress,
            row is { MailState: MailState.Mailed, MailedUtc: { } at } ? VietnamTime.Format(at) : null,
            row.MailError is { } why ? ReminderPageTexts.Tried.Fill(row.MailAttempts, why) : null,
        }.OfType<string>());
}
