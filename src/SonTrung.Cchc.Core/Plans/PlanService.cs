using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>The plans of the user's agency, one for a year.</summary>
public sealed class PlanService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The agency's plans, newest year first.</summary>
    public Task<List<PlanRow>> ListAsync(CancellationToken cancellation = default) =>
        Rows(db.Plans.AsNoTracking()).ToListAsync(cancellation);

    /// <summary>Deleted plans, newest year first.</summary>
    public Task<List<PlanRow>> DeletedAsync(CancellationToken cancellation = default) =>
        Rows(db.Plans.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking().Where(row => row.DeletedUtc != null)).ToListAsync(cancellation);

    /// <summary>Years with a period and without a plan, newest first.</summary>
    public Task<List<int>> OpenYearsAsync(CancellationToken cancellation = default) =>
        db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && !db.Plans.Any(plan => plan.Year == period.Year))
            .OrderByDescending(period => period.Year).Select(period => period.Year).ToListAsync(cancellation);

    /// <summary>The year that a new plan is for: the running reporting year or the first after it that has none.</summary>
    public async Task<int> YearToPlanAsync(CancellationToken cancellation = default)
    {
        var running = await db.ReportingYearAsync(time.Today(), cancellation);
        var open = await OpenYearsAsync(cancellation);
        return open.Where(year => year >= running).DefaultIfEmpty(open.Count > 0 ? open[0] : running).Min();
    }

    /// <summary>The plan of a year without its lines, or null.</summary>
    public Task<Plan?> FindAsync(int year, CancellationToken cancellation = default) =>
        db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year, cancellation);

    /// <summary>Who may sign a plan of a day.</summary>
    public Task<List<Choice>> SignersAsync(DateOnly day, CancellationToken cancellation = default) =>
        db.Signers.AsNoTracking().ValidOn(day).OrderBy(row => row.Capacity == SigningCapacity.OnBehalf ? 0 : 1).ThenBy(row => row.Id)
            .Select(row => new Choice(row.Id, row.FullName + ", " + row.Post)).ToListAsync(cancellation);

    /// <summary>Enters the plan of a year, once per form.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanResult> CreateAsync(Guid formKey, int year, PlanInput input, CancellationToken cancellation = default)
    {
        if (!await db.ReportingPeriods.AnyAsync(period => period.Kind == PeriodKind.Year && period.Year == year, cancellation))
        {
            return new PlanResult(year, PlanRefusal.NoPeriod);
        }

        if (!await IsKnownAsync(input.SignerId, cancellation))
        {
            return new PlanResult(year, PlanRefusal.UnknownChoice);
        }

        try
        {
            await db.CreateOnceAsync(
                formKey,
                time.GetUtcNow().UtcDateTime,
                () =>
                {
                    var row = new Plan { AgencyId = OwnAgency, Year = year, Subject = "" };
                    Fill(row, input);
                    db.Plans.Add(row);
                    return Task.FromResult<Entity>(row);
                },
                cancellation);
            return new PlanResult(year);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(year, cancellation) is null)
            {
                throw;
            }

            return new PlanResult(year, PlanRefusal.YearTaken);
        }
    }

    /// <summary>Changes a plan.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanResult> UpdateAsync(int year, Guid version, PlanInput input, CancellationToken cancellation = default)
    {
        if (await db.Plans.SingleOrDefaultAsync(plan => plan.Year == year, cancellation) is not { } row)
        {
            return new PlanResult(0, PlanRefusal.NotFound);
        }

        if (!await IsKnownAsync(input.SignerId, cancellation))
        {
            return new PlanResult(year, PlanRefusal.UnknownChoice);
        }

        Fill(row, input);
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a plan with its lines; it can be restored.</summary>
    public async Task<PlanResult> DeleteAsync(int year, Guid version, CancellationToken cancellation = default)
    {
        if (await db.Plans.SingleOrDefaultAsync(plan => plan.Year == year, cancellation) is not { } row)
        {
            return new PlanResult(0, PlanRefusal.NotFound);
        }

        row.DeletedUtc = time.GetUtcNow().UtcDateTime;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Brings a deleted plan back, unless its year has another by now.</summary>
    public async Task<PlanResult> RestoreAsync(long id, CancellationToken cancellation = default)
    {
        var row = await db.Plans.IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .SingleOrDefaultAsync(plan => plan.Id == id && plan.DeletedUtc != null, cancellation);
        if (row is null)
        {
            return new PlanResult(0, PlanRefusal.NotFound);
        }

        if (await db.Plans.AnyAsync(plan => plan.Year == row.Year, cancellation))
        {
            return new PlanResult(row.Year, PlanRefusal.YearTaken);
        }

        row.DeletedUtc = null;
        return await SaveAsync(row, row.Version, cancellation);
    }

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Plans belong to an agency.");

    private static IQueryable<PlanRow> Rows(IQueryable<Plan> plans) => plans
        .OrderByDescending(row => row.Year).ThenByDescending(row => row.Id)
        .Select(row => new PlanRow(row.Id, row.Year, row.Number, row.IssuedOn, row.Subject, row.Items.Count));

    private async Task<bool> IsKnownAsync(long? signerId, CancellationToken cancellation) =>
        signerId is null || await db.Signers.AnyAsync(row => row.Id == signerId, cancellation);

    private static void Fill(Plan row, PlanInput input)
    {
        row.Number = PlainText.Clean(input.Number);
        row.IssuedOn = input.IssuedOn;
        row.Subject = PlainText.Clean(input.Subject);
        row.Purpose = LinesOrNull(input.Purpose);
        row.Requirements = LinesOrNull(input.Requirements);
        row.Funding = LinesOrNull(input.Funding);
        row.Implementation = LinesOrNull(input.Implementation);
        row.SignerId = input.SignerId;
    }

    private static string? LinesOrNull(string? text) => PlainText.CleanLines(text) is { Length: > 0 } clean ? clean : null;

    private async Task<PlanResult> SaveAsync(Plan row, Guid version, CancellationToken cancellation) =>
        await db.TrySaveAsync(row, version, cancellation)
            ? new PlanResult(row.Year)
            : new PlanResult(row.Year, PlanRefusal.Conflict, await FindAsync(row.Year, cancellation));
}

/// <summary>A plan in a list.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Number">Number and symbol, or empty.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Items">How many lines it has.</param>
public sealed record PlanRow(long Id, int Year, string Number, DateOnly? IssuedOn, string Subject, int Items);
