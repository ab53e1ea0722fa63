using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>What came of reading a file.</summary>
public sealed record DocumentReading
{
    /// <summary>What kind of file it is.</summary>
    public DocumentSourceKind Kind { get; init; }

    /// <summary>Its lines, for <see cref="DocumentRecognizer"/>; empty when it was refused.</summary>
    public IReadOnlyList<SourceLine> Lines { get; init; } = [];

    /// <summary>Why it was refused; null when it was read.</summary>
    public ReadingRefusal? Refusal { get; init; }

    /// <summary>Pages of a PDF, from 1, that are pictures: what stands on them was not read.</summary>
    public IReadOnlyList<int> PagesWithoutText { get; init; } = [];

    internal static DocumentReading Refused(ReadingRefusal refusal, DocumentSourceKind kind = DocumentSourceKind.Text) => new() { Kind = kind, Refusal = refusal };
}

/// <summary>The kinds of files that are read.</summary>
public enum DocumentSourceKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Word, .docx.</summary>
    Word,

    /// <summary>PDF with text.</summary>
    Pdf,
}

/// <summary>Why a file was not read.</summary>
public enum ReadingRefusal
{
    /// <summary>Neither text, nor Word, nor PDF.</summary>
    TypeNotAllowed,

    /// <summary>Word as it was before 2007 (.doc): to be saved as .docx.</summary>
    OldWord,

    /// <summary>More bytes than <see cref="DocumentFileReader.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>More pages than <see cref="DocumentFileReader.MaxPages"/>, or more text than <see cref="DocumentFileReader.MaxCharacters"/>.</summary>
    TooLong,

    /// <summary>Broken, or made to break its reader.</summary>
    Damaged,

    /// <summary>It asks for a password.</summary>
    Encrypted,

    /// <summary>Its pages are pictures: there is no text in it.</summary>
    Scan,

    /// <summary>Its letters carry no meaning: the font says which shapes to draw and not what they are.</summary>
    Unreadable,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It runs programs.</summary>
    HasMacros,

    /// <summary>Reading took longer than <see cref="DocumentFileReader.MaxTime"/>.</summary>
    TookTooLong,
}
