using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>A report for machines: its document as frozen with number, date and hashes, and the figures that stand behind it.</summary>
public sealed record ReportExport
{
    /// <summary>The version of the JSON form written today.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The version of the JSON form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The report.</summary>
    public required long Id { get; init; }

    /// <summary>Who issues it.</summary>
    public required ExportedAgency Agency { get; init; }

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>1, and one more for each replacement.</summary>
    public required int Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>Its number; null before it is issued.</summary>
    public int? Number { get; init; }

    /// <summary>Its symbol: "BC-UBND".</summary>
    public string? Symbol { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The random code under which it can be verified.</summary>
    public required string PublicCode { get; init; }

    /// <summary>Whether the document and the figures are frozen; what is not, is as of now and has no hashes.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>When it was frozen (UTC).</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>Pages of the PDF.</summary>
    public int? PageCount { get; init; }

    /// <summary>What proves that nothing was changed; null while it is written.</summary>
    public ExportedHashes? Hashes { get; init; }

    /// <summary>The document (<see cref="OfficialDocument"/>). Of a frozen one, <see cref="ExportedHashes.Model"/> is the hash of exactly these characters without white space between them.</summary>
    public required JsonNode Model { get; init; }

    /// <summary>The figures; null for a report that was frozen without them.</summary>
    public JsonNode? Figures { get; init; }

    /// <summary>Writes it, UTF-8 without byte order mark.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>The characters that <see cref="ExportedHashes.Model"/> is the hash of.</summary>
    public static string ModelText(JsonNode model) => model.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>An agency.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record ExportedAgency(long Id, string Code, string Name);

/// <summary>SHA-256 of what was frozen, lower-case hex.</summary>
/// <param name="Model">Of the document's JSON (UTF-8).</param>
/// <param name="Pdf">Of the PDF as submitted.</param>
/// <param name="IssuedPdf">Of the PDF with number and date.</param>
/// <param name="Figures">Of the figures' JSON (UTF-8).</param>
public sealed record ExportedHashes(string Model, string Pdf, string? IssuedPdf, string? Figures);

/// <summary>Reads reports for machines: what a person of the agency could read, and nothing else.</summary>
public sealed class ReportExporter(CchcDbContext db, ReportComposition composition)
{
    /// <summary>A report of the own agency, frozen once it is submitted, else as it stands; null when there is none.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    public async Task<ReportExport?> OwnAsync(long reportId, CancellationToken cancellation = default)
    {
        var agencyId = db.OwnAgency();
        if (await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId && row.AgencyId == agencyId, cancellation) is not { } report)
        {
            return null;
        }

        if (!report.IsEditable)
        {
            var version = await db.ReportVersions.AsNoTracking().SingleAsync(row => row.ReportId == reportId && row.Number == report.VersionNumber, cancellation);
            return Frozen(report, version, await AgencyAsync(report.AgencyId, cancellation));
        }

        var document = OfficialDocumentJson.Write(await composition.BuildDocumentAsync(reportId, cancellation));
        var figures = await ReportFigures.ReadAsync(db, agencyId, report.Year, cancellation);
        return Export(report, await AgencyAsync(agencyId, cancellation), null) with
        {
            Model = JsonNode.Parse(document)!,
            Figures = JsonNode.Parse(figures.ToJson()),
        };
    }

    /// <summary>What was delivered to the own office: the frozen copy of that delivery; null when there is none.</summary>
    public async Task<ReportExport?> DeliveredAsync(long deliveryId, CancellationToken cancellation = default)
    {
        var office = db.OwnAgency();
        return await db.ReportDeliveries.AsNoTracking().Include(row => row.Report).Include(row => row.DeliveredVersion)
            .SingleOrDefaultAsync(row => row.Id == deliveryId && row.RecipientAgencyId == office, cancellation) is { } delivery
            ? Frozen(delivery.Report!, delivery.DeliveredVersion!, await AgencyAsync(delivery.AgencyId, cancellation))
            : null;
    }

    private Task<ExportedAgency> AgencyAsync(long id, CancellationToken cancellation) =>
        db.Agencies.AsNoTracking().Where(row => row.Id == id).Select(row => new ExportedAgency(row.Id, row.Code, row.Name)).SingleAsync(cancellation);

    private static ReportExport Frozen(AnnualReport report, ReportVersion version, ExportedAgency agency) => Export(report, agency, version) with
    {
        Model = JsonNode.Parse(version.ModelJson)!,
        Figures = version.FiguresJson is { } figures ? JsonNode.Parse(figures) : null,
    };

    private static ReportExport Export(AnnualReport report, ExportedAgency agency, ReportVersion? version) => new()
    {
        Id = report.Id,
        Agency = agency,
        Year = report.Year,
        Revision = report.Revision,
        Status = report.Status,
        Number = report.Number,
        Symbol = report.Symbol,
        IssuedOn = report.IssuedOn,
        PublicCode = report.PublicCode,
        IsFrozen = version is not null,
        SubmittedAt = version?.SubmittedUtc,
        PageCount = version?.PageCount,
        Hashes = version is null
            ? null
            : new ExportedHashes(version.ModelSha256, version.PdfSha256, version.IssuedPdfSha256, version.FiguresJson is { } figures ? OfficialDocumentJson.Hash(figures) : null),
        Model = new JsonObject(),
    };
}
