namespace SonTrung.Cchc.Core.Reports.Official;

/// <summary>
/// Turns an official document into a PDF. A pure function: no database, no clock, no user;
/// the same document and mark give the same bytes.
/// </summary>
public interface IOfficialDocumentRenderer
{
    /// <summary>The engine's name and version, kept beside every frozen file: "SonTrung 1.0".</summary>
    string Engine { get; }

    /// <summary>Renders the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="issue">Number and date, or null to leave their places blank.</param>
    /// <exception cref="UnprintableTextException">A character has no glyph in the document's font.</exception>
    RenderedDocument Render(OfficialDocument document, IssueMark? issue = null);
}

/// <summary>A rendered document.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="PageCount">Its pages, appendices included.</param>
/// <param name="Anchors">Where the parts stand that are filled after rendering.</param>
public sealed record RenderedDocument(byte[] Pdf, int PageCount, IReadOnlyList<LayoutAnchor> Anchors);

/// <summary>A place on a page that is kept free or filled later.</summary>
/// <param name="Kind">What belongs there.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="X">Left edge in points (1/72 inch) from the page's left.</param>
/// <param name="Y">Lower edge in points from the page's bottom.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
public sealed record LayoutAnchor(AnchorKind Kind, int Page, double X, double Y, double Width, double Height);

/// <summary>What a place is kept for.</summary>
public enum AnchorKind
{
    /// <summary>The running number (ô số 3).</summary>
    Number,

    /// <summary>Day, month and year (ô số 4).</summary>
    Date,

    /// <summary>The person's signature (ô số 7c).</summary>
    Signature,

    /// <summary>The organisation's seal (ô số 8).</summary>
    Seal,

    /// <summary>The QR code of the verify page.</summary>
    VerificationCode,
}

/// <summary>A text holds a character that the document's font cannot print.</summary>
public sealed class UnprintableTextException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="character">The character, one Unicode scalar value.</param>
    /// <param name="text">The text it stands in.</param>
    public UnprintableTextException(string character, string text)
        : base($"No glyph for '{character}' (U+{char.ConvertToUtf32(character, 0):X4}).")
    {
        Character = character;
        Text = text;
    }

    /// <summary>The character.</summary>
    public string Character { get; }

    /// <summary>The text it stands in.</summary>
    public string Text { get; }
}
