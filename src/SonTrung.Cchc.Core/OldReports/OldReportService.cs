using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>Brings reports of earlier years in from paper: read, looked through block by block, written as a report typed in again, taken back as a whole.</summary>
public sealed class OldReportService(CchcDbContext db, ReportSourceReader sources, TimeProvider time)
{
    /// <summary>How many years back a report may be brought in.</summary>
    private const int YearsBack = 10;

    /// <summary>The years for which a report can be brought in, newest first: those without one.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation = default)
    {
        var taken = await db.OwnReports().Where(report => report.PeriodKind == PeriodKind.Year).Select(report => report.Year).Distinct().ToListAsync(cancellation);
        var last = time.Today().Year;
        return [.. Enumerable.Range(0, YearsBack + 1).Select(back => last - back).Where(year => year >= ReportingPeriod.FirstYear && !taken.Contains(year))];
    }

    /// <summary>The old reports of the agency that wait, last worked on first.</summary>
    public Task<List<OldReportRow>> WaitingAsync(CancellationToken cancellation = default)
    {
        var agency = OwnAgency;
        return db.OldReports.AsNoTracking().Where(row => row.AgencyId == agency && row.AppliedUtc == null)
            .OrderByDescending(row => row.ChangedUtc).ThenByDescending(row => row.Id).Take(OldReport.MostWaiting)
            .Select(row => new OldReportRow(
                row.Id, row.Year, row.FileName, row.ChangedUtc, db.Users.Where(user => user.Id == row.ReceivedById).Select(user => user.FullName).FirstOrDefault() ?? ""))
            .ToListAsync(cancellation);
    }

    /// <summary>One old report, or null.</summary>
    public Task<OldReport?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.OldReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The key of the old report that a report was written from, or null.</summary>
    public Task<long?> BehindAsync(long reportId, CancellationToken cancellation = default)
    {
        var agency = OwnAgency;
        return db.OldReports.AsNoTracking().Where(row => row.AgencyId == agency && row.ReportId == reportId).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Keeps a text until it is looked through, once per form.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="year">The report's year.</param>
    /// <param name="fileName">The file's name; null for what was pasted.</param>
    /// <param name="sha256">The SHA-256 of the file or the pasted text.</param>
    /// <param name="lines">The text as a reader gave it.</param>
    /// <param name="pagesWithoutText">Pages that are pictures.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<OldReportResult> ReceiveAsync(
        Guid formKey, int year, string? fileName, string sha256, IReadOnlyList<SourceLine> lines, IReadOnlyList<int> pagesWithoutText, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pagesWithoutText);
        var today = time.Today().Year;
        if (year < ReportingPeriod.FirstYear || year > today)
        {
            return new OldReportResult(0, OldReportRefusal.UnknownYear);
        }

        var source = OldReportSource.Of(lines);
        var blocks = OldReportBlocks.Of(DocumentRecognizer.Recognize(source.ForReading));
        if (blocks.Count is 0 or > OldReport.MostBlocks)
        {
            return new OldReportResult(0, blocks.Count == 0 ? OldReportRefusal.Nothing : OldReportRefusal.TooManyBlocks);
        }

        var agency = OwnAgency;
        if (await db.MadeByFormAsync(formKey, cancellation) is null)
        {
            if (await IsTakenAsync(year, cancellation))
            {
                return new OldReportResult(0, OldReportRefusal.YearTaken);
            }

            if (await db.OldReports.CountAsync(row => row.AgencyId == agency && row.AppliedUtc == null, cancellation) >= OldReport.MostWaiting)
            {
                return new OldReportResult(0, OldReportRefusal.TooManyWaiting);
            }
        }

