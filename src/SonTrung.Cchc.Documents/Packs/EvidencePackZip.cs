using System.Security.Cryptography;
using System.Text;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Scores;

namespace SonTrung.Cchc.Documents.Packs;

/// <summary>
/// Writes an evidence pack as a ZIP: the files by criterion, an index that opens in any browser, and the hashes in the form that
/// <c>sha256sum -c</c> reads. It goes out while it is made and is never whole in memory; the same data give the same bytes.
/// </summary>
public static class EvidencePackZip
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/zip";

    /// <summary>The name of the index.</summary>
    public const string IndexName = "index.html";

    /// <summary>The name of the list of hashes.</summary>
    public const string HashesName = "SHA256SUMS.txt";

    /// <summary>Writes the pack.</summary>
    /// <param name="output">Where to; need not seek and stays open.</param>
    /// <param name="pack">What goes in.</param>
    /// <param name="files">The store of the files.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(Stream output, EvidencePack pack, FileStore files, CancellationToken cancellation = default)
    {
        using var archive = new PackArchive(output);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in pack.Files)
        {
            if (await archive.AddFileAsync(file.Path, file.Sha256, files, cancellation) is { } hash)
            {
                hashes.Add(file.Path, hash);
            }
        }

        var index = Encoding.UTF8.GetBytes(EvidencePackIndex.Write(pack, hashes));
        archive.Add(IndexName, index);
        hashes.Add(IndexName, Convert.ToHexStringLower(SHA256.HashData(index)));
        archive.Add(HashesName, Encoding.ASCII.GetBytes(string.Concat(
            hashes.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Value}  {row.Key}\n"))));
        await archive.FinishAsync(cancellation);
    }
}
