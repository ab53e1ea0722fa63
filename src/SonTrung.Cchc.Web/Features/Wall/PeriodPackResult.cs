using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Packs;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>Sends the reports of a period while the pack is made.</summary>
internal sealed class PeriodPackResult(PeriodPack pack, FileStore files) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = EvidencePackZip.ContentType;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{pack.Name}.zip" }.ToString();
        return PeriodPackZip.WriteAsync(response.Body, pack, Index(), files, context.HttpContext.RequestAborted);
    }

    /// <summary>The index: every commune, also those whose report is not there.</summary>
    public static TableExport<(PackedReport Report, string? Sha256)> Index() => new TableExport<(PackedReport Report, string? Sha256)>(WallTexts.PackIndex, "muc-luc")
        .Text(WallTexts.ColumnCommune, 34, row => row.Report.Commune)
        .Text(WallTexts.ColumnState, 26, row => WallWords.Name(row.Report.Cell.State))
        .Text(WallTexts.ColumnNumber, 18, row => row.Report.Cell.Number)
        .Date(WallTexts.ColumnIssued, 13, row => row.Report.Cell.IssuedOn)
        .Date(WallTexts.ColumnArrived, 13, row => row.Report.Cell.ArrivedOn)
        .Number(WallTexts.ColumnDaysLate, 12, row => row.Report.Cell.DaysLate > 0 ? row.Report.Cell.DaysLate : null)
        .Text(WallTexts.PackFile, 50, row => row.Sha256 is null ? row.Report.Path is null ? null : WallTexts.PackLost : row.Report.Path)
        .Text(WallTexts.PackHash, 66, row => row.Sha256)
        .Text(WallTexts.PackScan, 60, row => row.Report.ScanPath);
}