        var now = time.GetUtcNow().UtcDateTime;
        var pages = string.Join(", ", pagesWithoutText);
        return new OldReportResult(await db.CreateOnceAsync(
            formKey,
            now,
            () =>
            {
                var row = new OldReport
                {
                    AgencyId = agency,
                    Year = year,
                    FileName = fileName is null ? null : Cut(PlainText.Clean(fileName), OldReport.FileNameLength),
                    FileSha256 = sha256,
                    PagesWithoutText = Cut(pages, OldReport.PagesLength),
                    ReceivedUtc = now,
                    ReceivedById = UserId,
                    ChangedUtc = now,
                    SourceText = source.Text,
                    SourceBreaks = source.Breaks,
                    BlocksJson = OldReportBlocks.Write(blocks),
                };
                db.OldReports.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Keeps what a person made of the blocks.</summary>
    /// <param name="id">The old report.</param>
    /// <param name="version">The token that went out with the page.</param>
    /// <param name="edits">The blocks as the page has them.</param>
    /// <param name="confirmsAll">Whether all blocks count as looked at now.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<OldReportResult> KeepAsync(
        long id, Guid version, IReadOnlyList<OldReportEdit> edits, bool confirmsAll = false, CancellationToken cancellation = default)
    {
        if (await db.OldReports.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new OldReportResult(0, OldReportRefusal.NotFound);
        }

        if (row.AppliedUtc is not null)
        {
            return new OldReportResult(id, OldReportRefusal.WrongState, Row: row);
        }

        var blocks = OldReportBlocks.Corrected(OldReportBlocks.Read(row.BlocksJson), edits);
        row.BlocksJson = OldReportBlocks.Write(confirmsAll ? [.. blocks.Select(block => block with { IsConfirmed = true })] : blocks);
        row.ChangedUtc = time.GetUtcNow().UtcDateTime;
        var saved = await db.SaveAsync(row, version, cancellation);
        return saved.Outcome switch
        {
            SaveOutcome.Done => new OldReportResult(id, Row: row),
            SaveOutcome.Conflict => new OldReportResult(id, OldReportRefusal.Conflict, Row: saved.Row),
            _ => new OldReportResult(0, OldReportRefusal.NotFound),
        };
    }

    /// <summary>Writes the report, when every block is confirmed: its lines, its plan where the portal has none, shortcomings, tasks, receivers.</summary>
    public async Task<OldReportResult> ApplyAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        try
        {
            return await db.InTransactionAsync(() => WriteAsync(id, version, cancellation), cancellation);
        }
        catch (ReportIncompleteException)
        {
            // The portal knows no letterhead or no signer of the agency at all.
            db.ChangeTracker.Clear();
            return new OldReportResult(id, OldReportRefusal.Incomplete, Row: await FindAsync(id, cancellation));
        }
        catch (DbUpdateException)
        {
            // The same page sent twice, or somebody opened the year's report meanwhile.
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) is not { } row ? new OldReportResult(0, OldReportRefusal.NotFound)
                : row.AppliedUtc is not null ? new OldReportResult(id, Row: row)
                : new OldReportResult(id, OldReportRefusal.Conflict, Row: row);
        }
    }

    /// <summary>Takes what was written out again, as long as nobody changed or used it; the blocks wait as they were left.</summary>
    public async Task<OldReportResult> TakeBackAsync(long id, CancellationToken cancellation = default)
    {
        try
        {
            return await db.InTransactionAsync(() => TakeOutAsync(id, cancellation), cancellation);
        }
        catch (DbUpdateException)
        {
            // Another row refers to one of them.
            db.ChangeTracker.Clear();
            return new OldReportResult(id, OldReportRefusal.InUse);
        }
    }

    /// <summary>Gives an old report up that waits.</summary>
    public async Task<OldReportResult> GiveUpAsync(long id, CancellationToken cancellation = default)
    {
        if (await db.OldReports.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new OldReportResult(0, OldReportRefusal.NotFound);
        }

        if (row.AppliedUtc is not null)
        {
            return new OldReportResult(id, OldReportRefusal.WrongState, Row: row);
        }

        db.OldReports.Remove(row);
        await db.SaveChangesAsync(cancellation);
        return new OldReportResult(id);
    }

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Old reports belong to an agency.");

    private long UserId => db.Scope.UserId ?? throw new AgencyIsolationException("Old reports are brought by signed-in users.");

    private Task<bool> IsTakenAsync(int year, CancellationToken cancellation) =>
        db.OwnReports().AnyAsync(report => report.Year == year && report.PeriodKind == PeriodKind.Year, cancellation);

