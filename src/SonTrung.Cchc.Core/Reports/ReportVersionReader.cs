using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The submissions of the agency's own reports: every one is kept, and any two can be compared.</summary>
public sealed class ReportVersionReader(CchcDbContext db, FileStore files)
{
    private static readonly ReportAction[] Readings =
        [ReportAction.Return, ReportAction.CheckContent, ReportAction.CheckForm, ReportAction.Approve];

    /// <summary>The submissions of a report, newest first; none for a report of another agency.</summary>
    public Task<List<SubmittedVersion>> ListAsync(long reportId, CancellationToken cancellation = default) =>
        OwnVersions(reportId).OrderByDescending(version => version.Number)
            .Select(version => new SubmittedVersion(
                version.Number,
                version.SubmittedUtc,
                db.ReportEvents.Where(act => act.ReportId == reportId && act.VersionNumber == version.Number
                        && (act.Action == ReportAction.Submit || act.Action == ReportAction.SubmitForCheck))
                    .Select(act => act.UserName).FirstOrDefault() ?? "",
                version.PageCount,
                version.ModelSha256,
                version.PdfSha256))
            .ToListAsync(cancellation);

    /// <summary>What a report replaces, as it was issued; null for one that replaces nothing.</summary>
    public async Task<ReplacedVersion?> ReplacedAsync(long reportId, CancellationToken cancellation = default) =>
        await db.OwnReports().Where(report => report.Id == reportId && report.ReplacesId != null)
            .Select(report => new { Id = report.ReplacesId!.Value, report.Replaces!.Number, report.Replaces.Symbol, report.Replaces.IssuedOn }).SingleOrDefaultAsync(cancellation)
            is { Number: { } number, Symbol: { } symbol, IssuedOn: { } day } replaced
            ? new ReplacedVersion(replaced.Id, number, symbol, day)
            : null;

    /// <summary>What became of a report between two of its submissions; null when it has not both.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="older">The older submission; <see cref="ReplacedVersion.AsIssued"/> for the issued text of the report that it replaces.</param>
    /// <param name="newer">The newer one.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportComparison?> CompareAsync(long reportId, int older, int newer, CancellationToken cancellation = default)
    {
        if (older == ReplacedVersion.AsIssued)
        {
            return await SinceReplacedAsync(reportId, newer, cancellation);
        }

        var models = await OwnVersions(reportId).Where(version => version.Number == older || version.Number == newer)
            .Select(version => new { version.Number, version.ModelJson, version.SubmittedUtc }).ToDictionaryAsync(row => row.Number, cancellation);
        return models.TryGetValue(older, out var before) && models.TryGetValue(newer, out var after)
            ? new ReportComparison(
                older, newer, before.SubmittedUtc, DocumentComparison.Of(OfficialDocumentJson.Read(before.ModelJson), OfficialDocumentJson.Read(after.ModelJson)))
            : null;
    }

    /// <summary>
    /// What changed in the submission that is being read, since the one that the person decided on or commented last, or else since the one before
    /// or, for a replacement, since what it replaces; null for a first submission that replaces nothing, and for a report that is being written.
    /// </summary>
    /// <param name="report">The report with its events.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportComparison?> SinceLastReadAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        if (report.IsEditable || report.VersionNumber < 2)
        {
            return report is { IsEditable: false, VersionNumber: 1, ReplacesId: not null }
                ? await CompareAsync(report.Id, ReplacedVersion.AsIssued, report.VersionNumber, cancellation)
                : null;
        }

