using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>The lists that names in a table are looked up in, of one agency, read at once.</summary>
internal sealed class ImportCatalogue
{
    private static readonly string[] OutsidePlan = ["Ngoài kế hoạch", "Ngoài KH", "Không"];

    private readonly HashSet<long> counted;
    private readonly Dictionary<int, NameMatcher> planItems = [];
    private readonly ILookup<int, NamedEntry> planItemsByYear;
    private readonly ILookup<int, NamedEntry> referencesByYear;
    private readonly Dictionary<int, NameMatcher> references = [];
    private readonly Dictionary<int, PlanLineProposal> proposals = [];
    private readonly ILookup<int, PlanLineChannels> channelsByYear;
    private readonly IReadOnlyList<ChannelUse> own;

    private ImportCatalogue(
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<ReportingPeriod> periods,
        NameMatcher channels,
        NameMatcher topics,
        NameMatcher units,
        NameMatcher departments,
        NameMatcher people,
        ILookup<int, NamedEntry> planItemsByYear,
        ILookup<int, NamedEntry> referencesByYear,
        ILookup<int, PlanLineChannels> channelsByYear,
        IReadOnlyList<ChannelUse> own)
    {
        (this.channelsByYear, this.own) = (channelsByYear, own);
        counted = indicators.Where(row => Indicator.IsCounted(row.Unit)).Select(row => row.Id).ToHashSet();
        this.planItemsByYear = planItemsByYear;
        this.referencesByYear = referencesByYear;
        (Indicators, Periods, Channels, Topics, Units, Departments, People) = (indicators, periods, channels, topics, units, departments, people);
    }

    /// <summary>The entry that says that an activity belongs to no plan line.</summary>
    public static readonly NamedEntry NoPlanItem = new(-1, OutsidePlan[0], OutsidePlan[1..]);

    /// <summary>What can be counted.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Whether what is counted is counted in whole numbers.</summary>
    public bool IsCounted(long indicator) => counted.Contains(indicator);

    /// <summary>The reporting years.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>Channels.</summary>
    public NameMatcher Channels { get; }

    /// <summary>Topics.</summary>
    public NameMatcher Topics { get; }

    /// <summary>Indicators, by name and by unit.</summary>
    public NameMatcher Units { get; }

    /// <summary>Units of the agency; of a name that was given twice the last one is meant.</summary>
    public NameMatcher Departments { get; }

    /// <summary>People of the agency.</summary>
    public NameMatcher People { get; }

    /// <summary>The parts of the report that a plan line may stand in.</summary>
    public NameMatcher Sections { get; } = new(
    [
        new(IdOf(PlanSection.Content), "Nội dung", "Nội dung tuyên truyền"),
        new(IdOf(PlanSection.Means), "Phương tiện", "Phương tiện tuyên truyền"),
        new(IdOf(PlanSection.Form), "Hình thức", "Hình thức tuyên truyền"),
        new(IdOf(PlanSection.Department), "Đơn vị", "Nhiệm vụ của các đơn vị"),
    ]);

    /// <summary>The kinds of targets.</summary>
    public NameMatcher TargetKinds { get; } = new(
    [
        new(IdOf(TargetKind.Quantity), "Số lượng"),
        new(IdOf(TargetKind.Ratio), "Tỷ lệ", "Tỉ lệ", "Phần trăm"),
        new(IdOf(TargetKind.Completion), "Hoàn thành", "Hoàn thành / chưa"),
    ]);

