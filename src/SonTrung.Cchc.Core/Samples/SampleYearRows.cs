using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>Turns a sample year into rows.</summary>
internal sealed class SampleYearRows
{
    private readonly SampleYear year;
    private readonly long agencyId;
    private readonly IReadOnlyDictionary<string, Department> departments;
    private readonly SampleCodes codes;
    private readonly SamplePictures pictures;
    private readonly Dictionary<string, ReferenceDocument> documents;
    private readonly Dictionary<string, PlanItem> items;
    private readonly List<Shortcoming> shortcomings;
    private readonly List<NextYearTask> tasks;

    public SampleYearRows(
        SampleYear year, SamplePlan plan, long agencyId, IReadOnlyDictionary<string, Department> departments, SampleCodes codes, SamplePictures pictures)
    {
        this.year = year;
        this.agencyId = agencyId;
        this.departments = departments;
        this.codes = codes;
        this.pictures = pictures;
        Plan = new Plan
        {
            Id = IdGenerator.NewId(),
            AgencyId = agencyId,
            Year = year.Year,
            Number = plan.Number,
            IssuedOn = plan.IssuedOn,
            Subject = plan.Subject,
            Purpose = plan.Purpose,
            Requirements = plan.Requirements,
            Funding = plan.Funding,
            Implementation = plan.Implementation,
        };
        documents = year.Documents.ToDictionary(row => row.Key, Document);
        items = plan.Items.Select((row, i) => (row.Key, Item: Item(row, i))).ToDictionary(row => row.Key, row => row.Item);
        shortcomings = year.Shortcomings.Select(Shortcoming).ToList();
        tasks = year.Tasks.Select(NextYearTask).ToList();
    }

    public Plan Plan { get; }

    public IEnumerable<Entity> All() =>
    [
        Plan,
        .. documents.Values,
        .. items.Values,
        .. year.Activities.Select(Activity),
        .. shortcomings,
        .. tasks,
        .. year.Dismissed.Select(Dismissal),
        .. year.Figures.Select(Figure),
    ];

    /// <summary>Tells last year's tasks which lines of this plan they became.</summary>
    public void Carry(SamplePlan plan, SampleYearRows? last)
    {
        foreach (var row in plan.Items.Where(row => row.Task is not null))
        {
            last!.tasks[row.Task!.Value].PlanItemId = items[row.Key].Id;
        }
    }

    private ReferenceDocument Document(SampleDocument row) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = agencyId,
        Year = year.Year,
        Kind = row.Kind,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        IsOwn = row.IsOwn,
        Issuer = row.Issuer ?? "",
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
            Id = IdGenerator.NewId(),
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
            EnteredUtc = AfternoonOf(row.EndsOn ?? row.StartsOn),
        };
        activity.Measures.AddRange(row.Measures.Select(measure => new ActivityMeasure
        {
            AgencyId = agencyId,
            IndicatorId = codes.Indicators[measure.Key],
            Value = measure.Value,
        }));
        activity.Links.AddRange(row.Links.Select(url => new ActivityLink { AgencyId = agencyId, Url = url }));
        activity.References.AddRange(row.Documents.Select(key => new ActivityReference
        {
            AgencyId = agencyId,
            ReferenceDocumentId = documents[key].Id,
        }));
        activity.Attachments.AddRange(row.Pictures.Select((name, i) => pictures.Attachment(agencyId, name, row.StartsOn, i, activity.EnteredUtc)));
        return activity;
    }

    /// <summary>Entered on the last day, at four in the afternoon in Việt Nam.</summary>
    private static DateTime AfternoonOf(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    private Shortcoming Shortcoming(SampleShortcoming row, int position) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = agencyId,
        Year = year.Year,
        Position = position,
        Text = row.Text,
        EndMark = row.EndMark,
        CauseId = row.CauseCode is { } code ? codes.Causes[code] : null,
        Cause = row.Cause,
        Remedy = row.Remedy,
        PlanItemId = row.Item is { } item ? items[item].Id : null,
    };

    private ProposalAnswer Dismissal(SampleDismissal row) => new()
    {
        AgencyId = agencyId,
        Year = year.Year,
        PlanItemId = items[row.Item].Id,
        Outcome = ProposalOutcome.Dismissed,
        Reason = row.Reason,
        AnsweredBy = row.By,
        AnsweredUtc = VietnamTime.ToUtc(row.At),
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

    private DeclaredFigure Figure(SampleFigure row) => new()
    {
        AgencyId = agencyId,
        Year = year.Year,
        Name = row.Name,
        Value = row.Value,
        Unit = row.Unit,
        Source = row.Source,
        AsOf = row.AsOf,
    };

    private long? DepartmentId(string? key) => key is null ? null : departments[key].Id;
}
