using System.Buffers;
using System.IO.Compression;
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

    private const int BufferSize = 81_920;

    /// <summary>A ZIP entry has a time; none of it would be the same twice.</summary>
    private static readonly DateTimeOffset Fixed = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the pack.</summary>
    /// <param name="output">Where to; need not seek and stays open.</param>
    /// <param name="pack">What goes in.</param>
    /// <param name="files">The store of the files.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(Stream output, EvidencePack pack, FileStore files, CancellationToken cancellation = default)
    {
        using var outbox = new Outbox(output);
        using (var archive = new ZipArchive(outbox, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in pack.Files)
            {
                if (await AddFileAsync(archive, outbox, file, files, cancellation) is { } hash)
                {
                    hashes.Add(file.Path, hash);
                }
            }

            var index = Encoding.UTF8.GetBytes(EvidencePackIndex.Write(pack, hashes));
            Add(archive, IndexName, index);
            hashes.Add(IndexName, Convert.ToHexStringLower(SHA256.HashData(index)));
            Add(archive, HashesName, Encoding.ASCII.GetBytes(string.Concat(
                hashes.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Value}  {row.Key}\n"))));
        }

        await outbox.SendAsync(cancellation);
    }

    /// <returns>The hash of the bytes that went in; null for a file that the store has not.</returns>
    private static async Task<string?> AddFileAsync(ZipArchive archive, Outbox outbox, PackFile file, FileStore files, CancellationToken cancellation)
    {
        Stream content;
        try
        {
            content = files.Open(file.Sha256);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // The index says so; the others are not held back.
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using (content)
            {
                // Pictures, PDFs and office files are compressed already.
                using var entry = Entry(archive, file.Path, CompressionLevel.NoCompression);
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                int read;
                while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    entry.Write(buffer, 0, read);
                    if (outbox.IsFull)
                    {
                        await outbox.SendAsync(cancellation);
                    }
                }

                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var entry = Entry(archive, name, CompressionLevel.Optimal);
        entry.Write(bytes);
    }

    private static Stream Entry(ZipArchive archive, string name, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = Fixed;
        return entry.Open();
    }
}
