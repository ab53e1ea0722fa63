using System.Globalization;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Reads the cells of one row by their columns, and notes what is wrong with each.</summary>
internal sealed class RowReader
{
    /// <summary>The days that Excel counts from 1900 to 2200 by: 1 is 01/01/1900.</summary>
    private const int LastSerial = 109_574;

    private static readonly HashSet<string> YesWords = new(["co", "x", "1", "dung", "yes", "true", "v"], StringComparer.Ordinal);
    private static readonly HashSet<string> NoWords = new(["", "khong", "0", "sai", "no", "false"], StringComparer.Ordinal);

    private readonly Dictionary<string, (ImportColumn Column, ReadCell Cell)> cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly ImportChoices choices;
    private readonly List<ImportIssue> issues = [];

    public RowReader(ReadRow row, ColumnMap map, ImportChoices choices)
    {
        this.choices = choices;
        foreach (var (at, column) in map.Columns)
        {
            if (column.Value != ImportValue.Ignored && row[at].Kind != ReadCellKind.Empty)
            {
                cells[column.Key] = (column, row[at]);
            }
        }
    }

    /// <summary>Whether nothing is there to be entered.</summary>
    public bool IsEmpty => cells.Count == 0;

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<ImportIssue> Issues => issues;

    /// <summary>The cells as they would be entered, in the order of the file.</summary>
    public IReadOnlyList<ImportCell> Cells() => cells.Values.Select(pair => new ImportCell(
        pair.Column,
        shown.GetValueOrDefault(pair.Column.Key, pair.Cell.Shown),
        issues.Exists(issue => issue.Column.Key == pair.Column.Key),
        pair.Cell.Original?.ReplaceLineEndings(" "))).ToList();

    /// <summary>The column and what stands in it; null for an empty cell.</summary>
    public (ImportColumn Column, ReadCell Cell)? Find(string key) => cells.TryGetValue(key, out var pair) ? pair : null;

    /// <summary>Notes something wrong.</summary>
    public void Refuse(ImportColumn column, ImportProblem problem, string value = "", string? proposal = null, long limit = 0) =>
        issues.Add(new ImportIssue(problem, column, Cut(value), proposal, limit));

    /// <summary>Notes something wrong with a cell that is there.</summary>
    public void Refuse(string key, ImportProblem problem)
    {
        if (Find(key) is var (column, cell))
        {
            Refuse(column, problem, shown.GetValueOrDefault(key, cell.Shown));
        }
    }

    /// <summary>Notes the cells that must not be empty and are.</summary>
    public void Require(ColumnMap map)
    {
        foreach (var column in map.Columns.Values.Where(column => column.IsRequired && !cells.ContainsKey(column.Key)))
        {
            Refuse(column, ImportProblem.Missing);
        }
    }

