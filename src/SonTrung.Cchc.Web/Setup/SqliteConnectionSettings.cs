using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>
/// What SQLite forgets with every connection: no commit is lost at a power cut, a busy file is waited for, and 16 MB of pages are kept,
/// since one commune's year lies scattered among all others'.
/// </summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000; PRAGMA cache_size = -16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
