using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>
/// Takes the sample reports to where they stand, act by act through <see cref="ReportWorkflow"/>, each by the account that
/// does it and at its time. Comes after the accounts; a report that anybody touched already is left alone.
/// </summary>
public sealed class SampleReports(
    CchcDbContext db, CurrentAccess access, ReportComposition composition, ReportChecker checker, IOfficialDocumentRenderer renderer, ISampleSigner signer, FileStore files)
{
    /// <summary>Carries every act out.</summary>
    /// <exception cref="InvalidOperationException">The workflow refused an act: the samples are wrong.</exception>
    public async Task CarryOutAsync(CancellationToken cancellation = default)
    {
        var samples = SampleFiles.Communes.SelectMany(file => SampleFiles.Read<SampleAgencies>(file).Agencies)
            .SelectMany(agency => agency.Years.Where(year => year.Report is not null).Select(year => (agency.Code, year.Year, year.Report!.Acts)));
        var system = access.Scope;
        try
        {
            foreach (var (code, year, acts) in samples)
            {
                access.Scope = system;
                if (await UntouchedAsync(code, year, cancellation) is { } report)
                {
                    await CarryOutAsync(report, acts, cancellation);
                }
            }
        }
        finally
        {
            access.Scope = system;
        }
    }

    private Task<long?> UntouchedAsync(string agencyCode, int year, CancellationToken cancellation) =>
        db.AnnualReports.Where(report => report.Year == year && report.Revision == 1 && report.Events.Count == 0
                && db.Agencies.Any(agency => agency.Id == report.AgencyId && agency.Code == agencyCode))
            .Select(report => (long?)report.Id).SingleOrDefaultAsync(cancellation);

    private async Task CarryOutAsync(long report, List<SampleAct> acts, CancellationToken cancellation)
    {
        var system = access.Scope;
        foreach (var act in acts)
        {
            var at = VietnamTime.ToUtc(act.At);
            access.Scope = system;
            var user = await db.Users.AsNoTracking().SingleAsync(row => row.UserName == act.By, cancellation);
            access.Scope = AccessScope.ForUser(user.Id, user.FullName, user.AgencyId);
            var clock = new StoppedClock(at);
            var register = new OutgoingRegister(db, new NumberSeries(db, clock), files, clock);
            var signatures = signer.EngineAt(clock);
            var workflow = new ReportWorkflow(
                db, composition, checker, new ReportEvidenceReader(db), renderer, signatures, new ReportSigningSteps(db, files, signatures), files, register, clock);
            var result = await ActAsync(workflow, report, act, clock, cancellation);
            report = result.Outcome == WorkflowOutcome.Done
                ? result.ReportId
                : throw new InvalidOperationException($"Sample act {act.Act} by {act.By}: {result.Outcome}.");
        }
    }

    private async Task<WorkflowResult> ActAsync(ReportWorkflow workflow, long report, SampleAct act, TimeProvider clock, CancellationToken cancellation) => act.Act switch
    {
        ReportAction.Submit => await workflow.SubmitAsync(report, await VersionAsync(report, cancellation), cancellation: cancellation),
        ReportAction.CheckContent => await workflow.CheckAsync(report, await VersionAsync(report, cancellation), ReportCheckKind.Content, cancellation),
        ReportAction.Approve => await workflow.ApproveAsync(report, await VersionAsync(report, cancellation), cancellation),
        ReportAction.Return => await workflow.ReturnAsync(report, await VersionAsync(report, cancellation), act.Reason, cancellation),
        ReportAction.Sign => await workflow.SignAsync(
            report,
            await VersionAsync(report, cancellation),
            await SignedAsync(report, ReportFileStep.Signed, clock, cancellation),
            SignatureWay.Outside,
            cancellation),
        ReportAction.Number => await workflow.NumberAsync(
            report, await VersionAsync(report, cancellation), act.Number, DateOnly.FromDateTime(act.At), cancellation),
        ReportAction.Seal => await workflow.SealAsync(
            report,
            await VersionAsync(report, cancellation),
            await SignedAsync(report, ReportFileStep.Sealed, clock, cancellation),
            SignatureWay.Outside,
            cancellation),
        ReportAction.Issue => await workflow.IssueAsync(
            report,
            await VersionAsync(report, cancellation),
            act.Number ?? throw new InvalidOperationException("A sample is issued without a number."),
            DateOnly.FromDateTime(act.At),
            cancellation),
        ReportAction.Acknowledge => await workflow.AcknowledgeAsync(await DeliveryAsync(report, cancellation), cancellation),
        ReportAction.ReturnDelivered => await workflow.ReturnDeliveredAsync(await DeliveryAsync(report, cancellation), act.Reason, cancellation),
        ReportAction.Replace => await workflow.StartReplacementAsync(report, cancellation),
        ReportAction.Correct => await workflow.CorrectAsync(report, await VersionAsync(report, cancellation), Letter(act, "Đính chính"), cancellation: cancellation),
        ReportAction.Recall => await workflow.RecallAsync(report, await VersionAsync(report, cancellation), Letter(act, "Thu hồi"), cancellation: cancellation),
        _ => throw new InvalidOperationException($"No sample does {act.Act}."),
    };

    private static FollowUpInput Letter(SampleAct act, string what) => new()
    {
        DocumentKind = "Công văn",
        Number = act.Number,
        Symbol = "UBND-VHXH",
        IssuedOn = DateOnly.FromDateTime(act.At),
        Subject = $"{what} báo cáo công tác tuyên truyền cải cách hành chính",
        Content = act.Reason,
    };

    /// <summary>The file of the step before, signed.</summary>
    private async Task<byte[]> SignedAsync(long report, ReportFileStep step, TimeProvider clock, CancellationToken cancellation)
    {
        var row = await db.AnnualReports.AsNoTracking().SingleAsync(found => found.Id == report, cancellation);
        var hash = await db.CurrentFileAsync(row, cancellation) ?? await db.ReportVersions
            .Where(version => version.ReportId == report && version.Number == row.VersionNumber).Select(version => version.PdfSha256).SingleAsync(cancellation);
        return await signer.SignAsync(await files.ReadAsync(hash, cancellation), step, clock, cancellation);
    }

    private Task<Guid> VersionAsync(long report, CancellationToken cancellation) =>
        db.AnnualReports.Where(row => row.Id == report).Select(row => row.Version).SingleAsync(cancellation);

    private Task<long> DeliveryAsync(long report, CancellationToken cancellation) =>
        db.ReportDeliveries.Where(row => row.ReportId == report).Select(row => row.Id).SingleAsync(cancellation);

    private sealed class StoppedClock(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
