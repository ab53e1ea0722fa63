using System.Text.Json;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>A backup that was written.</summary>
/// <param name="TakenUtc">When (UTC).</param>
/// <param name="Path">Where.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Entries">Entries: the database, the settings and each stored file.</param>
/// <param name="Sha256">Of the whole ZIP, lower-case hex.</param>
/// <param name="Doubts">Stored files that were missing or changed.</param>
public sealed record BackupRecord(DateTime TakenUtc, string Path, long Length, int Entries, string Sha256, int Doubts = 0);

/// <summary>Remembers the last backup in a small file of the data folder, which the command writes and the running portal reads.</summary>
public sealed class BackupHistory(DataFolders folders)
{
    private string File => Path.Combine(folders.Root, "last-backup.json");

    /// <summary>The last backup; null when there was none yet, or when nothing readable tells of it.</summary>
    public BackupRecord? Last
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize<BackupRecord>(System.IO.File.ReadAllBytes(File));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
            {
                return null;
            }
        }
    }

    internal async Task RememberAsync(BackupRecord record)
    {
        var temporary = $"{File}.{Path.GetRandomFileName()}";
        await System.IO.File.WriteAllBytesAsync(temporary, JsonSerializer.SerializeToUtf8Bytes(record));
        System.IO.File.Move(temporary, File, overwrite: true);
    }
}
