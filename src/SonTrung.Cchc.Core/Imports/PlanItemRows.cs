using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Reads the rows of a table as lines of a year's plan. Pure: the same table and lists give the same rows.</summary>
internal static partial class PlanItemRows
{
    /// <summary>The rows with what is wrong with each, without repetitions.</summary>
    public static ReadRows<PlanItemInput> Read(ReadTable table, ColumnMap map, int year, ImportCatalogue lists, ImportChoices choices)
    {
        var rows = new List<ImportRow<PlanItemInput>>();
        var unknown = new UnknownNames();
        var passed = new List<int>();
        foreach (var row in table.Rows.Where(row => row.Number > map.HeadingRow))
        {
            var reader = new RowReader(row, map, choices);
            if (reader.IsEmpty)
            {
                continue;
            }

            if (ActivityRows.IsExample(reader))
            {
                passed.Add(row.Number);
                continue;
            }

            var input = Read(reader, map, year, lists);
            unknown.Add(reader.Unknown);
            rows.Add(new ImportRow<PlanItemInput>(row.Number, reader.Cells(), reader.Issues, null, reader.Issues.Count == 0 ? input : null));
        }

        return new ReadRows<PlanItemInput>(rows, unknown.All, passed);
    }

    private static PlanItemInput Read(RowReader reader, ColumnMap map, int year, ImportCatalogue lists)
    {
        reader.Require(map);
        return new PlanItemInput
        {
            Title = reader.Text(ImportColumns.Title, PlanItem.TitleLength) ?? "",
            Section = (PlanSection)((reader.Name(ImportColumns.Section, lists.Sections) ?? 1) - 1),
            DepartmentId = reader.Name(ImportColumns.Department, lists.Departments),
            ResponsibleId = reader.Name(ImportColumns.Responsible, lists.People),
            DueOn = reader.Day(ImportColumns.DueOn),
            BudgetDong = reader.Whole(ImportColumns.CostDong, PropagandaActivity.MostCostDong),
            ReportText = reader.Text(ImportColumns.ReportText, PlanItem.ReportTextLength),
            Targets = Enumerable.Range(1, ImportColumns.Targets).Select(n => Target(reader, n, lists)).OfType<PlanTargetInput>().ToList(),
            ChannelIds = reader.Names(ImportColumns.Channel, lists.Channels),
            ReferenceIds = reader.Names(ImportColumns.References, lists.ReferencesOf(year)),
        };
    }

    /// <summary>A target: kind, number, unit and base in cells of their own, or as plans write it in one: "48 tin, bài", "≥ 90% phiếu hài lòng / phiếu thu về".</summary>
    private static PlanTargetInput? Target(RowReader reader, int n, ImportCatalogue lists)
    {
        var (kindKey, valueKey) = (ImportColumns.Of(ImportColumns.TargetKind, n), ImportColumns.Of(ImportColumns.TargetValue, n));
        var (unitKey, baseKey) = (ImportColumns.Of(ImportColumns.TargetIndicator, n), ImportColumns.Of(ImportColumns.TargetBase, n));
        var kind = reader.Name(kindKey, lists.TargetKinds, ImportColumns.TargetKind);
        var unit = reader.Name(unitKey, lists.Units, ImportColumns.TargetIndicator);
        var whole = reader.Name(baseKey, lists.Units, ImportColumns.TargetBase);
        if (reader.Find(valueKey) is not var (column, cell))
        {
            return WithoutValue(reader, kind, (kindKey, unitKey, baseKey));
        }

        if (cell.Kind == ReadCellKind.Text && lists.TargetKinds.Find(cell.Shown).Entry is { } word && word.Id == ImportCatalogue.IdOf(TargetKind.Completion))
        {
            return new PlanTargetInput(TargetKind.Completion, null, null, null);
        }

        var isPercent = false;
        decimal? value;
        if (cell.Kind == ReadCellKind.Text && InOne().Match(cell.Shown) is { Success: true } parts && parts.Groups["rest"].Length + parts.Groups["percent"].Length > 0)
        {
            value = Value(reader, column, parts.Groups["value"].Value);
            isPercent = parts.Groups["percent"].Length > 0;
            var names = parts.Groups["rest"].Value.Split('/', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            unit ??= names.Length > 0 ? reader.Entry(column, names[0], lists.Units, ImportColumns.TargetIndicator)?.Id : null;
            whole ??= names.Length > 1 ? reader.Entry(column, names[1], lists.Units, ImportColumns.TargetBase)?.Id : null;
        }
        else
        {
            value = reader.Number(valueKey, ActivityMeasure.MostValue);
        }

        var isRatio = kind is null ? isPercent || whole is not null : kind == ImportCatalogue.IdOf(TargetKind.Ratio);
        return value is null ? null : WithValue(reader, column, cell, isRatio, unit, whole, value.Value);
    }

    private static PlanTargetInput? WithoutValue(RowReader reader, long? kind, (string Kind, string Unit, string Base) keys)
    {
        if (kind == ImportCatalogue.IdOf(TargetKind.Completion))
        {
            return new PlanTargetInput(TargetKind.Completion, null, null, null);
        }

        foreach (var key in new[] { keys.Kind, keys.Unit, keys.Base }.Where(key => reader.Find(key) is not null).Take(1))
        {
            reader.Refuse(key, ImportProblem.HalfAFigure);
        }

        return null;
    }

    private static PlanTargetInput? WithValue(RowReader reader, ImportColumn column, ReadCell cell, bool isRatio, long? unit, long? whole, decimal value)
    {
        ImportProblem? problem =
            reader.Issues.Any(issue => issue.Column.Key == column.Key) ? null
            : unit is null ? ImportProblem.NoIndicator
            : isRatio && (whole is null || whole == unit) ? ImportProblem.NoBase
            : isRatio && value > 100 ? ImportProblem.AboveHundred
            : null;
        if (problem is { } wrong)
        {
            reader.Refuse(column, wrong, cell.Shown);
        }

        return new PlanTargetInput(isRatio ? TargetKind.Ratio : TargetKind.Quantity, unit, isRatio ? whole : null, value);
    }

    private static decimal? Value(RowReader reader, ImportColumn column, string text)
    {
        if (VietnameseNumber.Parse(text).Value is { } value && value <= ActivityMeasure.MostValue)
        {
            return value;
        }

        reader.Refuse(column, ImportProblem.NotANumber, text);
        return null;
    }

    [GeneratedRegex(@"\A(?:từ|≥|>=|ít nhất|tối thiểu)?\s*(?<value>\d[\d.,]*\d|\d)\s*(?<percent>%?)\s*(?:trở lên)?\s*(?<rest>.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InOne();
}
