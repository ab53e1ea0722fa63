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

    /// <summary>What became of a report between two of its submissions; null when it has not both.</summary>
    public async Task<ReportComparison?> CompareAsync(long reportId, int older, int newer, CancellationToken cancellation = default)
    {
        var models = await OwnVersions(reportId).Where(version => version.Number == older || version.Number == newer)
            .Select(version => new { version.Number, version.ModelJson, version.SubmittedUtc }).ToDictionaryAsync(row => row.Number, cancellation);
        return models.TryGetValue(older, out var before) && models.TryGetValue(newer, out var after)
            ? new ReportComparison(
                older, newer, before.SubmittedUtc, DocumentComparison.Of(OfficialDocumentJson.Read(before.ModelJson), OfficialDocumentJson.Read(after.ModelJson)))
            : null;
    }

    /// <summary>
    /// What changed in the submission that is being read, since the one that the person decided on or commented last, or else since the one before;
    /// null for a first submission and for a report that is being written.
    /// </summary>
    /// <param name="report">The report with its events.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportComparison?> SinceLastReadAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        if (report.IsEditable || report.VersionNumber < 2)
        {
            return null;
        }

        var seen = report.Events.Where(act => act.UserId == db.Scope.UserId && act.VersionNumber < report.VersionNumber && Readings.Contains(act.Action))
            .Select(act => act.VersionNumber).DefaultIfEmpty(0).Max();
        var commented = await db.ReportComments.Where(comment => comment.ReportId == report.Id && comment.UserId == db.Scope.UserId && comment.VersionNumber < report.VersionNumber)
            .MaxAsync(comment => (int?)comment.VersionNumber, cancellation);
        seen = Math.Max(seen, commented ?? 0);
        return await CompareAsync(report.Id, seen > 0 ? seen : report.VersionNumber - 1, report.VersionNumber, cancellation);
    }

    /// <summary>The PDF of a submission as it was frozen; null when there is no such submission.</summary>
    public async Task<byte[]?> PdfAsync(long reportId, int number, CancellationToken cancellation = default) =>
        await OwnVersions(reportId).Where(version => version.Number == number).Select(version => version.PdfSha256)
            .SingleOrDefaultAsync(cancellation) is { } hash
            ? await files.ReadAsync(hash, cancellation)
            : null;

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
public sealed record ReportComparison(int Older, int Newer, DateTime OlderUtc, DocumentComparison Document);
