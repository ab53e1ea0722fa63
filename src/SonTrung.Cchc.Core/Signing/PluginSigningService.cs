using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>A try that was begun, or why it was not.</summary>
/// <param name="Refusal">Why not; null when it was begun.</param>
public sealed record PluginOpening(WorkflowResult? Refusal)
{
    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>What the signing program shows in place of a sign-in; given out this once.</summary>
    public string Token { get; init; } = "";

    /// <summary>What the page asks by.</summary>
    public string Key { get; init; } = "";
}

/// <summary>
/// The file goes to the signing program of the person's computer and comes back (VGCA). The program has no sign-in: a token of one use stands for the person who pressed
/// the button, whose right is looked up anew each time. What comes back is judged as any file that was signed outside.
/// </summary>
public sealed class PluginSigningService(
    CchcDbContext db, CurrentAccess access, ReportWorkflow workflow, SigningReader signing, FileStore files, PluginSignings signings, TimeProvider time)
{
    /// <summary>Begins a try for the signed-in person.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="action">Whose signature: <see cref="ReportAction.Sign"/> or <see cref="ReportAction.Seal"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PluginOpening> OpenAsync(long reportId, Guid version, ReportAction action, CancellationToken cancellation = default)
    {
        if (await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation) is not { } report)
        {
            return new PluginOpening(new WorkflowResult(WorkflowOutcome.NotFound, reportId));
        }

        if (ReportTransitions.Find(report.Status, action) is null)
        {
            return new PluginOpening(new WorkflowResult(WorkflowOutcome.WrongState, reportId, report.Status));
        }

        if (report.Version != version)
        {
            return new PluginOpening(new WorkflowResult(WorkflowOutcome.Conflict, reportId, report.Status));
        }

        var desk = await signing.ReadAsync(report, action, cancellation);
        if (desk.Certificate is null)
        {
            return new PluginOpening(new WorkflowResult(WorkflowOutcome.CertificateUnknown, reportId, report.Status));
        }

        var user = db.Scope.UserId ?? throw new AgencyIsolationException("Files are signed by signed-in people.");
        var (token, key) = signings.Add(new PluginSigning
        {
            ReportId = reportId,
            Version = version,
            Action = action,
            FileSha256 = desk.FileSha256,
            UserId = user,
            SecurityStamp = await db.Users.Where(row => row.Id == user).Select(row => row.SecurityStamp).SingleAsync(cancellation) ?? "",
            ExpiresUtc = time.GetUtcNow().UtcDateTime + PluginSignings.Life,
        });
        return new PluginOpening(null) { Report = report, Token = token, Key = key };
    }

    /// <summary>The file that a token is for; null when it is for none any more. From here on the work is the person's.</summary>
    public async Task<(AnnualReport Report, byte[] Content)?> ReadAsync(string token, CancellationToken cancellation = default) =>
        await EnterAsync(token, cancellation) is { } waiting
        && await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == waiting.ReportId && row.Version == waiting.Version, cancellation) is { } report
            ? (report, await files.ReadAsync(waiting.FileSha256, cancellation))
            : null;

    /// <summary>Whether a file may come back by a token; asked before the file is read.</summary>
    public async Task<bool> IsWaitingAsync(string token, CancellationToken cancellation = default) => await EnterAsync(token, cancellation) is not null;

    /// <summary>Takes the file that the program signed. The token is used up, whatever the file is.</summary>
    /// <returns>How it ended; null when no file may come back by this token.</returns>
    public async Task<WorkflowResult?> ReceiveAsync(string token, byte[] signed, CancellationToken cancellation = default)
    {
        if (await EnterAsync(token, cancellation) is not { } waiting || !waiting.Take())
        {
            return null;
        }

        WorkflowResult? result = null;
        try
        {
            result = waiting.Action == ReportAction.Sign
                ? await workflow.SignAsync(waiting.ReportId, waiting.Version, signed, SignatureWay.Plugin, cancellation)
                : await workflow.SealAsync(waiting.ReportId, waiting.Version, signed, SignatureWay.Plugin, cancellation);
            return result;
        }
        finally
        {
            waiting.End(result);
        }
    }

    /// <summary>Ends the signed-in person's own try: what has come back counts, nothing comes back afterwards.</summary>
    /// <returns>The try; null when there is no such one.</returns>
    public async Task<PluginSigning?> EndAsync(string key, CancellationToken cancellation = default)
    {
        if (signings.Find(key, db.Scope.UserId) is not { } own)
        {
            return null;
        }

        PluginSignings.GiveUp(own);
        await own.Ended.WaitAsync(cancellation);
        return own;
    }

    /// <summary>Lets the work go on in the name of the person behind a token, if that person still is who may do it.</summary>
    private async Task<PluginSigning?> EnterAsync(string token, CancellationToken cancellation)
    {
        if (signings.Waiting(token) is not { } waiting)
        {
            return null;
        }

        var person = await db.Users.AsNoTracking()
            .Where(row => row.Id == waiting.UserId && row.LeftUtc == null && !row.HasTemporaryPassword && row.SecurityStamp == waiting.SecurityStamp)
            .Select(row => new { row.Id, row.FullName, row.AgencyId, row.Duties })
            .SingleOrDefaultAsync(cancellation);
        if (person is null || !Permissions.Of(person.Duties).Contains(ReportTransitions.All.First(row => row.Action == waiting.Action).Permission))
        {
            return null;
        }

        access.Scope = AccessScope.ForUser(person.Id, person.FullName, person.AgencyId);
        return waiting;
    }
}