    private async Task<OldReportResult> WriteAsync(long id, Guid version, CancellationToken cancellation)
    {
        if (await db.OldReports.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new OldReportResult(0, OldReportRefusal.NotFound);
        }

        var blocks = OldReportBlocks.Read(row.BlocksJson);
        if (row.AppliedUtc is not null)
        {
            return new OldReportResult(id, Row: row);
        }

        if (Check(row, version, blocks) is { Refusal: not null } refused)
        {
            return refused;
        }

        if (await IsTakenAsync(row.Year, cancellation))
        {
            return new OldReportResult(id, OldReportRefusal.YearTaken, Row: row);
        }

        var period = await PeriodAsync(row.Year, cancellation);
        var isNewYear = db.Entry(period).State == EntityState.Added;
        var outline = await OutlineAsync(period.To, cancellation);
        if (outline is null)
        {
            return new OldReportResult(id, OldReportRefusal.Incomplete, Row: row);
        }

        var report = New(row, outline, blocks);
        var plan = await db.Plans.Where(other => other.Year == row.Year).Select(other => (long?)other.Id).SingleOrDefaultAsync(cancellation);
        db.AnnualReports.Add(report);
        row.ReportId = report.Id;
        row.AppliedUtc = row.ChangedUtc = time.GetUtcNow().UtcDateTime;
        row.AppliedById = UserId;
        await db.SaveChangesAsync(cancellation);
        var source = await sources.ReadAsync(report, cancellation);
        var layout = OldReportLayout.Of(report, outline, source.Profile, blocks, plan is not null);
        if ((plan ?? layout.Plan?.Id) is { } cited)
        {
            db.Add(new ReportBasis { AgencyId = report.AgencyId, ReportId = report.Id, Position = 0, PlanId = cited });
        }

        Entity[] rows = [.. layout.Plan is { } made ? new Entity[] { made } : [], .. layout.Documents, .. layout.PlanItems, .. layout.Shortcomings, .. layout.Tasks];
        db.AddRange(rows.Cast<object>());
        await db.SaveChangesAsync(cancellation);
        await LayAsync(report, layout, cancellation);
        row.CreatedJson = JsonSerializer.Serialize(Written(report, isNewYear ? [.. rows, period] : rows));
        await db.SaveChangesAsync(cancellation);
        return new OldReportResult(id, Row: row);
    }

    /// <summary>Puts the lines over those that the composer proposes; what the paper does not have is taken out.</summary>
    private async Task LayAsync(AnnualReport report, OldReportLayout layout, CancellationToken cancellation)
    {
        var source = await sources.ReadAsync(report, cancellation);
        var proposals = ReportComposer.Compose(source);
        var keys = source.Outline.Elements.OrderBy(element => element.Position).Select(element => element.Key).ToList();
        ReportLines.Reconcile(report, proposals, keys);
        var ranks = proposals.Select((proposal, rank) => (proposal.AutoKey, rank)).ToDictionary(pair => pair.AutoKey, pair => pair.rank);
        var composed = report.Lines.ToDictionary(line => line.AutoKey!);
        long? before = null;
        var rank = -1;
        foreach (var laid in layout.Lines)
        {
            ReportLine? line = null;
            if (laid.AutoKey is { } key && composed.Remove(key, out line))
            {
                OverWrite(line, laid);
                line.IsPlacedByHand = ranks[key] < rank;
                line.AfterLineId = line.IsPlacedByHand ? before : null;
                rank = Math.Max(rank, ranks[key]);
            }

            if (line is null)
            {
                line = ByHand(report, laid, before);
                report.Lines.Add(line);
            }

            before = line.Id;
        }

        foreach (var line in composed.Values)
        {
            line.IsRemoved = true;
        }

        ReportLines.Reconcile(report, proposals, keys);
        // Before anything makes EF look for changes: it takes a row that has its key for a stored one.
        db.ReportLines.AddRange(report.Lines);
        await db.SaveChangesAsync(cancellation);
    }

    private static void OverWrite(ReportLine line, LaidLine laid)
    {
        if (line.Text != laid.Text || line.EndMark != laid.EndMark)
        {
            (line.Text, line.EndMark, line.IsEdited) = (laid.Text, laid.EndMark, true);
        }

        line.Settle();
        if (line.Level != laid.Level)
        {
            (line.Level, line.IsIndentedByHand) = (laid.Level, true);
        }
    }

