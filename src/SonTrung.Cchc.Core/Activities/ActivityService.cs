using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>The log of activities of the user's agency.</summary>
public sealed class ActivityService(CchcDbContext db, TimeProvider time)
{
    private const int NearRows = 300;
    private const int ShownAlike = 5;

    /// <summary>One activity with its parts, or null.</summary>
    public Task<PropagandaActivity?> FindAsync(long id, CancellationToken cancellation = default) =>
        WithParts(db.PropagandaActivities.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>One activity with its parts and the names of all that it points at, or null.</summary>
    public async Task<PropagandaActivity?> ShowAsync(long id, CancellationToken cancellation = default)
    {
        var activity = await WithParts(db.PropagandaActivities.AsNoTracking())
            .Include(row => row.Channel).Include(row => row.Topic).Include(row => row.PlanItem).Include(row => row.Department)
            .Include(row => row.Measures.OrderBy(measure => measure.Indicator!.Position)).ThenInclude(measure => measure.Indicator)
            .Include(row => row.Tags).ThenInclude(tag => tag.Topic)
            .Include(row => row.References).ThenInclude(reference => reference.ReferenceDocument)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (activity is not null)
        {
            (await CatalogueNames.ReadAsync(db, cancellation)).PutInto([activity]);
        }

        return activity;
    }

    /// <summary>Enters an activity once per form, unless it looks like one that is there and that the user has not been shown.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="shown">Activities much like it that the user has been shown.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityResult> CreateAsync(
        Guid formKey, ActivityInput input, IReadOnlyCollection<long> shown, CancellationToken cancellation = default)
    {
        var (year, refusal) = await CheckAsync(null, input, cancellation);
        if (refusal is not null)
        {
            return new ActivityResult(0, refusal);
        }

        // The receipt is read after the look-alikes: if this form's own row is among them, its receipt is there too.
        var alike = await AlikeAsync(input, cancellation);
        if (await db.MadeByFormAsync(formKey, cancellation) is { } made)
        {
            return !await db.AnyPendingAsync(input.AttachmentIds, cancellation) && await IsUnchangedAsync(made, input, year, cancellation)
                ? new ActivityResult(made, Year: year)
                : new ActivityResult(made, ActivityRefusal.SentBefore, Alike: alike);
        }

        if (alike.Any(row => !shown.Contains(row.Id)))
        {
            return new ActivityResult(0, ActivityRefusal.LikelyDuplicate, Alike: alike);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var id = await db.CreateOnceAsync(
            formKey,
            now,
            async () =>
            {
                var row = Add(input, year, now);
                await db.AttachPendingAsync(EvidenceOwner.Activity(row.Id), input.AttachmentIds, cancellation);
                return row;
            },
            cancellation);
        return new ActivityResult(id, Year: year);
    }

    /// <summary>Changes an activity; what stays as it was is not written.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="shown">Activities much like it that the user has been shown.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityResult> UpdateAsync(
        long id, Guid version, ActivityInput input, IReadOnlyCollection<long> shown, CancellationToken cancellation = default)
    {
        var row = await WithParts(db.PropagandaActivities).SingleOrDefaultAsync(activity => activity.Id == id, cancellation);
        if (row is null)
        {
            return new ActivityResult(0, ActivityRefusal.NotFound);
        }

        var (year, refusal) = await CheckAsync(row, input, cancellation);
        if (refusal is not null)
        {
            return new ActivityResult(id, refusal);
        }

        // Who changes anything else was asked when these were entered.
        if (row.Title != PlainText.Clean(input.Title) || row.StartsOn != input.StartsOn || (row.Place ?? "") != PlainText.Clean(input.Place))
        {
            var alike = (await AlikeAsync(input, cancellation)).Where(other => other.Id != id).ToList();
            if (alike.Exists(other => !shown.Contains(other.Id)))
            {
                return new ActivityResult(id, ActivityRefusal.LikelyDuplicate, Alike: alike);
            }
        }

        Fill(row, input, year);
        await db.AttachPendingAsync(EvidenceOwner.Activity(id), input.AttachmentIds, cancellation);
        return db.ChangeTracker.HasChanges() ? await SaveAsync(row, version, cancellation) : new ActivityResult(id, Year: year);
    }

    /// <summary>Hides an activity; it can be restored.</summary>
    public Task<SaveResult<PropagandaActivity>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        db.DeleteAsync<PropagandaActivity>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted activity back.</summary>
    public Task<SaveResult<PropagandaActivity>> RestoreAsync(long id, CancellationToken cancellation = default) =>
        db.RestoreAsync<PropagandaActivity>(id, cancellation);

