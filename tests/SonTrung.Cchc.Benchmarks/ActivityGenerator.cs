using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>How much the generator makes.</summary>
/// <param name="Communes">Communes, xã Hương Sơn of the samples included.</param>
/// <param name="Years">Years of each, the last one 2026.</param>
/// <param name="PerYear">Activities of each year.</param>
internal sealed record Amount(int Communes, int Years, int PerYear)
{
    public int Activities => Communes * Years * PerYear;
}

/// <summary>
/// Fills the database of a portal that was started once with its samples: communes, years, plans, activities with a figure, a link for
/// every second one and their audit entries; for the years before the last also the report, delivered, with the activities behind its
/// lines. The communes' rows lie mixed, as time mixes them. Row by row past the portal's own guards, so for measuring only.
/// </summary>
internal sealed class ActivityGenerator : IDisposable
{
    private const int LastYear = 2026;

    /// <summary>Far below the keys that the portal gives.</summary>
    private const long FirstKey = 10_000_000_000;

    private static readonly string[] Works =
    [
        "Đăng bài hướng dẫn", "Phát thanh chuyên mục", "Đối thoại với Nhân dân", "Hội nghị quán triệt", "Lồng ghép tuyên truyền",
        "Phát tờ gấp", "Ra quân hỗ trợ", "Niêm yết công khai", "Tập huấn kỹ năng", "Khảo sát ý kiến",
    ];

    private static readonly string[] Themes =
    [
        "đăng ký khai sinh", "thủ tục đất đai", "nộp hồ sơ trực tuyến", "định danh điện tử", "bảo hiểm y tế", "chứng thực bản sao",
        "phản ánh, kiến nghị", "phí, lệ phí không dùng tiền mặt", "cư trú", "đạo đức công vụ", "chế độ người có công", "ứng dụng số",
    ];

    private readonly SqliteConnection connection;
    private readonly Random random = new(2026);
    private readonly Dictionary<string, Inserter> inserters = [];
    private SqliteTransaction? transaction;
    private long key = FirstKey;