    private static ReportLine ByHand(AnnualReport report, LaidLine laid, long? before) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = report.AgencyId,
        ReportId = report.Id,
        ElementKey = laid.ElementKey,
        Position = report.Lines.Count,
        Level = laid.Level,
        Label = laid.Label,
        Text = laid.Text,
        EndMark = laid.EndMark,
        IsPlacedByHand = true,
        AfterLineId = before,
    };

    private static AnnualReport New(OldReport row, OutlineTemplate outline, IReadOnlyList<OldReportBlock> blocks)
    {
        var subject = string.Join('\n', blocks.Where(block => block.Part == OldReportPart.Subject).Select(block => block.Text));
        var report = new AnnualReport
        {
            Id = IdGenerator.NewId(),
            AgencyId = row.AgencyId,
            Year = row.Year,
            OutlineTemplateId = outline.Id,
            IsReentered = true,
            Subject = subject.Length == 0 ? null : subject,
            PublicCode = ReportReplacement.NewPublicCode(),
        };
        report.Recipients.AddRange(Lines(OldReportPart.Addressee, RecipientKind.Addressee));
        report.Recipients.AddRange(Lines(OldReportPart.Recipient, RecipientKind.Copy));
        return report;

        IEnumerable<ReportRecipient> Lines(OldReportPart part, RecipientKind kind) => blocks
            .Where(block => block.Part == part && !(kind == RecipientKind.Copy && PaperHead.IsArchive(block)))
            .Select((block, i) => new ReportRecipient { AgencyId = row.AgencyId, Kind = kind, Position = i, PrintedText = PaperHead.Entry(block.Text) });
    }

    /// <summary>What stands against writing the report, told from the blocks alone.</summary>
    private static OldReportResult Check(OldReport row, Guid version, IReadOnlyList<OldReportBlock> blocks)
    {
        if (row.Version != version)
        {
            return new OldReportResult(row.Id, OldReportRefusal.Conflict, Row: row);
        }

        var open = blocks.Where(block => !block.IsConfirmed).Select(block => block.Key).ToList();
        if (open.Count > 0)
        {
            return new OldReportResult(row.Id, OldReportRefusal.Unconfirmed, open, row);
        }

        if (!blocks.Any(block => block.IsBody()))
        {
            return new OldReportResult(row.Id, OldReportRefusal.NoBody, Row: row);
        }

        var subject = blocks.Where(block => block.Part == OldReportPart.Subject).ToList();
        var isSubjectLong = subject.Sum(block => block.Text.Length + 1) > AnnualReport.SubjectLength;
        var tooLong = blocks.Where(block => block switch
        {
            { Part: OldReportPart.Subject } => isSubjectLong,
            { Part: OldReportPart.Addressee or OldReportPart.Recipient } => PaperHead.Entry(block.Text).Length > AgencyProfile.NameLength,
            _ => block.IsBody() && block.Printed().Length > ReportLine.TextLength,
        }).Select(block => block.Key).ToList();
        return tooLong.Count > 0 ? new OldReportResult(row.Id, OldReportRefusal.TooLong, tooLong, row) : new OldReportResult(row.Id, Row: row);
    }

    /// <summary>The days of the year; opened where the portal does not know them, between those that it knows.</summary>
    private async Task<ReportingPeriod> PeriodAsync(int year, CancellationToken cancellation)
    {
        var known = await db.ReportingPeriods.Where(row => row.Kind == PeriodKind.Year).OrderBy(row => row.Year).ToListAsync(cancellation);
        if (known.Find(row => row.Year == year) is { } there)
        {
            return there;
        }

        var period = ReportingPeriod.StandardYear(OwnAgency, year);
        if (known.Find(row => row.Year > year) is { } next && next.From <= period.To)
        {
            period.To = next.From.AddDays(-1);
        }

        if (known.FindLast(row => row.Year < year) is { } last && last.To >= period.From)
        {
            period.From = last.To.AddDays(1);
        }

        db.ReportingPeriods.Add(period);
        return period;
    }

    /// <summary>The outline of that day; for a paper older than all outlines the first one.</summary>
    private async Task<OutlineTemplate?> OutlineAsync(DateOnly day, CancellationToken cancellation)
    {
        var agency = OwnAgency;
        var own = db.OutlineTemplates.AsNoTracking().Include(row => row.Elements).Where(row => row.AgencyId == null || row.AgencyId == agency);
        return await own.ValidOn(day).OrderBy(row => row.AgencyId == null).ThenByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation)
            ?? await own.OrderBy(row => row.ValidFrom).ThenBy(row => row.AgencyId == null).FirstOrDefaultAsync(cancellation);
    }

    private async Task<OldReportResult> TakeOutAsync(long id, CancellationToken cancellation)
    {
        if (await db.OldReports.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new OldReportResult(0, OldReportRefusal.NotFound);
        }

        if (row.AppliedUtc is null)
        {
            return new OldReportResult(id, OldReportRefusal.WrongState, Row: row);
        }

        var report = await db.AnnualReports.Include(other => other.Bases).Include(other => other.Recipients)
            .Include(other => other.Lines).ThenInclude(line => line.Origins).Include(other => other.Lines).ThenInclude(line => line.Figures)
            .AsSplitQuery().SingleOrDefaultAsync(other => other.Id == row.ReportId, cancellation);
        var written = JsonSerializer.Deserialize<List<WrittenRow>>(row.CreatedJson) ?? [];
        var ids = written.Select(made => made.Id).ToList();
        var plans = await db.Plans.Where(other => ids.Contains(other.Id)).ToListAsync(cancellation);
        var planIds = plans.Select(plan => plan.Id).ToList();
        var items = await db.PlanItems.Include(other => other.References).Where(other => planIds.Contains(other.PlanId)).ToListAsync(cancellation);
        var documents = await db.ReferenceDocuments.Where(other => ids.Contains(other.Id)).ToListAsync(cancellation);
        var shortcomings = await db.Shortcomings.Where(other => ids.Contains(other.Id)).ToListAsync(cancellation);
        var tasks = await db.NextYearTasks.Where(other => ids.Contains(other.Id)).ToListAsync(cancellation);
        var periods = await db.ReportingPeriods.Where(other => ids.Contains(other.Id)).ToListAsync(cancellation);
        Entity[] rows = [.. plans, .. documents, .. items, .. shortcomings, .. tasks];
        if (report is null || !Written(report, [.. rows, .. periods]).ToHashSet().SetEquals(written) || await IsTakenOverAsync(report, cancellation))
        {
            return new OldReportResult(id, OldReportRefusal.InUse, Row: row);
        }

        (row.ReportId, row.AppliedUtc, row.AppliedById, row.CreatedJson, row.ChangedUtc) = (null, null, null, "", time.GetUtcNow().UtcDateTime);
        db.Remove(report);
        db.RemoveRange(rows.Cast<object>());
        if (!await IsYearUsedAsync(row.Year, ids, cancellation))
        {
            // Nobody would report for a year that was opened for the paper alone.
            db.RemoveRange(periods);
        }

        await db.SaveChangesAsync(cancellation);
        return new OldReportResult(id, Row: row);
    }

    /// <summary>Whether a year has work that the paper did not bring.</summary>
    private async Task<bool> IsYearUsedAsync(int year, IReadOnlyList<long> written, CancellationToken cancellation)
    {
        var agency = OwnAgency;
        return await db.PropagandaActivities.AnyAsync(other => other.AgencyId == agency && other.Year == year, cancellation)
            || await db.Plans.AnyAsync(other => other.AgencyId == agency && other.Year == year && !written.Contains(other.Id), cancellation);
    }

    /// <summary>Whether next year's report took lines of it over.</summary>
    private Task<bool> IsTakenOverAsync(AnnualReport report, CancellationToken cancellation) => db.ReportLines.AnyAsync(
        line => line.ReportId != report.Id && line.AgencyId == report.AgencyId
            && line.Origins.Any(origin => origin.Kind == OriginKind.ReportLine && db.ReportLines.Any(own => own.Id == origin.RowId && own.ReportId == report.Id)),
        cancellation);

    /// <summary>All that was written, each with its version: what is changed since has another one.</summary>
    private static List<WrittenRow> Written(AnnualReport report, IEnumerable<Entity> rows) =>
        [.. rows.Concat(report.Lines).Append(report).Select(row => new WrittenRow(row.Id, ((IVersioned)row).Version))];

    private static string Cut(string text, int length) => text[..Math.Min(text.Length, length)];

    private sealed record WrittenRow(long Id, Guid Version);
}
