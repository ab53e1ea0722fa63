using System.Security.Cryptography;

namespace SonTrung.Cchc.Core.Files;

/// <summary>
/// Keeps files under the SHA-256 of their bytes: the same file once, and a changed file is noticed when read.
/// Safe for several writers; a file is visible only when it is whole.
/// </summary>
/// <param name="directory">The folder, created when first written to.</param>
public sealed class FileStore(string directory)
{
    /// <summary>Length of a hash in hex, characters.</summary>
    public const int HashLength = 64;

    private readonly string directory = Path.GetFullPath(directory);

    /// <summary>Keeps the bytes.</summary>
    /// <returns>Their SHA-256, 64 lower-case hex digits.</returns>
    public async Task<string> SaveAsync(byte[] content, CancellationToken cancellation = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = Path.Combine(directory, Path.GetRandomFileName());
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(content, cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return hash;
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

    private string PathOf(string hash) =>
        hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(directory, hash[..2], hash)
            : throw new ArgumentException("A hash is 64 lower-case hex digits.", nameof(hash));
}
