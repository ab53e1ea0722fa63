using Microsoft.EntityFrameworkCore.Migrations;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Makes the database itself refuse to change or remove audit entries, and to take the head of their chain back, whoever asks.</summary>
internal static class AuditProtection
{
    public const string TriggerName = "AuditEntries_AppendOnly";

    public const string HeadTriggerName = "AuditChainHeads_OnlyForward";

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

            foreach (var (act, when) in new[] { ("UPDATE", "WHEN NEW.\"Count\" < OLD.\"Count\""), ("DELETE", ""), ("INSERT", "WHEN EXISTS (SELECT 1 FROM \"AuditChainHeads\")") })
            {
                migration.Sql(
                    $"""
                    CREATE TRIGGER "{HeadTriggerName}_{act}" BEFORE {act} ON "AuditChainHeads" {when}
                    BEGIN SELECT RAISE(ABORT, 'The head of the audit never goes back.'); END;
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
            migration.Sql(
                $"""
                EXEC(N'CREATE TRIGGER [{HeadTriggerName}] ON [AuditChainHeads] AFTER UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    IF EXISTS (SELECT 1 FROM deleted LEFT JOIN inserted ON inserted.[Id] = deleted.[Id] WHERE inserted.[Count] IS NULL OR inserted.[Count] < deleted.[Count])
                        THROW 51001, N''The head of the audit never goes back.'', 1;
                END')
                """);
        }
    }
}
