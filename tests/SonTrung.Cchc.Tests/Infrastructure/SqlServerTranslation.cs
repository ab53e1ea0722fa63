using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>
/// Runs reads on the SQL Server provider without a server: no connection is opened, every command is kept, and every
/// result is one row of plausible values, so that a service goes on to its next query.
/// </summary>
internal static class SqlServerTranslation
{
    /// <summary>The commands that a read sends.</summary>
    public static async Task<IReadOnlyList<string>> CommandsOfAsync(Func<CchcDbContext, Task> read)
    {
        var commands = new Commands();
        await using var db = TestContexts.SqlServer(AccessScope.ForUser(1, "canbo", 1), null, commands, new NoConnection());
        await read(db);
        return commands.Texts;
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Commands : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Texts.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new OneRow());
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ReaderExecuting(command, eventData, result));
    }
}
