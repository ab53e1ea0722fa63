using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Documents.Packs;

/// <summary>A ZIP that goes out while it is made: never more than a buffer of it is in memory, and the same files give the same bytes.</summary>
internal sealed class PackArchive : IDisposable
{
    private const int BufferSize = 81_920;

    /// <summary>A ZIP entry has a time; none of it would be the same twice.</summary>
    private static readonly DateTimeOffset Fixed = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Outbox outbox;
    private readonly ZipArchive archive;

    /// <summary>Begins.</summary>
    /// <param name="output">Where to; need not seek and stays open.</param>
    public PackArchive(Stream output)
    {
        outbox = new Outbox(output);
        archive = new ZipArchive(outbox, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    /// <summary>Adds bytes that can be made smaller.</summary>
    public void Add(string name, byte[] bytes)
    {
        using var entry = Entry(name, CompressionLevel.Optimal);
        entry.Write(bytes);
    }

    /// <summary>Adds a kept file as it is: pictures, PDFs and office files are compressed already.</summary>
    /// <returns>The hash of the bytes that went in; null for a file that the store has not.</returns>
    public async Task<string?> AddFileAsync(string name, string sha256, FileStore files, CancellationToken cancellation)
    {
        Stream content;
        try
        {
            content = files.Open(sha256);
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
                using var entry = Entry(name, CompressionLevel.NoCompression);
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

    /// <summary>Ends the archive and sends what is left.</summary>
    public Task FinishAsync(CancellationToken cancellation)
    {
        archive.Dispose();
        return outbox.SendAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        archive.Dispose();
        outbox.Dispose();
    }

    private Stream Entry(string name, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = Fixed;
        return entry.Open();
    }
}
