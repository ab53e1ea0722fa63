using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>How an act on a report ended.</summary>
public enum WorkflowOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such report for this user.</summary>
    NotFound,

    /// <summary>The state does not allow it.</summary>
    WrongState,

    /// <summary>Somebody changed the report since the form went out.</summary>
    Conflict,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>Nobody checks or approves what they submitted.</summary>
    OwnSubmission,

    /// <summary>It was submitted to another signer.</summary>
    NotTheSigner,

    /// <summary>The signer has no account, or its person has left: nobody approves in another's name.</summary>
    SignerWithoutAccount,

    /// <summary>This check was done already.</summary>
    CheckedAlready,

    /// <summary>A comment on it is not resolved.</summary>
    OpenComments,

    /// <summary>Typed in again from paper: never submitted.</summary>
    Reentered,

    /// <summary>A character cannot be printed.</summary>
    Unprintable,

    /// <summary>The letterhead, signer or another part is missing.</summary>
    Incomplete,

    /// <summary>The checker found errors that are neither mended nor passed over.</summary>
    ErrorsFound,

    /// <summary>Words of last year are neither mended nor confirmed.</summary>
    StaleTextFound,

    /// <summary>The number was given before in this calendar year (Điều 15.1).</summary>
    NumberTaken,

    /// <summary>Dated before a document with a lower number, or after one with a higher (Điều 15.1: in time order).</summary>
    DateOutOfOrder,

    /// <summary>Dated before the approval: number and date come after the signature (Điều 14, 15).</summary>
    DateBeforeApproval,

    /// <summary>Dated in the future.</summary>
    DateInFuture,

    /// <summary>No number was typed in, and the agency has no series of its own.</summary>
    NumberMissing,

    /// <summary>Numbers from here on are given by the portal.</summary>
    NumberGivenByPortal,

    /// <summary>A document about a report is dated before the report.</summary>
    DateBeforeReport,

    /// <summary>A replacement is already being written.</summary>
    ReplacementExists,

    /// <summary>What came back is not our file with the expected signature; <see cref="WorkflowResult.Verdict"/> says why.</summary>
    SignatureRefused,

    /// <summary>Nobody said whose certificate must sign.</summary>
    CertificateUnknown,

    /// <summary>The signer does not sign on this day: the capacity has not begun or has ended.</summary>
    SignerNotInOffice,

    /// <summary>The signer's capacity is for other reports.</summary>
    SignerNotEntitled,

    /// <summary>The number has no room in the signed file.</summary>
    NumberTooLong,

    /// <summary>The scan is no PDF.</summary>
    ScanNotPdf,

    /// <summary>The scan is the portal's own file, which nobody has signed on paper.</summary>
    ScanNotSigned,
}

/// <summary>How an act ended, and what it speaks of.</summary>
/// <param name="Outcome">How.</param>
/// <param name="ReportId">The report, or the new one for a replacement.</param>
/// <param name="Status">The state after; the present one when refused.</param>
/// <param name="Detail">The character that cannot be printed.</param>
/// <param name="Missing">The part that is missing.</param>
public sealed record WorkflowResult(
    WorkflowOutcome Outcome, long ReportId, ReportStatus Status = ReportStatus.Draft, string? Detail = null, ReportPart? Missing = null)
{
    /// <summary>Why a signed file was refused.</summary>
    public SignedFileVerdict? Verdict { get; init; }

    /// <summary>The comment that stops the act.</summary>
    public long? CommentId { get; init; }
}