    /// <summary>The key of a value of the program in a list; keys begin at 1.</summary>
    public static long IdOf<T>(T value) where T : struct, Enum => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) + 1;

    /// <summary>The reporting year of a day; null when no period holds it.</summary>
    public int? YearOf(DateOnly day) => Periods.FirstOrDefault(period => period.From <= day && period.To >= day)?.Year;

    /// <summary>The days of a reporting year.</summary>
    public ReportingPeriod PeriodOf(int year) => Periods.FirstOrDefault(period => period.Year == year) ?? ReportingPeriod.StandardYear(0, year);

    /// <summary>The lines of a year's plan.</summary>
    public NameMatcher PlanItemsOf(int year)
    {
        if (!planItems.TryGetValue(year, out var matcher))
        {
            planItems[year] = matcher = new NameMatcher([.. planItemsByYear[year], NoPlanItem]);
        }

        return matcher;
    }

    /// <summary>The plan lines that the channels of a year's activities mean.</summary>
    public PlanLineProposal ProposalOf(int year)
    {
        if (!proposals.TryGetValue(year, out var proposal))
        {
            proposals[year] = proposal = new PlanLineProposal(own, [.. channelsByYear[year]]);
        }

        return proposal;
    }

    /// <summary>Issued documents by number; those of the year come before older ones of the same number.</summary>
    public NameMatcher ReferencesOf(int year)
    {
        if (!references.TryGetValue(year, out var matcher))
        {
            var own = referencesByYear[year].ToList();
            var numbers = own.Select(entry => NumberKey(entry.Name)).ToHashSet();
            references[year] = matcher = new NameMatcher(
                [.. own, .. referencesByYear.Where(group => group.Key != year).SelectMany(group => group).Where(entry => !numbers.Contains(NumberKey(entry.Name)))],
                keyOf: NumberKey);
        }

        return matcher;
    }

    /// <summary>Reads the lists of the user's agency.</summary>
    public static async Task<ImportCatalogue> ReadAsync(CchcDbContext db, long agencyId, DateOnly today, CancellationToken cancellation)
    {
        var names = await CatalogueNames.ReadAsync(db, agencyId, cancellation);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellation);
        var channels = await db.PropagandaChannels.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellation);
        names.PutInto([.. indicators, .. channels, .. topics]);
        var departments = await db.Departments.AsNoTracking().Where(row => row.AgencyId == agencyId)
            .OrderByDescending(row => row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today)).ThenByDescending(row => row.ValidFrom).ThenBy(row => row.Position)
            .Select(row => new NamedEntry(row.Id, row.Name) { ValidFrom = row.ValidFrom, ValidTo = row.ValidTo }).ToListAsync(cancellation);
        var people = await db.Users.AsNoTracking().Where(row => row.AgencyId == agencyId && row.LeftUtc == null)
            .OrderBy(row => row.SortKey).Select(row => new NamedEntry(row.Id, row.FullName)).ToListAsync(cancellation);
        var items = await db.PlanItems.AsNoTracking().Where(row => row.AgencyId == agencyId && row.Plan!.DeletedUtc == null)
            .OrderBy(row => row.Section).ThenBy(row => row.Position)
            .Select(row => new { row.Id, row.Title, row.Plan!.Year, ChannelIds = row.Channels.Select(channel => channel.ChannelId).ToList() })
            .AsSplitQuery().ToListAsync(cancellation);
        var own = await PlanLineProposal.Own(db).Take(PlanLineProposal.RecentRows)
            .Select(row => new ChannelUse(row.ChannelId, row.PlanItemId)).ToListAsync(cancellation);
        var documents = await db.ReferenceDocuments.AsNoTracking().Where(row => row.AgencyId == agencyId)
            .OrderByDescending(row => row.Year).ThenBy(row => row.Id).Select(row => new { row.Id, row.Number, row.Kind, row.Year }).ToListAsync(cancellation);
        return new ImportCatalogue(
            indicators,
            await db.ReportingPeriods.AsNoTracking().Where(row => row.AgencyId == agencyId && row.Kind == PeriodKind.Year).ToListAsync(cancellation),
            new NameMatcher(channels.ConvertAll(row => Entry(row, row.DisplayName))),
            new NameMatcher(topics.ConvertAll(row => Entry(row, row.DisplayName))),
            new NameMatcher(indicators.ConvertAll(row => Entry(row, row.DisplayUnit, row.DisplayName, row.Unit))),
            new NameMatcher(departments, firstWins: true),
            new NameMatcher(people),
            items.ToLookup(row => row.Year, row => new NamedEntry(row.Id, row.Title)),
            documents.ToLookup(row => row.Year, row => new NamedEntry(row.Id, row.Number, $"{row.Kind} {row.Number}", $"{row.Kind} số {row.Number}", $"số {row.Number}")),
            items.ToLookup(row => row.Year, row => new PlanLineChannels(row.Id, row.ChannelIds)),
            own);

        // The agency's own words come first; everyone's are known too.
        static NamedEntry Entry(CatalogueEntry row, string name, params string[] others) =>
            new(row.Id, name, [row.Name, .. others]) { ValidFrom = row.ValidFrom, ValidTo = row.ValidTo };
    }

    /// <summary>"5/KH-UBND" and "05/KH-UBND" are one number.</summary>
    private static string NumberKey(string number) =>
        string.Join(' ', SearchKey.Of(number).Split(' ').Select(word => word.TrimStart('0') is { Length: > 0 } rest && word.All(char.IsAsciiDigit) ? rest : word));
}
