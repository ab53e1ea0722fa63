using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>What a request says.</summary>
public sealed record ReportRequestInput
{
    /// <summary>Number and symbol of the official letter.</summary>
    public required string Number { get; init; }

    /// <summary>The letter's date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The letter's subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The period asked for.</summary>
    public required RequestedPeriod Period { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Days of grace.</summary>
    public int GraceDays { get; init; }

    /// <summary>The outline of the portal.</summary>
    public long? OutlineTemplateId { get; init; }

    /// <summary>The outline in words.</summary>
    public string? OutlineText { get; init; }

    /// <summary>Who is asked.</summary>
    public required IReadOnlyList<long> CommuneIds { get; init; }

    /// <summary>Which figures are asked for.</summary>
    public IReadOnlyList<long> IndicatorIds { get; init; } = [];
}

/// <summary>Đợt báo cáo of the own office.</summary>
public sealed class ReportRequestService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The requests, the newest period first.</summary>
    public async Task<IReadOnlyList<ReportRequest>> ListAsync(CancellationToken cancellation = default) =>
        (await Own().Include(row => row.Communes).ToListAsync(cancellation)).OrderByDescending(row => row.Period).ThenByDescending(row => row.IssuedOn).ToList();

    /// <summary>The requests that were taken back, last first.</summary>
    public Task<List<ReportRequest>> DeletedAsync(CancellationToken cancellation = default) =>
        Own().Deleted().OrderByDescending(row => row.DeletedUtc).ThenBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>One request of the own office with all it says, or null.</summary>
    public async Task<ReportRequest?> FindAsync(long id, CancellationToken cancellation = default)
    {
        var request = await Own().Include(row => row.OutlineTemplate).Include(row => row.Communes).ThenInclude(row => row.Commune)
            .Include(row => row.Indicators).ThenInclude(row => row.Indicator).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (request is not null)
        {
            (await CatalogueNames.ReadAsync(db, cancellation)).PutInto(request.Indicators.Select(row => row.Indicator));
        }

        return request;
    }