/// <summary>
/// Carries out the acts of <see cref="ReportTransitions"/>. The only writer of a report's state; every act is one
/// transaction with its history row.
/// </summary>
public sealed partial class ReportWorkflow(
    CchcDbContext db,
    ReportComposition composition,
    ReportChecker checker,
    ReportEvidenceReader evidence,
    IOfficialDocumentRenderer renderer,
    IReportSignatures signatures,
    ReportSigningSteps signing,
    FileStore files,
    OutgoingRegister register,
    TimeProvider time)
{
    /// <summary>
    /// Trình ký: freezes the document and its PDF. Where the agency checks before it signs (Điều 12), it is submitted for the checks.
    /// </summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="signerId">Trình ai ký; the agency's first signer when null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<WorkflowResult> SubmitAsync(
        long reportId, Guid version, long? signerId = null, CancellationToken cancellation = default)
    {
        var checks = await db.AnnualReports.Where(report => report.Id == reportId)
            .AnyAsync(report => db.AgencySettings.Any(row => row.AgencyId == report.AgencyId && row.ChecksBeforeSigning), cancellation);
        return await ActAsync(
            reportId,
            version,
            checks ? ReportAction.SubmitForCheck : ReportAction.Submit,
            null,
            report => FreezeAsync(report, signerId, cancellation),
            cancellation);
    }

    /// <summary>Kiểm tra nội dung or thể thức (Điều 12); the second of the two passes the report on to its signer.</summary>
    public Task<WorkflowResult> CheckAsync(long reportId, Guid version, ReportCheckKind kind, CancellationToken cancellation = default) => ActAsync(
        reportId,
        version,
        kind == ReportCheckKind.Content ? ReportAction.CheckContent : ReportAction.CheckForm,
        null,
        report => RecordCheckAsync(report, kind, cancellation),
        cancellation);

    /// <summary>Rút lại để sửa.</summary>
    public Task<WorkflowResult> WithdrawAsync(long reportId, Guid version, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Withdraw, null, null, cancellation);

    /// <summary>
    /// Trả lại, with a reason; by the chairman, or by the clerk of documents before issuing. A number that the report has already is given up in the register
    /// with the same reason (hủy số, Điều 15.1): no number is skipped without one.
    /// </summary>
    public Task<WorkflowResult> ReturnAsync(long reportId, Guid version, string? reason, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Return, reason, report => GiveUpNumberAsync(report, reason!, cancellation), cancellation);

    /// <summary>Duyệt: the document as frozen, and nothing else.</summary>
    public Task<WorkflowResult> ApproveAsync(long reportId, Guid version, CancellationToken cancellation = default) =>
        ActAsync(
            reportId,
            version,
            ReportAction.Approve,
            null,
            report => RefuseApproverAsync(report, cancellation),
            cancellation);

    /// <summary>Đóng dấu và phát hành (bản giấy): gives number and date, enters the report into the register, prints both, and issues to every addressee of the portal.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="number">The number typed in; null to have the portal give the next of the agency's own series.</param>
    /// <param name="issuedOn">The document's date.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> IssueAsync(long reportId, Guid version, int? number, DateOnly issuedOn, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Issue, null, report => IssueAsync(report, number, issuedOn, cancellation), cancellation);

    /// <summary>Ký ban hành: takes the file as the signer signed it. A report that waits for its signature is approved by the same act.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="signed">The frozen file with the signature.</param>
    /// <param name="way">Where the key was.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> SignAsync(long reportId, Guid version, byte[] signed, SignatureWay way, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Sign, null, report => SignAsync(report, signed, way, cancellation), cancellation);

    /// <summary>Cấp số, ngày ban hành, into the signed file, and enters the report into the register.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="number">The number typed in; null to have the portal give the next of the agency's own series.</param>
    /// <param name="issuedOn">The document's date.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> NumberAsync(long reportId, Guid version, int? number, DateOnly issuedOn, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Number, null, report => NumberAsync(report, number, issuedOn, cancellation), cancellation);

    /// <summary>Ký số cơ quan và phát hành: takes the file as the organisation signed it, and issues it to every addressee of the portal.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="signed">The numbered file with the signature.</param>
    /// <param name="way">Where the key was.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> SealAsync(long reportId, Guid version, byte[] signed, SignatureWay way, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.Seal, null, report => SealAsync(report, signed, way, cancellation), cancellation);

    /// <summary>Đóng dấu và phát hành (bản giấy) of a file that was signed and numbered: printed and stamped by hand (Điều 18.5), issued to every addressee of the portal.</summary>
    public Task<WorkflowResult> IssuePrintedAsync(long reportId, Guid version, CancellationToken cancellation = default) =>
        ActAsync(reportId, version, ReportAction.IssuePrinted, null, report => IssuePrintedAsync(report, cancellation), cancellation);

    /// <summary>Keeps the scan of a paper that was signed and stamped; a better one may follow, the earlier one stays.</summary>
    public Task<WorkflowResult> AttachScanAsync(long reportId, Guid version, byte[] scan, CancellationToken cancellation = default) =>
        ActAsync(
            reportId, version, ReportAction.AttachScan, null, report => signing.AttachScanAsync(report, scan, time.GetUtcNow().UtcDateTime, cancellation), cancellation);

    /// <summary>Tiếp nhận, by the receiving office.</summary>
    public Task<WorkflowResult> AcknowledgeAsync(long deliveryId, CancellationToken cancellation = default) =>
        AnswerAsync(deliveryId, ReportAction.Acknowledge, null, cancellation);

    /// <summary>Trả lại a delivered report, by the receiving office; it stays in force until it is replaced.</summary>
    public Task<WorkflowResult> ReturnDeliveredAsync(long deliveryId, string? reason, CancellationToken cancellation = default) =>
        AnswerAsync(deliveryId, ReportAction.ReturnDelivered, reason, cancellation);

    /// <summary>Starts the report that replaces an issued one (Điều 18.3), with its lines to begin from.</summary>
    public Task<WorkflowResult> StartReplacementAsync(long reportId, CancellationToken cancellation = default) =>
        db.InTransactionAsync(
            async () =>
            {
                var old = await db.AnnualReports.Include(report => report.Bases).Include(report => report.Recipients)
                    .Include(report => report.Lines).ThenInclude(line => line.Origins).AsSplitQuery()
                    .SingleOrDefaultAsync(report => report.Id == reportId, cancellation);
                if (old is null)
                {
                    return new WorkflowResult(WorkflowOutcome.NotFound, reportId);
                }

                // A recalled report stays recalled; what is written anew takes its place.
                if (old.Status != ReportStatus.Recalled && ReportTransitions.Find(old.Status, ReportAction.Replace) is null)
                {
                    return new WorkflowResult(WorkflowOutcome.WrongState, reportId, old.Status);
                }

                if (await db.AnnualReports.AnyAsync(report => report.ReplacesId == reportId, cancellation))
                {
                    return new WorkflowResult(WorkflowOutcome.ReplacementExists, reportId, old.Status);
                }

                var replacement = ReportReplacement.Of(old);
                db.Add(replacement);
                await db.SaveChangesAsync(cancellation);
                return new WorkflowResult(WorkflowOutcome.Done, replacement.Id, replacement.Status);
            },
            cancellation);

    private Task<WorkflowResult> ActAsync(
        long reportId,
        Guid version,
        ReportAction action,
        string? reason,
        Func<AnnualReport, Task<WorkflowResult?>>? work,
        CancellationToken cancellation) => OneAfterAnotherAsync(
            reportId,
            async () =>
            {
                var report = await db.AnnualReports.SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
                if (report is null)
                {
                    return new WorkflowResult(WorkflowOutcome.NotFound, reportId);
                }

                if (ReportTransitions.Find(report.Status, action) is not { } transition)
                {
                    return new WorkflowResult(WorkflowOutcome.WrongState, reportId, report.Status);
                }

                if (report.Version != version)
                {
                    return new WorkflowResult(WorkflowOutcome.Conflict, reportId, report.Status);
                }

                if (transition.NeedsReason && string.IsNullOrWhiteSpace(reason))
                {
                    return new WorkflowResult(WorkflowOutcome.ReasonMissing, reportId, report.Status);
                }

                if (work is not null && await work(report) is { } refusal)
                {
                    // What was begun must not go with a later save.
                    db.ChangeTracker.Clear();
                    return refusal;
                }

                Move(report, transition, reason);
                if (report.Status == ReportStatus.AwaitingCheck && await IsCheckedAsync(report, cancellation))
                {
                    Move(report, ReportTransitions.Find(report.Status, ReportAction.PassChecks)!, null);
                }

                await db.SaveChangesAsync(cancellation);
                return new WorkflowResult(WorkflowOutcome.Done, reportId, report.Status);
            },
            cancellation);

    private Task<WorkflowResult> AnswerAsync(long deliveryId, ReportAction action, string? reason, CancellationToken cancellation) =>
        OneAfterAnotherAsync(
            deliveryId,
            async () =>
            {
                var own = db.Scope.WriteAgencyId;
                var delivery = await db.ReportDeliveries.Include(row => row.Report)
                    .SingleOrDefaultAsync(row => row.Id == deliveryId && row.RecipientAgencyId == own, cancellation);
                if (delivery?.Report is not { } report)
                {
                    return new WorkflowResult(WorkflowOutcome.NotFound, deliveryId);
                }

                var status = action == ReportAction.Acknowledge ? DeliveryStatus.Acknowledged : DeliveryStatus.Returned;
                if (ReportTransitions.Find(report.Status, action) is not { } transition
                    || delivery.Status == DeliveryStatus.Returned || delivery.Status == status)
                {
                    return new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status);
                }

                if (transition.NeedsReason && string.IsNullOrWhiteSpace(reason))
                {
                    return new WorkflowResult(WorkflowOutcome.ReasonMissing, report.Id, report.Status);
                }

                delivery.Status = status;
                delivery.AnsweredUtc = time.GetUtcNow().UtcDateTime;
                delivery.AnsweredBy = db.Scope.UserName;
                delivery.ReturnReason = string.IsNullOrWhiteSpace(reason) ? null : PlainText.CleanLines(reason);
                Move(report, transition, reason);
                await db.SaveChangesAsync(cancellation);
                return new WorkflowResult(WorkflowOutcome.Done, report.Id, report.Status);
            },
            cancellation);

    /// <summary>One transaction; whoever comes second at the same moment is told so.</summary>
    private async Task<WorkflowResult> OneAfterAnotherAsync(long id, Func<Task<WorkflowResult>> act, CancellationToken cancellation)
    {
        try
        {
            return await register.InTransactionAsync(act, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new WorkflowResult(WorkflowOutcome.Conflict, id);
        }
    }

    private async Task<WorkflowResult?> RecordCheckAsync(AnnualReport report, ReportCheckKind kind, CancellationToken cancellation)
    {
        if (report.SubmittedById == db.Scope.UserId)
        {
            return new WorkflowResult(WorkflowOutcome.OwnSubmission, report.Id, report.Status);
        }

        if (await ChecksOf(report).AnyAsync(check => check.Kind == kind, cancellation))
        {
            return new WorkflowResult(WorkflowOutcome.CheckedAlready, report.Id, report.Status);
        }

        if (await RefuseOpenCommentsAsync(report, cancellation) is { } open)
        {
            return open;
        }

        db.ReportChecks.Add(new ReportCheck
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            VersionNumber = report.VersionNumber,
            Kind = kind,
            UserId = db.Scope.UserId ?? throw new AgencyIsolationException("Checks are made by signed-in people."),
            UserName = db.Scope.UserName,
            AtUtc = time.GetUtcNow().UtcDateTime,
        });
        return null;
    }

    private IQueryable<ReportCheck> ChecksOf(AnnualReport report) =>
        db.ReportChecks.Where(check => check.ReportId == report.Id && check.VersionNumber == report.VersionNumber);

    /// <summary>Whether both checks of the newest submission are there, the one being recorded included.</summary>
    private async Task<bool> IsCheckedAsync(AnnualReport report, CancellationToken cancellation)
    {
        var stored = await ChecksOf(report).Select(check => check.Kind).ToListAsync(cancellation);
        var recording = db.ChangeTracker.Entries<ReportCheck>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.Kind);
        return stored.Union(recording).Count() == Enum.GetValues<ReportCheckKind>().Length;
    }

    /// <summary>Nobody approves what they submitted, or in another's name: a report goes to the account of the signer whom it prints, who must hold the capacity today (Điều 13).</summary>
    private async Task<WorkflowResult?> RefuseApproverAsync(AnnualReport report, CancellationToken cancellation)
    {
        if (report.SubmittedById == db.Scope.UserId)
        {
            return new WorkflowResult(WorkflowOutcome.OwnSubmission, report.Id, report.Status);
        }

        var signer = await db.Signers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == report.SignerId, cancellation);
        return signer?.UserId is not { } account ? new WorkflowResult(WorkflowOutcome.SignerWithoutAccount, report.Id, report.Status)
            : account != db.Scope.UserId ? new WorkflowResult(WorkflowOutcome.NotTheSigner, report.Id, report.Status)
            : !signer.MaySign(report.PeriodKind) ? new WorkflowResult(WorkflowOutcome.SignerNotEntitled, report.Id, report.Status)
            : !signer.HoldsOn(time.Today()) ? new WorkflowResult(WorkflowOutcome.SignerNotInOffice, report.Id, report.Status)
            : await RefuseOpenCommentsAsync(report, cancellation);
    }

    /// <summary>What somebody found to say about the report is settled before anybody answers for it.</summary>
    private async Task<WorkflowResult?> RefuseOpenCommentsAsync(AnnualReport report, CancellationToken cancellation) =>
        await db.ReportComments.Where(comment => comment.ReportId == report.Id && comment.Status != CommentStatus.Resolved)
            .OrderBy(comment => comment.AtUtc).ThenBy(comment => comment.Id).Select(comment => (long?)comment.Id).FirstOrDefaultAsync(cancellation) is { } first
            ? new WorkflowResult(WorkflowOutcome.OpenComments, report.Id, report.Status) { CommentId = first }
            : null;

    private async Task<WorkflowResult?> FreezeAsync(AnnualReport report, long? signerId, CancellationToken cancellation)
    {
        if (report.IsReentered)
        {
            return new WorkflowResult(WorkflowOutcome.Reentered, report.Id, report.Status);
        }

        try
        {
            if (await composition.ChooseSignerAsync(report, signerId, cancellation) is not { } signer)
            {
                return new WorkflowResult(WorkflowOutcome.NotFound, report.Id, report.Status);
            }

            if (!signer.MaySign(report.PeriodKind))
            {
                return new WorkflowResult(WorkflowOutcome.SignerNotEntitled, report.Id, report.Status);
            }

            if (!await db.Users.AnyAsync(user => user.Id == signer.UserId && user.LeftUtc == null, cancellation))
            {
                return new WorkflowResult(WorkflowOutcome.SignerWithoutAccount, report.Id, report.Status);
            }

            await composition.RefreshWithinAsync(report.Id, cancellation);
            var found = (await checker.CheckAsync(report.Id, cancellation))!;
            if (found.OpenErrors.Any() || found.OpenStale.Any())
            {
                return new WorkflowResult(found.OpenErrors.Any() ? WorkflowOutcome.ErrorsFound : WorkflowOutcome.StaleTextFound, report.Id, report.Status);
            }

            // What was checked is what is frozen.
            var document = found.Document;
            var json = OfficialDocumentJson.Write(document);
            var behind = EvidenceSnapshot.Write(await evidence.ReadAsync(report.Id, null, cancellation));
            var rendered = signatures.Freeze(document);
            db.ReportVersions.Add(new ReportVersion
            {
                AgencyId = report.AgencyId,
                ReportId = report.Id,
                Number = report.RecordSubmission(db.Scope.UserId),
                SubmittedUtc = time.GetUtcNow().UtcDateTime,
                ModelJson = json,
                ModelSha256 = OfficialDocumentJson.Hash(json),
                FiguresJson = (await ReportFigures.ReadAsync(db, report.AgencyId, report.Year, cancellation)).ToJson(),
                PdfSha256 = await files.SaveAsync(rendered.Pdf, cancellation),
                EvidenceJson = behind,
                EvidenceSha256 = OfficialDocumentJson.Hash(behind),
                EvidenceRelease = report.EvidenceRelease,
                Engine = renderer.Engine,
                LayoutProfile = document.LayoutProfile,
                PageCount = rendered.PageCount,
            });
            return null;
        }
        catch (UnprintableTextException problem)
        {
            return new WorkflowResult(WorkflowOutcome.Unprintable, report.Id, report.Status, problem.Character);
        }
        catch (ReportIncompleteException problem)
        {
            return new WorkflowResult(WorkflowOutcome.Incomplete, report.Id, report.Status, Missing: problem.Missing);
        }
    }

    private async Task<WorkflowResult?> IssueAsync(AnnualReport report, int? number, DateOnly issuedOn, CancellationToken cancellation)
    {
        var version = await db.ReportVersions
            .SingleAsync(row => row.ReportId == report.Id && row.Number == report.VersionNumber, cancellation);
        var document = OfficialDocumentJson.Read(version.ModelJson);
        var entered = await EnterAsync(report, document, number, issuedOn, cancellation);
        if (entered.Mark is not { } mark)
        {
            return entered.Refusal;
        }

        report.RecordIssue(mark, document.Letterhead.Symbol, onPaper: true);
        version.IssuedPdfSha256 = await files.SaveAsync(renderer.Render(document, mark).Pdf, cancellation);
        await DeliverAsync(report, version, cancellation);
        return null;
    }

    private async Task<WorkflowResult?> SignAsync(AnnualReport report, byte[] signed, SignatureWay way, CancellationToken cancellation)
    {
        if (await RefuseApproverAsync(report, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await signing.SignAsync(report, signed, way, time.GetUtcNow().UtcDateTime, cancellation) is { } refused)
        {
            return refused;
        }

        if (ReportTransitions.Find(report.Status, ReportAction.Approve) is { } approval)
        {
            Move(report, approval, null);
        }

        return null;
    }

    private async Task<WorkflowResult?> NumberAsync(AnnualReport report, int? number, DateOnly issuedOn, CancellationToken cancellation)
    {
        // Before the register takes it: what it took stays taken.
        if (number > ReportSigningSteps.HighestNumber)
        {
            return new WorkflowResult(WorkflowOutcome.NumberTooLong, report.Id, report.Status);
        }

        var json = await db.ReportVersions.Where(row => row.ReportId == report.Id && row.Number == report.VersionNumber).Select(row => row.ModelJson).SingleAsync(cancellation);
        var document = OfficialDocumentJson.Read(json);
        var entered = await EnterAsync(report, document, number, issuedOn, cancellation);
        if (entered.Mark is not { } mark)
        {
            return entered.Refusal;
        }

        if (await signing.NumberAsync(report, mark, time.GetUtcNow().UtcDateTime, cancellation) is { } refused)
        {
            return refused;
        }

        report.RecordIssue(mark, document.Letterhead.Symbol, onPaper: false);
        return null;
    }

    private async Task<WorkflowResult?> SealAsync(AnnualReport report, byte[] signed, SignatureWay way, CancellationToken cancellation)
    {
        if (await signing.SealAsync(report, signed, way, time.GetUtcNow().UtcDateTime, cancellation) is { } refused)
        {
            return refused;
        }

        await DeliverAsync(
            report, await db.ReportVersions.SingleAsync(row => row.ReportId == report.Id && row.Number == report.VersionNumber, cancellation), cancellation);
        return null;
    }

    /// <summary>What is issued is the paper; the file that it was printed from stays as it was signed and numbered, and goes to the offices with it.</summary>
    private async Task<WorkflowResult?> IssuePrintedAsync(AnnualReport report, CancellationToken cancellation)
    {
        var version = await db.ReportVersions.SingleAsync(row => row.ReportId == report.Id && row.Number == report.VersionNumber, cancellation);
        version.IssuedPdfSha256 = await db.CurrentFileAsync(report, cancellation);
        report.RecordPrinted();
        await DeliverAsync(report, version, cancellation);
        return null;
    }

    private async Task<WorkflowResult?> GiveUpNumberAsync(AnnualReport report, string reason, CancellationToken cancellation)
    {
        if (report.Number is not null)
        {
            await register.GiveUpAsync(report, reason, cancellation);
            report.GiveUpNumber();
        }

        return null;
    }

    /// <summary>Sends what was issued to the offices it is addressed to; a report that it replaces is replaced by it (Điều 18.3).</summary>
    private async Task DeliverAsync(AnnualReport report, ReportVersion version, CancellationToken cancellation)
    {
        foreach (var office in await AddressedOfficesAsync(report, cancellation))
        {
            db.ReportDeliveries.Add(new ReportDelivery
            {
                AgencyId = report.AgencyId,
                ReportId = report.Id,
                VersionId = version.Id,
                RecipientAgencyId = office,
                SentUtc = time.GetUtcNow().UtcDateTime,
            });
        }

        if (report.ReplacesId is { } replacedId)
        {
            var replaced = await db.AnnualReports.SingleAsync(row => row.Id == replacedId, cancellation);
            if (ReportTransitions.Find(replaced.Status, ReportAction.Replace) is { } transition)
            {
                Move(replaced, transition, null);
            }
        }
    }

    /// <summary>Takes the number and enters the report into the register (Điều 15, 16).</summary>
    private async Task<(IssueMark? Mark, WorkflowResult? Refusal)> EnterAsync(
        AnnualReport report, OfficialDocument document, int? number, DateOnly issuedOn, CancellationToken cancellation)
    {
        if (await IsBeforeApprovalAsync(report, issuedOn, cancellation))
        {
            return (null, new WorkflowResult(WorkflowOutcome.DateBeforeApproval, report.Id, report.Status));
        }

        var entered = await register.EnterAsync(report, document, number, issuedOn, cancellation);
        return entered.Given is { } given
            ? (new IssueMark(given.Number, given.IssuedOn), null)
            : (null, new WorkflowResult(OutcomeOf(entered.Refusal), report.Id, report.Status));
    }

    /// <summary>Number and date come after the signature (Điều 14, 15).</summary>
    private async Task<bool> IsBeforeApprovalAsync(AnnualReport report, DateOnly issuedOn, CancellationToken cancellation)
    {
        var approvedUtc = await db.ReportEvents
            .Where(act => act.ReportId == report.Id && act.Action == ReportAction.Approve)
            .MaxAsync(act => act.AtUtc, cancellation);
        return issuedOn < VietnamTime.DayOf(approvedUtc);
    }

    private static WorkflowOutcome OutcomeOf(NumberRefusal? refusal) => refusal switch
    {
        NumberRefusal.Missing => WorkflowOutcome.NumberMissing,
        NumberRefusal.Taken => WorkflowOutcome.NumberTaken,
        NumberRefusal.DateOutOfOrder => WorkflowOutcome.DateOutOfOrder,
        NumberRefusal.DateInFuture => WorkflowOutcome.DateInFuture,
        NumberRefusal.GivenByPortal => WorkflowOutcome.NumberGivenByPortal,
        _ => throw new InvalidOperationException($"No outcome for {refusal}."),
    };

    /// <summary>The offices behind Kính gửi on the document's date, as the frozen document was addressed: the period's last day.</summary>
    private async Task<List<long>> AddressedOfficesAsync(AnnualReport report, CancellationToken cancellation)
    {
        var own = await db.Set<ReportRecipient>().Where(line => line.ReportId == report.Id && line.Kind == RecipientKind.Addressee)
            .Select(line => line.RecipientAgencyId).ToListAsync(cancellation);
        if (own.Count > 0)
        {
            return own.OfType<long>().Distinct().ToList();
        }

        var periodEnd = await db.ReportingPeriods
            .Where(period => period.Year == report.Year && period.Kind == report.PeriodKind && period.Ordinal == report.PeriodOrdinal)
            .Select(period => period.To).SingleAsync(cancellation);
        return await db.AgencyProfiles.ValidOn(periodEnd)
            .SelectMany(profile => profile.Recipients)
            .Where(line => line.Kind == RecipientKind.Addressee && line.RecipientAgencyId != null)
            .Select(line => line.RecipientAgencyId!.Value).Distinct().ToListAsync(cancellation);
    }

    /// <summary>
    /// Gives the reports that wait for somebody who leaves back to their writers, within the transaction that hands the work over: they print the leaver's name, and
    /// nobody approves in it. Whoever takes the post is put down as the next signer. The caller saves.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="leaverId">Who leaves.</param>
    /// <param name="successors">Who signs from now on, by the signer who ends.</param>
    /// <param name="note">Why, for the writer.</param>
    /// <param name="cancellation">Cancels.</param>
    internal static async Task GiveBackAsync(
        CchcDbContext db, TimeProvider time, long leaverId, IReadOnlyDictionary<long, long> successors, string note, CancellationToken cancellation)
    {
        foreach (var report in await WaitingFor(db, leaverId).ToListAsync(cancellation))
        {
            Move(db, time, report, ReportTransitions.Find(report.Status, ReportAction.SignerLeft)!, note);
            report.SignerId = report.SignerId is { } ended && successors.TryGetValue(ended, out var next) ? next : null;
        }
    }

    /// <summary>The reports that print a person as their signer and were not approved yet.</summary>
    internal static IQueryable<AnnualReport> WaitingFor(CchcDbContext db, long userId) => db.AnnualReports.Where(report =>
        (report.Status == ReportStatus.AwaitingCheck || report.Status == ReportStatus.AwaitingSignature)
        && db.Signers.Any(signer => signer.Id == report.SignerId && signer.UserId == userId));

    private void Move(AnnualReport report, ReportTransition transition, string? reason) => Move(db, time, report, transition, reason);

    private static void Move(CchcDbContext db, TimeProvider time, AnnualReport report, ReportTransition transition, string? reason)
    {
        db.ReportEvents.Add(new ReportEvent
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            AtUtc = time.GetUtcNow().UtcDateTime,
            UserId = db.Scope.UserId,
            UserName = db.Scope.UserName,
            Action = transition.Action,
            From = report.Status,
            To = transition.To,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : PlainText.CleanLines(reason),
            VersionNumber = report.VersionNumber,
        });
        report.MoveTo(transition.To);
    }
}
