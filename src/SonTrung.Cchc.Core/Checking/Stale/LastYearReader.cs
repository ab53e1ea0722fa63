using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Checking.Stale;

/// <summary>Collects what last year left behind.</summary>
internal static class LastYearReader
{
    private const string PlanItem = "plan-item:";

    /// <summary>What the words of a report are held against.</summary>
    /// <param name="db">The database.</param>
    /// <param name="report">The report with its lines.</param>
    /// <param name="source">Its year.</param>
    /// <param name="signers">Who may sign it.</param>
    /// <param name="day">The document's day.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<KnownLastYear> ReadAsync(
        CchcDbContext db, AnnualReport report, ReportSource source, IReadOnlyList<Signer> signers, DateOnly day, CancellationToken cancellation)
    {
        var year = report.Year - 1;
        var carried = await CarriedAsync(db, source, year, cancellation);
        return new KnownLastYear
        {
            Year = year,
            OwnBlocks = report.Lines.Where(IsOwn).Select(line => $"{line.Id}").ToHashSet(StringComparer.Ordinal),
            CarriedBlocks = report.Lines.Where(line => !line.IsRemoved && !IsOwn(line) && IsOfPlanItem(line.AutoKey!, carried)).Select(line => $"{line.Id}").ToHashSet(StringComparer.Ordinal),
            Sentences = await SentencesAsync(db, report, year, cancellation),
            Former = await FormerAsync(db, report.AgencyId, year, signers, source.Departments, day, cancellation),
        };
    }

    /// <summary>People, posts, units and documents that a year knew and a day of the next one does not.</summary>
    /// <param name="db">The database.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="year">The year that knew them.</param>
    /// <param name="signers">Who may sign on the day.</param>
    /// <param name="units">The agency's units, ended ones too.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<FormerName>> FormerAsync(
        CchcDbContext db, long agency, int year, IReadOnlyList<Signer> signers, IReadOnlyList<Department> units, DateOnly day, CancellationToken cancellation) =>
    [
        .. await PeopleAsync(db, agency, signers, day, cancellation),
        .. Units(units, day),
        .. await DocumentsAsync(db, agency, year, cancellation),
    ];

    private static bool IsOwn(ReportLine line) => !line.IsRemoved
        && (line.IsEdited || line.AutoKey is null
            || line.AutoKey.StartsWith("shortcoming:", StringComparison.Ordinal) || line.AutoKey.StartsWith("task:", StringComparison.Ordinal));

    /// <summary>The plan's lines that last year's plan was copied into, or that a task of last year's report opened.</summary>
    private static async Task<HashSet<long>> CarriedAsync(CchcDbContext db, ReportSource source, int year, CancellationToken cancellation)
    {
        var items = source.PlanItems.Select(item => item.Id).ToList();
        var opened = await db.NextYearTasks.AsNoTracking().Where(task => task.Year == year && task.PlanItemId != null && items.Contains(task.PlanItemId.Value))
            .Select(task => task.PlanItemId!.Value).ToListAsync(cancellation);
        return [.. source.PlanItems.Where(item => item.PreviousItemId is not null).Select(item => item.Id), .. opened];
    }

    /// <summary>"plan-item:12", "department:3/plan-item:12"; the documents below a line are this year's.</summary>
    private static bool IsOfPlanItem(string autoKey, HashSet<long> items) =>
        autoKey[(autoKey.LastIndexOf('/') + 1)..] is var key && key.StartsWith(PlanItem, StringComparison.Ordinal)
        && long.TryParse(key.AsSpan(PlanItem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var item) && items.Contains(item);

    private static async Task<HashSet<string>> SentencesAsync(CchcDbContext db, AnnualReport report, int year, CancellationToken cancellation)
    {
        var last = await db.AnnualReports
            .Where(row => row.AgencyId == report.AgencyId && row.Year == year && row.PeriodKind == report.PeriodKind && row.PeriodOrdinal == report.PeriodOrdinal)
            .OrderByDescending(row => row.Revision).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        var lines = last is null
            ? []
            : await db.ReportLines.AsNoTracking()
                .Where(line => line.ReportId == last && !line.IsRemoved && line.Level != BlockLevel.Section && line.Level != BlockLevel.Heading)
                .OrderBy(line => line.Id).Select(line => line.Text).ToListAsync(cancellation);
        var blocks = lines.ConvertAll(line => new ReadBlock("", DocumentPart.Paragraph, "", line));
        var facts = new CheckedText(new ReadDocument(blocks), CheckKnowledge.None).Facts;
        return blocks.SelectMany(facts.Sentences).Select(sentence => StaleText.Key(sentence.Text, year)).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Signers whose time has passed and people who left; of those who still sign, the posts that they no longer hold.</summary>
    private static async Task<List<FormerName>> PeopleAsync(CchcDbContext db, long agency, IReadOnlyList<Signer> signers, DateOnly day, CancellationToken cancellation)
    {
        var past = await db.Signers.AsNoTracking().Where(row => row.AgencyId == agency && row.ValidTo != null && row.ValidTo < day)
            .OrderBy(row => row.Id).Select(row => new { row.FullName, row.Post }).ToListAsync(cancellation);
        var gone = await db.Users.AsNoTracking().Where(row => row.AgencyId == agency && row.LeftUtc != null).OrderBy(row => row.Id).Select(row => row.FullName).ToListAsync(cancellation);
        var here = await db.Users.AsNoTracking().Where(row => row.AgencyId == agency && row.LeftUtc == null).Select(row => row.FullName).ToListAsync(cancellation);
        var found = new List<FormerName>();
        foreach (var row in past)
        {
            var (now, post) = (signers.Where(signer => signer.FullName == row.FullName).ToList(), row.Post.ToLower(TextFacts.Vietnamese));
            if (now.Count > 0 && !now.Exists(signer => signer.Post == row.Post))
            {
                found.Add(new FormerName(FormerKind.Post, row.FullName, post, now[0].Post.ToLower(TextFacts.Vietnamese)));
            }
            else if (now.Count == 0 && !here.Contains(row.FullName))
            {
                found.Add(new FormerName(FormerKind.Person, row.FullName, Detail: post));
            }
        }

        found.AddRange(gone.Where(name => !here.Contains(name) && !signers.Any(signer => signer.FullName == name)).Select(name => new FormerName(FormerKind.Person, name)));
        return found.DistinctBy(name => (name.Kind, name.Name, name.Post)).ToList();
    }

    private static IEnumerable<FormerName> Units(IReadOnlyList<Department> units, DateOnly day)
    {
        var now = units.Where(unit => unit.ValidFrom <= day && (unit.ValidTo is not { } end || end >= day)).ToList();
        return units.Where(unit => unit.ValidTo < day && !now.Exists(other => other.Name == unit.Name)).DistinctBy(unit => unit.Name)
            .Select(unit => new FormerName(FormerKind.Unit, unit.Name, Detail: now.Find(other => other.Id == unit.SuccessorId)?.Name ?? ""));
    }

    /// <summary>Numbers of last year's plan and documents that none of this year's has.</summary>
    private static async Task<IEnumerable<FormerName>> DocumentsAsync(CchcDbContext db, long agency, int year, CancellationToken cancellation)
    {
        var documents = await db.ReferenceDocuments.AsNoTracking().Where(row => row.AgencyId == agency && (row.Year == year || row.Year == year + 1) && row.Number != "")
            .Select(row => new { row.Year, row.Kind, row.Number }).ToListAsync(cancellation);
        var plans = await db.Plans.AsNoTracking().Where(row => row.AgencyId == agency && (row.Year == year || row.Year == year + 1) && row.Number != "")
            .Select(row => new { row.Year, Kind = "Kế hoạch", row.Number }).ToListAsync(cancellation);
        var all = plans.Concat(documents).ToList();
        var now = all.Where(row => row.Year == year + 1).Select(row => row.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.Where(row => row.Year == year && !now.Contains(row.Number)).DistinctBy(row => row.Number)
            .Select(row => new FormerName(FormerKind.Document, row.Number, Detail: row.Kind));
    }
}
