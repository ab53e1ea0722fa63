using System.Security.Cryptography;

namespace SonTrung.Cchc.Core.Files;

/// <summary>
/// Keeps files under the SHA-256 of their bytes: the same file once, and a changed file is noticed when read.
/// Safe for several writers; a file is visible only when it is whole.
/// </summary>
/// <param name="directory">The folder, created when first written to.</param>
/// <param name="time">The clock that dates the files; the system's when null.</param>
public sealed class FileStore(string directory, TimeProvider? time = null)
{
    /// <summary>Length of a hash in hex, characters.</summary>
    public const int HashLength = 64;

    private const int BufferSize = 81_920;

    private readonly string directory = Path.GetFullPath(directory);
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock moving = new();

    /// <summary>Begins a file whose bytes are written one after the other. It is gone when disposed, unless it was kept.</summary>
    public IncomingFile Begin()
    {
        Directory.CreateDirectory(directory);
        return new IncomingFile(Path.Combine(directory, Path.GetRandomFileName()));
    }

    /// <summary>Writes what comes into a temporary file, never holding more than a buffer of it.</summary>
    /// <param name="content">What comes.</param>
    /// <param name="limit">The most bytes taken.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The file, whole; null when more than <paramref name="limit"/> bytes came.</returns>
    public async Task<IncomingFile?> ReceiveAsync(Stream content, long limit, CancellationToken cancellation = default)
    {
        var file = Begin();
        try
        {
            var buffer = new byte[BufferSize];
            var length = 0L;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    file.Dispose();
                    return null;
                }

                await file.Content.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Finish();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Keeps a finished file.</summary>
    /// <returns>Its SHA-256, 64 lower-case hex digits.</returns>
    public string Keep(IncomingFile file)
    {
        var path = PathOf(file.Sha256);
        lock (moving)
        {
            // The date says when somebody last asked to keep these bytes.
            if (File.Exists(path))
            {
                File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.SetLastWriteTimeUtc(file.Path, time.GetUtcNow().UtcDateTime);
                File.Move(file.Path, path, overwrite: true);
            }
        }

        return file.Sha256;
    }

    /// <summary>Keeps the bytes.</summary>
    /// <returns>Their SHA-256, 64 lower-case hex digits.</returns>
    public async Task<string> SaveAsync(byte[] content, CancellationToken cancellation = default)
    {
        using var file = Begin();
        await file.Content.WriteAsync(content, cancellation);
        file.Finish();
        return Keep(file);
    }

    /// <summary>Reads the bytes back and proves that they are what was kept.</summary>
    /// <exception cref="FileNotFoundException">Nothing was kept under this hash.</exception>
    /// <exception cref="InvalidDataException">The bytes were changed since.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken cancellation = default)
    {
        var content = await File.ReadAllBytesAsync(PathOf(hash), cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : throw new InvalidDataException($"The stored file {hash} was changed.");
    }

    /// <summary>Opens a kept file for reading piece by piece; nothing proves the bytes here.</summary>
    /// <exception cref="FileNotFoundException">Nothing was kept under this hash.</exception>
    public Stream Open(string hash) => new FileStream(PathOf(hash), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });

    /// <summary>Removes a file that no row refers to any more, unless somebody asked to keep it since.</summary>
    /// <param name="hash">The file.</param>
    /// <param name="unusedSince">Files kept at this time (UTC) or later stay.</param>
    public void Remove(string hash, DateTime unusedSince)
    {
        var path = PathOf(hash);
        lock (moving)
        {
            if (File.Exists(path) && File.GetLastWriteTimeUtc(path) < unusedSince)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>What is kept: how many files, how many bytes.</summary>
    public StoredFiles Measure()
    {
        var folder = new DirectoryInfo(directory);
        return folder.Exists
            ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name.Length == HashLength)
                .Aggregate(new StoredFiles(0, 0), (sum, file) => new StoredFiles(sum.Count + 1, sum.Bytes + (file.Exists ? file.Length : 0)))
            : new StoredFiles(0, 0);
    }

    /// <summary>Removes temporary files that a power cut left behind.</summary>
    /// <param name="before">Files last written to at this time (UTC) or later stay.</param>
    public void RemoveAbandoned(DateTime before)
    {
        if (Directory.Exists(directory))
        {
            foreach (var file in Directory.EnumerateFiles(directory).Where(file => File.GetLastWriteTimeUtc(file) < before))
            {
                File.Delete(file);
            }
        }
    }

    private string PathOf(string hash) =>
        hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(directory, hash[..2], hash)
            : throw new ArgumentException("A hash is 64 lower-case hex digits.", nameof(hash));
}

/// <summary>What a store keeps.</summary>
/// <param name="Count">Files.</param>
/// <param name="Bytes">Their bytes.</param>
public readonly record struct StoredFiles(int Count, long Bytes);
