using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>From a report's sentences to the rows behind them, and back.</summary>
public sealed partial class ReportEvidenceReader(CchcDbContext db)
{
    /// <summary>How many activities that no sentence tells of are listed; beyond it they are counted.</summary>
    public const int MostListed = 100;

    /// <summary>What stands behind the printed lines of a report today.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="lineId">One line only.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<EvidenceSnapshot> ReadAsync(long reportId, long? lineId = null, CancellationToken cancellation = default)
    {
        var lines = await db.ReportLines.AsNoTracking()
            .Where(line => line.ReportId == reportId && !line.IsRemoved && line.Text != "" && (lineId == null || line.Id == lineId))
            .Include(line => line.Origins).Include(line => line.Figures)
            .OrderBy(line => line.Position).AsSplitQuery().ToListAsync(cancellation);
        var items = await ItemsAsync(lines.SelectMany(line => line.Origins).Select(origin => (origin.Kind, origin.RowId)).ToHashSet(), cancellation);
        var places = items.Select((item, i) => (Key: (item.Kind, item.RowId), i)).ToDictionary(row => row.Key, row => row.i);
        return new EvidenceSnapshot
        {
            Lines = lines.ConvertAll(line => new LineEvidence
            {
                Id = $"{line.Id}",
                Text = line.Text,
                Figures = line.Figures.OrderBy(figure => figure.Position).Select(figure => new EvidenceFigure(figure.Unit, figure.Value)).ToList(),
                Items = line.Origins.Where(origin => places.ContainsKey((origin.Kind, origin.RowId)))
                    .Select(origin => places[(origin.Kind, origin.RowId)]).Order().ToList(),
            }),
            Items = items,
        };
    }

    /// <summary>The frozen evidence of a submitted report, or what stands behind it today while it is written.</summary>
    public async Task<EvidenceSnapshot> OfReportAsync(AnnualReport report, CancellationToken cancellation = default) => report.IsEditable
        ? await ReadAsync(report.Id, null, cancellation)
        : EvidenceSnapshot.Read(await db.ReportVersions.Where(version => version.ReportId == report.Id && version.Number == report.VersionNumber)
            .Select(version => version.EvidenceJson).SingleAsync(cancellation));

