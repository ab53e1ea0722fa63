using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Reads the rows of a table as activities. Pure: the same table and lists give the same rows.</summary>
internal static class ActivityRows
{
    /// <summary>How the example of the template begins; such a row is passed over.</summary>
    public const string ExampleMark = "Ví dụ:";

    private static readonly char[] LinkSeparators = [' ', ';', '\n', '\t'];

    /// <summary>The rows with what is wrong with each, without repetitions.</summary>
    public static ReadRows<ActivityInput> Read(ReadTable table, ColumnMap map, ImportCatalogue lists, ImportChoices choices)
    {
        var rows = new List<ImportRow<ActivityInput>>();
        var unknown = new UnknownNames();
        var passed = new List<int>();
        foreach (var row in table.Rows.Where(row => row.Number > map.HeadingRow))
        {
            var reader = new RowReader(row, map, choices);
            if (reader.IsEmpty)
            {
                continue;
            }

            if (IsExample(reader))
            {
                passed.Add(row.Number);
                continue;
            }

            var input = Read(reader, map, lists);
            unknown.Add(reader.Unknown);
            rows.Add(reader.Issues.Count > 0
                ? new ImportRow<ActivityInput>(row.Number, reader.Cells(), reader.Issues, null, null)
                : WithPlanLine(new ImportRow<ActivityInput>(row.Number, reader.Cells(), reader.Issues, null, input), input, lists, choices));
        }

        return new ReadRows<ActivityInput>(rows, unknown.All, passed);
    }

    /// <summary>Gives a row the plan line that its channel means when the table says nothing about it.</summary>
    private static ImportRow<ActivityInput> WithPlanLine(ImportRow<ActivityInput> row, ActivityInput input, ImportCatalogue lists, ImportChoices choices)
    {
        var year = lists.YearOf(input.StartsOn)!.Value;
        var proposal = lists.ProposalOf(year);
        if (row.Text(ImportColumns.PlanItem) is not null || !proposal.HasLines)
        {
            return row;
        }

        if (proposal.Of(input.ChannelId) is not { } line)
        {
            return row with { PlanLine = ImportPlanLine.NoneFits };
        }

        var title = lists.PlanItemsOf(year).Of(line)!.Name;
        return choices.DeclinesPlanLines
            ? row with { PlanLine = ImportPlanLine.Declined, ProposedLine = title }
            : row with { PlanLine = ImportPlanLine.Proposed, ProposedLine = title, Input = input with { PlanItemId = line } };
    }

    internal static bool IsExample(RowReader reader) =>
        reader.Find(ImportColumns.Title) is var (_, cell) && cell.Shown.StartsWith(ExampleMark, StringComparison.OrdinalIgnoreCase);

    private static ActivityInput Read(RowReader reader, ColumnMap map, ImportCatalogue lists)
    {
        reader.Require(map);
        var startsOn = reader.Day(ImportColumns.StartsOn);
        var year = startsOn is { } day ? lists.YearOf(day) : null;
        if (startsOn is not null && year is null)
        {
            reader.Refuse(ImportColumns.StartsOn, ImportProblem.NoPeriod);
        }

        var endsOn = reader.Day(ImportColumns.EndsOn);
        if (endsOn is { } end && year is not null && (end < startsOn || lists.YearOf(end) != year))
        {
            reader.Refuse(ImportColumns.EndsOn, ImportProblem.EndsWrong);
        }

        var planItem = year is { } known ? reader.Name(ImportColumns.PlanItem, lists.PlanItemsOf(known), ImportColumns.Of(ImportColumns.PlanItem, known)) : null;
        return new ActivityInput
        {
            Title = reader.Text(ImportColumns.Title, PropagandaActivity.TitleLength) ?? "",
            StartsOn = startsOn ?? default,
            EndsOn = endsOn,
            IsAllYear = reader.YesNo(ImportColumns.IsAllYear),
            ChannelId = reader.Name(ImportColumns.Channel, lists.Channels, day: startsOn) ?? 0,
            TopicId = reader.Name(ImportColumns.Topic, lists.Topics, day: startsOn),
            PlanItemId = planItem == ImportCatalogue.NoPlanItem.Id ? null : planItem,
            DepartmentId = reader.Name(ImportColumns.Department, lists.Departments),
            Place = reader.Text(ImportColumns.Place, PropagandaActivity.PlaceLength),
            PeopleReached = (int?)reader.Whole(ImportColumns.PeopleReached, int.MaxValue),
            CostDong = reader.Whole(ImportColumns.CostDong, PropagandaActivity.MostCostDong),
            ReportText = reader.Text(ImportColumns.ReportText, PropagandaActivity.ReportTextLength),
            IsHighlighted = reader.YesNo(ImportColumns.IsHighlighted),
            Measures = Measures(reader, map, lists, startsOn),
            Links = Links(reader),
            ReferenceIds = year is { } ofYear ? reader.Names(ImportColumns.References, lists.ReferencesOf(ofYear)) : [],
        };
    }

