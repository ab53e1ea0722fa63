using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SonTrung.Cchc.Web.Infrastructure.Mail;
using SonTrung.Cchc.Web.Setup;

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

    /// <summary>Before the names of the certificates of trusted issuers.</summary>
    public const string TrustPrefix = "trust/";

    /// <summary>The only format so far.</summary>
    public const int CurrentFormat = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The settings as they are kept: all of them, but no secret.</summary>
    public static readonly JsonSerializerOptions SettingsJson = new(Json)
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveSecretsOut } },
    };

    private static readonly HashSet<string> Secrets = [nameof(PortalOptions.ConnectionString), nameof(MailOptions.Password)];

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

    /// <summary>Whether a file may be the certificate of an issuer: a name without folder, of a kind that is read.</summary>
    public static bool IsTrustName(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".pem" or ".crt" or ".cer" && name[0] != '.' && name.IndexOfAny(['/', '\\', ':', '\0']) < 0;

    /// <summary>What cannot be set is no setting either.</summary>
    private static void LeaveSecretsOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null || Secrets.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            type.Properties.Remove(property);
        }
    }
}

/// <param name="Count">Entries of the audit.</param>
/// <param name="Hash">The hash of the last one, lower-case hex.</param>
internal sealed record AuditAnchor(long Count, string Hash);

/// <param name="Name">The name in the ZIP.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);
