using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>Gives a year's plan as the commune's own document.</summary>
public sealed class PlanDocuments(CchcDbContext db)
{
    /// <summary>The document of a year's plan, or null when the year has none.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="today">Today in Việt Nam: the date of a plan that has none yet, but no day after its year.</param>
    /// <param name="withAppendix">Whether the lines follow as a table too.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ReportIncompleteException">Letterhead or signer are missing on the plan's date.</exception>
    public async Task<PlanDocument?> BuildAsync(int year, DateOnly today, bool withAppendix, CancellationToken cancellation = default)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year, cancellation) is not { } plan)
        {
            return null;
        }

        var lastDay = new DateOnly(year, 12, 31);
        var day = plan.IssuedOn ?? (today < lastDay ? today : lastDay);
        var source = new PlanSource
        {
            Plan = plan,
            Items = await db.PlanItems.AsNoTracking().Where(row => row.PlanId == plan.Id)
                .Include(row => row.Department)
                .Include(row => row.Targets.OrderBy(target => target.Position)).ThenInclude(target => target.Indicator)
                .Include(row => row.Targets).ThenInclude(target => target.BaseIndicator)
                .Include(row => row.References.OrderBy(reference => reference.Position)).ThenInclude(reference => reference.ReferenceDocument)
                .InReportOrder().AsSplitQuery().ToListAsync(cancellation),
            Profile = await db.AgencyProfiles.AsNoTracking().ValidOn(day).Include(row => row.Recipients.OrderBy(line => line.Position))
                .OrderByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation)
                ?? throw new ReportIncompleteException(ReportPart.Letterhead),
            Signer = await SignerAsync(plan, day, cancellation) ?? throw new ReportIncompleteException(ReportPart.Signer),
            Bases = await db.ReferenceDocuments.AsNoTracking()
                .Where(row => row.Year == year && row.Purpose == ReferencePurpose.Directing && !row.IsOwn && row.IssuedOn <= day)
                .OrderBy(row => row.IssuedOn).ThenBy(row => row.Id).ToListAsync(cancellation),
        };
        (await CatalogueNames.ReadAsync(db, plan.AgencyId, cancellation)).PutInto(source.Items);
        return new PlanDocument(plan, PlanDocumentBuilder.Build(source, withAppendix), PlanDocumentBuilder.IssueMark(plan));
    }

    private Task<Signer?> SignerAsync(Plan plan, DateOnly day, CancellationToken cancellation) => plan.SignerId is { } chosen
        ? db.Signers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == chosen, cancellation)
        : db.Signers.AsNoTracking().ValidOn(day)
            .OrderBy(row => row.Capacity == SigningCapacity.OnBehalf ? 0 : 1).ThenBy(row => row.ValidFrom).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>A plan on paper.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Document">Its document.</param>
/// <param name="Issue">Number and date, when it has both.</param>
public sealed record PlanDocument(Plan Plan, OfficialDocument Document, IssueMark? Issue);
