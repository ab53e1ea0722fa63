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
            // REPLACE INTO removes the old row without asking the trigger of DELETE.
            foreach (var (act, when) in new[] { ("UPDATE", ""), ("DELETE", ""), ("INSERT", "WHEN EXISTS (SELECT 1 FROM \"AuditEntries\" WHERE \"Id\" = NEW.\"Id\")") })
            {
                migration.Sql(
                    $"""
                    CREATE TRIGGER "{TriggerName}_{act}" BEFORE {act} ON "AuditEntries" {when}
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
