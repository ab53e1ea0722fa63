using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>The agencies of the portal, for the system administrator. What they print and whom they report to, they set themselves.</summary>
public sealed class AgencyService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All agencies in the order of the alphabet, with those who administer them.</summary>
    public async Task<IReadOnlyList<AgencyRow>> ListAsync(CancellationToken cancellation = default) =>
        (await db.Agencies.AsNoTracking()
            .Select(row => new AgencyRow(
                row.Id, row.Name, row.Code, row.Kind,
                db.Users.Count(user => user.AgencyId == row.Id && user.Duties == Duties.Administrator && user.LeftUtc == null)))
            .ToListAsync(cancellation))
        .OrderBy(row => row.Kind).ThenBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).ToList();

    /// <summary>One agency, or null.</summary>
    public Task<Agency?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Adds an agency once per form.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, string name, string code, AgencyKind kind, CancellationToken cancellation = default)
    {
        if (!await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation)
            && await db.Agencies.AnyAsync(row => row.Code == code, cancellation))
        {
            return new SetupResult(SetupOutcome.NameTaken);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new Agency { Code = code, Name = PlainText.Clean(name), Kind = kind };
                db.Agencies.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Renames an agency in lists; code and kind stay.</summary>
    public async Task<SetupResult> RenameAsync(long id, Guid version, string name, CancellationToken cancellation = default)
    {
        if (await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        row.Name = PlainText.Clean(name);
        return await db.SaveAsync(row, version, cancellation);
    }
}

/// <summary>An agency in the list.</summary>
public sealed record AgencyRow(long Id, string Name, string Code, AgencyKind Kind, int Administrators);
