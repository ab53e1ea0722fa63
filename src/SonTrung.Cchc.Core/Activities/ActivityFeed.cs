using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>What another system asks of the log.</summary>
public sealed record FeedQuery
{
    /// <summary>Only a reporting year.</summary>
    public int? Year { get; init; }

    /// <summary>Only what changed at or after a moment (UTC); deleted activities are told too.</summary>
    public DateTime? UpdatedSince { get; init; }

    /// <summary>Where the page before ended.</summary>
    public FeedMark? After { get; init; }

    /// <summary>Activities on a page, 1 to <see cref="ActivityFeed.MostPerPage"/>.</summary>
    public int Size { get; init; } = ActivityFeed.UsualPerPage;
}

/// <summary>Where a page ends: an activity and when it changed. What changes meanwhile comes on a later page, and nothing is left out.</summary>
/// <param name="ChangedUtc">When the last activity changed (UTC).</param>
/// <param name="Id">The last activity.</param>
public readonly record struct FeedMark(DateTime ChangedUtc, long Id)
{
    /// <summary>The mark as one word of an address.</summary>
    public override string ToString() =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ChangedUtc.Ticks}:{Id}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads a mark; null when it is none.</summary>
    public static FeedMark? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        return padded.Length <= 64 && Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split(':') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= DateTime.MaxValue.Ticks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new FeedMark(new DateTime(moment, DateTimeKind.Utc), key)
            : null;
    }
}

/// <summary>A page of activities for another system.</summary>
/// <param name="Items">The activities, those first that changed longest ago.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
/// <param name="AsOfUtc">When they were read (UTC).</param>
public sealed record FeedPage(IReadOnlyList<FeedActivity> Items, FeedMark? Next, DateTime AsOfUtc);

/// <summary>An activity as other systems read it.</summary>
public sealed record FeedActivity
{
    /// <summary>Its key; never given twice.</summary>
    public required long Id { get; init; }

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Regular work of the whole year.</summary>
    public required bool IsAllYear { get; init; }

    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The code of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The code of the main topic.</summary>
    public string? Topic { get; init; }

    /// <summary>The plan line.</summary>
    public long? PlanItemId { get; init; }

    /// <summary>The unit.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>People reached.</summary>
    public int? PeopleReached { get; init; }

    /// <summary>Cost, whole đồng.</summary>
    public long? CostDong { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FeedMeasure> Measures { get; init; }

    /// <summary>Web addresses that prove it.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>How many files prove it.</summary>
    public required int Files { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Whether it was deleted; told only where changes are asked for.</summary>
    public required bool IsDeleted { get; init; }
}

/// <summary>A figure of an activity.</summary>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Value">The figure.</param>
public sealed record FeedMeasure(string Indicator, decimal Value);

/// <summary>The agency's activities for other systems, in the order in which they changed.</summary>
public sealed class ActivityFeed(CchcDbContext db, TimeProvider time)
{
    /// <summary>Activities on a page when nothing is said.</summary>
    public const int UsualPerPage = 100;

    /// <summary>The most activities on a page.</summary>
    public const int MostPerPage = 500;

    private static readonly Expression<Func<PropagandaActivity, FeedActivity>> Read = row => new FeedActivity
    {
        Id = row.Id,
        Year = row.Year,
        StartsOn = row.StartsOn,
        EndsOn = row.EndsOn,
        IsAllYear = row.IsAllYear,
        Title = row.Title,
        Place = row.Place,
        Channel = row.Channel!.Code,
        Topic = row.Topic!.Code,
        PlanItemId = row.PlanItemId,
        DepartmentId = row.DepartmentId,
        PeopleReached = row.PeopleReached,
        CostDong = row.CostDong,
        Measures = row.Measures.OrderBy(measure => measure.Indicator!.Position).Select(measure => new FeedMeasure(measure.Indicator!.Code, measure.Value)).ToList(),
        Links = row.Links.OrderBy(link => link.Id).Select(link => link.Url).ToList(),
        Files = row.Attachments.Count(file => file.DeletedUtc == null),
        UpdatedAt = row.ChangedUtc,
        IsDeleted = row.DeletedUtc != null,
    };

    /// <summary>A page of the agency's activities.</summary>
    public async Task<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellation = default)
    {
        var (agency, now) = (db.OwnAgency(), time.GetUtcNow().UtcDateTime);
        var rows = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency);
        if (query.UpdatedSince is { } since)
        {
            rows = rows.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).Where(row => row.ChangedUtc >= since);
        }

        if (query.Year is { } year)
        {
            rows = rows.Where(row => row.Year == year);
        }

        if (query.After is { } mark)
        {
            rows = rows.Where(row => row.ChangedUtc >= mark.ChangedUtc && (row.ChangedUtc > mark.ChangedUtc || row.Id > mark.Id));
        }

        var size = Math.Clamp(query.Size, 1, MostPerPage);
        var found = await rows.OrderBy(row => row.ChangedUtc).ThenBy(row => row.Id).Take(size + 1).Select(Read).AsSplitQuery().ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new FeedPage(page, found.Count > size ? new FeedMark(page[^1].UpdatedAt, page[^1].Id) : null, now);
    }
}