    public ActivityGenerator(string database)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
    }

    public void Fill(Amount amount)
    {
        var watch = Stopwatch.StartNew();
        transaction = connection.BeginTransaction();
        var model = Scalar("SELECT Id FROM Agencies WHERE Code = 'xa-huong-son'");
        var channels = Longs("SELECT Id FROM PropagandaChannels ORDER BY Position");
        var topics = Longs("SELECT Id FROM Topics ORDER BY Position");
        var indicator = Scalar("SELECT Id FROM Indicators WHERE Code = 'luot-nguoi'");
        var agencies = Enumerable.Range(0, amount.Communes).Select(i => i == 0 ? model : Agency(model, i)).ToList();
        var units = agencies.ToDictionary(
            agency => agency, agency => agency == model ? Longs($"SELECT Id FROM Departments WHERE AgencyId = {model}") : Departments(model, agency));
        for (var year = LastYear - amount.Years + 1; year <= LastYear; year++)
        {
            var communes = agencies.Select(agency => new Commune(agency, units[agency], Plan(model, agency, year, units[agency]))).ToList();
            communes.ForEach(commune => commune.Report = year < LastYear ? Report(model, commune.Id, year) : null);
            for (var n = 0; n < amount.PerYear; n++)
            {
                communes.ForEach(commune => Activity(commune, year, n, channels, topics, indicator));
            }

            Console.Error.WriteLine($"{year}: {amount.Communes * amount.PerYear:N0}");
        }

        transaction.Commit();
        transaction = null;
        Execute("PRAGMA wal_checkpoint(TRUNCATE);");
        Console.Error.WriteLine($"{amount.Activities:N0} activities in {watch.Elapsed.TotalSeconds:0} s.");
    }

    public void Dispose()
    {
        foreach (var inserter in inserters.Values)
        {
            inserter.Command.Dispose();
        }

        connection.Dispose();
    }

    private long Agency(long model, int number) =>
        Copy("Agencies", model, ("Code", $"xa-do-{number}"), ("Name", $"UBND xã Đo {number} (dữ liệu mẫu)"));

    private long[] Departments(long model, long agency) =>
        [.. Longs($"SELECT Id FROM Departments WHERE AgencyId = {model}").Select(department => Copy("Departments", department, ("AgencyId", agency)))];

    /// <summary>The year's plan lines; a year that is not there yet is opened like 2026.</summary>
    private long[] Plan(long model, long agency, int year, long[] departments)
    {
        if (Scalar($"SELECT COUNT(*) FROM ReportingPeriods WHERE AgencyId = {agency} AND Year = {year}") == 0)
        {
            Copy(
                "ReportingPeriods",
                Scalar($"SELECT Id FROM ReportingPeriods WHERE AgencyId = {model} AND Year = {LastYear}"),
                ("AgencyId", agency),
                ("Year", year),
                ("From", $"{year - 1}-12-15"),
                ("To", $"{year}-12-14"),
                ("DueOn", $"{year}-12-17"));
        }

        if (Scalar($"SELECT COUNT(*) FROM Plans WHERE AgencyId = {agency} AND Year = {year}") == 0)
        {
            var modelPlan = Scalar($"SELECT Id FROM Plans WHERE AgencyId = {model} AND Year = {LastYear}");
            var plan = Copy("Plans", modelPlan, ("AgencyId", agency), ("Year", year));
            foreach (var (item, i) in Longs($"SELECT Id FROM PlanItems WHERE PlanId = {modelPlan}").Select((item, i) => (item, i)))
            {
                Copy("PlanItems", item, ("AgencyId", agency), ("PlanId", plan), ("DepartmentId", departments[i % departments.Length]), ("PreviousItemId", DBNull.Value));
            }
        }

        return Longs($"SELECT Id FROM PlanItems WHERE AgencyId = {agency} AND PlanId = (SELECT Id FROM Plans WHERE AgencyId = {agency} AND Year = {year})");
    }

    /// <summary>A report of a year like that of 2025: issued, delivered and acknowledged. Null for a year that has one.</summary>
    /// <returns>The lines made of plan lines, which activities stand behind.</returns>
    private long[]? Report(long model, long agency, int year)
    {
        if (Scalar($"SELECT COUNT(*) FROM AnnualReports WHERE AgencyId = {agency} AND Year = {year}") > 0)
        {
            return null;
        }

        var template = Scalar($"SELECT Id FROM AnnualReports WHERE AgencyId = {model} AND Year = {LastYear - 1}");
        var report = Copy(
            "AnnualReports", template, ("AgencyId", agency), ("Year", year), ("NumberYear", year), ("PublicCode", $"DO{key}"), ("SignerId", DBNull.Value));
        var version = Copy(
            "ReportVersions", Scalar($"SELECT Id FROM ReportVersions WHERE ReportId = {template}"), ("AgencyId", agency), ("ReportId", report));
        Copy(
            "ReportDeliveries",
            Scalar($"SELECT Id FROM ReportDeliveries WHERE ReportId = {template}"),
            ("AgencyId", agency),
            ("ReportId", report),
            ("VersionId", version),
            ("SentUtc", $"{year}-12-16 03:00:00"));
        foreach (var act in Longs($"SELECT Id FROM ReportEvents WHERE ReportId = {template}"))
        {
            Copy("ReportEvents", act, ("AgencyId", agency), ("ReportId", report));
        }

        var made = new List<long>();
        foreach (var line in Longs($"SELECT Id FROM ReportLines WHERE ReportId = {template}"))
        {
            var copy = Copy("ReportLines", line, ("AgencyId", agency), ("ReportId", report));
            if (Scalar($"SELECT COUNT(*) FROM ReportLines WHERE Id = {line} AND AutoKey LIKE 'plan-item:%'") > 0)
            {
                made.Add(copy);
            }
        }

        return [.. made];
    }

    private void Activity(Commune commune, int year, int n, long[] channels, long[] topics, long indicator)
    {
        var agency = commune.Id;
        var title = $"{Works[random.Next(Works.Length)]} {Themes[random.Next(Themes.Length)]}, đợt {n + 1}";
        var place = $"Nhà văn hóa thôn {random.Next(1, 40)}";
        var day = new DateOnly(year - 1, 12, 15).AddDays(random.Next(340));
        var entered = day.ToDateTime(new TimeOnly(8, random.Next(60))).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var id = Copy(
            "PropagandaActivities",
            null,
            ("AgencyId", agency),
            ("Title", title),
            ("Year", year),
            ("StartsOn", day),
            ("EndsOn", day),
            ("ChannelId", channels[random.Next(channels.Length)]),
            ("TopicId", topics[random.Next(topics.Length)]),
            ("PlanItemId", commune.Items[random.Next(commune.Items.Length)]),
            ("DepartmentId", commune.Departments[random.Next(commune.Departments.Length)]),
            ("Place", place),
            ("SearchKey", SearchKey.Of($"{title} {place} ")),
            ("SortKey", Core.Text.SortKey.Of(title)),
            ("EnteredUtc", entered));
        Copy("ActivityMeasures", null, ("AgencyId", agency), ("ActivityId", id), ("IndicatorId", indicator), ("Value", random.Next(20, 300)));
        if (n % 2 == 0)
        {
            Copy("ActivityLink", null, ("AgencyId", agency), ("ActivityId", id), ("Url", $"https://trang-mau.example/{id}"));
        }

        if (commune.Report is { } lines)
        {
            Copy("ReportLineOrigin", null, ("AgencyId", agency), ("LineId", lines[random.Next(lines.Length)]), ("Kind", "Activity"), ("RowId", id));
        }

        // Before the first place of the chain: these entries measure lists, nobody verifies them.
        Copy("AuditEntries", null, ("AgencyId", agency), ("AtUtc", entered), ("EntityId", $"{id}"), ("Sequence", -id));
    }

    /// <summary>Adds a row like another one, some columns apart.</summary>
    /// <param name="table">The table.</param>
    /// <param name="template">The row to take the rest from; any activity's when null.</param>
    /// <param name="values">What differs.</param>
    private long Copy(string table, long? template, params (string Column, object Value)[] values)
    {
        var id = key++;
        if (!inserters.TryGetValue(table, out var inserter))
        {
            inserters[table] = inserter = new Inserter(connection, table, values.Select(value => value.Column).ToList());
        }

        inserter.Command.Transaction = transaction;
        inserter.Command.Parameters["$Id"].Value = id;
        inserter.Command.Parameters["$template"].Value = template ?? (inserter.Template ??= Scalar(
            table == "AuditEntries" ? "SELECT Id FROM AuditEntries WHERE Entity = 'PropagandaActivity' LIMIT 1" : $"SELECT Id FROM \"{table}\" ORDER BY Id DESC LIMIT 1"));
        foreach (var (column, value) in values)
        {
            inserter.Command.Parameters[$"${column}"].Value = value;
        }

        return inserter.Command.ExecuteNonQuery() == 1 ? id : throw new InvalidOperationException($"No {table} to copy.");
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() is long value ? value : throw new InvalidOperationException($"Nothing found: {sql}. Was the portal started with its samples?");
    }

    private long[] Longs(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var values = new List<long>();
        while (reader.Read())
        {
            values.Add(reader.GetInt64(0));
        }

        return [.. values];
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }

    /// <summary>A commune in a year.</summary>
    private sealed record Commune(long Id, long[] Departments, long[] Items)
    {
        /// <summary>The lines of the year's report that activities stand behind.</summary>
        public long[]? Report { get; set; }
    }

    /// <summary>A prepared INSERT … SELECT of one table.</summary>
    private sealed class Inserter
    {
        public Inserter(SqliteConnection connection, string table, IReadOnlyCollection<string> given)
        {
            var columns = new List<string>();
            using (var query = connection.CreateCommand())
            {
                query.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
                using var reader = query.ExecuteReader();
                while (reader.Read())
                {
                    columns.Add(reader.GetString(0));
                }
            }

            Command = connection.CreateCommand();
            Command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT "
                + string.Join(", ", columns.Select(column => column == "Id" || given.Contains(column) ? $"${column}" : $"\"{column}\""))
                + $" FROM \"{table}\" WHERE Id = $template";
            foreach (var name in given.Append("Id").Append("template"))
            {
                Command.Parameters.Add(new SqliteParameter($"${name}", null));
            }
        }

        public SqliteCommand Command { get; }

        public long? Template { get; set; }
    }
}
