using System.Globalization;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>A table as it was read from a workbook, a text file or the clipboard; nothing is interpreted yet.</summary>
/// <param name="Name">The sheet's name; empty for text.</param>
/// <param name="Rows">The rows with anything in them, top to bottom.</param>
public sealed record ReadTable(string Name, IReadOnlyList<ReadRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number in the file, from 1: what the person sees in Excel.</param>
/// <param name="Cells">Its cells from the first column on; what follows is empty.</param>
public sealed record ReadRow(int Number, IReadOnlyList<ReadCell> Cells)
{
    /// <summary>A cell; empty beyond the last.</summary>
    public ReadCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : default;
}

/// <summary>What a cell holds.</summary>
public enum ReadCellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Words, or a number or day typed as words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A formula that gave an error or was never worked out.</summary>
    Fault,
}

/// <summary>The content of a cell.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Content">Words as they stand; a number with a point; a day as yyyy-MM-dd; the fault as Excel names it.</param>
public readonly record struct ReadCell(ReadCellKind Kind, string Content)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string Kinds = " tnde";
    private const char MendedKind = 'm';

    /// <summary>Stands before what was there; no words keep it.</summary>
    private const char MendedSeparator = '\u001F';

    /// <summary>What stood there before the words were mended; null when they are as they came.</summary>
    public string? Original { get; init; }

    /// <summary>Words; empty ones are an empty cell.</summary>
    public static ReadCell Text(string? text) => string.IsNullOrWhiteSpace(text) ? default : new(ReadCellKind.Text, text);

    /// <summary>A number.</summary>
    public static ReadCell Of(decimal number) => new(ReadCellKind.Number, number.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>A day.</summary>
    public static ReadCell Of(DateOnly day) => new(ReadCellKind.Day, day.ToString(DayFormat, CultureInfo.InvariantCulture));

    /// <summary>A formula without a value.</summary>
    public static ReadCell Fault(string name) => new(ReadCellKind.Fault, name);

    /// <summary>The number of a cell that holds one.</summary>
    public decimal? Number => Kind == ReadCellKind.Number ? decimal.Parse(Content, CultureInfo.InvariantCulture) : null;

    /// <summary>The day of a cell that holds one.</summary>
    public DateOnly? Day => Kind == ReadCellKind.Day ? DateOnly.ParseExact(Content, DayFormat, CultureInfo.InvariantCulture) : null;

    /// <summary>As a person would type it: 05/04/2026, 1.234,5.</summary>
    public string Shown => Kind switch
    {
        ReadCellKind.Number => VietnameseNumber.Format(Number!.Value),
        ReadCellKind.Day => VietnameseDate.Format(Day!.Value),
        _ => PlainText.Clean(Content),
    };

    /// <summary>The words for a field of words: a year stays 2026 and is not written 2.026.</summary>
    public string Words => Kind == ReadCellKind.Number ? Content.Replace('.', ',') : Shown;

    /// <summary>The cell as one text, to be kept; see <see cref="Unpack"/>.</summary>
    internal string Pack() => Kind == ReadCellKind.Empty ? ""
        : Original is null ? $"{Kinds[(int)Kind]}{Content}"
        : $"{MendedKind}{Content}{MendedSeparator}{Original}";

    internal static ReadCell Unpack(string packed) => packed.Length == 0 ? default
        : packed[0] == MendedKind && packed.IndexOf(MendedSeparator, StringComparison.Ordinal) is > 0 and var end
            ? new ReadCell(ReadCellKind.Text, packed[1..end]) { Original = packed[(end + 1)..] }
        : new((ReadCellKind)Kinds.IndexOf(packed[0], StringComparison.Ordinal), packed[1..]);
}
