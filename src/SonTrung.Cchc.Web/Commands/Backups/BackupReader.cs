using System.IO.Compression;
using System.Text.Json;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Commands.Backups;

/// <summary>Puts a backup into an empty data folder. Everything is unpacked aside and compared with the manifest before anything is put in place.</summary>
/// <param name="folders">Where it goes.</param>
/// <param name="known">The migrations that this program knows.</param>
/// <param name="progress">Where it says how far it is.</param>
internal sealed class BackupReader(DataFolders folders, IReadOnlyCollection<string> known, TextWriter progress)
{
    /// <summary>The settings of the backup, put beside the database for whoever compares them.</summary>
    public const string SettingsFile = "settings-of-backup.json";

    /// <exception cref="CommandException">The backup is damaged, foreign or newer than the program.</exception>
    public async Task<BackupManifest> RestoreAsync(string path)
    {
        await using var zip = Open(path);
        var manifest = await ManifestAsync(zip, path);
        Check(zip, manifest, path);
        var aside = Directory.CreateDirectory(Path.Combine(folders.Root, $".restore-{Path.GetRandomFileName()}"));
        try
        {
            await progress.WriteLineAsync(CommandTexts.Restoring.Fill(manifest.Entries.Count));
            foreach (var entry in manifest.Entries)
            {
                await UnpackAsync(zip.GetEntry(entry.Name)!, entry, Path.Combine(aside.FullName, entry.Name), path);
            }

            PutInPlace(aside);
            return manifest;
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw Damaged(path);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, string path)
    {
        try
        {
            await using var content = await (zip.GetEntry(BackupManifest.EntryName) ?? throw Damaged(path)).OpenAsync();
            return await JsonSerializer.DeserializeAsync<BackupManifest>(content, BackupManifest.Json) ?? throw Damaged(path);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            throw Damaged(path);
        }
    }

    /// <summary>The ZIP holds what the manifest lists, under names that a backup can have, and nothing else.</summary>
    private void Check(ZipArchive zip, BackupManifest manifest, string path)
    {
        if (manifest.Format != BackupManifest.CurrentFormat || manifest.Migrations.Except(known).Any())
        {
            throw new CommandException(CommandTexts.BackupNewer.Fill(path));
        }

        var listed = manifest.Entries.Select(entry => entry.Name).ToList();
        if (!listed.All(IsBackupName)
            || !listed.Contains(BackupManifest.DatabaseEntry)
            || !listed.Append(BackupManifest.EntryName).Order(StringComparer.Ordinal)
                .SequenceEqual(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)))
        {
            throw Damaged(path);
        }
    }

    private static bool IsBackupName(string name) =>
        name is BackupManifest.DatabaseEntry or BackupManifest.SettingsEntry
        || (name.StartsWith(BackupManifest.TrustPrefix, StringComparison.Ordinal) && BackupManifest.IsTrustName(name[BackupManifest.TrustPrefix.Length..]))
        || (name.StartsWith(BackupManifest.FilesPrefix, StringComparison.Ordinal)
            && name[BackupManifest.FilesPrefix.Length..].Split('/') is [var folder, var hash]
            && hash.Length == FileStore.HashLength && hash.All(char.IsAsciiHexDigitLower) && folder == hash[..2]);

    private static async Task UnpackAsync(ZipArchiveEntry packed, BackupEntry entry, string target, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            await using var content = await packed.OpenAsync();
            await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            if (await HashedCopy.RunAsync(content, file, entry.Length) != (entry.Length, entry.Sha256))
            {
                throw Damaged(path);
            }

            file.Flush(flushToDisk: true);
        }
        catch (InvalidDataException)
        {
            throw Damaged(path);
        }
    }

    /// <summary>The database last: a folder with a database is a whole one.</summary>
    private void PutInPlace(DirectoryInfo aside)
    {
        foreach (var (prefix, target) in new[] { (BackupManifest.FilesPrefix, folders.Files), (BackupManifest.TrustPrefix, folders.Trust) })
        {
            var folder = Path.Combine(aside.FullName, prefix.TrimEnd('/'));
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, target);
            }
        }

        var settings = Path.Combine(aside.FullName, BackupManifest.SettingsEntry);
        if (File.Exists(settings))
        {
            File.Move(settings, Path.Combine(folders.Root, SettingsFile));
        }

        File.Move(Path.Combine(aside.FullName, BackupManifest.DatabaseEntry), folders.Database);
    }

    private static CommandException Damaged(string path) => new(CommandTexts.BackupDamaged.Fill(path));
}
