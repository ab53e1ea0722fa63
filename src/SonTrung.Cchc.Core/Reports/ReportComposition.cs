using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>How a change of a line ended.</summary>
public enum LineOutcome
{
    /// <summary>Saved.</summary>
    Done,

    /// <summary>No such line for this user.</summary>
    NotFound,

    /// <summary>The report's state forbids it.</summary>
    NotEditable,

    /// <summary>Somebody changed the line since the form went out.</summary>
    Conflict,
}

/// <summary>How a change of a line ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Current">After a conflict: the line as somebody else saved it.</param>
public sealed record LineResult(LineOutcome Outcome, ReportLine? Current = null);

/// <summary>A direction among a line's neighbours.</summary>
public enum LineMove
{
    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,
}

/// <summary>Opens reports, keeps their lines in line with the data, and builds their documents.</summary>
public sealed class ReportComposition(CchcDbContext db, ReportSourceReader sources)
{
    /// <summary>Opens the report of a year, or finds the one that is open already.</summary>
    /// <returns>The report; null when the year has no period or no outline.</returns>
    public Task<long?> CreateAsync(int year, CancellationToken cancellation = default) => db.InTransactionAsync(
        async () =>
        {
            var agency = db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Reports belong to an agency.");
            var open = await db.AnnualReports.Where(report => report.Year == year && report.PeriodKind == PeriodKind.Year)
                .OrderByDescending(report => report.Revision).Select(report => (long?)report.Id).FirstOrDefaultAsync(cancellation);
            var period = await db.ReportingPeriods.SingleOrDefaultAsync(row => row.Year == year && row.Kind == PeriodKind.Year, cancellation);
            if (open is not null || period is null)
            {
                return open;
            }

            var outline = await db.OutlineTemplates.ValidOn(period.To)
                .Where(row => row.AgencyId == null || row.AgencyId == agency)
                .OrderBy(row => row.AgencyId == null).ThenByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation);
            if (outline is null)
            {
                return null;
            }

            var report = new AnnualReport
            {
                AgencyId = agency,
                Year = year,
                OutlineTemplateId = outline.Id,
                PublicCode = ReportReplacement.NewPublicCode(),
            };
            var plan = await db.Plans.Where(row => row.Year == year).Select(row => (long?)row.Id).SingleOrDefaultAsync(cancellation);
            if (plan is not null)
            {
                report.Bases.Add(new ReportBasis { AgencyId = agency, Position = 0, PlanId = plan });
            }

            db.AnnualReports.Add(report);
            await db.SaveChangesAsync(cancellation);
            return report.Id;
        },
        cancellation);

    /// <summary>Stores today's proposal in the lines of a report that is being written.</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public Task RefreshAsync(long reportId, CancellationToken cancellation = default) => db.InTransactionAsync(
        async () =>
        {
            await RefreshWithinAsync(reportId, cancellation);
            return true;
        },
        cancellation);

    /// <summary>The lines in print order, removed ones included.</summary>
    public Task<List<ReportLine>> LinesAsync(long reportId, CancellationToken cancellation = default) =>
        db.ReportLines.AsNoTracking().Where(line => line.ReportId == reportId).OrderBy(line => line.Position).ToListAsync(cancellation);

    /// <summary>The document as the data and the clerk's hand make it today; writes nothing.</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<OfficialDocument> BuildDocumentAsync(long reportId, CancellationToken cancellation = default)
    {
        var report = await WithLines(db.AnnualReports.AsNoTracking()).SingleAsync(row => row.Id == reportId, cancellation);
        var source = await sources.ReadAsync(report, cancellation);
        Reconcile(report, source);
        return DocumentBuilder.Build(report, source);
    }

    /// <summary>Writes over a line.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="text">The text without end mark.</param>
    /// <param name="endMark">The end mark; automatic when empty.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<LineResult> EditLineAsync(long lineId, Guid version, string text, string? endMark, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                line.Text = PlainText.Clean(text);
                // A line that never had a mark (a heading, a department) keeps none.
                line.EndMark = string.IsNullOrWhiteSpace(endMark) ? (line.EndMark is "" ? "" : null) : endMark.Trim();
                line.IsEdited = line.AutoKey is not null;
                line.HasStaleData = false;
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Adds a line below another.</summary>
    public Task<LineResult> AddLineAsync(
        long reportId, long afterLineId, BlockLevel level, string text, string? endMark, CancellationToken cancellation = default) =>
        db.InTransactionAsync(
            async () =>
            {
                var report = await WithLines(db.AnnualReports).SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
                var after = report?.Lines.SingleOrDefault(line => line.Id == afterLineId);
                if (report is null || after is null)
                {
                    return new LineResult(LineOutcome.NotFound);
                }

                if (!report.IsEditable)
                {
                    return new LineResult(LineOutcome.NotEditable);
                }

                var line = new ReportLine
                {
                    AgencyId = report.AgencyId,
                    ReportId = report.Id,
                    ElementKey = after.ElementKey,
                    Position = after.Position,
                    Level = level,
                    Text = PlainText.Clean(text),
                    EndMark = string.IsNullOrWhiteSpace(endMark) ? null : endMark.Trim(),
                    IsPlacedByHand = true,
                    AfterLineId = after.Id,
                };
                db.ReportLines.Add(line);
                await db.SaveChangesAsync(cancellation);
                await RefreshWithinAsync(reportId, cancellation);
                return new LineResult(LineOutcome.Done, line);
            },
            cancellation);

    /// <summary>Takes a line out of the report; it is kept and can come back.</summary>
    public Task<LineResult> RemoveLineAsync(long lineId, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                line.IsRemoved = true;
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Puts a removed line back, or gives an edited one the composer's text again (Lấy lại câu tự động).</summary>
    public Task<LineResult> RestoreLineAsync(long lineId, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                if (line.IsRemoved)
                {
                    line.IsRemoved = false;
                }
                else if (line.AutoText is { } text)
                {
                    line.Text = text;
                    line.IsEdited = false;
                    line.HasStaleData = false;
                }

                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Moves a line, with its plus lines, past its neighbour of the same rank; at the end it stays.</summary>
    public Task<LineResult> MoveLineAsync(long lineId, Guid version, LineMove move, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            async line =>
            {
                var siblings = await db.ReportLines
                    .Where(other => other.ReportId == line.ReportId && other.ElementKey == line.ElementKey)
                    .OrderBy(other => other.Position).ToListAsync(cancellation);
                LineOrder.Move(siblings, line, move);
            },
            cancellation);

    internal async Task RefreshWithinAsync(long reportId, CancellationToken cancellation)
    {
        var report = await WithLines(db.AnnualReports).SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is { IsEditable: true })
        {
            var stored = report.Lines.ToHashSet();
            var orphans = Reconcile(report, await sources.ReadAsync(report, cancellation));
            // Before anything makes EF look for changes: it takes a row that has its key for a stored one.
            db.ReportLines.AddRange(report.Lines.Where(line => !stored.Contains(line)));
            db.ReportLines.RemoveRange(orphans);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static IReadOnlyList<ReportLine> Reconcile(AnnualReport report, ReportSource source) => ReportLines.Reconcile(
        report,
        ReportComposer.Compose(source),
        source.Outline.Elements.OrderBy(element => element.Position).Select(element => element.Key).ToList());

    private static IQueryable<AnnualReport> WithLines(IQueryable<AnnualReport> reports) =>
        reports.Include(report => report.Lines).ThenInclude(line => line.Origins).AsSplitQuery();

    private async Task<LineResult> ChangeAsync(long lineId, Guid version, Func<ReportLine, Task> change, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    var line = await db.ReportLines.Include(row => row.Report).SingleOrDefaultAsync(row => row.Id == lineId, cancellation);
                    if (line is null)
                    {
                        return new LineResult(LineOutcome.NotFound);
                    }

                    if (!line.Report!.IsEditable)
                    {
                        return new LineResult(LineOutcome.NotEditable, line);
                    }

                    db.Entry(line).Property(row => row.Version).OriginalValue = version;
                    await change(line);
                    await db.SaveChangesAsync(cancellation);
                    await RefreshWithinAsync(line.ReportId, cancellation);
                    return new LineResult(LineOutcome.Done, line);
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var current = await db.ReportLines.AsNoTracking().SingleOrDefaultAsync(row => row.Id == lineId, cancellation);
            return new LineResult(current is null ? LineOutcome.NotFound : LineOutcome.Conflict, current);
        }
    }
}
