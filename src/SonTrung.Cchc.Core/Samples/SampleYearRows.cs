using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>Turns a sample year into rows.</summary>
internal sealed class SampleYearRows
{
    private readonly SampleYear year;
    private readonly long agencyId;
    private readonly IReadOnlyDictionary<string, Department> departments;
    private readonly SampleCodes codes;
    private readonly Dictionary<string, ReferenceDocument> documents;
    private readonly Dictionary<string, PlanItem> items;
    private readonly List<Shortcoming> shortcomings;

    public SampleYearRows(SampleYear year, long agencyId, IReadOnlyDictionary<string, Department> departments, SampleCodes codes)
    {
        this.year = year;
        this.agencyId = agencyId;
        this.departments = departments;
        this.codes = codes;
        Plan = new Plan
        {
            Id = IdGenerator.NewId(),
            AgencyId = agencyId,
            Year = year.Year,
            Number = year.Plan.Number,
            IssuedOn = year.Plan.IssuedOn,
            Subject = year.Plan.Subject,
        };
        documents = year.Documents.ToDictionary(row => row.Key, Document);
        items = year.Plan.Items.Select((row, i) => (row.Key, Item: Item(row, i))).ToDictionary(row => row.Key, row => row.Item);
        shortcomings = year.Shortcomings.Select(Shortcoming).ToList();
    }

    public Plan Plan { get; }

    public IEnumerable<Entity> All() =>
    [
        Plan,
        .. documents.Values,
        .. items.Values,
        .. year.Activities.Select(Activity),
        .. shortcomings,
        .. year.Tasks.Select(NextYearTask),
    ];

    private ReferenceDocument Document(SampleDocument row) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = agencyId,
        Year = year.Year,
        Kind = row.Kind,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        IsOwn = row.IsOwn,
        Subject = row.Subject,
        Purpose = row.Purpose,
    };

    private PlanItem Item(SampleItem row, int position)
    {
        var item = new PlanItem
        {
            Id = IdGenerator.NewId(),
            AgencyId = agencyId,
            PlanId = Plan.Id,
            Section = row.Section,
            Position = position,
            Title = row.Title,
            ReportText = row.ReportText,
            EndMark = row.EndMark,
            DepartmentId = DepartmentId(row.Department),
            DueOn = row.DueOn,
        };
        item.Channels.AddRange(row.Channels.Select(code => new PlanItemChannel { AgencyId = agencyId, ChannelId = codes.Channels[code] }));
        item.Targets.AddRange(row.Targets.Select((target, i) => new PlanTarget
        {
            AgencyId = agencyId,
            Position = i,
            Kind = target.Kind,
            IndicatorId = target.Indicator is { } indicator ? codes.Indicators[indicator] : null,
            BaseIndicatorId = target.Base is { } whole ? codes.Indicators[whole] : null,
            Value = target.Value,
        }));
        item.References.AddRange(row.References.Select((reference, i) => new PlanItemReference
        {
            AgencyId = agencyId,
            Position = i,
            ReferenceDocumentId = documents[reference.Document].Id,
            EndMark = reference.EndMark,
        }));
        return item;
    }

    private PropagandaActivity Activity(SampleActivity row, int position)
    {
        var activity = new PropagandaActivity
        {
            AgencyId = agencyId,
            Year = year.Year,
            Title = row.Title,
            StartsOn = row.StartsOn,
            EndsOn = row.EndsOn ?? row.StartsOn,
            IsAllYear = row.IsAllYear,
            ChannelId = codes.Channels[row.Channel],
            TopicId = row.Topic is { } topic ? codes.Topics[topic] : null,
            PlanItemId = row.Item is { } item ? items[item].Id : null,
            DepartmentId = DepartmentId(row.Department),
            Place = row.Place,
            PeopleReached = row.People,
            ReportText = row.ReportText,
            EndMark = row.EndMark,
            IsHighlighted = row.IsHighlighted,
            Position = row.IsAllYear ? position : 0,
        };
        activity.Measures.AddRange(row.Measures.Select(measure => new ActivityMeasure
        {
            AgencyId = agencyId,
            IndicatorId = codes.Indicators[measure.Key],
            Value = measure.Value,
        }));
        activity.Links.AddRange(row.Links.Select(url => new ActivityLink { AgencyId = agencyId, Url = url }));
        return activity;
    }

    private Shortcoming Shortcoming(SampleShortcoming row, int position) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = agencyId,
        Year = year.Year,
        Position = position,
        Text = row.Text,
        EndMark = row.EndMark,
        Cause = row.Cause,
        Remedy = row.Remedy,
        PlanItemId = row.Item is { } item ? items[item].Id : null,
    };

    private NextYearTask NextYearTask(SampleTask row, int position) => new()
    {
        AgencyId = agencyId,
        Year = year.Year,
        Kind = row.Kind,
        Position = position,
        Text = row.Text,
        ShortcomingId = row.Shortcoming is { } index ? shortcomings[index].Id : null,
    };

    private long? DepartmentId(string? key) => key is null ? null : departments[key].Id;
}
