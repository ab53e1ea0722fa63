using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>
/// How SQLite would answer a command. The portal gathers no statistics, so the plan is the same on an empty database as on a million rows.
/// </summary>
/// <param name="Sql">The command.</param>
/// <param name="Steps">What it does, as EXPLAIN QUERY PLAN tells it.</param>
internal sealed partial record QueryPlan(string Sql, IReadOnlyList<string> Steps)
{
    /// <summary>The steps that read a table, without the name that the command gives it.</summary>
    public IEnumerable<string> StepsOn(string table) =>
        from name in TableNames().Matches(Sql)
        where name.Groups[1].Value == table
        from step in Steps
        where step.StartsWith($"SCAN {name.Groups[2].Value}", StringComparison.Ordinal) || step.StartsWith($"SEARCH {name.Groups[2].Value} ", StringComparison.Ordinal)
        let words = step.Split(' ')
        where words[1] == name.Groups[2].Value
        select string.Join(' ', words.Where((_, i) => i != 1));

    /// <summary>Whether SQLite knows before reading that there is no row.</summary>
    public bool ReadsNothing => Sql.Split('\n').Contains("WHERE 0");

    public override string ToString() => $"{Sql}\n{string.Join('\n', Steps)}";

    [GeneratedRegex("""
        "(\w+)" AS "(\w+)"
        """)]
    private static partial Regex TableNames();
}

/// <summary>Explains every command, and answers it too or gives one made-up row instead, so that a read without data goes on to its next query.</summary>
internal sealed class QueryPlans(bool answers = true) : DbCommandInterceptor
{
    /// <summary>What was explained, in order.</summary>
    public List<QueryPlan> All { get; } = [];

    /// <summary>The plans of a read, as a member of staff sends it.</summary>
    public static async Task<IReadOnlyList<QueryPlan>> OfAsync(TestDatabase database, Func<CchcDbContext, Task> read)
    {
        var plans = new QueryPlans(answers: false);
        await using var db = database.Open(AccessScope.ForUser(1, "canbo", 1), plans);
        await read(db);
        return plans.All;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        }

        var steps = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        All.Add(new QueryPlan(command.CommandText, steps));
        return answers ? result : InterceptionResult<DbDataReader>.SuppressWithResult(new OneRow());
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));
}
