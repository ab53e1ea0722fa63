using System.Collections;
using System.Data.Common;
using System.Globalization;
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

    /// <summary>One row in which every number is 1 and every text "0", which is also the first value of every enum.</summary>
    private sealed class OneRow : DbDataReader
    {
        private bool isRead;

        public override int FieldCount => 1000;

        public override bool HasRows => true;

        public override bool IsClosed => false;

        public override int RecordsAffected => -1;

        public override int Depth => 0;

        public override object this[int ordinal] => throw new NotSupportedException();

        public override object this[string name] => throw new NotSupportedException();

        public override bool Read() => !isRead && (isRead = true);

        public override bool NextResult() => false;

        public override bool IsDBNull(int ordinal) => false;

        public override bool GetBoolean(int ordinal) => true;

        public override byte GetByte(int ordinal) => 1;

        public override short GetInt16(int ordinal) => 1;

        public override int GetInt32(int ordinal) => 1;

        public override long GetInt64(int ordinal) => 1;

        public override decimal GetDecimal(int ordinal) => 1;

        public override double GetDouble(int ordinal) => 1;

        public override float GetFloat(int ordinal) => 1;

        public override char GetChar(int ordinal) => '0';

        public override string GetString(int ordinal) => "0";

        public override Guid GetGuid(int ordinal) => Guid.Empty;

        public override DateTime GetDateTime(int ordinal) => new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        public override T GetFieldValue<T>(int ordinal) => (T)(object)(typeof(T) switch
        {
            var type when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            var type when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            var type when type == typeof(byte[]) => Array.Empty<byte>(),
            var type => throw new NotSupportedException($"A value of {type.Name}?"),
        });

        public override object GetValue(int ordinal) => throw new NotSupportedException();

        public override int GetValues(object[] values) => throw new NotSupportedException();

        public override string GetName(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

        public override int GetOrdinal(string name) => throw new NotSupportedException();

        // Split queries are buffered, and the buffer asks for these without using them.
        public override string GetDataTypeName(int ordinal) => "";

        public override Type GetFieldType(int ordinal) => typeof(object);

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override IEnumerator GetEnumerator() => throw new NotSupportedException();
    }
}
