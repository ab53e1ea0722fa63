using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>The lines of the plans of the user's agency.</summary>
public sealed class PlanItemService(CchcDbContext db, TimeProvider time)
{
    /// <summary>One line with its plan and parts, or null.</summary>
    public Task<PlanItem?> FindAsync(long id, CancellationToken cancellation = default) =>
        WithParts(db.PlanItems.AsNoTracking()).Include(row => row.Plan)
            .SingleOrDefaultAsync(row => row.Id == id && row.Plan!.DeletedUtc == null, cancellation);

    /// <summary>The lines of a year's plan in the order of the report.</summary>
    public Task<List<PlanItem>> ListAsync(int year, CancellationToken cancellation = default) =>
        db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == year).Include(row => row.Department).InReportOrder().ToListAsync(cancellation);

    /// <summary>The deleted lines of a year's plan, the last deleted first.</summary>
    public Task<List<PlanItem>> DeletedAsync(int year, CancellationToken cancellation = default) =>
        Deleted().AsNoTracking().Where(row => row.Plan!.Year == year)
            .OrderByDescending(row => row.DeletedUtc).ThenByDescending(row => row.Id).ToListAsync(cancellation);

    /// <summary>What the form of a line offers.</summary>
    /// <param name="year">The plan's year.</param>
    /// <param name="item">The line, whose own choices stay although they may have ended; null for a new one.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanItemChoices> ChoicesAsync(int year, PlanItem? item, CancellationToken cancellation = default)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .Where(row => row.Kind == PeriodKind.Year && row.Year == year).FirstOrDefaultAsync(cancellation)
            ?? ReportingPeriod.StandardYear(0, year);
        var (from, to) = (period.From, period.To);
        var channels = item?.Channels.Select(row => row.ChannelId).ToList() ?? [];
        var indicators = item?.Targets.SelectMany(row => new[] { row.IndicatorId ?? 0, row.BaseIndicatorId ?? 0 }).ToList() ?? [];
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var references = item?.References.Select(row => row.ReferenceDocumentId).ToList() ?? [];
        return new PlanItemChoices(
            await db.Departments.AsNoTracking()
                .Where(row => (row.ValidFrom <= to && (row.ValidTo == null || row.ValidTo >= from)) || row.Id == (item == null ? null : item.DepartmentId))
                .OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            await db.Users.AsNoTracking()
                .Where(user => user.AgencyId == OwnAgency
                    && ((user.LeftUtc == null && (user.Duties & Doers) != 0) || user.Id == (item == null ? null : item.ResponsibleId)))
                .OrderBy(user => user.SortKey).Select(user => new Choice(user.Id, user.FullName)).ToListAsync(cancellation),
            await names.ChoicesAsync(
                db.PropagandaChannels.Where(row => (row.ValidFrom <= to && (row.ValidTo == null || row.ValidTo >= from)) || channels.Contains(row.Id)),
                cancellation),
            await names.ChoicesAsync(
                db.Indicators.Where(row => (row.ValidFrom <= to && (row.ValidTo == null || row.ValidTo >= from)) || indicators.Contains(row.Id)),
                cancellation),
            await db.ReferenceDocuments.AsNoTracking().Where(row => row.Year == year || references.Contains(row.Id))
                .OrderBy(row => row.IssuedOn).ThenBy(row => row.Id)
                .Select(row => new Choice(row.Id, row.Kind + " " + row.Number + ": " + row.Subject)).ToListAsync(cancellation));
    }

    /// <summary>Adds a line at the end of its section, once per form.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="year">The plan's year.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanItemResult> CreateAsync(Guid formKey, int year, PlanItemInput input, CancellationToken cancellation = default)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year, cancellation) is not { } plan)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        if (!await AreKnownAsync(input, cancellation))
        {
            return new PlanItemResult(0, year, PlanRefusal.UnknownChoice);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () => Add(plan, input, await EndOfAsync(plan.Id, input.Section, cancellation)),
            cancellation);
        return new PlanItemResult(id, year);
    }

    /// <summary>Changes a line; in another section it comes last.</summary>
    /// <param name="id">The line.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanItemResult> UpdateAsync(long id, Guid version, PlanItemInput input, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, cancellation) is not { } row)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        if (!await AreKnownAsync(input, cancellation))
        {
            return new PlanItemResult(id, row.Plan!.Year, PlanRefusal.UnknownChoice);
        }

        if (row.Section != input.Section)
        {
            row.Position = await EndOfAsync(row.PlanId, input.Section, cancellation);
        }

        Fill(row, input);
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Moves a line one place up or down in its section; at the end it stays.</summary>
    /// <param name="id">The line.</param>
    /// <param name="version">The token that went out with the list.</param>
    /// <param name="up">Up, else down.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanItemResult> MoveAsync(long id, Guid version, bool up, CancellationToken cancellation = default)
    {
        if (await db.PlanItems.Include(row => row.Plan).SingleOrDefaultAsync(row => row.Id == id && row.Plan!.DeletedUtc == null, cancellation) is not { } row)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        var lines = await db.PlanItems.Where(other => other.PlanId == row.PlanId && other.Section == row.Section)
            .OrderBy(other => other.Position).ThenBy(other => other.Id).ToListAsync(cancellation);
        var from = lines.IndexOf(row);
        var to = Math.Clamp(up ? from - 1 : from + 1, 0, lines.Count - 1);
        (lines[from], lines[to]) = (lines[to], lines[from]);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Position = i;
        }

        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides a line; it can be restored.</summary>
    public async Task<PlanItemResult> DeleteAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, cancellation) is not { } row)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        row.DeletedUtc = time.GetUtcNow().UtcDateTime;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Brings a deleted line back.</summary>
    public async Task<PlanItemResult> RestoreAsync(long id, CancellationToken cancellation = default)
    {
        if (await Deleted().Include(row => row.Plan).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        row.DeletedUtc = null;
        return await SaveAsync(row, row.Version, cancellation);
    }

    /// <summary>Puts down why a line was not carried out; the report says so.</summary>
    public async Task<PlanItemResult> GiveReasonAsync(long id, Guid version, string? reason, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, cancellation) is not { } row)
        {
            return new PlanItemResult(0, 0, PlanRefusal.NotFound);
        }

        row.ReasonNotDone = TextOrNull(reason);
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Adds a line to the context; the input must have been checked.</summary>
    internal PlanItem Add(Plan plan, PlanItemInput input, int position, long? importId = null)
    {
        var row = new PlanItem
        {
            AgencyId = plan.AgencyId,
            PlanId = plan.Id,
            Section = input.Section,
            Position = position,
            Title = "",
            ImportBatchId = importId,
        };
        Fill(row, input);
        db.PlanItems.Add(row);
        return row;
    }

    private const Duties Doers = Duties.Staff | Duties.Clerk | Duties.Chairman | Duties.ContentChecker | Duties.FormChecker;

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Plan lines belong to an agency.");

    private IQueryable<PlanItem> Deleted() => db.PlanItems.IgnoreQueryFilters([CchcDbContext.DeletedFilter])
        .Where(row => row.DeletedUtc != null && row.Plan!.DeletedUtc == null);

    private static IQueryable<PlanItem> WithParts(IQueryable<PlanItem> rows) => rows
        .Include(row => row.Targets.OrderBy(target => target.Position)).Include(row => row.Channels)
        .Include(row => row.References.OrderBy(reference => reference.Position)).AsSplitQuery();

    private Task<PlanItem?> LoadAsync(long id, CancellationToken cancellation) => WithParts(db.PlanItems).Include(row => row.Plan)
        .SingleOrDefaultAsync(row => row.Id == id && row.Plan!.DeletedUtc == null, cancellation);

    internal async Task<int> EndOfAsync(long planId, PlanSection section, CancellationToken cancellation) =>
        1 + (await db.PlanItems.Where(row => row.PlanId == planId && row.Section == section).MaxAsync(row => (int?)row.Position, cancellation) ?? -1);

    private async Task<bool> AreKnownAsync(PlanItemInput input, CancellationToken cancellation) =>
        (input.DepartmentId is not { } unit || await db.Departments.AnyAsync(row => row.Id == unit, cancellation))
        && (input.ResponsibleId is not { } person || await db.Users.AnyAsync(row => row.Id == person && row.AgencyId == OwnAgency, cancellation))
        && await AllAsync(db.PropagandaChannels, input.ChannelIds, cancellation)
        && await AllAsync(db.ReferenceDocuments, input.ReferenceIds, cancellation)
        && await AllAsync(
            db.Indicators,
            input.Targets.SelectMany(target => new[] { target.IndicatorId, target.BaseIndicatorId }).OfType<long>(),
            cancellation);

    private static async Task<bool> AllAsync<T>(IQueryable<T> rows, IEnumerable<long> ids, CancellationToken cancellation) where T : Entity
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0 || await rows.CountAsync(row => wanted.Contains(row.Id), cancellation) == wanted.Count;
    }

    private void Fill(PlanItem row, PlanItemInput input)
    {
        row.Title = PlainText.Clean(input.Title);
        row.Section = input.Section;
        row.DepartmentId = input.DepartmentId;
        row.ResponsibleId = input.ResponsibleId;
        row.DueOn = input.DueOn;
        row.BudgetDong = input.BudgetDong;
        row.ReportText = TextOrNull(input.ReportText);
        row.ReasonNotDone = TextOrNull(input.ReasonNotDone);
        var targets = input.Targets.Select((target, i) => new PlanTarget
        {
            AgencyId = row.AgencyId,
            PlanItemId = row.Id,
            Position = i,
            Kind = target.Kind,
            IndicatorId = target.IndicatorId,
            BaseIndicatorId = target.BaseIndicatorId,
            Value = target.Value,
        }).ToList();
        if (!row.Targets.Select(Said).SequenceEqual(targets.Select(Said)))
        {
            db.RemoveRange(row.Targets);
            row.Targets.AddRange(targets);
        }

        Keep(row.Channels, channel => channel.ChannelId, input.ChannelIds, (channel, _) => new PlanItemChannel
        {
            AgencyId = row.AgencyId,
            PlanItemId = row.Id,
            ChannelId = channel,
        });
        Keep(row.References, reference => reference.ReferenceDocumentId, input.ReferenceIds, (document, place) => new PlanItemReference
        {
            AgencyId = row.AgencyId,
            PlanItemId = row.Id,
            Position = place,
            ReferenceDocumentId = document,
        });
    }

    private static (TargetKind, long?, long?, decimal?) Said(PlanTarget target) => (target.Kind, target.IndicatorId, target.BaseIndicatorId, target.Value);

    /// <summary>Parts that are still chosen stay as they are, with what else they hold; the others go, new ones come last.</summary>
    private void Keep<T>(List<T> parts, Func<T, long> keyOf, IReadOnlyList<long> chosen, Func<long, int, T> create) where T : AgencyPart
    {
        var gone = parts.Where(part => !chosen.Contains(keyOf(part))).ToList();
        db.RemoveRange(gone);
        var next = parts.Count;
        foreach (var key in chosen.Distinct().Except(parts.Select(keyOf)).ToList())
        {
            parts.Add(create(key, next++));
        }
    }

    private static string? TextOrNull(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private async Task<PlanItemResult> SaveAsync(PlanItem row, Guid version, CancellationToken cancellation)
    {
        var year = row.Plan!.Year;
        return await db.TrySaveAsync(row, version, cancellation)
            ? new PlanItemResult(row.Id, year)
            : new PlanItemResult(row.Id, year, PlanRefusal.Conflict, await FindAsync(row.Id, cancellation));
    }
}

/// <summary>What the form of a plan line offers.</summary>
/// <param name="Departments">Units of the year.</param>
/// <param name="People">People who work.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Indicators">What can be counted.</param>
/// <param name="References">The year's documents.</param>
public sealed record PlanItemChoices(
    IReadOnlyList<Choice> Departments,
    IReadOnlyList<Choice> People,
    IReadOnlyList<Choice> Channels,
    IReadOnlyList<Choice> Indicators,
    IReadOnlyList<Choice> References);
