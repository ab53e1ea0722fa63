using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>Whose certificate signs for the own agency.</summary>
public sealed class AgencySealService(CchcDbContext db)
{
    /// <summary>The own agency's; null while none is known.</summary>
    public Task<AgencySeal?> FindAsync(CancellationToken cancellation = default) => db.AgencySeals.AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Saves it.</summary>
    /// <param name="version">The token that went out with the form; empty when nothing was saved yet.</param>
    /// <param name="certificate">Thumbprint or holder.</param>
    /// <param name="endsOn">Its last day, where somebody knows it. What was noted of another certificate is forgotten.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SetupResult> SaveAsync(Guid version, string certificate, DateOnly? endsOn, CancellationToken cancellation = default)
    {
        if (await db.AgencySeals.SingleOrDefaultAsync(cancellation) is { } row)
        {
            var wanted = PlainText.Clean(certificate);
            row.CertificateEndsOn = wanted != row.Certificate && endsOn == row.CertificateEndsOn ? null : endsOn;
            row.Certificate = wanted;
            return await db.SaveSetupAsync(row, version, cancellation);
        }

        var seal = new AgencySeal { AgencyId = db.OwnAgency(), Certificate = PlainText.Clean(certificate), CertificateEndsOn = endsOn };
        db.AgencySeals.Add(seal);
        await db.SaveChangesAsync(cancellation);
        return new SetupResult(SetupOutcome.Done, seal.Id);
    }
}
