using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>How an issued document stands.</summary>
public enum PublicStatus
{
    /// <summary>Có hiệu lực.</summary>
    InForce,

    /// <summary>Đã được thay thế.</summary>
    Replaced,

    /// <summary>Đã thu hồi.</summary>
    Recalled,
}

/// <summary>In which form a document was issued.</summary>
public enum IssuedForm
{
    /// <summary>Signed and sealed digitally.</summary>
    Electronic,

    /// <summary>Signed and stamped on paper.</summary>
    Paper,

    /// <summary>Signed digitally, printed and stamped (Điều 18.5).</summary>
    PrintedFromSigned,
}

/// <summary>What anybody may know of an issued document: what is printed on it, its hash and how it stands.</summary>
public sealed record PublicDocument
{
    /// <summary>The code of its page.</summary>
    public required string Code { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The running number.</summary>
    public required int Number { get; init; }

    /// <summary>"BC-UBND".</summary>
    public required string Symbol { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>"BÁO CÁO".</summary>
    public required string Kind { get; init; }

    /// <summary>The abstract, in its lines.</summary>
    public required IReadOnlyList<string> Subject { get; init; }

    /// <summary>In which capacity it was signed, in its lines: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".</summary>
    public required IReadOnlyList<string> Authority { get; init; }

    /// <summary>Who signed.</summary>
    public required string SignerName { get; init; }

    /// <summary>The SHA-256 of the issued file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In which form it was issued.</summary>
    public required IssuedForm Form { get; init; }

    /// <summary>How it stands.</summary>
    public required PublicStatus Status { get; init; }

    /// <summary>The number of the document that replaces it: "16/BC-UBND"; null when none does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The date of that one.</summary>
    public DateOnly? ReplacedOn { get; init; }

    /// <summary>The letters that correct it while it stays in force, oldest first.</summary>
    public IReadOnlyList<PublicCorrection> Corrections { get; init; } = [];
}

/// <summary>A letter that corrects an issued document (Điều 18).</summary>
/// <param name="Kind">"Công văn".</param>
/// <param name="Number">"131/UBND-VHXH".</param>
/// <param name="IssuedOn">Its date.</param>
public sealed record PublicCorrection(string Kind, string Number, DateOnly IssuedOn);

/// <summary>
/// Answers to anybody who holds a document or its code whether it was issued here. It looks past the agencies: that is what it is for. A report that is not
/// issued, or was typed in from paper, is unknown to it.
/// </summary>
public sealed class PublicVerification(CchcDbContext db, FileStore files)
{
    private const int MostCandidates = 20;

    private static readonly ReportStatus[] Published = [ReportStatus.Issued, ReportStatus.Received, ReportStatus.Replaced, ReportStatus.Recalled];

    /// <summary>The document of a code, or null.</summary>
    public async Task<PublicDocument?> FindAsync(string code, CancellationToken cancellation = default) =>
        (await ReadAsync(IssuedVersions().Where(version => version.Report!.PublicCode == code), cancellation)).FirstOrDefault();

    /// <summary>The document whose issued file has a hash, or null.</summary>
    public async Task<PublicDocument?> FindByHashAsync(string sha256, CancellationToken cancellation = default) =>
        (await ReadAsync(IssuedVersions().Where(version => version.IssuedPdfSha256 == sha256), cancellation)).FirstOrDefault();

    /// <summary>The document that grew from a file with a hash, and the step that left that file; null for none.</summary>
    public async Task<(PublicDocument Document, ReportFileStep Step)?> FindByStepAsync(string sha256, CancellationToken cancellation = default)
    {
        var file = await db.ReportFiles.AsNoTracking().IgnoreQueryFilters([CchcDbContext.AgencyFilter])
            .Where(row => row.Sha256 == sha256 && (row.Step == ReportFileStep.Signed || row.Step == ReportFileStep.Numbered))
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        return file is not null
            && (await ReadAsync(IssuedVersions().Where(version => version.ReportId == file.ReportId && version.Number == file.VersionNumber), cancellation)).FirstOrDefault() is { } document
            ? (document, file.Step)
            : null;
    }

    /// <summary>The hashes of all issued files.</summary>
    public Task<List<string>> HashesAsync(CancellationToken cancellation = default) =>
        IssuedVersions().OrderByDescending(version => version.Id).Select(version => version.IssuedPdfSha256!).ToListAsync(cancellation);

    /// <summary>The files that an issued one grew from, the frozen one first (without a step), each the beginning of the next.</summary>
    public async Task<IReadOnlyList<(ReportFileStep? Step, string Sha256)>> PartsAsync(PublicDocument document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var version = await IssuedVersions().Where(row => row.IssuedPdfSha256 == document.Sha256).OrderByDescending(row => row.Id)
            .Select(row => new { row.ReportId, row.Number, row.PdfSha256 }).FirstAsync(cancellation);
        var files = await db.ReportFiles.AsNoTracking().IgnoreQueryFilters([CchcDbContext.AgencyFilter])
            .Where(row => row.ReportId == version.ReportId && row.VersionNumber == version.Number
                && (row.Step == ReportFileStep.Signed || row.Step == ReportFileStep.Numbered))
            .OrderBy(row => row.Id).Select(row => new { row.Step, row.Sha256 }).ToListAsync(cancellation);
        return [(null, version.PdfSha256), .. files.Select(row => ((ReportFileStep?)row.Step, row.Sha256))];
    }

    /// <summary>The documents of a number, symbol and date, of whatever issuer.</summary>
    public Task<List<PublicDocument>> FindByNumberAsync(int number, string symbol, DateOnly issuedOn, CancellationToken cancellation = default) => ReadAsync(
        IssuedVersions().Where(version => version.Report!.Number == number && version.Report.Symbol == symbol && version.Report.IssuedOn == issuedOn), cancellation);

    /// <summary>The issued file.</summary>
    public Task<byte[]> IssuedFileAsync(PublicDocument document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return files.ReadAsync(document.Sha256, cancellation);
    }

    private IQueryable<ReportVersion> IssuedVersions() => db.ReportVersions.AsNoTracking().IgnoreQueryFilters([CchcDbContext.AgencyFilter])
        .Where(version => version.IssuedPdfSha256 != null && !version.Report!.IsReentered && Published.Contains(version.Report.Status));

    private async Task<List<PublicDocument>> ReadAsync(IQueryable<ReportVersion> versions, CancellationToken cancellation)
    {
        var rows = await versions.OrderByDescending(version => version.Id).Take(MostCandidates).Select(version => new
        {
            version.Report!.PublicCode,
            version.Report.Number,
            version.Report.Symbol,
            version.Report.IssuedOn,
            version.Report.Status,
            version.Report.IsOnPaper,
            version.ModelJson,
            version.IssuedPdfSha256,
            version.ReportId,
            IsNumberedFile = db.ReportFiles.Any(file => file.ReportId == version.ReportId && file.VersionNumber == version.Number && file.Step == ReportFileStep.Numbered),
            Corrections = db.ReportFollowUps.Where(letter => letter.ReportId == version.ReportId && letter.Kind == FollowUpKind.Correction)
                .OrderBy(letter => letter.IssuedOn).ThenBy(letter => letter.Id).ToList(),
        }).ToListAsync(cancellation);
        var reports = rows.ConvertAll(row => (long?)row.ReportId);
        var replacing = await db.AnnualReports.AsNoTracking().IgnoreQueryFilters([CchcDbContext.AgencyFilter])
            .Where(other => reports.Contains(other.ReplacesId) && Published.Contains(other.Status))
            .Select(other => new { other.ReplacesId, other.Number, other.Symbol, other.IssuedOn }).ToListAsync(cancellation);
        return rows.ConvertAll(row =>
        {
            var document = OfficialDocumentJson.Read(row.ModelJson);
            var by = replacing.Find(other => other.ReplacesId == row.ReportId);
            return new PublicDocument
            {
                Code = row.PublicCode,
                Issuer = document.Letterhead.FullName ?? string.Join(' ', document.Letterhead.Agency),
                Number = row.Number!.Value,
                Symbol = row.Symbol!,
                IssuedOn = row.IssuedOn!.Value,
                Kind = document.Kind,
                Subject = document.Subject,
                Authority = document.Signature.Authority,
                SignerName = document.Signature.SignerName,
                Sha256 = row.IssuedPdfSha256!,
                Form = !row.IsOnPaper ? IssuedForm.Electronic : row.IsNumberedFile ? IssuedForm.PrintedFromSigned : IssuedForm.Paper,
                Status = row.Status switch
                {
                    ReportStatus.Recalled => PublicStatus.Recalled,
                    ReportStatus.Replaced => PublicStatus.Replaced,
                    _ => PublicStatus.InForce,
                },
                ReplacedBy = by is { Number: { } number } ? $"{number:00}/{by.Symbol}" : null,
                ReplacedOn = by?.IssuedOn,
                Corrections = row.Corrections.ConvertAll(letter => new PublicCorrection(letter.DocumentKind, letter.NumberText, letter.IssuedOn)),
            };
        });
    }
}
