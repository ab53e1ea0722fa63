using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Scores;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>All reports of a period that the office has, with an index of all communes.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rows">Every commune that is asked or reported.</param>
public sealed record PeriodPack(RequestedPeriod Period, IReadOnlyList<PackedReport> Rows)
{
    /// <summary>The name of the pack without ending: "bao-cao-2026-nam".</summary>
    public string Name => $"bao-cao-{Period.Code}";
}

/// <summary>A commune in the index of a pack.</summary>
/// <param name="Commune">Its name.</param>
/// <param name="Cell">How far it is.</param>
/// <param name="Path">The path of its report in the pack; null without a file.</param>
/// <param name="Sha256">The SHA-256 of the file; null without one.</param>
public sealed record PackedReport(string Commune, WallCell Cell, string? Path, string? Sha256)
{
    /// <summary>The SHA-256 of the scan of the paper that was signed and stamped; null where none came with the report.</summary>
    public string? ScanSha256 { get; init; }

    /// <summary>The path of the scan in the pack.</summary>
    public string? ScanPath => ScanSha256 is null ? null : System.IO.Path.ChangeExtension(Path, ".ban-quet.pdf");
}

/// <summary>Gathers the reports of a period.</summary>
public sealed class PeriodPackReader(CchcDbContext db, WallReader walls, TimeProvider time)
{
    /// <summary>The name under which a download is audited.</summary>
    public const string AuditedAs = "PeriodPack";

    private const int NameLength = 50;

    /// <summary>The pack of a period; null when the wall has no such period.</summary>
    public async Task<PeriodPack?> ReadAsync(RequestedPeriod period, CancellationToken cancellation = default)
    {
        var wall = await walls.ReadAsync(_ => [period], cancellation);
        var cells = wall.Rows.Select(row => (row.Name, Cell: row.Cells[0])).Where(row => row.Cell.State != WallState.NotAsked).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var own = db.OwnAgency();
        var deliveries = cells.Select(row => row.Cell).Where(cell => cell.State is WallState.Sent or WallState.Received).Select(cell => cell.DeliveryId!.Value).ToList();
        var issued = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == own && deliveries.Contains(row.Id))
            .Select(row => new { row.Id, row.DeliveredVersion!.IssuedPdfSha256, row.DeliveredVersion.ScanSha256 }).ToDictionaryAsync(row => row.Id, cancellation);
        var papers = cells.Select(row => row.Cell).Where(cell => cell.State == WallState.Outside).Select(cell => cell.OutsideId!.Value).ToList();
        var came = await db.OutsideReports.AsNoTracking().Where(row => row.AgencyId == own && papers.Contains(row.Id))
            .Select(row => new { row.Id, row.FileSha256 }).ToDictionaryAsync(row => row.Id, row => row.FileSha256, cancellation);
        return new PeriodPack(period, cells.Select((row, i) =>
        {
            var cell = row.Cell;
            var delivered = cell.State is WallState.Sent or WallState.Received ? issued.GetValueOrDefault(cell.DeliveryId!.Value) : null;
            var hash = cell.State switch
            {
                WallState.Sent or WallState.Received => delivered?.IssuedPdfSha256,
                WallState.Outside => came.GetValueOrDefault(cell.OutsideId!.Value),
                _ => null,
            };
            return new PackedReport(row.Name, cell, hash is null ? null : $"{i + 1:00}_{PackPaths.Plain($"{row.Name} {cell.Number}", NameLength)}.pdf", hash)
            {
                ScanSha256 = delivered?.ScanSha256,
            };
        }).ToList());
    }

    /// <summary>Writes down who took the pack away, and how many reports were in it.</summary>
    public async Task RecordAsync(PeriodPack pack, CancellationToken cancellation = default)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            AtUtc = time.GetUtcNow().UtcDateTime,
            UserId = db.Scope.UserId,
            UserName = db.Scope.UserName,
            AgencyId = db.Scope.WriteAgencyId,
            Action = AuditAction.Downloaded,
            Entity = AuditedAs,
            EntityId = pack.Period.Code,
            After = JsonSerializer.Serialize(new { pack.Period.Year, Files = pack.Rows.Count(row => row.Path is not null) + pack.Rows.Count(row => row.ScanPath is not null) }),
        });
        await db.SaveChangesAsync(cancellation);
    }
}
