using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>
/// What the steps of the order do to a report's file; <see cref="ReportWorkflow"/> calls them within its transaction and moves the state.
/// </summary>
public sealed class ReportSigningSteps(CchcDbContext db, FileStore files, IReportSignatures signatures)
{
    /// <summary>Largest file that comes back, bytes.</summary>
    public const int LargestFile = 25 * 1024 * 1024;

    /// <summary>The highest number that the field of a signed file holds.</summary>
    public const int HighestNumber = 9999;

    /// <summary>Takes the file that the person in authority signed (Điều 13).</summary>
    /// <returns>Why not; null when it was taken.</returns>
    internal async Task<WorkflowResult?> SignAsync(AnnualReport report, byte[] signed, SignatureWay way, DateTime now, CancellationToken cancellation)
    {
        if (await db.Signers.SingleOrDefaultAsync(row => row.Id == report.SignerId, cancellation) is not { } signer || !signer.HoldsOn(VietnamTime.DayOf(now)))
        {
            return new WorkflowResult(WorkflowOutcome.SignerNotInOffice, report.Id, report.Status);
        }

        return await TakeAsync(report, signed, signer.Certificate, ReportFileStep.Signed, way, now, end => signer.CertificateEndsOn = end, cancellation);
    }

    /// <summary>Enters number and date into the signed file (Điều 15).</summary>
    internal async Task<WorkflowResult?> NumberAsync(AnnualReport report, IssueMark mark, DateTime now, CancellationToken cancellation)
    {
        if (signatures.Number(await CurrentAsync(report, cancellation), mark) is not { } numbered)
        {
            return new WorkflowResult(WorkflowOutcome.NumberTooLong, report.Id, report.Status);
        }

        await KeepAsync(report, ReportFileStep.Numbered, numbered, now, null, null, cancellation);
        return null;
    }

    /// <summary>Takes the file that the organisation signed (Điều 17): what is issued.</summary>
    internal async Task<WorkflowResult?> SealAsync(AnnualReport report, byte[] signed, SignatureWay way, DateTime now, CancellationToken cancellation)
    {
        var seal = await db.AgencySeals.SingleOrDefaultAsync(row => row.AgencyId == report.AgencyId, cancellation);
        return await TakeAsync(report, signed, seal?.Certificate, ReportFileStep.Sealed, way, now, end => seal!.CertificateEndsOn = end, cancellation);
    }

    /// <summary>Takes the scan of the paper that was signed and stamped (Điều 19).</summary>
    internal async Task<WorkflowResult?> AttachScanAsync(AnnualReport report, byte[] scan, DateTime now, CancellationToken cancellation)
    {
        if (!report.IsOnPaper)
        {
            return new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status);
        }

        if (!scan.AsSpan().StartsWith("%PDF-"u8))
        {
            return new WorkflowResult(WorkflowOutcome.ScanNotPdf, report.Id, report.Status);
        }

        var version = await VersionAsync(report, cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(scan)) is var hash && (hash == version.PdfSha256 || hash == version.IssuedPdfSha256))
        {
            return new WorkflowResult(WorkflowOutcome.ScanNotSigned, report.Id, report.Status);
        }

        version.ScanSha256 = await KeepAsync(report, ReportFileStep.Scan, scan, now, null, null, cancellation);
        return null;
    }

    private async Task<WorkflowResult?> TakeAsync(
        AnnualReport report, byte[] signed, string? expected, ReportFileStep step, SignatureWay way, DateTime now, Action<DateOnly> noteEnd, CancellationToken cancellation)
    {
        if (expected is null)
        {
            return new WorkflowResult(WorkflowOutcome.CertificateUnknown, report.Id, report.Status);
        }

        var verdict = signatures.Judge(await CurrentAsync(report, cancellation), signed, step, expected);
        if (verdict.Result != SignedFileResult.Accepted)
        {
            return new WorkflowResult(WorkflowOutcome.SignatureRefused, report.Id, report.Status) { Verdict = verdict };
        }

        if (verdict.ValidTo is { } end)
        {
            // Nobody needs to type it: the signature shows until when the next one can be made.
            noteEnd(VietnamTime.DayOf(end.UtcDateTime));
        }

        var hash = await KeepAsync(report, step, signed, now, way, verdict, cancellation);
        if (step == ReportFileStep.Sealed)
        {
            (await VersionAsync(report, cancellation)).IssuedPdfSha256 = hash;
        }

        return null;
    }

    /// <summary>The file of the step before: what was given out.</summary>
    private async Task<byte[]> CurrentAsync(AnnualReport report, CancellationToken cancellation) =>
        await files.ReadAsync(await db.CurrentFileAsync(report, cancellation) ?? (await VersionAsync(report, cancellation)).PdfSha256, cancellation);

    private Task<ReportVersion> VersionAsync(AnnualReport report, CancellationToken cancellation) =>
        db.ReportVersions.SingleAsync(row => row.ReportId == report.Id && row.Number == report.VersionNumber, cancellation);

    private async Task<string> KeepAsync(
        AnnualReport report, ReportFileStep step, byte[] content, DateTime now, SignatureWay? way, SignedFileVerdict? verdict, CancellationToken cancellation)
    {
        var hash = await files.SaveAsync(content, cancellation);
        db.ReportFiles.Add(new ReportFile
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            VersionNumber = report.VersionNumber,
            Step = step,
            Sha256 = hash,
            AtUtc = now,
            UserName = db.Scope.UserName,
            Way = way,
            SignerName = Short(verdict?.SignerName),
            Issuer = Short(verdict?.Issuer),
            Thumbprint = verdict?.Thumbprint,
            SignedUtc = verdict?.Time?.UtcDateTime,
        });
        return hash;
    }

    private static string? Short(string? name) => name?[..Math.Min(name.Length, ReportFile.CertificateNameLength)];
}

/// <summary>Questions about the files of reports.</summary>
internal static class ReportFileQueries
{
    /// <summary>The hash of the newest signed or numbered file of a report's newest submission; null before the first signature.</summary>
    public static Task<string?> CurrentFileAsync(this CchcDbContext db, AnnualReport report, CancellationToken cancellation) =>
        db.ReportFiles.Where(file => file.ReportId == report.Id && file.VersionNumber == report.VersionNumber && file.Step != ReportFileStep.Scan)
            .OrderByDescending(file => file.Id).Select(file => file.Sha256).FirstOrDefaultAsync(cancellation);
}
