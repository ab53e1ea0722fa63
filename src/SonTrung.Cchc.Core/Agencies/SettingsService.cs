using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>How an agency works.</summary>
/// <param name="ChecksBeforeSigning">Reports pass through "Chờ kiểm tra".</param>
/// <param name="NumberSource">Who gives numbers.</param>
/// <param name="NumberScope">What has a series of its own.</param>
public sealed record WayOfWork(bool ChecksBeforeSigning, NumberSource NumberSource, NumberScope NumberScope);

/// <summary>How the own agency and the whole portal work. A missing row means the usual way.</summary>
public sealed class SettingsService(CchcDbContext db)
{
    /// <summary>The own agency's settings; unsaved ones when there are none.</summary>
    public async Task<AgencySettings> OfAgencyAsync(CancellationToken cancellation = default) =>
        await db.AgencySettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new AgencySettings { AgencyId = db.OwnAgency() };

    /// <summary>The portal's settings; unsaved ones when there are none.</summary>
    public async Task<PortalSettings> OfPortalAsync(CancellationToken cancellation = default) =>
        await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();

    /// <summary>Saves the own agency's settings.</summary>
    /// <param name="version">The token that went out with the form; empty when nothing was saved yet.</param>
    /// <param name="input">What was chosen.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SetupResult> SaveAgencyAsync(Guid version, WayOfWork input, CancellationToken cancellation = default)
    {
        var row = await db.AgencySettings.SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new AgencySettings { AgencyId = db.OwnAgency() };
            db.AgencySettings.Add(row);
        }

        row.ChecksBeforeSigning = input.ChecksBeforeSigning;
        row.NumberSource = input.NumberSource;
        row.NumberScope = input.NumberScope;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Saves the portal's settings.</summary>
    /// <param name="version">The token that went out with the form; empty when nothing was saved yet.</param>
    /// <param name="maxUploadMegabytes">Largest file accepted.</param>
    /// <param name="supportLine">Whom to ask.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SetupResult> SavePortalAsync(Guid version, int maxUploadMegabytes, string? supportLine, CancellationToken cancellation = default)
    {
        var row = await db.PortalSettings.SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new PortalSettings();
            db.PortalSettings.Add(row);
        }

        row.MaxUploadMegabytes = maxUploadMegabytes;
        row.SupportLine = PlainText.Clean(supportLine) is { Length: > 0 } line ? line : null;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Saves where the own agency is reminded by e-mail.</summary>
    /// <param name="version">The token that went out with the form; empty when nothing was saved yet.</param>
    /// <param name="email">The address; null for none.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SetupResult> SaveContactAsync(Guid version, string? email, CancellationToken cancellation = default)
    {
        var row = await db.AgencySettings.SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new AgencySettings { AgencyId = db.OwnAgency() };
            db.AgencySettings.Add(row);
        }

        row.ContactEmail = PlainText.Clean(email) is { Length: > 0 } address ? address : null;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Saves the day by which a year's report is due where no request says otherwise.</summary>
    /// <param name="version">The token that went out with the form; empty when nothing was saved yet.</param>
    /// <param name="dueDay">The day, 1–31; in shorter months their last.</param>
    /// <param name="dueMonth">The month; from January to March of the year after.</param>
    /// <param name="graceDays">Days after it on which nobody is called late yet.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SetupResult> SaveDeadlineAsync(Guid version, int dueDay, int dueMonth, int graceDays, CancellationToken cancellation = default)
    {
        var row = await db.PortalSettings.SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new PortalSettings();
            db.PortalSettings.Add(row);
        }

        (row.DueDay, row.DueMonth, row.GraceDays) = (dueDay, dueMonth, graceDays);
        return await SaveAsync(row, version, cancellation);
    }

    private async Task<SetupResult> SaveAsync<T>(T row, Guid version, CancellationToken cancellation) where T : Entity, IVersioned
    {
        if (db.Entry(row).State != EntityState.Added)
        {
            return await db.SaveSetupAsync(row, version, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return new SetupResult(SetupOutcome.Done, row.Id);
    }
}