    /// <summary>Words of one line.</summary>
    public string? Text(string key, int longest)
    {
        if (Sound(key) is not var (column, cell))
        {
            return null;
        }

        var text = PlainText.Clean(cell.Words);
        shown[key] = text;
        if (text.Length > longest)
        {
            Refuse(column, ImportProblem.TooLong, text, limit: longest);
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>The words of a cell, line by line.</summary>
    public string? Lines(string key) => Sound(key) is var (_, cell) ? PlainText.CleanLines(cell.Words) : null;

    /// <summary>A day: as Excel keeps it, as its running number, or typed in any form that forms take.</summary>
    public DateOnly? Day(string key)
    {
        if (Sound(key) is not var (column, cell))
        {
            return null;
        }

        var day = cell.Kind switch
        {
            ReadCellKind.Day => cell.Day,
            ReadCellKind.Number => Numbered(cell.Number!.Value),
            _ => VietnameseDate.Parse(cell.Shown).Value,
        };
        if (day is not { Year: >= VietnameseDate.FirstYear and <= VietnameseDate.LastYear } known)
        {
            Refuse(column, ImportProblem.NotADay, cell.Kind == ReadCellKind.Number ? cell.Content : cell.Shown);
            return null;
        }

        shown[key] = VietnameseDate.Format(known);
        return known;
    }

    /// <summary>A figure, whole or with up to three decimals.</summary>
    public decimal? Number(string key, decimal most, bool whole = false) => Sound(key) is var (column, cell) ? Number(column, cell, most, whole) : null;

    /// <summary>A whole number.</summary>
    public long? Whole(string key, long most) => Sound(key) is var (column, cell) ? (long?)Number(column, cell, most, whole: true) : null;

    /// <summary>"Có", or nothing.</summary>
    public bool YesNo(string key)
    {
        if (Sound(key) is not var (column, cell))
        {
            return false;
        }

        var word = SearchKey.Of(cell.Words);
        if (!YesWords.Contains(word) && !NoWords.Contains(word))
        {
            Refuse(column, ImportProblem.NotYesNo, cell.Shown);
        }

        return YesWords.Contains(word);
    }

    /// <summary>The entry of a list that a cell names.</summary>
    /// <param name="key">The column.</param>
    /// <param name="list">The list.</param>
    /// <param name="listName">Where the person's choice for the name is kept; the column's key when null.</param>
    /// <param name="day">The day on which the entry must be one to choose.</param>
    public long? Name(string key, NameMatcher list, string? listName = null, DateOnly? day = null)
    {
        if (Sound(key) is not var (column, cell))
        {
            return null;
        }

        var entry = Entry(column, PlainText.Clean(cell.Words), list, listName ?? key);
        if (day is { } known && entry?.IsValidOn(known) == false)
        {
            Refuse(column, ImportProblem.NotOnThatDay, entry.Name);
        }

        shown[key] = entry?.Name ?? (issues.Exists(issue => issue.Column.Key == key) ? cell.Shown : "");
        return entry?.Id;
    }

    /// <summary>The entries that a cell names, separated by semicolons or line breaks; commas stand in names.</summary>
    /// <param name="key">The column.</param>
    /// <param name="list">The list.</param>
    /// <param name="listName">Where the person's choice for a name is kept; the column's key when null.</param>
    public IReadOnlyList<long> Names(string key, NameMatcher list, string? listName = null)
    {
        if (Sound(key) is not var (column, cell))
        {
            return [];
        }

        var entries = PlainText.CleanLines(cell.Words).Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Entry(column, name, list, listName ?? key)).OfType<NamedEntry>().DistinctBy(entry => entry.Id).ToList();
        if (!issues.Exists(issue => issue.Column.Key == key))
        {
            shown[key] = string.Join("; ", entries.Select(entry => entry.Name));
        }

        return entries.ConvertAll(entry => entry.Id);
    }

    /// <summary>The entry of a name that stands in a cell.</summary>
    public NamedEntry? Entry(ImportColumn column, string name, NameMatcher list, string listName)
    {
        if (choices.Find(listName, name) is { } chosen && (chosen == ImportChoices.LeaveEmpty || list.Of(chosen) is not null))
        {
            return list.Of(chosen);
        }

        var match = list.Find(name);
        if (match.Entry is null)
        {
            Refuse(column, match.IsAmbiguous ? ImportProblem.SeveralOfThisName : ImportProblem.UnknownName, name, match.Proposal?.Name);
            Unknown.Add(new UnknownName(column, listName, name, match.Proposal?.Id, list));
        }

        return match.Entry;
    }

    /// <summary>Names that no list has.</summary>
    public List<UnknownName> Unknown { get; } = [];

    private (ImportColumn Column, ReadCell Cell)? Sound(string key)
    {
        if (!cells.TryGetValue(key, out var pair))
        {
            return null;
        }

        if (pair.Cell.Kind != ReadCellKind.Fault)
        {
            return pair;
        }

        Refuse(pair.Column, ImportProblem.Fault, pair.Cell.Content);
        return null;
    }

    private decimal? Number(ImportColumn column, ReadCell cell, decimal most, bool whole)
    {
        var (value, problem) = cell.Kind == ReadCellKind.Number ? (cell.Number, whole && cell.Number % 1 != 0 ? ImportProblem.NotWhole : null) : Typed(cell.Shown, whole);
        problem ??= value switch
        {
            < 0 => ImportProblem.OutOfRange,
            _ when value > most => ImportProblem.OutOfRange,
            _ when value != decimal.Round(value!.Value, 3) => ImportProblem.TooManyDecimals,
            _ => null,
        };
        if (problem is { } wrong)
        {
            Refuse(column, wrong, cell.Shown, limit: (long)most);
            return null;
        }

        shown[column.Key] = VietnameseNumber.Format(value!.Value);
        return value;
    }

    /// <summary>A typed number. "1,234" is asked about even where a fraction would do: it is as a rule a thousand.</summary>
    private static (decimal? Value, ImportProblem? Problem) Typed(string text, bool whole)
    {
        var read = VietnameseNumber.ParseWhole(text);
        if (read.Problem == VietnameseNumberProblem.NotWhole && !whole)
        {
            read = VietnameseNumber.Parse(text);
        }

        return (read.Value, read.Problem switch
        {
            VietnameseNumberProblem.None => null,
            VietnameseNumberProblem.NotWhole => ImportProblem.NotWhole,
            VietnameseNumberProblem.Ambiguous => ImportProblem.Ambiguous,
            VietnameseNumberProblem.OutOfRange => ImportProblem.OutOfRange,
            _ => ImportProblem.NotANumber,
        });
    }

    /// <summary>A day kept as a number: Excel's running number, or ddMMyyyy of which Excel dropped the leading zero.</summary>
    private static DateOnly? Numbered(decimal number) => number switch
    {
        >= 1 and <= LastSerial => DateOnly.FromDateTime(DateTime.FromOADate((double)number)),
        > 1_000_000 and < 100_000_000 when number % 1 == 0 => VietnameseDate.Parse(number.ToString("00000000", CultureInfo.InvariantCulture)).Value,
        _ => null,
    };

    private static string Cut(string value) => value.Length <= 100 ? value : value[..100].TrimEnd() + "…";
}

/// <summary>A name that no list has.</summary>
/// <param name="Column">The column it stands in.</param>
/// <param name="ListName">Where the choice for it is kept.</param>
/// <param name="Name">The name.</param>
/// <param name="ProposedId">The entry that is much like it.</param>
/// <param name="List">The list.</param>
internal sealed record UnknownName(ImportColumn Column, string ListName, string Name, long? ProposedId, NameMatcher List);