        var seen = report.Events.Where(act => act.UserId == db.Scope.UserId && act.VersionNumber < report.VersionNumber && Readings.Contains(act.Action))
            .Select(act => act.VersionNumber).DefaultIfEmpty(0).Max();
        var commented = await db.ReportComments.Where(comment => comment.ReportId == report.Id && comment.UserId == db.Scope.UserId && comment.VersionNumber < report.VersionNumber)
            .MaxAsync(comment => (int?)comment.VersionNumber, cancellation);
        seen = Math.Max(seen, commented ?? 0);
        var unread = report.ReplacesId is null ? report.VersionNumber - 1 : ReplacedVersion.AsIssued;
        return await CompareAsync(report.Id, seen > 0 ? seen : unread, report.VersionNumber, cancellation);
    }

    /// <summary>The PDF of a submission as it was frozen; null when there is no such submission.</summary>
    public async Task<byte[]?> PdfAsync(long reportId, int number, CancellationToken cancellation = default) =>
        await OwnVersions(reportId).Where(version => version.Number == number).Select(version => version.PdfSha256)
            .SingleOrDefaultAsync(cancellation) is { } hash
            ? await files.ReadAsync(hash, cancellation)
            : null;

    private async Task<ReportComparison?> SinceReplacedAsync(long reportId, int newer, CancellationToken cancellation)
    {
        if (await ReplacedAsync(reportId, cancellation) is not { } replaced)
        {
            return null;
        }

        var before = await OwnVersions(replaced.Id).Where(version => version.IssuedPdfSha256 != null)
            .Select(version => new { version.ModelJson, version.SubmittedUtc }).SingleOrDefaultAsync(cancellation);
        var after = await OwnVersions(reportId).Where(version => version.Number == newer).Select(version => version.ModelJson).SingleOrDefaultAsync(cancellation);
        if (before is null || after is null)
        {
            return null;
        }

        var old = OfficialDocumentJson.Read(before.ModelJson);
        var lines = await LinesOfReplacementAsync(reportId, replaced.Id, cancellation);
        var known = old with { Body = old.Body.Select(block => lines.TryGetValue(block.Id, out var id) ? block with { Id = id } : block).ToList() };
        return new ReportComparison(ReplacedVersion.AsIssued, newer, before.SubmittedUtc, DocumentComparison.Of(known, OfficialDocumentJson.Read(after))) { Replaced = replaced };
    }

    /// <summary>The keys of a replacement's lines by those of the lines that they began as.</summary>
    private async Task<Dictionary<string, string>> LinesOfReplacementAsync(long reportId, long replacedId, CancellationToken cancellation)
    {
        var own = await db.ReportLines.AsNoTracking().Where(line => line.ReportId == reportId)
            .Select(line => new
            {
                line.Id,
                line.AutoKey,
                Began = line.Origins.Where(origin => origin.Kind == OriginKind.ReplacedLine).Select(origin => (long?)origin.RowId).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var automatic = await db.ReportLines.AsNoTracking().Where(line => line.ReportId == replacedId && line.AutoKey != null)
            .Select(line => new { line.Id, line.AutoKey }).ToDictionaryAsync(line => line.AutoKey!, line => line.Id, cancellation);
        var lines = new Dictionary<string, string>();
        foreach (var line in own)
        {
            if (line.Began is { } began || (line.AutoKey is { } key && automatic.TryGetValue(key, out began)))
            {
                lines[Key(began)] = Key(line.Id);
            }
        }

        return lines;
    }

    private static string Key(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private IQueryable<ReportVersion> OwnVersions(long reportId) =>
        db.ReportVersions.AsNoTracking().Where(version => version.ReportId == reportId && db.OwnReports().Any(report => report.Id == reportId));
}

/// <summary>A submission in a list.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="SubmittedUtc">When (UTC).</param>
/// <param name="SubmittedBy">By whom.</param>
/// <param name="PageCount">Pages of its PDF.</param>
/// <param name="ModelSha256">The hash of its content.</param>
/// <param name="PdfSha256">The hash of its PDF as frozen.</param>
public sealed record SubmittedVersion(int Number, DateTime SubmittedUtc, string SubmittedBy, int PageCount, string ModelSha256, string PdfSha256);

/// <summary>Two submissions of a report, compared.</summary>
/// <param name="Older">The number of the older one.</param>
/// <param name="Newer">The number of the newer one.</param>
/// <param name="OlderUtc">When the older one was submitted (UTC).</param>
/// <param name="Document">What became of it.</param>
public sealed record ReportComparison(int Older, int Newer, DateTime OlderUtc, DocumentComparison Document)
{
    /// <summary>The report whose issued text is the older one; null when both are submissions of one report.</summary>
    public ReplacedVersion? Replaced { get; init; }
}

/// <summary>What a report replaces.</summary>
/// <param name="Id">The replaced report.</param>
/// <param name="Number">Its number.</param>
/// <param name="Symbol">What follows it.</param>
/// <param name="IssuedOn">Its date.</param>
public sealed record ReplacedVersion(long Id, int Number, string Symbol, DateOnly IssuedOn)
{
    /// <summary>Stands among the numbers of submissions, which begin at 1, for the issued text of the replaced report.</summary>
    public const int AsIssued = 0;
}