    /// <summary>What a report leaves out, and what it says without support.</summary>
    public async Task<EvidenceGaps> GapsAsync(AnnualReport report, EvidenceSnapshot evidence, CancellationToken cancellation = default)
    {
        var printed = db.ReportLines.Where(line => line.ReportId == report.Id && !line.IsRemoved && line.Text != "");
        var told = printed.SelectMany(line => line.Origins).Where(origin => origin.Kind == OriginKind.Activity).Select(origin => origin.RowId);
        // A sentence about the whole plan is no sentence about its lines.
        var sentences = printed.Where(line => line.AutoKey != null && !line.AutoKey.StartsWith("outline:")).SelectMany(line => line.Origins)
            .Where(origin => origin.Kind == OriginKind.PlanItem).Select(origin => origin.RowId);
        var silent = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year
            && !told.Contains(row.Id));
        var items = await db.PlanItems.AsNoTracking().Where(row => row.AgencyId == report.AgencyId && row.Plan!.Year == report.Year)
            .OrderBy(row => row.Section).ThenBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => new PlanItemGap(
                row.Id,
                row.Version,
                row.Title,
                sentences.Contains(row.Id),
                db.PropagandaActivities.Any(activity => activity.PlanItemId == row.Id),
                row.Targets.Count > 0,
                row.ReasonNotDone))
            .ToListAsync(cancellation);
        return new EvidenceGaps(
            await silent.CountAsync(cancellation),
            await silent.OrderByDescending(row => row.StartsOn).ThenBy(row => row.Id).Take(MostListed)
                .Select(row => new SilentActivity(row.Id, row.Title, row.StartsOn, row.Measures.Count > 0, row.PlanItemId != null, row.IsHighlighted, row.DepartmentId != null))
                .ToListAsync(cancellation),
            Unsupported(await ResultLinesAsync(report, cancellation), evidence, await DeclaredAsync(report, cancellation)),
            items.Where(item => !item.HasSentence || (!item.HasActivities && item.HasTargets && string.IsNullOrEmpty(item.ReasonNotDone))).ToList());
    }

    /// <summary>Lines that tell of results, or state a number, and rest on nothing that was entered.</summary>
    private static List<UnsupportedLine> Unsupported(IReadOnlySet<string> resultLines, EvidenceSnapshot evidence, IReadOnlyList<decimal> declared)
    {
        var found = new List<UnsupportedLine>();
        foreach (var line in evidence.Lines)
        {
            var items = evidence.ItemsOf(line).ToList();
            var known = line.Figures.Concat(items.SelectMany(item => item.Figures)).Select(figure => figure.Value).Concat(declared).ToHashSet();
            var loose = Numbers(line.Text).Where(number => !known.Contains(number.Value)).Select(number => number.Text).ToList();
            if (loose.Count > 0)
            {
                found.Add(new UnsupportedLine(line.Id, line.Text, loose));
            }
            else if (resultLines.Contains(line.Id) && !items.Exists(item => item.Kind is OriginKind.Activity or OriginKind.ReferenceDocument)
                && line.Figures.Count == 0 && !line.Text.Contains("chưa thực hiện", StringComparison.Ordinal))
            {
                found.Add(new UnsupportedLine(line.Id, line.Text, []));
            }
        }

        return found;
    }

    /// <summary>The numbers that a sentence claims: no years, dates, document numbers and counts in words' names.</summary>
    internal static IEnumerable<(string Text, decimal Value)> Numbers(string text)
    {
        foreach (Match match in Claims().Matches(Citations().Replace(text, " ")))
        {
            if (VietnameseNumber.Parse(match.Value).Value is { } value)
            {
                yield return (match.Value, value);
            }
        }
    }

    private async Task<IReadOnlySet<string>> ResultLinesAsync(AnnualReport report, CancellationToken cancellation)
    {
        var results = new[] { OutlineElementKind.PlanContent, OutlineElementKind.PlanMeans, OutlineElementKind.PlanForm, OutlineElementKind.Departments };
        var keys = await db.OutlineTemplates.Where(outline => outline.Id == report.OutlineTemplateId).SelectMany(outline => outline.Elements)
            .Where(element => results.Contains(element.Kind)).Select(element => element.Key).ToListAsync(cancellation);
        var lines = await db.ReportLines.Where(line => line.ReportId == report.Id && keys.Contains(line.ElementKey)
                && !line.Origins.Any(origin => origin.Kind == OriginKind.Department))
            .Select(line => line.Id).ToListAsync(cancellation);
        return lines.Select(id => $"{id}").ToHashSet();
    }

    private Task<List<decimal>> DeclaredAsync(AnnualReport report, CancellationToken cancellation) =>
        db.DeclaredFigures.Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year).Select(row => row.Value).ToListAsync(cancellation);

    private async Task<List<EvidenceItem>> ItemsAsync(IReadOnlySet<(OriginKind Kind, long RowId)> origins, CancellationToken cancellation)
    {
        var items = new List<EvidenceItem>();
        items.AddRange(await ActivitiesAsync(Of(OriginKind.Activity), cancellation));
        var documents = Of(OriginKind.ReferenceDocument);
        var references = await db.ReferenceDocuments.AsNoTracking().Where(row => documents.Contains(row.Id)).Include(row => row.Attachments)
            .OrderBy(row => row.IssuedOn).ThenBy(row => row.Id).ToListAsync(cancellation);
        items.AddRange(references.Select(row => new EvidenceItem
        {
            Kind = OriginKind.ReferenceDocument,
            RowId = row.Id,
            Title = Citation.Of(row.Kind, row.Number, row.IssuedOn, row.Issuer, row.Subject),
            From = row.IssuedOn,
            Files = Files(row.Attachments),
        }));
        var plans = Of(OriginKind.Plan);
        items.AddRange((await db.Plans.AsNoTracking().Where(row => plans.Contains(row.Id)).ToListAsync(cancellation))
            .Select(row => Item(OriginKind.Plan, row.Id, Citation.Of("Kế hoạch", row.Number, row.IssuedOn, "", row.Subject)) with { From = row.IssuedOn }));
        var planItems = Of(OriginKind.PlanItem);
        items.AddRange(await db.PlanItems.AsNoTracking().Where(row => planItems.Contains(row.Id)).OrderBy(row => row.Section).ThenBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => Item(OriginKind.PlanItem, row.Id, row.Title)).ToListAsync(cancellation));
        var shortcomings = Of(OriginKind.Shortcoming);
        items.AddRange(await db.Shortcomings.AsNoTracking().Where(row => shortcomings.Contains(row.Id)).OrderBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => Item(OriginKind.Shortcoming, row.Id, row.Text)).ToListAsync(cancellation));
        var tasks = Of(OriginKind.NextYearTask);
        items.AddRange(await db.NextYearTasks.AsNoTracking().Where(row => tasks.Contains(row.Id)).OrderBy(row => row.Position).ThenBy(row => row.Id)
            .Select(row => Item(OriginKind.NextYearTask, row.Id, row.Text)).ToListAsync(cancellation));
        var copied = Of(OriginKind.ReportLine);
        items.AddRange(await db.ReportLines.AsNoTracking().Where(row => copied.Contains(row.Id)).OrderBy(row => row.Id)
            .Select(row => Item(OriginKind.ReportLine, row.Id, row.Text)).ToListAsync(cancellation));
        return items;

        List<long> Of(OriginKind kind) => origins.Where(origin => origin.Kind == kind).Select(origin => origin.RowId).ToList();
    }

    private async Task<IEnumerable<EvidenceItem>> ActivitiesAsync(List<long> ids, CancellationToken cancellation)
    {
        var rows = await db.PropagandaActivities.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Include(row => row.Department).Include(row => row.Measures).ThenInclude(measure => measure.Indicator)
            .Include(row => row.Links).Include(row => row.Attachments).Include(row => row.References).ThenInclude(reference => reference.ReferenceDocument)
            .OrderBy(row => row.StartsOn).ThenBy(row => row.Id).AsSplitQuery().ToListAsync(cancellation);
        (await CatalogueNames.ReadAsync(db, cancellation)).PutInto(rows);
        return rows.Select(row => new EvidenceItem
        {
            Kind = OriginKind.Activity,
            RowId = row.Id,
            Title = row.Title,
            From = row.StartsOn,
            To = row.EndsOn == row.StartsOn ? null : row.EndsOn,
            Place = row.Place,
            Department = row.Department?.Name,
            Figures = row.Measures.OrderBy(measure => measure.Indicator!.Position).ThenBy(measure => measure.IndicatorId)
                .Select(measure => new EvidenceFigure(measure.Indicator!.DisplayUnit, measure.Value)).ToList(),
            Links = row.Links.OrderBy(link => link.Id).Select(link => link.Url).ToList(),
            Documents = row.References.Select(reference => reference.ReferenceDocument).OfType<References.ReferenceDocument>().OrderBy(document => document.Id)
                .Select(document => Citation.Of(document.Kind, document.Number, document.IssuedOn, document.Issuer, document.Subject)).ToList(),
            Files = Files(row.Attachments),
        });
    }

    private static List<EvidenceFileLink> Files(IEnumerable<Attachment> attachments) => attachments.OrderBy(file => file.Id)
        .Select(file => new EvidenceFileLink(file.Id, file.FileName, file.ContentType, file.Length, file.Sha256, file.ThumbnailSha256)).ToList();

    private static EvidenceItem Item(OriginKind kind, long id, string title) => new() { Kind = kind, RowId = id, Title = title };

    // "14/KH-UBND", "19/01/2023", "giai đoạn 2021-2030", "năm 2026", "Điều 12", "khoản 3", "mức độ 4", "quý II/2026".
    [GeneratedRegex(@"\S*\d\S*/\S+|\d{4}\s*[-–]\s*\d{4}|(?<!\p{L})(?:năm|tháng|ngày|quý|Điều|khoản|mức độ|số|thứ|lần thứ|tuần)\s+\d+|(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Citations();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)*(?![\p{L}])")]
    private static partial Regex Claims();
}

