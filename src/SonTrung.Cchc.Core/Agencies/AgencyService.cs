using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>What is entered about a new agency.</summary>
public sealed record AgencyInput
{
    /// <inheritdoc cref="Agency.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Agency.Code"/>
    public required string Code { get; init; }

    /// <inheritdoc cref="Agency.Kind"/>
    public required AgencyKind Kind { get; init; }

    /// <summary>The office that a commune reports to; null while it is not known.</summary>
    public long? SuperiorId { get; init; }

    /// <summary>From which day on.</summary>
    public DateOnly SuperiorFrom { get; init; }
}

/// <summary>The agencies of the portal, for the system administrator. What they print, they set themselves.</summary>
public sealed class AgencyService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All agencies in the order of the alphabet, with the office they report to today and those who can sign in to set them up.</summary>
    public async Task<IReadOnlyList<AgencyRow>> ListAsync(CancellationToken cancellation = default)
    {
        var today = time.Today();
        return (await db.Agencies.AsNoTracking()
                .Select(row => new AgencyRow(
                    row.Id, row.Name, row.Code, row.Kind,
                    db.AgencySuperiors.Where(superior => superior.AgencyId == row.Id)
                        .Where(superior => superior.ValidFrom <= today && (superior.ValidTo == null || superior.ValidTo >= today))
                        .Select(superior => superior.Superior!.Name).FirstOrDefault(),
                    db.Users.Count(user => user.AgencyId == row.Id && user.LeftUtc == null
                        && (user.Duties == Duties.Administrator || user.Duties == Duties.SuperiorOfficer))))
                .ToListAsync(cancellation))
            .OrderBy(row => row.Kind).ThenBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).ToList();
    }

    /// <summary>One agency, or null.</summary>
    public Task<Agency?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.Agencies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Adds an agency once per form, a commune with its superior.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, AgencyInput input, CancellationToken cancellation = default)
    {
        var superiorId = input.Kind == AgencyKind.Commune ? input.SuperiorId : null;
        if (await db.MadeByFormAsync(formKey, cancellation) is null && await db.Agencies.AnyAsync(row => row.Code == input.Code, cancellation))
        {
            return new SetupResult(SetupOutcome.NameTaken);
        }

        if (superiorId is not null
            && !await db.Agencies.AnyAsync(row => row.Id == superiorId && row.Kind == AgencyKind.SuperiorOffice, cancellation))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new Agency { Id = IdGenerator.NewId(), Code = input.Code, Name = PlainText.Clean(input.Name), Kind = input.Kind };
                db.Add(row);
                if (superiorId is { } office)
                {
                    db.Add(SuperiorService.New(row.Id, office, input.SuperiorFrom));
                }

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
        return await db.SaveSetupAsync(row, version, cancellation);
    }
}

/// <summary>An agency in the list.</summary>
/// <param name="Id">The agency.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Superior">The office that it reports to today; null when there is none.</param>
/// <param name="Accounts">Administrators and officers who can sign in.</param>
public sealed record AgencyRow(long Id, string Name, string Code, AgencyKind Kind, string? Superior, int Accounts);
