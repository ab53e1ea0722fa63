using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
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

    /// <summary>There is nowhere to move to, or the line stands there already.</summary>
    Stays,
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

/// <summary>A direction among the ranks of lines.</summary>
public enum LineIndent
{
    /// <summary>To the right: a part of the line above.</summary>
    In,

    /// <summary>To the left.</summary>
    Out,
}

/// <summary>The clerk's hand in a report: lines edited, added, removed, restored, moved and indented.</summary>
public sealed class ReportLineEditor(CchcDbContext db, ReportComposition composition, TimeProvider time)
{
    /// <summary>The lines in print order, removed ones included.</summary>
    public Task<List<ReportLine>> LinesAsync(long reportId, CancellationToken cancellation = default) =>
        db.ReportLines.AsNoTracking().Where(line => line.ReportId == reportId).OrderBy(line => line.Position).ToListAsync(cancellation);

    /// <summary>Writes over a line; the others stay as they are, so that saving while typing is quick.</summary>
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
                line.Settle();
                return Task.FromResult(true);
            },
            cancellation,
            recomposes: false);

    /// <summary>Adds an empty line below another, of its rank; a line without text is not printed.</summary>
    public Task<LineResult> AddLineAsync(long reportId, long afterLineId, CancellationToken cancellation = default) =>
        db.InTransactionAsync(
            async () =>
            {
                var after = await db.ReportLines.Include(row => row.Report)
                    .SingleOrDefaultAsync(row => row.Id == afterLineId && row.ReportId == reportId, cancellation);
                if (after is null)
                {
                    return new LineResult(LineOutcome.NotFound);
                }

                if (!after.Report!.IsEditable)
                {
                    return new LineResult(LineOutcome.NotEditable);
                }

                var line = new ReportLine
                {
                    AgencyId = after.AgencyId,
                    ReportId = reportId,
                    ElementKey = after.ElementKey,
                    Position = after.Position,
                    Level = after.Level is BlockLevel.Section or BlockLevel.Heading ? BlockLevel.Paragraph : after.Level,
                    Text = "",
                    IsPlacedByHand = true,
                    AfterLineId = after.Id,
                };
                db.ReportLines.Add(line);
                await db.SaveChangesAsync(cancellation);
                await composition.RefreshWithinAsync(reportId, cancellation);
                return new LineResult(LineOutcome.Done, line);
            },
            cancellation);

    /// <summary>
    /// Lấy từ năm trước: what the clerk wrote into last year's report, its newest revision. Each line is offered until it is taken,
    /// and only where this report's outline has the place.
    /// </summary>
    public async Task<List<ReportLine>> LastYearAsync(long reportId, CancellationToken cancellation = default)
    {
        if (await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation) is not { } report)
        {
            return [];
        }

        var last = await db.OwnReports().AsNoTracking().Where(row => row.Year == report.Year - 1 && row.PeriodKind == report.PeriodKind)
            .OrderByDescending(row => row.Revision).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        return await db.ReportLines.AsNoTracking()
            .Where(line => line.ReportId == last && (line.AutoKey == null || line.IsEdited) && !line.IsRemoved && line.Text != "")
            .Where(line => line.Level != BlockLevel.Section && line.Level != BlockLevel.Heading)
            .Where(line => db.OutlineTemplates.Any(outline => outline.Id == report.OutlineTemplateId
                && outline.Elements.Any(element => element.Key == line.ElementKey)))
            .Where(line => !db.ReportLines.Any(own => own.ReportId == reportId
                && own.Origins.Any(origin => origin.Kind == OriginKind.ReportLine && origin.RowId == line.Id)))
            .OrderBy(line => line.Position).ToListAsync(cancellation);
    }

    /// <summary>Takes lines of last year's report over, once per form, each at the end of its part.</summary>
    public async Task<LineOutcome> CopyAsync(Guid formKey, long reportId, IReadOnlyList<Pick> picks, CancellationToken cancellation = default)
    {
        var report = await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is not { IsEditable: true })
        {
            return report is null ? LineOutcome.NotFound : LineOutcome.NotEditable;
        }

        var ends = new Dictionary<string, long>();
        await db.AddPicksAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            picks,
            async () => (await LastYearAsync(reportId, cancellation)).ToDictionary(line => line.Id),
            async () =>
            {
                var own = await LinesAsync(reportId, cancellation);
                ends = own.GroupBy(line => line.ElementKey).ToDictionary(group => group.Key, group => group.Last().Id);
                return own.Count;
            },
            (old, position, text) =>
            {
                var line = new ReportLine
                {
                    Id = IdGenerator.NewId(),
                    AgencyId = report.AgencyId,
                    ReportId = reportId,
                    ElementKey = old.ElementKey,
                    Position = position,
                    Level = old.Level,
                    Text = text,
                    EndMark = old.EndMark,
                    IsPlacedByHand = true,
                    AfterLineId = ends.TryGetValue(old.ElementKey, out var end) ? end : null,
                };
                line.Origins.Add(new ReportLineOrigin { AgencyId = report.AgencyId, LineId = line.Id, Kind = OriginKind.ReportLine, RowId = old.Id });
                ends[old.ElementKey] = line.Id;
                return line;
            },
            null,
            cancellation);
        await composition.RefreshAsync(reportId, cancellation);
        return LineOutcome.Done;
    }

    /// <summary>Takes a line out of the report; it is kept and can come back.</summary>
    public Task<LineResult> RemoveLineAsync(long lineId, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                line.IsRemoved = true;
                return Task.FromResult(true);
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
                    line.Settle();
                    line.IsIndentedByHand = false;
                }

                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>Keeps an edited text although the data say something else now (Giữ câu đã sửa).</summary>
    public Task<LineResult> KeepLineAsync(long lineId, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                line.Settle();
                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>Brings the data's change into an edited text (Ghép cả hai); where both changed the same words nothing is done.</summary>
    public Task<LineResult> MergeLineAsync(long lineId, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            line =>
            {
                if (line.MergedText() is not { } text)
                {
                    return Task.FromResult(false);
                }

                line.Text = text;
                line.Settle();
                return Task.FromResult(true);
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
                return LineOrder.Move(siblings, line, move);
            },
            cancellation);

    /// <summary>Puts a line, with its plus lines, behind another of the same element; with null at the element's head.</summary>
    public Task<LineResult> PlaceLineAsync(long lineId, Guid version, long? afterLineId, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            async line =>
            {
                var siblings = await db.ReportLines
                    .Where(other => other.ReportId == line.ReportId && other.ElementKey == line.ElementKey)
                    .OrderBy(other => other.Position).ToListAsync(cancellation);
                return LineOrder.Place(siblings, line, afterLineId);
            },
            cancellation);

    /// <summary>Gives a line the next lower or higher rank among paragraph, dash and plus; at the end it stays.</summary>
    public Task<LineResult> IndentLineAsync(long lineId, Guid version, LineIndent indent, CancellationToken cancellation = default) =>
        ChangeAsync(
            lineId,
            version,
            async line =>
            {
                var above = await db.ReportLines
                    .Where(other => other.ReportId == line.ReportId && other.ElementKey == line.ElementKey
                        && other.Position < line.Position && !other.IsRemoved)
                    .OrderByDescending(other => other.Position).FirstOrDefaultAsync(cancellation);
                if (LineOrder.Indented(line.Level, indent, above?.Level) is not { } level)
                {
                    return false;
                }

                (line.Level, line.IsIndentedByHand) = (level, true);
                return true;
            },
            cancellation);

    private async Task<LineResult> ChangeAsync(
        long lineId, Guid version, Func<ReportLine, Task<bool>> change, CancellationToken cancellation, bool recomposes = true)
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
                    if (!await change(line))
                    {
                        return new LineResult(LineOutcome.Stays, line);
                    }

                    await db.SaveChangesAsync(cancellation);
                    if (recomposes)
                    {
                        await composition.RefreshWithinAsync(line.ReportId, cancellation);
                    }

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
