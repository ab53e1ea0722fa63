using System.Text.Json;

namespace SonTrung.Cchc.Web.Commands.Backups;

/// <summary>What a backup holds; its last entry, <c>manifest.json</c>.</summary>
internal sealed record BackupManifest
{
    /// <summary>The entry's name.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The entry of the database.</summary>
    public const string DatabaseEntry = "cchc.db";

    /// <summary>The entry of the settings, secrets left out.</summary>
    public const string SettingsEntry = "settings.json";

    /// <summary>Before the names of stored files.</summary>
    public const string FilesPrefix = "files/";

    /// <summary>The only format so far.</summary>
    public const int CurrentFormat = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }

    /// <summary>The program's version.</summary>
    public required string Program { get; init; }

    /// <summary>When the database was copied (UTC).</summary>
    public required DateTime TakenUtc { get; init; }

    /// <summary>The migrations of the database, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    /// <summary>Where the audit stood: an anchor outside the database (docs/adr/0006). Null in backups of earlier versions.</summary>
    public AuditAnchor? Audit { get; init; }

    /// <summary>Every entry but this one.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }
}

/// <param name="Count">Entries of the audit.</param>
/// <param name="Hash">The hash of the last one, lower-case hex.</param>
internal sealed record AuditAnchor(long Count, string Hash);

/// <param name="Name">The name in the ZIP.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);
