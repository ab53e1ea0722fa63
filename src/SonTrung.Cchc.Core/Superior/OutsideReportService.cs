using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>What is written down of a report that the portal did not carry.</summary>
public sealed record OutsideReportInput
{
    /// <summary>Who sent it; cannot be changed afterwards.</summary>
    public required long CommuneId { get; init; }

    /// <summary>The period reported on.</summary>
    public required RequestedPeriod Period { get; init; }

    /// <summary>Number and symbol.</summary>
    public required string Number { get; init; }

    /// <summary>The report's date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Số đến.</summary>
    public string? ArrivalNumber { get; init; }

    /// <summary>Ngày đến.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>How it came.</summary>
    public ArrivalWay ArrivedBy { get; init; }

    /// <summary>A note.</summary>
    public string? Note { get; init; }
}

/// <summary>A file that comes with a form.</summary>
/// <param name="Name">Its name at the sender's.</param>
/// <param name="Content">Its bytes, read once.</param>
public sealed record ComingFile(string Name, Stream Content);

/// <summary>How saving ended.</summary>
/// <param name="Outcome">The end.</param>
/// <param name="Row">The row as it is now.</param>
/// <param name="Refusal">Why its file was refused.</param>
public sealed record OutsideResult(SaveOutcome Outcome, OutsideReport? Row = null, EvidenceRefusal? Refusal = null);

/// <summary>Ghi nhận báo cáo gửi ngoài cổng.</summary>
public sealed class OutsideReportService(CchcDbContext db, FileStore files, EvidenceService evidence, TimeProvider time)
{
    /// <summary>The reports, last arrived first.</summary>
    public Task<List<OutsideReport>> ListAsync(CancellationToken cancellation = default) =>
        Own().AsNoTracking().Include(row => row.Commune).OrderByDescending(row => row.ArrivedOn).ThenByDescending(row => row.Id).ToListAsync(cancellation);

    /// <summary>One report with its sender, or null.</summary>
    public Task<OutsideReport?> FindAsync(long id, CancellationToken cancellation = default) =>
        Own().AsNoTracking().Include(row => row.Commune).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The reports whose number their sender gave to another one of the same calendar year, written down here or delivered through the portal (Điều 15).</summary>
    public async Task<IReadOnlySet<long>> WithRepeatedNumberAsync(CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        var outside = await Own().AsNoTracking().Select(row => new { row.Id, row.CommuneId, row.Number, row.IssuedOn }).ToListAsync(cancellation);
        var delivered = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == own && row.Report!.Number != null && row.Report.IssuedOn != null)
            .Select(row => new { row.AgencyId, row.ReportId, Number = row.Report!.Number!.Value, row.Report.Symbol, IssuedOn = row.Report.IssuedOn!.Value })
            .Distinct().ToListAsync(cancellation);
        return outside.Select(row => (Row: (long?)row.Id, Sender: row.CommuneId, row.IssuedOn.Year, Number: Bare(row.Number)))
            .Concat(delivered.Select(row => (Row: (long?)null, Sender: row.AgencyId, row.IssuedOn.Year, Number: Bare($"{row.Number}/{row.Symbol}"))))
            .GroupBy(row => (row.Sender, row.Year, row.Number)).Where(same => same.Count() > 1)
            .SelectMany(same => same.Select(row => row.Row).OfType<long>()).ToHashSet();

