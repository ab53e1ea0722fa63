using System.Security.Cryptography;

namespace SonTrung.Cchc.Core.Files;

/// <summary>A temporary file that is hashed while it is written; disposing removes it unless <see cref="FileStore.Keep"/> moved it.</summary>
public sealed class IncomingFile : IDisposable
{
    private readonly SHA256 hash = SHA256.Create();
    private readonly FileStream file;
    private readonly CryptoStream content;

    internal IncomingFile(string path)
    {
        Path = path;
        file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 65_536,
        });
        content = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Takes the bytes, until <see cref="Finish"/>.</summary>
    public Stream Content => content;

    /// <summary>Its size in bytes, once finished.</summary>
    public long Length { get; private set; }

    /// <summary>Its SHA-256, 64 lower-case hex digits, once finished.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Ends the writing; the bytes are on the disk afterwards.</summary>
    public void Finish()
    {
        content.FlushFinalBlock();
        file.Flush(flushToDisk: true);
        Length = file.Length;
        Sha256 = Convert.ToHexStringLower(hash.Hash!);
        Close();
    }

    /// <summary>Reads what was written.</summary>
    public FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        File.Delete(Path);
    }

    private void Close()
    {
        content.Dispose();
        file.Dispose();
        hash.Dispose();
    }
}
