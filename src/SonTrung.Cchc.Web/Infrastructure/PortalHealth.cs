using System.Diagnostics;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>How the last backup stands.</summary>
public enum BackupState
{
    /// <summary>Whole and young enough.</summary>
    Fresh,

    /// <summary>Older than a week.</summary>
    Old,

    /// <summary>Files were missing or changed when it was written.</summary>
    Doubtful,

    /// <summary>There was none yet.</summary>
    Missing,

    /// <summary>The database server makes them, and the portal does not see them.</summary>
    Elsewhere,
}

/// <summary>The last backup.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Last">What was written; null when there was none.</param>
/// <param name="Age">Whole days since.</param>
public sealed record BackupHealth(BackupState State, BackupRecord? Last, int Age);

/// <summary>How the machine stands.</summary>
/// <param name="DatabaseTime">How long the database took to answer; null when it did not.</param>
/// <param name="FreeBytes">Free on the disk of the data folder; null when it cannot be told.</param>
/// <param name="DatabaseBytes">The database with what is not yet merged into it; null on a database server.</param>
/// <param name="Files">The stored files.</param>
public sealed record PortalHealth(TimeSpan? DatabaseTime, long? FreeBytes, long? DatabaseBytes, StoredFiles Files)
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Too little for a backup beside what there is, or for a busy day.</summary>
    public bool IsDiskTight => FreeBytes < Math.Max(Gigabyte, (DatabaseBytes ?? 0) + Files.Bytes);
}

/// <summary>Looks after database, disk and backup.</summary>
public sealed class PortalHealthReader(
    CchcDbContext db, PortalOptions options, DataFolders folders, FileMeter meter, BackupHistory backups, TimeProvider time)
{
    /// <summary>A backup older than this is a warning, days.</summary>
    public const int MaxBackupAge = 7;

    /// <summary>The machine.</summary>
    public async Task<PortalHealth> ReadAsync(CancellationToken cancellation = default)
    {
        var asked = Stopwatch.GetTimestamp();
        var answers = await db.Database.CanConnectAsync(cancellation);
        return new PortalHealth(
            answers ? Stopwatch.GetElapsedTime(asked) : null,
            FreeBytes(),
            options.Database == DatabaseProvider.Sqlite ? Length(folders.Database) + Length($"{folders.Database}-wal") : null,
            meter.Measure());
    }

    /// <summary>The last backup.</summary>
    public BackupHealth ReadBackup()
    {
        if (options.Database == DatabaseProvider.SqlServer)
        {
            return new BackupHealth(BackupState.Elsewhere, null, 0);
        }

        if (backups.Last is not { } last)
        {
            return new BackupHealth(BackupState.Missing, null, 0);
        }

        var age = (time.GetUtcNow().UtcDateTime - last.TakenUtc).Days;
        return new BackupHealth(
            age >= MaxBackupAge ? BackupState.Old : last.Doubts > 0 ? BackupState.Doubtful : BackupState.Fresh, last, age);
    }

    private long? FreeBytes()
    {
        try
        {
            // Windows measures drives, other systems the disk of a folder.
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folders.Root)! : folders.Root).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

/// <summary>Measures the stored files at most once a minute: there may be very many.</summary>
public sealed class FileMeter(FileStore files, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly Lock measuring = new();
    private (DateTimeOffset At, StoredFiles Files)? last;

    /// <summary>What is stored, a minute old at most.</summary>
    public StoredFiles Measure()
    {
        lock (measuring)
        {
            if (last is not { } known || time.GetUtcNow() - known.At > Age)
            {
                last = known = (time.GetUtcNow(), files.Measure());
            }

            return known.Files;
        }
    }
}
