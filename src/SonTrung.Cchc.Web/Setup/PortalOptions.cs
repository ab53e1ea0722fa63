using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Web.Infrastructure.Mail;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>The settings of the portal, section <c>Cchc</c>; checked before anything starts.</summary>
public sealed class PortalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cchc";

    /// <summary>Where everything that the portal writes is kept: database, files, logs. Relative paths start at the content root.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Which database: Sqlite (embedded) or SqlServer.</summary>
    public DatabaseProvider Database { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The connection string for SqlServer; unused for Sqlite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Loads the samples into an empty database. Refused in Production.</summary>
    public bool LoadSamples { get; set; }

    /// <summary>The address printed into QR codes; empty prints none.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Proxies on the same machine.</summary>
    public const string UsualProxies = "127.0.0.1, ::1";

    /// <summary>The proxies whose word about the sender's address and HTTPS is taken: addresses or networks with commas between. Empty: none.</summary>
    public string Proxies { get; set; } = UsualProxies;

    /// <summary>Where the signing program of a computer with a USB token listens (VGCA Sign Service): on that computer alone. Empty leaves this way of signing out.</summary>
    public string SigningPlugin { get; set; } = "wss://127.0.0.1:8987/";

    /// <summary>The same as an address; null when it is empty.</summary>
    public Uri? SigningPluginAddress => string.IsNullOrEmpty(SigningPlugin) ? null : new Uri(SigningPlugin);

    /// <summary>The mail server for reminders.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>Revocation lists and time stamps for signatures.</summary>
    public SigningOptions Signing { get; set; } = new();
}

/// <summary>The databases that the portal knows.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite in the data folder.</summary>
    Sqlite,

    /// <summary>SQL Server.</summary>
    SqlServer,
}
