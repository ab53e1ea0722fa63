using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>
/// Reads the text of a Word file, a PDF or a text file as lines that keep what is known of paragraphs and columns. Files come from anywhere: their kind
/// is found in their bytes, and size, depth, unpacking and time are bounded.
/// </summary>
public static class DocumentFileReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 20_000_000;

    /// <summary>Most pages of a PDF.</summary>
    public const int MaxPages = 80;

    /// <summary>Longest text, characters: about 150 pages.</summary>
    public const int MaxCharacters = 400_000;

    /// <summary>Most lines.</summary>
    public const int MaxLines = 20_000;

    /// <summary>The time that one file may take.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    /// <summary>The names by which files may be chosen, with their dots.</summary>
    public static readonly IReadOnlyList<string> Extensions = [".docx", ".pdf", ".txt"];

    /// <summary>Reads a file. It needs a processor for up to <see cref="MaxTime"/>.</summary>
    public static DocumentReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MaxBytes)
        {
            return DocumentReading.Refused(ReadingRefusal.TooLarge);
        }

        var kind = KindOf(file);
        try
        {
            return Bounded(kind switch
            {
                DocumentSourceKind.Pdf => PdfTextReader.Read(file, new ReadingBudget(MaxTime)),
                DocumentSourceKind.Word => WordTextReader.Read(file, new ReadingBudget(MaxTime)),
                _ => PlainTextReader.Read(file),
            });
        }
        catch (ReadingGivenUpException given)
        {
            return DocumentReading.Refused(given.Refusal, kind);
        }
    }

    private static DocumentSourceKind KindOf(ReadOnlySpan<byte> file) =>
        file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) is >= 0 ? DocumentSourceKind.Pdf
        : file.StartsWith("PK\x03\x04"u8) ? DocumentSourceKind.Word
        : DocumentSourceKind.Text;

    private static DocumentReading Bounded(DocumentReading reading) =>
        reading.Refusal is not null ? reading
        : reading.Lines.Count > MaxLines || reading.Lines.Sum(line => (long)line.Text.Length) > MaxCharacters ? DocumentReading.Refused(ReadingRefusal.TooLong, reading.Kind)
        : reading.Lines.All(line => string.IsNullOrWhiteSpace(line.Text)) ? DocumentReading.Refused(ReadingRefusal.Empty, reading.Kind)
        : reading;
}
