using System.Text;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Imports;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>Why a table could not be read.</summary>
public enum TableRefusal
{
    /// <summary>Nothing came.</summary>
    Empty,

    /// <summary>Neither a workbook (.xlsx) nor text.</summary>
    TypeNotAllowed,

    /// <summary>A workbook with macros.</summary>
    HasMacros,

    /// <summary>A workbook that is broken, encrypted, or built to fill the memory.</summary>
    Damaged,

    /// <summary>Text in an encoding that keeps no Vietnamese.</summary>
    WrongEncoding,

    /// <summary>More rows, columns or words than are taken.</summary>
    TooLarge,
}

/// <summary>What was read.</summary>
/// <param name="Tables">The tables with anything in them; empty when refused.</param>
/// <param name="Refusal">Why nothing was read; null when it was.</param>
public sealed record TableReading(IReadOnlyList<ReadTable> Tables, TableRefusal? Refusal = null)
{
    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a file: a workbook, or text with separators. Its kind is found in its bytes.</summary>
    /// <param name="file">The bytes; must be seekable.</param>
    public static TableReading OfFile(Stream file)
    {
        if (file.Length == 0)
        {
            return Refused(TableRefusal.Empty);
        }

        Span<byte> head = stackalloc byte[4];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith("PK"u8))
        {
            return XlsxReader.Read(file);
        }

        // An old workbook, a picture or a PDF is told apart from text, so that the person learns what to do.
        if (head.SequenceEqual(OldWorkbook) || FileInspector.Inspect(file).Refusal != EvidenceRefusal.TypeNotAllowed)
        {
            return Refused(TableRefusal.TypeNotAllowed);
        }

        file.Position = 0;
        return TextTable.Decode(file) is { } text ? OfText(text) : Refused(TableRefusal.WrongEncoding);
    }

    /// <summary>Reads text with separators: a CSV file's, or a block as Excel copies it.</summary>
    public static TableReading OfText(string text) => TextTable.Read(text);

    internal static TableReading Refused(TableRefusal refusal) => new([], refusal);
}

/// <summary>What a table may hold at most, counted while it is read: a small file can say much.</summary>
internal sealed class TableLimits
{
    /// <summary>Columns; what stands further right is nobody's table.</summary>
    public const int Columns = 200;

    /// <summary>Characters of one cell, as Excel has it.</summary>
    public const int CellLength = 32_767;

    private const int Characters = 24_000_000;

    /// <summary>Rows above the headings, and a few more than are taken, so that the service can say that there are too many.</summary>
    private const int Rows = ImportBatch.MostRows + 100;

    private int characters;
    private int rows;

    /// <summary>Whether there is room for another row.</summary>
    public bool TakesRow() => ++rows <= Rows;

    /// <summary>Whether there is room for a cell.</summary>
    public bool Takes(string content) => (characters += content.Length + 8) <= Characters;
}
