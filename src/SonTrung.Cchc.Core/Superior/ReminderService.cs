using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Whom a reminder goes to.</summary>
public enum ReminderChoice
{
    /// <summary>Everybody who owes the report.</summary>
    Owing,

    /// <summary>Everybody whose report is late.</summary>
    Late,

    /// <summary>Those that were chosen.</summary>
    Chosen,
}

/// <summary>Gửi đôn đốc: at once in the portal, and by e-mail in the background where the portal has a mail server.</summary>
public sealed class ReminderService(CchcDbContext db, WallReader walls, IMailer mailer, TimeProvider time)
{
    /// <summary>Reminders on a page.</summary>
    public const int MostShown = 200;

    /// <summary>Whether reminders go out by e-mail too.</summary>
    public bool SendsMail => mailer.IsConfigured;

    /// <summary>The newest reminders, last first.</summary>
    public Task<List<ReportReminder>> ListAsync(CancellationToken cancellation = default) => Own().Take(MostShown).ToListAsync(cancellation);

    /// <summary>All reminders, last first.</summary>
    public Task<List<ReportReminder>> AllAsync(CancellationToken cancellation = default) => Own().ToListAsync(cancellation);

    /// <summary>When each commune was last reminded of a period (UTC).</summary>
    public async Task<IReadOnlyDictionary<long, DateTime>> LastAsync(RequestedPeriod period, CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        return await db.ReportReminders.AsNoTracking()
            .Where(row => row.AgencyId == own && row.Year == period.Year && row.PeriodKind == period.Kind && row.PeriodOrdinal == period.Ordinal)
            .GroupBy(row => row.CommuneId).Select(group => new { group.Key, Last = group.Max(row => row.SentUtc) })
            .ToDictionaryAsync(row => row.Key, row => row.Last, cancellation);
    }

    /// <summary>Reminds, once per form. Who has sent the report in the meantime is left in peace.</summary>
    /// <param name="formKey">The form's key.</param>
    /// <param name="period">Of what.</param>
    /// <param name="choice">Whom.</param>
    /// <param name="communeIds">Those that were chosen.</param>
    /// <param name="text">What the office adds.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many were reminded.</returns>
    public async Task<int> SendAsync(
        Guid formKey, RequestedPeriod period, ReminderChoice choice, IReadOnlyCollection<long> communeIds, string? text, CancellationToken cancellation = default)
    {
        var owing = (await walls.ReadAsync(_ => [period], cancellation)).Rows.SelectMany(row => row.Cells)
            .Where(cell => cell.IsOwed && cell.Duty is not null)
            .Where(cell => choice switch
            {
                ReminderChoice.Late => cell.State == WallState.Overdue,
                ReminderChoice.Chosen => communeIds.Contains(cell.CommuneId),
                _ => true,
            }).ToList();
        if (owing.Count == 0 || await db.MadeByFormAsync(formKey, cancellation) is not null)
        {
            return owing.Count;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var added = PlainText.CleanLines(text) is { Length: > 0 } words ? words : null;
        await db.CreateOnceAsync(
            formKey,
            now,
            () =>
            {
                var rows = owing.ConvertAll(cell => new ReportReminder
                {
                    AgencyId = db.OwnAgency(),
                    CommuneId = cell.CommuneId,
                    Year = period.Year,
                    PeriodKind = period.Kind,
                    PeriodOrdinal = period.Ordinal,
                    DueOn = cell.Duty!.DueOn,
                    Text = added,
                    SentUtc = now,
                    UserName = db.Scope.UserName,
                    MailState = mailer.IsConfigured ? MailState.Queued : MailState.Off,
                });
                db.AddRange(rows);
                return Task.FromResult<Entity>(rows[0]);
            },
            cancellation);
        return owing.Count;
    }

    private IOrderedQueryable<ReportReminder> Own()
    {
        var own = db.OwnAgency();
        return db.ReportReminders.AsNoTracking().Where(row => row.AgencyId == own).Include(row => row.Commune).OrderByDescending(row => row.Id);
    }
}
