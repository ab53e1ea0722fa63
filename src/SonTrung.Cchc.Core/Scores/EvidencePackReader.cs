using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>Gathers what goes into the evidence pack of the own agency's year. What was deleted, and what another agency has, is not in it.</summary>
public sealed class EvidencePackReader(CchcDbContext db, ScoreService scores, TimeProvider time)
{
    /// <summary>What the audit calls the pack.</summary>
    public const string AuditedAs = "EvidencePack";

    /// <summary>The pack of a year as it stands today; null when no rules count for the year.</summary>
    public async Task<EvidencePack?> ReadAsync(int year, CancellationToken cancellation = default)
    {
        var sheet = await scores.ReadAsync(year, cancellation);
        if (sheet.Set is null)
        {
            return null;
        }

        var agency = db.OwnAgency();
        var activities = await db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year)
            .Include(row => row.Measures).ThenInclude(measure => measure.Indicator)
            .Include(row => row.Links.OrderBy(link => link.Id))
            .Include(row => row.Attachments.OrderBy(file => file.Id))
            .Include(row => row.References.OrderBy(reference => reference.Id)).ThenInclude(reference => reference.ReferenceDocument!)
            .ThenInclude(document => document.Attachments.OrderBy(file => file.Id))
            .OrderBy(row => row.StartsOn).ThenBy(row => row.Id).AsSplitQuery().ToListAsync(cancellation);
        (await CatalogueNames.ReadAsync(db, cancellation)).PutInto(activities);
        var name = await db.Agencies.AsNoTracking().Where(row => row.Id == agency).Select(row => row.Name).SingleAsync(cancellation);
        var whole = await DocumentsOfPlanAsync(sheet, cancellation);
        return Build(name, sheet, activities, whole);
    }

    /// <summary>Writes down who took the pack away, and what was in it.</summary>
    public async Task RecordAsync(EvidencePack pack, CancellationToken cancellation = default)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            AtUtc = time.GetUtcNow().UtcDateTime,
            UserId = db.Scope.UserId,
            UserName = db.Scope.UserName,
            AgencyId = db.Scope.WriteAgencyId,
            Action = AuditAction.Downloaded,
            Entity = AuditedAs,
            EntityId = pack.Sheet.Year.ToString(CultureInfo.InvariantCulture),
            After = JsonSerializer.Serialize(new { pack.Sheet.Year, Files = pack.Files.Count(), pack.Sheet.Points }),
        });
        await db.SaveChangesAsync(cancellation);
    }

    private static EvidencePack Build(string name, ScoreSheet sheet, List<PropagandaActivity> activities, WholeEvidence whole)
    {
        var paths = new PackPaths();
        var criteria = sheet.Rows.Where(row => row.Score.Criterion.Kind != ScoreKind.Group).ToList();
        var variety = criteria.Find(row => row.Score.Criterion.Kind == ScoreKind.ChannelVariety);
        var share = criteria.Find(row => row.Score.Criterion.Kind == ScoreKind.PlanShare);
        var forms = sheet.Facts.Forms.Select((form, i) => (form, Folder: PackPaths.Group(i + 1, form.Name))).ToDictionary(row => row.form.ChannelId, row => row.Folder);
        var counted = variety?.Score.Parts.SelectMany(part => part.Counted.Concat(part.Unproven)).Select(form => form.ChannelId).ToHashSet() ?? [];

        // A file lies once in the pack: with its form, else with its line of the plan.
        string FolderOf(PropagandaActivity activity) => variety is not null && counted.Contains(activity.ChannelId)
            ? $"{PackPaths.Criterion(variety.Score.Criterion)}/{forms[activity.ChannelId]}"
            : $"{PackPaths.Criterion((share ?? variety!).Score.Criterion)}/{forms[activity.ChannelId]}";

        PackActivity Shown(PropagandaActivity activity) => new()
        {
            Days = Days(activity),
            Title = activity.Title,
            Place = activity.Place ?? "",
            Figures = ReportComposer.Figures([activity]),
            Links = activity.Links.ConvertAll(link => link.Url),
            Documents = activity.References.Select(reference => reference.ReferenceDocument).OfType<ReferenceDocument>()
                .Select(document => new PackDocument(Cite(document, name), document.Attachments.ConvertAll(file => FileOf(file, FolderOf(activity), document.IssuedOn, document.Number)))).ToList(),
            Files = activity.Attachments.ConvertAll(file => FileOf(file, FolderOf(activity), activity.StartsOn, activity.Title)),
        };

        PackFile FileOf(Attachment file, string folder, DateOnly? day, string title) =>
            new(paths.File(file.Id, folder, day, title, file.FileName), file.FileName, file.Sha256);

        return new EvidencePack(name, sheet, criteria.ConvertAll(row => row.Score.Criterion.Kind == ScoreKind.PlanShare
            ? new PackCriterion(
                row,
                whole.Documents(PackPaths.Criterion(row.Score.Criterion), paths, name),
                sheet.Lines.Select(line => new PackGroup(line.Item.Title, Note(line), activities.Where(activity => activity.PlanItemId == line.Item.Id).Select(Shown).ToList())).ToList())
            : new PackCriterion(
                row,
                [],
                sheet.Facts.Forms.Where(form => counted.Contains(form.ChannelId))
                    .Select(form => new PackGroup(form.Name, Note(form, row.Score), activities.Where(activity => activity.ChannelId == form.ChannelId).Select(Shown).ToList())).ToList())));
    }

    private static string Note(PlanLine line) => string.Join("; ", new[]
    {
        line.Item.Targets.Count > 0 ? $"chỉ tiêu: {string.Join(", ", line.Item.Targets.Select(PlanWording.Of))}" : "",
        ScoreSheet.LowestPercent(line) is { } percent ? $"thực hiện {ScoreWording.Percent(percent)}" : "chưa có số liệu",
        line.Progress.State == PlanState.Met ? "đạt" : "chưa đạt",
    }.Where(part => part.Length > 0));

    private static string Note(FormFacts form, CriterionScore score) => string.Join("; ", score.Parts
        .Where(part => part.Counted.Contains(form) || part.Unproven.Contains(form))
        .Select(part => part.Counted.Contains(form) ? $"tính cho nhóm: {part.Part.Name}" : "không tính: chưa có tài liệu kiểm chứng"));

    private static string Days(PropagandaActivity activity) => activity.StartsOn == activity.EndsOn
        ? VietnameseDate.Format(activity.StartsOn)
        : $"{VietnameseDate.Format(activity.StartsOn)}–{VietnameseDate.Format(activity.EndsOn)}";

    private static string Cite(ReferenceDocument document, string own) =>
        Citation.Of(document.Kind, document.Number, document.IssuedOn, document.IsOwn ? own : document.Issuer, document.Subject);

    private async Task<WholeEvidence> DocumentsOfPlanAsync(ScoreSheet sheet, CancellationToken cancellation)
    {
        var plan = sheet.HasIssuedPlan ? sheet.Plan : null;
        var text = plan is null ? null : await db.ReferenceDocuments.AsNoTracking()
            .Where(row => row.Year == sheet.Year && row.IsOwn && row.Number == plan.Number)
            .Include(row => row.Attachments.OrderBy(file => file.Id)).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellation);
        var report = sheet.Report is not { } issued ? null : await db.ReportVersions.AsNoTracking()
            .Where(row => row.ReportId == issued.Id).OrderByDescending(row => row.Number)
            .Select(row => new { row.Id, row.PdfSha256, row.IssuedPdfSha256 }).FirstOrDefaultAsync(cancellation);
        return new WholeEvidence(plan, text?.Attachments ?? [], sheet.Report, report?.Id ?? 0, report is null ? null : report.IssuedPdfSha256 ?? report.PdfSha256);
    }

    /// <summary>The plan and the report, which prove the plan's share as a whole.</summary>
    private sealed record WholeEvidence(Plan? Plan, List<Attachment> PlanFiles, ScoredReport? Report, long VersionId, string? ReportSha256)
    {
        public List<PackDocument> Documents(string folder, PackPaths paths, string own)
        {
            var documents = new List<PackDocument>();
            if (Plan is { } plan)
            {
                documents.Add(new PackDocument(
                    Citation.Of("Kế hoạch", plan.Number, plan.IssuedOn, own, plan.Subject),
                    PlanFiles.ConvertAll(file => new PackFile(paths.File(file.Id, folder, plan.IssuedOn, "ke hoach", file.FileName), file.FileName, file.Sha256))));
            }

            if (Report is { } report)
            {
                var name = $"Báo cáo số {report.Number}.pdf";
                documents.Add(new PackDocument(
                    Citation.Of("Báo cáo", report.Number, report.IssuedOn, own, ""),
                    ReportSha256 is { } sha256 ? [new PackFile(paths.File(VersionId, folder, report.IssuedOn, "bao cao", $"{report.Number.Replace('/', '-')}.pdf"), name, sha256)] : []));
            }

            return documents;
        }
    }
}
