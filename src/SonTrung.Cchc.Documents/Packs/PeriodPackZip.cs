using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Documents.Packs;

/// <summary>Writes the reports of a period as one ZIP with an Excel index, while it reads the file store: a buffer at a time.</summary>
public static class PeriodPackZip
{
    /// <summary>The name of the index.</summary>
    public const string IndexName = "muc-luc.xlsx";

    /// <summary>Writes the pack.</summary>
    /// <param name="output">Where to; need not seek and stays open.</param>
    /// <param name="pack">What goes in.</param>
    /// <param name="index">The columns of the index; the hash is that of the bytes that went in, null for a file that the store has not.</param>
    /// <param name="files">The store of the files.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(
        Stream output, PeriodPack pack, TableExport<(PackedReport Report, string? Sha256)> index, FileStore files, CancellationToken cancellation = default)
    {
        using var archive = new PackArchive(output);
        var rows = new List<(PackedReport, string?)>(pack.Rows.Count);
        foreach (var row in pack.Rows)
        {
            rows.Add((row, row is { Path: { } path, Sha256: { } hash } ? await archive.AddFileAsync(path, hash, files, cancellation) : null));
            if (row is { ScanPath: { } scan, ScanSha256: { } scanned })
            {
                await archive.AddFileAsync(scan, scanned, files, cancellation);
            }
        }

        using var workbook = new MemoryStream();
        await new XlsxTable().WriteAsync(workbook, index, rows.ToAsyncEnumerable(), cancellation);
        archive.Add(IndexName, workbook.ToArray());
        await archive.FinishAsync(cancellation);
    }
}