/// <summary>What a report leaves out, and what it says without support.</summary>
/// <param name="SilentCount">Activities of the year that no sentence tells of.</param>
/// <param name="Silent">The newest of them, at most <see cref="ReportEvidenceReader.MostListed"/>.</param>
/// <param name="Unsupported">Sentences that rest on nothing.</param>
/// <param name="PlanItems">Plan lines without a sentence, or without results and without a reason.</param>
public sealed record EvidenceGaps(
    int SilentCount, IReadOnlyList<SilentActivity> Silent, IReadOnlyList<UnsupportedLine> Unsupported, IReadOnlyList<PlanItemGap> PlanItems)
{
    /// <summary>How many places want a look.</summary>
    public int Count => SilentCount + Unsupported.Count + PlanItems.Count;
}

/// <summary>An activity that no sentence tells of.</summary>
public sealed record SilentActivity(long Id, string Title, DateOnly StartsOn, bool HasFigures, bool HasPlanItem, bool IsHighlighted, bool HasDepartment)
{
    /// <summary>What it lacks to be told of.</summary>
    public ReportPlace Place => ReportPlaces.Of(HasFigures, HasPlanItem, IsHighlighted, HasDepartment);
}

/// <summary>A sentence that rests on nothing that was entered.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Numbers">Numbers in it that no row gives; empty when it tells of a result without any row.</param>
public sealed record UnsupportedLine(string LineId, string Text, IReadOnlyList<string> Numbers);

/// <summary>A plan line that the report says nothing of, or of which it says no result and no reason.</summary>
public sealed record PlanItemGap(long Id, Guid Version, string Title, bool HasSentence, bool HasActivities, bool HasTargets, string? ReasonNotDone);