    /// <summary>The reporting year of a day, or null when no period holds it.</summary>
    public Task<int?> YearOfAsync(DateOnly day, CancellationToken cancellation = default) =>
        db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && period.From <= day && period.To >= day)
            .Select(period => (int?)period.Year).FirstOrDefaultAsync(cancellation);

    /// <summary>Adds a row to the context; the input must have been checked.</summary>
    internal PropagandaActivity Add(ActivityInput input, int year, DateTime now, long? importId = null)
    {
        var row = new PropagandaActivity
        {
            AgencyId = OwnAgency,
            Title = "",
            Year = year,
            StartsOn = input.StartsOn,
            EndsOn = input.StartsOn,
            ChannelId = input.ChannelId,
            EnteredUtc = now,
            EnteredById = db.Scope.UserId,
            ImportBatchId = importId,
        };
        Fill(row, input, year);
        db.PropagandaActivities.Add(row);
        return row;
    }

    /// <summary>The own agency's activities of a year: a range of the index, which the query filter alone is not.</summary>
    internal IQueryable<PropagandaActivity> OfYear(int year)
    {
        var agencyId = OwnAgency;
        return db.PropagandaActivities.Where(row => row.AgencyId == agencyId && row.Year == year);
    }

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Activities belong to an agency.");

    private static IQueryable<PropagandaActivity> WithParts(IQueryable<PropagandaActivity> rows) =>
        rows.Include(row => row.Measures).Include(row => row.Tags).Include(row => row.Links)
            .Include(row => row.References).Include(row => row.Attachments).AsSplitQuery();

    private async Task<(int Year, ActivityRefusal? Refusal)> CheckAsync(PropagandaActivity? row, ActivityInput input, CancellationToken cancellation)
    {
        if (await YearOfAsync(input.StartsOn, cancellation) is not { } year)
        {
            return (0, ActivityRefusal.NoPeriod);
        }

        if (input.EndsOn is { } end && (end < input.StartsOn || await YearOfAsync(end, cancellation) != year))
        {
            return (year, ActivityRefusal.EndsWrong);
        }

        if (!await AreKnownAsync(row, input, cancellation))
        {
            return (year, ActivityRefusal.UnknownChoice);
        }

        if (input.PlanItemId is { } item && !await db.PlanItems.AnyAsync(line => line.Id == item && line.Plan!.Year == year, cancellation))
        {
            return (year, ActivityRefusal.PlanItemOfAnotherYear);
        }

        return await db.CheckPendingAsync(row is null ? null : EvidenceOwner.Activity(row.Id), input.AttachmentIds, cancellation) switch
        {
            null => (year, null),
            EvidenceRefusal.TooManyFiles => (year, ActivityRefusal.TooManyFiles),
            _ => (year, ActivityRefusal.FilesGone),
        };
    }

    /// <summary>What is counted in whole numbers, but was given in parts.</summary>
    public async Task<IReadOnlyList<Indicator>> GivenInPartsAsync(IReadOnlyDictionary<long, decimal> measures, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var ids = measures.Where(measure => measure.Value % 1 != 0).Select(measure => measure.Key).ToList();
        return ids.Count == 0 ? [] : (await db.Indicators.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation))
            .Where(row => Indicator.IsCounted(row.Unit)).ToList();
    }

    /// <summary>Whether all that was chosen is there; entries of the catalogues count on the first day, unless the activity has them already.</summary>
    private async Task<bool> AreKnownAsync(PropagandaActivity? row, ActivityInput input, CancellationToken cancellation)
    {
        var day = input.StartsOn;
        IReadOnlyCollection<long> kept = row is null
            ? []
            : [row.ChannelId, row.TopicId ?? 0, .. row.Tags.Select(tag => tag.TopicId), .. row.Measures.Select(measure => measure.IndicatorId)];
        var topics = input.TagIds.Append(input.TopicId ?? 0).Where(id => id != 0).Distinct().ToList();
        var indicators = input.Measures.Keys.ToList();
        return await db.PropagandaChannels.ValidOnOrChosen(day, kept).AnyAsync(entry => entry.Id == input.ChannelId, cancellation)
            && await db.Topics.ValidOnOrChosen(day, kept).CountAsync(entry => topics.Contains(entry.Id), cancellation) == topics.Count
            && await db.Indicators.ValidOnOrChosen(day, kept).CountAsync(entry => indicators.Contains(entry.Id), cancellation) == indicators.Count
            && await db.ReferenceDocuments.CountAsync(document => input.ReferenceIds.Contains(document.Id), cancellation) == input.ReferenceIds.Distinct().Count()
            && (input.PlanItemId is not { } item || await db.PlanItems.AnyAsync(line => line.Id == item, cancellation))
            && (input.DepartmentId is not { } unit || await db.Departments.AnyAsync(other => other.Id == unit, cancellation));
    }

    private async Task<IReadOnlyList<AlikeActivity>> AlikeAsync(ActivityInput input, CancellationToken cancellation)
    {
        var (from, to) = (input.StartsOn.AddDays(-1), input.StartsOn.AddDays(1));
        var years = await db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && period.From <= to && period.To >= from)
            .Select(period => period.Year).ToListAsync(cancellation);
        var near = new List<AlikeActivity>();
        foreach (var year in years)
        {
            near.AddRange(await OfYear(year).AsNoTracking().Where(row => row.StartsOn >= from && row.StartsOn <= to)
                .OrderBy(row => row.StartsOn).ThenBy(row => row.Id).Take(NearRows)
                .Select(row => new AlikeActivity(row.Id, row.StartsOn, row.Title, row.Place, row.ChannelId, row.Channel!.Name, row.PlanItemId))
                .ToListAsync(cancellation));
        }

        var names = await CatalogueNames.ReadAsync(db, cancellation);
        return near.Where(row => row.IsLike(input)).Take(ShownAlike)
            .Select(row => row with { Channel = names.NameOf(CatalogueKind.Channel, row.ChannelId, row.Channel) }).ToList();
    }

    private async Task<bool> IsUnchangedAsync(long id, ActivityInput input, int year, CancellationToken cancellation)
    {
        var row = await WithParts(db.PropagandaActivities).SingleOrDefaultAsync(activity => activity.Id == id, cancellation);
        if (row is not null)
        {
            Fill(row, input, year);
        }

        var unchanged = row is not null && !db.ChangeTracker.HasChanges();
        db.ChangeTracker.Clear();
        return unchanged;
    }

    private void Fill(PropagandaActivity row, ActivityInput input, int year)
    {
        row.Title = PlainText.Clean(input.Title);
        row.Year = year;
        row.StartsOn = input.StartsOn;
        row.EndsOn = input.EndsOn ?? input.StartsOn;
        row.IsAllYear = input.IsAllYear;
        row.ChannelId = input.ChannelId;
        row.TopicId = input.TopicId;
        row.PlanItemId = input.PlanItemId;
        row.DepartmentId = input.DepartmentId;
        row.Place = TextOrNull(input.Place);
        row.PeopleReached = input.PeopleReached;
        row.CostDong = input.CostDong;
        row.ReportText = TextOrNull(input.ReportText);
        row.IsHighlighted = input.IsHighlighted;
        FillMeasures(row, input.Measures);
        Match(row.Tags, tag => tag.TopicId, input.TagIds, topic => new ActivityTopic { AgencyId = row.AgencyId, ActivityId = row.Id, TopicId = topic });
        Match(row.Links, link => link.Url, input.Links, url => new ActivityLink { AgencyId = row.AgencyId, ActivityId = row.Id, Url = url });
        Match(row.References, reference => reference.ReferenceDocumentId, input.ReferenceIds, document => new ActivityReference
        {
            AgencyId = row.AgencyId,
            ActivityId = row.Id,
            ReferenceDocumentId = document,
        });
    }

    private void FillMeasures(PropagandaActivity row, IReadOnlyDictionary<long, decimal> measures)
    {
        Match(row.Measures, measure => measure.IndicatorId, measures.Keys, indicator => new ActivityMeasure
        {
            AgencyId = row.AgencyId,
            ActivityId = row.Id,
            IndicatorId = indicator,
            Value = measures[indicator],
        });
        foreach (var measure in row.Measures)
        {
            measure.Value = measures[measure.IndicatorId];
        }
    }

    /// <summary>Removes the parts that are no longer wanted and adds those that are missing; the others stay untouched.</summary>
    private void Match<TPart, TKey>(List<TPart> parts, Func<TPart, TKey> keyOf, IEnumerable<TKey> wanted, Func<TKey, TPart> create)
        where TPart : AgencyPart
        where TKey : notnull
    {
        var keys = wanted.ToHashSet();
        foreach (var part in parts.Where(part => !keys.Contains(keyOf(part))).ToList())
        {
            parts.Remove(part);
            db.Remove(part);
        }

        parts.AddRange(keys.Except(parts.Select(keyOf)).Select(create));
    }

    private static string? TextOrNull(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private async Task<ActivityResult> SaveAsync(PropagandaActivity row, Guid version, CancellationToken cancellation)
    {
        var saved = await db.SaveAsync(row, version, cancellation);
        return saved.Outcome switch
        {
            SaveOutcome.Done => new ActivityResult(row.Id, Year: row.Year),
            SaveOutcome.Conflict => new ActivityResult(row.Id, ActivityRefusal.Conflict, saved.Row),
            _ => new ActivityResult(row.Id, ActivityRefusal.NotFound),
        };
    }
}