    /// <summary>What the form offers: communes that report to the office today, outlines and indicators that count today, and those chosen before.</summary>
    public async Task<ReportRequestChoices> ChoicesAsync(ReportRequest? chosen = null, CancellationToken cancellation = default)
    {
        var today = time.Today();
        var reporting = await ReportingOn(today).ToListAsync(cancellation);
        var communes = reporting.Union(chosen?.Communes.Select(row => row.CommuneId) ?? []).ToList();
        var indicators = chosen?.Indicators.Select(row => row.IndicatorId).ToList() ?? [];
        var outline = chosen?.OutlineTemplateId;
        return new ReportRequestChoices(
            (await db.Agencies.AsNoTracking().Where(agency => communes.Contains(agency.Id)).Select(agency => new Choice(agency.Id, agency.Name)).ToListAsync(cancellation))
                .OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).ToList(),
            reporting,
            await db.OutlineTemplates.AsNoTracking()
                .Where(row => row.AgencyId == null && ((row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today)) || row.Id == outline))
                .OrderBy(row => row.Id).Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            await (await CatalogueNames.ReadAsync(db, cancellation)).ChoicesAsync(db.Indicators.ValidOnOrChosen(today, indicators), cancellation));
    }

    /// <summary>The day by which a year's report is due where nothing else was said, for a new request.</summary>
    public async Task<(RequestedPeriod Period, DateOnly DueOn)> ProposedAsync(CancellationToken cancellation = default)
    {
        var settings = await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();
        var year = ReportingPeriod.StandardYearOf(time.Today());
        return (RequestedPeriod.Whole(year), settings.DueOn(year));
    }

    /// <summary>Asks, once per form.</summary>
    public async Task<SaveResult<ReportRequest>> CreateAsync(Guid formKey, ReportRequestInput input, CancellationToken cancellation = default)
    {
        if (!await MayAskAsync(input, null, cancellation))
        {
            return new SaveResult<ReportRequest>(SaveOutcome.UnknownChoice);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new ReportRequest
                {
                    AgencyId = db.OwnAgency(),
                    Number = "",
                    IssuedOn = input.IssuedOn,
                    Subject = "",
                    Year = input.Period.Year,
                    PeriodKind = input.Period.Kind,
                    PeriodOrdinal = input.Period.Ordinal,
                    DueOn = input.DueOn,
                };
                db.ReportRequests.Add(row);
                Fill(row, input);
                return Task.FromResult<Entity>(row);
            },
            cancellation);
        return new SaveResult<ReportRequest>(
            SaveOutcome.Done, await db.ReportRequests.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking().SingleAsync(row => row.Id == id, cancellation));
    }

    /// <summary>Changes what is asked for; the communes see it at once.</summary>
    public async Task<SaveResult<ReportRequest>> UpdateAsync(long id, Guid version, ReportRequestInput input, CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        var row = await db.ReportRequests.Where(row => row.AgencyId == own).Include(row => row.Communes).Include(row => row.Indicators)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (row is null)
        {
            return new SaveResult<ReportRequest>(SaveOutcome.NotFound);
        }

        if (!await MayAskAsync(input, row, cancellation))
        {
            return new SaveResult<ReportRequest>(SaveOutcome.UnknownChoice);
        }

        Fill(row, input);
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Takes a request back; the communes no longer see it.</summary>
    public async Task<SaveResult<ReportRequest>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        await Own().AnyAsync(row => row.Id == id, cancellation)
            ? await db.DeleteAsync<ReportRequest>(id, version, time.GetUtcNow().UtcDateTime, cancellation)
            : new SaveResult<ReportRequest>(SaveOutcome.NotFound);

    /// <summary>Brings a request back.</summary>
    public async Task<SaveResult<ReportRequest>> RestoreAsync(long id, CancellationToken cancellation = default) =>
        await Own().Deleted().AnyAsync(row => row.Id == id, cancellation)
            ? await db.RestoreAsync<ReportRequest>(id, cancellation)
            : new SaveResult<ReportRequest>(SaveOutcome.NotFound);

    private IQueryable<ReportRequest> Own()
    {
        var own = db.OwnAgency();
        return db.ReportRequests.AsNoTracking().Where(row => row.AgencyId == own);
    }

    private IQueryable<long> ReportingOn(DateOnly day)
    {
        var own = db.OwnAgency();
        return db.AgencySuperiors.AsNoTracking().ValidOn(day).Where(row => row.SuperiorId == own).Select(row => row.AgencyId).Distinct();
    }

    /// <summary>An office asks the communes that report to it and nobody else.</summary>
    private async Task<bool> MayAskAsync(ReportRequestInput input, ReportRequest? row, CancellationToken cancellation)
    {
        var choices = await ChoicesAsync(row, cancellation);
        return input.CommuneIds.Count > 0
            && input.CommuneIds.All(id => choices.Communes.Any(choice => choice.Id == id))
            && input.IndicatorIds.All(id => choices.Indicators.Any(choice => choice.Id == id))
            && (input.OutlineTemplateId is null || choices.Outlines.Any(choice => choice.Id == input.OutlineTemplateId));
    }

    private static void Fill(ReportRequest row, ReportRequestInput input)
    {
        row.Number = PlainText.Clean(input.Number);
        row.IssuedOn = input.IssuedOn;
        row.Subject = WithoutAbout(PlainText.Clean(input.Subject));
        (row.Year, row.PeriodKind, row.PeriodOrdinal) = (input.Period.Year, input.Period.Kind, input.Period.Ordinal);
        row.DueOn = input.DueOn;
        row.GraceDays = input.GraceDays;
        row.OutlineTemplateId = input.OutlineTemplateId;
        row.OutlineText = PlainText.CleanLines(input.OutlineText ?? "") is { Length: > 0 } outline ? outline : null;
        row.Communes.RemoveAll(commune => !input.CommuneIds.Contains(commune.CommuneId));
        foreach (var added in input.CommuneIds.Distinct().Where(id => !row.Communes.Exists(commune => commune.CommuneId == id)).ToList())
        {
            row.Communes.Add(new ReportRequestCommune { AgencyId = row.AgencyId, CommuneId = added });
        }

        row.Indicators.RemoveAll(indicator => !input.IndicatorIds.Contains(indicator.IndicatorId));
        foreach (var added in input.IndicatorIds.Distinct().Where(id => !row.Indicators.Exists(indicator => indicator.IndicatorId == id)).ToList())
        {
            row.Indicators.Add(new ReportRequestIndicator { AgencyId = row.AgencyId, IndicatorId = added });
        }
    }

    private static string WithoutAbout(string subject) =>
        Array.Find(["về ", "v/v "], word => subject.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } about ? subject[about.Length..].TrimStart() : subject;
}

/// <summary>What the form of a request offers.</summary>
/// <param name="Communes">Communes to ask.</param>
/// <param name="Reporting">Those that report to the office today: asked unless somebody takes them out.</param>
/// <param name="Outlines">Outlines of the portal.</param>
/// <param name="Indicators">Figures to ask for.</param>
public sealed record ReportRequestChoices(
    IReadOnlyList<Choice> Communes, IReadOnlyList<long> Reporting, IReadOnlyList<Choice> Outlines, IReadOnlyList<Choice> Indicators);