        // As people type it: "05/bc-ubnd" is "5/BC-UBND".
        static string Bare(string number) => number.Replace(" ", "", StringComparison.Ordinal).TrimStart('0').ToUpperInvariant();
    }

    /// <summary>The bytes of its file, proved to be what was written down; null without one.</summary>
    /// <exception cref="InvalidDataException">The stored bytes were changed since.</exception>
    /// <exception cref="FileNotFoundException">They are gone.</exception>
    public async Task<byte[]?> PdfAsync(OutsideReport row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.FileSha256 is { } hash ? await files.ReadAsync(hash, cancellation) : null;
    }

    /// <summary>The reports that were taken back, last first.</summary>
    public Task<List<OutsideReport>> DeletedAsync(CancellationToken cancellation = default) =>
        Own().AsNoTracking().Deleted().Include(row => row.Commune).OrderByDescending(row => row.DeletedUtc).ThenBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>The communes that report to the office, or did.</summary>
    public async Task<IReadOnlyList<Choice>> CommunesAsync(CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        var ids = await db.AgencySuperiors.AsNoTracking().Where(row => row.SuperiorId == own).Select(row => row.AgencyId).Distinct().ToListAsync(cancellation);
        return (await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).Select(agency => new Choice(agency.Id, agency.Name)).ToListAsync(cancellation))
            .OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).ToList();
    }

    /// <summary>Writes a report down, once per form.</summary>
    public async Task<OutsideResult> CreateAsync(Guid formKey, OutsideReportInput input, ComingFile? file, CancellationToken cancellation = default)
    {
        if (await db.MadeByFormAsync(formKey, cancellation) is { } made)
        {
            return new OutsideResult(SaveOutcome.Done, await AnyAsync(made, cancellation));
        }

        if (!(await CommunesAsync(cancellation)).Any(commune => commune.Id == input.CommuneId))
        {
            return new OutsideResult(SaveOutcome.UnknownChoice);
        }

        var (kept, refusal) = await KeepAsync(file, cancellation);
        if (refusal is not null)
        {
            return new OutsideResult(SaveOutcome.UnknownChoice, Refusal: refusal);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new OutsideReport
                {
                    AgencyId = db.OwnAgency(),
                    CommuneId = input.CommuneId,
                    Year = input.Period.Year,
                    PeriodKind = input.Period.Kind,
                    PeriodOrdinal = input.Period.Ordinal,
                    Number = "",
                    IssuedOn = input.IssuedOn,
                    ArrivedOn = input.ArrivedOn,
                    ArrivedBy = input.ArrivedBy,
                };
                Fill(row, input, kept);
                db.OutsideReports.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation);
        return new OutsideResult(SaveOutcome.Done, await AnyAsync(id, cancellation));
    }

    /// <summary>Changes what was written down; a new file takes the place of the old one.</summary>
    public async Task<OutsideResult> UpdateAsync(long id, Guid version, OutsideReportInput input, ComingFile? file, CancellationToken cancellation = default)
    {
        if (await Own().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new OutsideResult(SaveOutcome.NotFound);
        }

        var (kept, refusal) = await KeepAsync(file, cancellation);
        if (refusal is not null)
        {
            return new OutsideResult(SaveOutcome.UnknownChoice, row, refusal);
        }

        Fill(row, input, kept);
        var result = await db.SaveAsync(row, version, cancellation);
        return new OutsideResult(result.Outcome, result.Row);
    }

    /// <summary>Takes a report back that was written down wrongly.</summary>
    public async Task<SaveResult<OutsideReport>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        await Own().AnyAsync(row => row.Id == id, cancellation)
            ? await db.DeleteAsync<OutsideReport>(id, version, time.GetUtcNow().UtcDateTime, cancellation)
            : new SaveResult<OutsideReport>(SaveOutcome.NotFound);

    /// <summary>Brings it back.</summary>
    public async Task<SaveResult<OutsideReport>> RestoreAsync(long id, CancellationToken cancellation = default) =>
        await Own().Deleted().AnyAsync(row => row.Id == id, cancellation)
            ? await db.RestoreAsync<OutsideReport>(id, cancellation)
            : new SaveResult<OutsideReport>(SaveOutcome.NotFound);

    /// <summary>Opens its file; null when there is none for this user.</summary>
    public async Task<EvidenceContent?> OpenAsync(long id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { FileSha256: { } hash, FileName: { } name } ? new EvidenceContent(files.Open(hash), name, EvidenceKind.Pdf, hash) : null;

    private IQueryable<OutsideReport> Own()
    {
        var own = db.OwnAgency();
        return db.OutsideReports.Where(row => row.AgencyId == own);
    }

    private Task<OutsideReport> AnyAsync(long id, CancellationToken cancellation) =>
        Own().IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking().SingleAsync(row => row.Id == id, cancellation);

    /// <summary>A PDF and nothing else: it stands in a pack among issued PDFs.</summary>
    private async Task<((string Name, string Sha256)? Kept, EvidenceRefusal? Refusal)> KeepAsync(ComingFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return (null, null);
        }

        using var received = await files.ReceiveAsync(file.Content, await evidence.MaxMegabytesAsync(cancellation) * 1024L * 1024L, cancellation);
        if (received is null or { Length: 0 })
        {
            return (null, received is null ? EvidenceRefusal.TooLarge : EvidenceRefusal.Empty);
        }

        await using (var bytes = received.Open())
        {
            var (kind, refusal) = FileInspector.Inspect(bytes);
            if (refusal is not null || kind != EvidenceKind.Pdf)
            {
                return (null, refusal ?? EvidenceRefusal.TypeNotAllowed);
            }
        }

        return ((EvidenceKind.Pdf.NameFor(CleanName(file.Name)), files.Keep(received)), null);
    }

    private static string CleanName(string fileName)
    {
        const int Room = 5;
        var name = Path.GetFileNameWithoutExtension(PlainText.Clean(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]));
        return name.Length == 0 ? "bao-cao" : name[..Math.Min(name.Length, Attachment.FileNameLength - Room)];
    }

    private static void Fill(OutsideReport row, OutsideReportInput input, (string Name, string Sha256)? kept)
    {
        (row.Year, row.PeriodKind, row.PeriodOrdinal) = (input.Period.Year, input.Period.Kind, input.Period.Ordinal);
        row.Number = PlainText.Clean(input.Number);
        row.IssuedOn = input.IssuedOn;
        row.ArrivalNumber = PlainText.Clean(input.ArrivalNumber) is { Length: > 0 } number ? number : null;
        row.ArrivedOn = input.ArrivedOn;
        row.ArrivedBy = input.ArrivedBy;
        row.Note = PlainText.CleanLines(input.Note) is { Length: > 0 } note ? note : null;
        if (kept is { } file)
        {
            (row.FileName, row.FileSha256) = file;
        }
    }
}
