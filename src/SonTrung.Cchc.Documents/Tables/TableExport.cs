using System.Globalization;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>A list as a table to take away: what its columns are called and hold, without its rows.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="sheet">The sheet's name in Vietnamese; cut and cleaned to what Excel allows.</param>
/// <param name="fileName">The file's name without marks and ending: "hoat-dong-2026".</param>
public sealed class TableExport<T>(string sheet, string fileName)
{
    private readonly List<TableColumn<T>> columns = [];

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; } = sheet;

    /// <summary>The file's name without ending.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The columns, left to right.</summary>
    public IReadOnlyList<TableColumn<T>> Columns => columns;

    /// <summary>Adds a column of words.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="width">Its width, characters.</param>
    /// <param name="read">What it holds.</param>
    public TableExport<T> Text(string header, double width, Func<T, string?> read) => Add(header, width, row => TableCell.Of(read(row)));

    /// <summary>Adds a column of numbers.</summary>
    /// <inheritdoc cref="Text"/>
    public TableExport<T> Number(string header, double width, Func<T, decimal?> read) => Add(header, width, row => TableCell.Of(read(row)));

    /// <summary>Adds a column of days.</summary>
    /// <inheritdoc cref="Text"/>
    public TableExport<T> Date(string header, double width, Func<T, DateOnly?> read) => Add(header, width, row => TableCell.Of(read(row)));

    /// <summary>Adds a column of moments, shown to the minute.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="width">Its width, characters.</param>
    /// <param name="read">What it holds, in the reader's time.</param>
    public TableExport<T> Time(string header, double width, Func<T, DateTime?> read) => Add(header, width, row => TableCell.Of(read(row)));

    /// <summary>Adds a column of cells of any kind.</summary>
    /// <inheritdoc cref="Text"/>
    public TableExport<T> Cell(string header, double width, Func<T, TableCell> read) => Add(header, width, read);

    private TableExport<T> Add(string header, double width, Func<T, TableCell> read)
    {
        columns.Add(new TableColumn<T>(header, width, read));
        return this;
    }
}

/// <summary>A column.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Width">Its width, characters.</param>
/// <param name="Read">What it holds.</param>
public sealed record TableColumn<T>(string Header, double Width, Func<T, TableCell> Read);

/// <summary>The content of a cell, with the kind that a spreadsheet knows it by.</summary>
public readonly record struct TableCell
{
    private TableCell(TableCellKind kind, string text, double serial = 0)
    {
        Kind = kind;
        Text = text;
        Serial = serial;
    }

    /// <summary>The kind.</summary>
    public TableCellKind Kind { get; }

    /// <summary>As Vietnamese readers write it: "1234,5", "05/04/2026", "05/04/2026 10:32".</summary>
    public string Text { get; }

    /// <summary>Days since 30/12/1899, for days and moments.</summary>
    public double Serial { get; }

    /// <summary>The number, for numbers: digits and a point.</summary>
    public string Number => Text.Replace(',', '.');

    /// <summary>Words; nothing for an empty text.</summary>
    public static TableCell Of(string? text) => string.IsNullOrEmpty(text) ? default : new TableCell(TableCellKind.Text, text);

    /// <summary>A number.</summary>
    public static TableCell Of(decimal? number) => number is { } value
        ? new TableCell(TableCellKind.Number, value.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ','))
        : default;

    /// <summary>A day.</summary>
    public static TableCell Of(DateOnly? day) => day is { } value
        ? new TableCell(TableCellKind.Date, value.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture), value.ToDateTime(TimeOnly.MinValue).ToOADate())
        : default;

    /// <summary>A moment.</summary>
    public static TableCell Of(DateTime? moment) => moment is { } value
        ? new TableCell(TableCellKind.Time, value.ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture), value.ToOADate())
        : default;
}

/// <summary>The kinds of cells.</summary>
public enum TableCellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time.</summary>
    Time,
}
