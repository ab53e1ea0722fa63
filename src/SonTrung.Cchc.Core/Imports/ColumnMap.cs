using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Which column of a table is which.</summary>
/// <param name="HeadingRow">The number of the row with the headings.</param>
/// <param name="Columns">The known columns by their places.</param>
/// <param name="Unknown">Headings that the portal does not know.</param>
/// <param name="Twice">Headings that mean a column which is there already; they are passed over.</param>
/// <param name="Missing">Columns without which nothing can be entered.</param>
public sealed record ColumnMap(
    int HeadingRow,
    IReadOnlyDictionary<int, ImportColumn> Columns,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Twice,
    IReadOnlyList<ImportColumn> Missing)
{
    /// <summary>Rows among which the headings are looked for: a table may have a title above them.</summary>
    private const int HeadingRows = 30;

    /// <summary>The fewest known headings that make a row the one with the headings.</summary>
    private const int FewestHeadings = 2;

    /// <summary>Finds the headings: in the row that has most of them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="known">The columns that the portal knows.</param>
    /// <returns>Null when no row has headings.</returns>
    internal static ColumnMap? Find(ReadTable table, IReadOnlyList<ImportColumn> known)
    {
        var byKey = Keys(known);
        var best = table.Rows.Take(HeadingRows)
            .Select(row => (Row: row, Count: row.Cells.Select(cell => Of(cell, byKey)).OfType<ImportColumn>().DistinctBy(column => column.Key).Count()))
            .DefaultIfEmpty().MaxBy(found => found.Count);
        return best.Count >= FewestHeadings ? Read(best.Row, known, byKey) : null;
    }

    private static ColumnMap Read(ReadRow headings, IReadOnlyList<ImportColumn> known, Dictionary<string, ImportColumn> byKey)
    {
        var columns = new Dictionary<int, ImportColumn>();
        var (unknown, twice) = (new List<string>(), new List<string>());
        for (var i = 0; i < headings.Cells.Count; i++)
        {
            if (headings[i].Kind == ReadCellKind.Empty)
            {
                continue;
            }

            var column = Of(headings[i], byKey);
            if (column is null)
            {
                unknown.Add(headings[i].Shown);
            }
            else if (column.Value != ImportValue.Ignored && columns.Values.Any(other => other.Key == column.Key))
            {
                twice.Add(headings[i].Shown);
            }
            else
            {
                columns[i] = column;
            }
        }

        var keys = columns.Values.Select(column => column.Key).ToHashSet();
        return new ColumnMap(headings.Number, columns, unknown, twice, known.Where(column => column.IsRequired && !keys.Contains(column.Key)).ToList());
    }

    private static ImportColumn? Of(ReadCell cell, Dictionary<string, ImportColumn> byKey) => byKey.GetValueOrDefault(SearchKey.Of(cell.Words));

    /// <summary>A heading of the template means its own column; another name only when it means one column alone.</summary>
    private static Dictionary<string, ImportColumn> Keys(IReadOnlyList<ImportColumn> known)
    {
        var keys = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var column in known)
        {
            keys.TryAdd(SearchKey.Of(column.Heading), column);
        }

        var further = known.SelectMany(column => column.Aliases.Select(alias => (Key: SearchKey.Of(alias), Column: column)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(group => group.DistinctBy(pair => pair.Column.Key).Count() == 1);
        foreach (var group in further)
        {
            keys.TryAdd(group.Key, group.First().Column);
        }

        return keys;
    }
}
