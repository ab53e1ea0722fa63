using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>What the template of a workbook holds.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Year">The year whose plan lines it offers.</param>
/// <param name="Columns">Its columns, left to right.</param>
/// <param name="Example">The example below the headings, cell by cell.</param>
public sealed record ImportTemplate(ImportKind Kind, int Year, IReadOnlyList<TemplateColumn> Columns, IReadOnlyList<ReadCell> Example)
{
    private const string Yes = "Có";

    internal static ImportTemplate Of(ImportKind kind, int year, IReadOnlyList<ImportColumn> known, ImportCatalogue lists, DateOnly today)
    {
        var period = lists.PeriodOf(year);
        var columns = known.Where(column => column.IsInTemplate && (column.IndicatorId is not { } indicator || lists.Units.Of(indicator)!.IsValidIn(period)))
            .Select(column => new TemplateColumn(column, Choices(column, lists, year, period))).ToList();
        return new ImportTemplate(kind, year, columns, columns.ConvertAll(column => ExampleOf(kind, column, today)));
    }

    private static List<string> Choices(ImportColumn column, ImportCatalogue lists, int year, ReportingPeriod period) => column switch
    {
        { Value: ImportValue.YesNo } => [Yes],
        { Value: not (ImportValue.Name or ImportValue.Names) } => [],
        { Key: ImportColumns.Channel } => Names(lists.Channels, period),
        { Key: ImportColumns.Topic } => Names(lists.Topics, period),
        { Key: ImportColumns.Department } => Names(lists.Departments, period),
        { Key: ImportColumns.Responsible } => Names(lists.People, period),
        { Key: ImportColumns.Section } => Names(lists.Sections, period),
        { Key: ImportColumns.PlanItem } => Names(lists.PlanItemsOf(year), period),
        { Key: ImportColumns.References } => Names(lists.ReferencesOf(year), period),
        _ when column.Key.StartsWith(ImportColumns.TargetKind, StringComparison.Ordinal) => Names(lists.TargetKinds, period),
        _ => Names(lists.Units, period),
    };

    /// <summary>What can be chosen on some day of the year.</summary>
    private static List<string> Names(NameMatcher list, ReportingPeriod period) =>
        list.Entries.Where(entry => entry.IsValidIn(period)).Select(entry => entry.Name).Distinct(StringComparer.Ordinal).ToList();

    private static ReadCell ExampleOf(ImportKind kind, TemplateColumn column, DateOnly today) => (kind, column.Column.Key) switch
    {
        (_, ImportColumns.Title) => ReadCell.Text($"{ActivityRows.ExampleMark} Tuyên truyền về dịch vụ công trực tuyến (dòng mẫu, không nhập)"),
        (_, ImportColumns.StartsOn or ImportColumns.DueOn) => ReadCell.Of(today),
        (_, ImportColumns.Channel or ImportColumns.Department or ImportColumns.Section) => ReadCell.Text(column.Choices is [var choice, ..] ? choice : null),
        (ImportKind.PlanItems, var key) when key == ImportColumns.Of(ImportColumns.TargetKind, 1) => ReadCell.Text(column.Choices[(int)TargetKind.Quantity]),
        (ImportKind.PlanItems, var key) when key == ImportColumns.Of(ImportColumns.TargetValue, 1) => ReadCell.Of(24),
        (ImportKind.PlanItems, var key) when key == ImportColumns.Of(ImportColumns.TargetIndicator, 1) => ReadCell.Text(column.Choices is [var unit, ..] ? unit : null),
        _ => default,
    };
}

/// <summary>A column of the template.</summary>
/// <param name="Column">The column.</param>
/// <param name="Choices">What can be chosen in its cells; none for free ones.</param>
public sealed record TemplateColumn(ImportColumn Column, IReadOnlyList<string> Choices);