    private static Dictionary<long, decimal> Measures(RowReader reader, ColumnMap map, ImportCatalogue lists, DateOnly? day)
    {
        var measures = new Dictionary<long, decimal>();
        foreach (var column in map.Columns.Values.Where(column => column.IndicatorId is not null))
        {
            if (reader.Number(column.Key, ActivityMeasure.MostValue, lists.IsCounted(column.IndicatorId!.Value)) is { } value)
            {
                measures[column.IndicatorId!.Value] = value;
                if (day is { } known && lists.Units.Of(column.IndicatorId.Value)?.IsValidOn(known) == false)
                {
                    reader.Refuse(column.Key, ImportProblem.NotOnThatDay);
                }
            }
        }

        for (var n = 1; n <= ImportColumns.Figures; n++)
        {
            var (figure, unit) = (ImportColumns.Of(ImportColumns.Figure, n), ImportColumns.Of(ImportColumns.FigureUnit, n));
            if (reader.Find(figure) is null && reader.Find(unit) is null)
            {
                continue;
            }

            if (reader.Find(figure) is null || reader.Find(unit) is null)
            {
                reader.Refuse(reader.Find(figure) is null ? unit : figure, ImportProblem.HalfAFigure);
                continue;
            }

            var value = reader.Number(figure, ActivityMeasure.MostValue);
            if (reader.Name(unit, lists.Units, ImportColumns.FigureUnit, day) is { } indicator && value is { } given)
            {
                if (given % 1 != 0 && lists.IsCounted(indicator))
                {
                    reader.Refuse(figure, ImportProblem.NotWhole);
                }
                else if (!measures.TryAdd(indicator, given))
                {
                    reader.Refuse(figure, ImportProblem.FigureTwice);
                }
            }
        }

        return measures;
    }

    private static List<string> Links(RowReader reader)
    {
        var links = (reader.Lines(ImportColumns.Links) ?? "").Split(LinkSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal).ToList();
        if (links.Exists(link => !ActivityLink.IsWebAddress(link)))
        {
            reader.Refuse(ImportColumns.Links, ImportProblem.NotALink);
        }

        return links;
    }
}

/// <summary>The rows of a table.</summary>
/// <param name="Rows">Rows that are to be entered or say why not.</param>
/// <param name="Unknown">Names that no list has, each once.</param>
/// <param name="PassedOver">Numbers of rows that are no rows: examples.</param>
internal sealed record ReadRows<T>(IReadOnlyList<ImportRow<T>> Rows, IReadOnlyList<UnknownName> Unknown, IReadOnlyList<int> PassedOver)
    where T : class;

/// <summary>Names that no list has, each once, with how often it stands in the file.</summary>
internal sealed class UnknownNames
{
    private readonly Dictionary<(string, string), UnknownName> names = [];

    public IReadOnlyList<UnknownName> All => [.. names.Values];

    public void Add(IEnumerable<UnknownName> found)
    {
        foreach (var name in found)
        {
            names.TryAdd((name.ListName, Text.SearchKey.Of(name.Name)), name);
        }
    }
}
