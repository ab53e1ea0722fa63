using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Collects what an agency knows beside its report's text.</summary>
public sealed partial class CheckKnowledgeReader(CchcDbContext db, ReportSourceReader sources)
{
    /// <summary>What is known of a report whose lines are in line with its data.</summary>
    internal async Task<CheckKnowledge> ReadAsync(AnnualReport report, ReportSource source, CancellationToken cancellation)
    {
        var agency = report.AgencyId;
        var signers = await sources.SignersAsync(report, cancellation);
        var day = await sources.DocumentDayAsync(report, cancellation);
        var people = await db.Users.AsNoTracking().Where(row => row.AgencyId == agency).Select(row => row.FullName).ToListAsync(cancellation);
        return new CheckKnowledge
        {
            Year = source.Year,
            Day = day,
            Agency = new KnownAgency(source.Profile.FullName, source.Profile.ShortName, source.Profile.PlaceName),
            Signers = signers.ConvertAll(signer => new KnownSigner(signer.FullName, signer.Post)),
            Documents = await DocumentsAsync(agency, cancellation),
            Lines = report.Lines.ToDictionary(line => $"{line.Id}", line => Known(line, source)),
            Names = Names(source, [.. signers.Select(signer => signer.FullName), .. people]),
            LastYear = await LastYearReader.ReadAsync(db, report, source, signers, day, cancellation),
        };
    }

    /// <summary>
    /// What the user's agency knows of any text: its names and abbreviations, and, when the head of the text is the agency's own, who could sign on the text's day
    /// and which documents there are.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The day of a text that gives none.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CheckKnowledge> OfTextAsync(ReadDocument text, DateOnly today, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = new CheckedText(text, CheckKnowledge.None).Facts;
        var day = facts.WrittenDay ?? today;
        var agency = db.Scope.WriteAgencyId;
        if (await db.AgencyProfiles.AsNoTracking().Where(row => row.AgencyId == agency).ValidOn(day).OrderByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation)
            is not { } profile)
        {
            return CheckKnowledge.None;
        }

        var signers = await db.Signers.AsNoTracking().Where(row => row.AgencyId == agency).ValidOn(day).OrderBy(row => row.Id).ToListAsync(cancellation);
        var people = await db.Users.AsNoTracking().Where(row => row.AgencyId == agency).Select(row => row.FullName).ToListAsync(cancellation);
        var units = await db.Departments.AsNoTracking().Where(row => row.AgencyId == agency).Select(row => row.Name).ToListAsync(cancellation);
        var known = new CheckKnowledge { Names = Names(profile, units, [.. signers.Select(signer => signer.FullName), .. people]) };
        return facts.AgencyKey != TextFacts.Abbreviated(profile.FullName) ? known : known with
        {
            Agency = new KnownAgency(profile.FullName, profile.ShortName, profile.PlaceName),
            Signers = signers.ConvertAll(signer => new KnownSigner(signer.FullName, signer.Post)),
            Documents = await DocumentsAsync(profile.AgencyId, cancellation),
        };
    }

    private async Task<List<KnownDocument>> DocumentsAsync(long agency, CancellationToken cancellation)
    {
        var documents = await db.ReferenceDocuments.AsNoTracking().Where(row => row.AgencyId == agency)
            .Select(row => new KnownDocument(row.Kind, row.Number, row.IssuedOn, row.IsOwn ? "" : row.Issuer)).ToListAsync(cancellation);
        var plans = await db.Plans.AsNoTracking().Where(row => row.AgencyId == agency)
            .Select(row => new KnownDocument("Kế hoạch", row.Number, row.IssuedOn, "")).ToListAsync(cancellation);
        return [.. plans, .. documents];
    }

    private static KnownLine Known(ReportLine line, ReportSource source)
    {
        var behind = line.Origins.Where(origin => origin.Kind == OriginKind.Activity).Select(origin => origin.RowId).ToHashSet();
        var stated = line.Figures.OrderBy(figure => figure.Position).Select(figure => new KnownFigure(figure.Value, figure.Unit)).ToList();
        // A sentence of the clerk's own ("Câu trong báo cáo") states nothing by itself; its rows are counted all the same.
        var counted = source.Activities.Where(activity => behind.Contains(activity.Id)).SelectMany(activity => activity.Measures)
            .GroupBy(measure => measure.IndicatorId)
            .Select(group => new KnownFigure(group.Sum(measure => measure.Value), group.First().Indicator!.DisplayUnit));
        return new KnownLine(line.AutoKey is not null && !line.IsEdited, [.. stated, .. counted.Where(figure => !stated.Exists(other => other.Unit == figure.Unit))])
        {
            Plan = PlanOf(line),
            MetItem = MetItemOf(line, source),
        };
    }

    /// <summary>What a shortcoming was about when it was written may have been caught up since.</summary>
    private static string? MetItemOf(ReportLine line, ReportSource source)
    {
        var shortcomings = line.Origins.Where(origin => origin.Kind == OriginKind.Shortcoming).Select(origin => origin.RowId).ToHashSet();
        return source.Shortcomings.Where(row => shortcomings.Contains(row.Id)).Select(row => source.PlanItems.FirstOrDefault(item => item.Id == row.PlanItemId)).OfType<PlanItem>()
            .FirstOrDefault(item => PlanProgress.IsMet(item, source.Activities.Where(activity => activity.PlanItemId == item.Id).ToList()))?.Title;
    }

    /// <summary>The plan's lines and how many of them are met, for the line that says so.</summary>
    private static KnownPlan? PlanOf(ReportLine line)
    {
        var tasks = line.Figures.Where(figure => figure.IndicatorId is null && figure.Unit == ReportComposer.TaskUnit).Select(figure => figure.Value).ToList();
        return tasks.Count == 2
            ? new KnownPlan(tasks.Max(), tasks.Min(), line.Figures.Find(figure => figure.IndicatorId is null && figure.Unit == ReportComposer.ShareUnit)?.Value)
            : null;
    }

    /// <summary>Whole names and their words: people, the agency, its units, hamlets and other places, abbreviations of the archive line.</summary>
    private static HashSet<string> Names(ReportSource source, IEnumerable<string> people)
    {
        var places = source.Activities.SelectMany(activity => Name().Matches(activity.Place ?? "").Concat(Hamlet().Matches(activity.Title)))
            .Select(match => match.Value);
        return Names(source.Profile, source.Departments.Select(department => department.Name), people.Concat(places));
    }

    private static HashSet<string> Names(AgencyProfile profile, IEnumerable<string> units, IEnumerable<string> others)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in others.Append(profile.PlaceName).Concat(units))
        {
            names.Add(name);
            names.UnionWith(Word().Matches(name).Select(word => word.Value).Where(word => char.IsUpper(word[0])));
        }

        names.UnionWith(Word().Matches($"{profile.ArchiveLine} {profile.SymbolCode}").Select(word => word.Value));
        return names;
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=(?:thôn|xóm|bản|ấp|khu|tổ dân phố)\s(?:[\p{L}\s]+,\s)*)\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*")]
    private static partial Regex Hamlet();

    [GeneratedRegex(@"[\p{L}'’]+")]
    private static partial Regex Word();
}
