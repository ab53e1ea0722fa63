using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Sends the e-mails of reminders, one after the other, in the system's scope.</summary>
public sealed class ReminderMailing(CchcDbContext db, IMailer mailer, TimeProvider time)
{
    /// <summary>How often an e-mail is tried before it is given up.</summary>
    public const int MostAttempts = 3;

    private const int Batch = 50;

    /// <summary>How long after a failure it is tried again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Tries what waits.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (!mailer.IsConfigured)
        {
            return 0;
        }

        var before = time.GetUtcNow().UtcDateTime - Pause;
        var waiting = await db.ReportReminders.Where(row => row.MailState == MailState.Queued && (row.MailedUtc == null || row.MailedUtc <= before))
            .Include(row => row.Commune).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var reminder in waiting)
        {
            await TryAsync(reminder, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return waiting.Count;
    }

    private async Task TryAsync(ReportReminder reminder, CancellationToken cancellation)
    {
        var address = await db.AgencySettings.AsNoTracking().Where(row => row.AgencyId == reminder.CommuneId).Select(row => row.ContactEmail).SingleOrDefaultAsync(cancellation);
        reminder.MailedUtc = time.GetUtcNow().UtcDateTime;
        if (string.IsNullOrEmpty(address))
        {
            reminder.MailState = MailState.NoAddress;
            return;
        }

        reminder.MailAddress = address;
        reminder.MailAttempts++;
        try
        {
            await mailer.SendAsync(await MailAsync(reminder, address, cancellation), cancellation);
            (reminder.MailState, reminder.MailError) = (MailState.Mailed, null);
        }
        catch (MailNotSentException problem)
        {
            var why = PlainText.Clean(problem.Message);
            reminder.MailError = why[..Math.Min(why.Length, ReportReminder.ErrorLength)];
            reminder.MailState = reminder.MailAttempts < MostAttempts ? MailState.Queued : MailState.MailFailed;
        }
    }

    private async Task<Mail> MailAsync(ReportReminder reminder, string address, CancellationToken cancellation)
    {
        var office = await db.Agencies.AsNoTracking().Where(agency => agency.Id == reminder.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        var period = Name(reminder.Period);
        var due = VietnameseDate.Format(reminder.DueOn);
        var subject = Fill(ReminderTexts.Subject, period, office);
        var text = Fill(VietnamTime.DayOf(reminder.SentUtc) > reminder.DueOn ? ReminderTexts.TextLate : ReminderTexts.Text, reminder.Commune!.Name, period, due, office);
        return new Mail(address, subject, reminder.Text is { } words ? $"{text}\n\n{words}\n\n{ReminderTexts.Foot}" : $"{text}\n\n{ReminderTexts.Foot}");
    }

    private static string Name(RequestedPeriod period) => period.Kind switch
    {
        Agencies.PeriodKind.Year => Fill(ReminderTexts.PeriodYear, period.Year),
        Agencies.PeriodKind.HalfYear => Fill(period.Ordinal == 1 ? ReminderTexts.PeriodFirstHalf : ReminderTexts.PeriodSecondHalf, period.Year),
        _ => Fill(ReminderTexts.PeriodQuarter, new[] { "I", "II", "III", "IV" }[period.Ordinal - 1], period.Year),
    };

    private static string Fill(string text, params object?[] values) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), text, values);
}
