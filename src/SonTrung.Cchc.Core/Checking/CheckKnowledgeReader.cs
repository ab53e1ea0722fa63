using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Collects what an agency knows beside its report's text.</summary>
public sealed partial class CheckKnowledgeReader(CchcDbContext db, ReportSourceReader sources)
{
    /// <summary>What is known of a report whose lines are in line with its data.</summary>
    internal async Task<CheckKnowledge> ReadAsync(AnnualReport report, ReportSource source, CancellationToken cancellation)
    {
        var agency = report.AgencyId;
        var documents = await db.ReferenceDocuments.AsNoTracking().Where(row => row.AgencyId == agency)
            .Select(row => new KnownDocument(row.Kind, row.Number, row.IssuedOn, row.IsOwn ? "" : row.Issuer)).ToListAsync(cancellation);
        var plans = await db.Plans.AsNoTracking().Where(row => row.AgencyId == agency)
            .Select(row => new KnownDocument("Kế hoạch", row.Number, row.IssuedOn, "")).ToListAsync(cancellation);
        var signers = await sources.SignersAsync(report, cancellation);
        var day = await sources.DocumentDayAsync(report, cancellation);
        var people = await db.Users.AsNoTracking().Where(row => row.AgencyId == agency).Select(row => row.FullName).ToListAsync(cancellation);
        return new CheckKnowledge
        {
            Year = source.Year,
            Day = day,
            Agency = new KnownAgency(source.Profile.FullName, source.Profile.ShortName, source.Profile.PlaceName),
            Signers = signers.ConvertAll(signer => new KnownSigner(signer.FullName, signer.Post)),
            Documents = [.. plans, .. documents],
            Lines = report.Lines.ToDictionary(line => $"{line.Id}", line => Known(line, source)),
            Names = Names(source, [.. signers.Select(signer => signer.FullName), .. people]),
            LastYear = await LastYearReader.ReadAsync(db, report, source, signers, day, cancellation),
        };
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
        };
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
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var places = source.Activities.SelectMany(activity => Name().Matches(activity.Place ?? "").Concat(Hamlet().Matches(activity.Title)))
            .Select(match => match.Value);
        foreach (var name in people.Concat(places).Append(source.Profile.PlaceName).Concat(source.Departments.Select(department => department.Name)))
        {
            names.Add(name);
            names.UnionWith(Word().Matches(name).Select(word => word.Value).Where(word => char.IsUpper(word[0])));
        }

        names.UnionWith(Word().Matches($"{source.Profile.ArchiveLine} {source.Profile.SymbolCode}").Select(word => word.Value));
        return names;
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=(?:thôn|xóm|bản|ấp|khu|tổ dân phố)\s(?:[\p{L}\s]+,\s)*)\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*)*")]
    private static partial Regex Hamlet();

    [GeneratedRegex(@"[\p{L}'’]+")]
    private static partial Regex Word();
}
