using Microsoft.EntityFrameworkCore.Migrations;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Makes the database itself refuse to change or remove audit entries, whoever asks.</summary>
internal static class AuditProtection
{
    public const string TriggerName = "AuditEntries_AppendOnly";

    /// <summary>The last call in <c>Up</c> of the migration that creates the audit; to be repeated when the table is rebuilt.</summary>
    public static void ProtectAuditEntries(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            foreach (var act in new[] { "UPDATE", "DELETE" })
            {
                migration.Sql(
                    $"""
                    CREATE TRIGGER "{TriggerName}_{act}" BEFORE {act} ON "AuditEntries"
                    BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed or removed.'); END;
                    """);
            }
        }
        else
        {
            migration.Sql(
                $"""
                EXEC(N'CREATE TRIGGER [{TriggerName}] ON [AuditEntries] INSTEAD OF UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    THROW 51000, N''Audit entries are never changed or removed.'', 1;
                END')
                """);
        }
    }
}
