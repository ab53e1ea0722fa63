namespace SonTrung.Cchc.Core.Reading;

/// <summary>A line as a reader of files or a paste gives it to <see cref="DocumentRecognizer"/>.</summary>
/// <param name="Text">The line. Columns side by side stand in one line with a tab, a bar or a wide gap between them.</param>
/// <param name="Break">What is known of the break behind it.</param>
public sealed record SourceLine(string Text, LineBreakKind Break = LineBreakKind.Unknown);

/// <summary>What a reader knows of the break behind a line.</summary>
public enum LineBreakKind
{
    /// <summary>Nothing: plain text, where lines may have been broken at any width.</summary>
    Unknown,

    /// <summary>The paragraph ends here.</summary>
    Paragraph,

    /// <summary>The paragraph goes on in the next line.</summary>
    Wrapped,

    /// <summary>The author broke the line inside a paragraph.</summary>
    Manual,
}

/// <summary>What was recognised, and where it stood.</summary>
/// <param name="Document">The document.</param>
/// <param name="Places">For each block, in the order of the document: the first and last line it was read from, from 0.</param>
public sealed record Recognition(ReadDocument Document, IReadOnlyList<LineSpan> Places);

/// <summary>A run of lines, both included, from 0.</summary>
/// <param name="First">The first line.</param>
/// <param name="Last">The last line.</param>
public readonly record struct LineSpan(int First, int Last);
