using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Commands.Backups;

/// <summary>Writes a backup: the database at one moment, then every stored file. Under a temporary name until it is whole.</summary>
internal sealed class BackupWriter(PortalOptions options, DataFolders folders, TimeProvider time, TextWriter progress)
{
    private const int FilesBetweenNotes = 500;

    private readonly List<BackupEntry> entries = [];

    /// <summary>Files that are missing or were changed; the backup holds what there is.</summary>
    public List<string> Doubts { get; } = [];

    /// <exception cref="CommandException">The database is damaged.</exception>
    public async Task<BackupRecord> WriteAsync(string path)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await using (var target = new FileStream(temporary, Private(FileMode.CreateNew)))
            {
                await using var zip = new ZipArchive(target, ZipArchiveMode.Create);
                await WriteEntriesAsync(zip, $"{temporary}.db");
            }

            var record = await DescribeAsync(temporary, path);
            File.Move(temporary, path, overwrite: false);
            return record;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task WriteEntriesAsync(ZipArchive zip, string copyPath)
    {
        await progress.WriteLineAsync(CommandTexts.BackingUpDatabase);
        var taken = time.GetUtcNow().UtcDateTime;
        using var copy = DatabaseCopy.Take(folders.Database, copyPath);
        await using (var content = copy.OpenRead())
        {
            await AddAsync(zip, BackupManifest.DatabaseEntry, content, CompressionLevel.Optimal);
        }

        using (var settings = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(options, BackupManifest.SettingsJson)))
        {
            await AddAsync(zip, BackupManifest.SettingsEntry, settings, CompressionLevel.Optimal);
        }

        foreach (var path in TrustedIssuers())
        {
            await using var certificate = File.OpenRead(path);
            await AddAsync(zip, BackupManifest.TrustPrefix + Path.GetFileName(path), certificate, CompressionLevel.Optimal);
        }

        // Files come before the rows that name them, so all that the copied rows name are here by now.
        var missing = copy.FileHashes().ToHashSet();
        foreach (var hash in StoredFiles())
        {
            missing.Remove(hash);
            await AddFileAsync(zip, hash);
        }

        Doubts.AddRange(missing.Select(hash => CommandTexts.FileMissing.Fill(hash)));
        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = Assembly.GetExecutingAssembly().GetName().Version!.ToString(),
            TakenUtc = taken,
            Migrations = copy.Migrations(),
            Rows = copy.Rows(),
            Audit = copy.AuditHead(),
            Entries = entries,
        };
        await using var last = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync();
        await JsonSerializer.SerializeAsync(last, manifest, BackupManifest.Json);
    }

    private IEnumerable<string> TrustedIssuers() => Directory.Exists(folders.Trust)
        ? Directory.EnumerateFiles(folders.Trust).Where(path => BackupManifest.IsTrustName(Path.GetFileName(path))).Order(StringComparer.Ordinal)
        : [];

    private IEnumerable<string> StoredFiles() => Directory.Exists(folders.Files)
        ? Directory.EnumerateDirectories(folders.Files).Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            .Select(file => Path.GetFileName(file))
            .Where(name => name.Length == FileStore.HashLength && name.All(char.IsAsciiHexDigitLower))
        : [];

    private async Task AddFileAsync(ZipArchive zip, string hash)
    {
        Stream content;
        try
        {
            content = new FileStore(folders.Files).Open(hash);
        }
        catch (FileNotFoundException)
        {
            // Nobody needed it any more, and it was cleared away since the folder was read.
            return;
        }

        await using (content)
        {
            // Pictures and PDFs are compressed already.
            var entry = await AddAsync(zip, $"{BackupManifest.FilesPrefix}{hash[..2]}/{hash}", content, CompressionLevel.NoCompression);
            if (entry.Sha256 != hash)
            {
                Doubts.Add(CommandTexts.FileChanged.Fill(hash));
            }
        }

        if (entries.Count % FilesBetweenNotes == 0)
        {
            await progress.WriteLineAsync(CommandTexts.BackingUpFiles.Fill(entries.Count));
        }
    }

    private async Task<BackupEntry> AddAsync(ZipArchive zip, string name, Stream content, CompressionLevel level)
    {
        await using var target = await zip.CreateEntry(name, level).OpenAsync();
        var (length, sha256) = await HashedCopy.RunAsync(content, target);
        var entry = new BackupEntry(name, length, sha256);
        entries.Add(entry);
        return entry;
    }

    private async Task<BackupRecord> DescribeAsync(string temporary, string path)
    {
        await using var written = File.OpenRead(temporary);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(written));
        return new BackupRecord(time.GetUtcNow().UtcDateTime, path, written.Length, entries.Count, hash, Doubts.Count);
    }

    /// <summary>A backup holds password hashes and keys: nobody but its owner reads it.</summary>
    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
