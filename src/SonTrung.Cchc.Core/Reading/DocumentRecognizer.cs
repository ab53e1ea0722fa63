using System.Globalization;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>
/// Tells the parts of an administrative document in lines of text: what the decree lays down of their places and words (Phụ lục I, III),
/// and nothing of any one document. Pure, and without losses: what it can't place stays in its place as <see cref="DocumentPart.Unplaced"/>;
/// only ruled lines and the words "Kính gửi" and "Nơi nhận", which the parts say, are left out. Damaged letters are mended before.
/// </summary>
public static class DocumentRecognizer
{
    /// <summary>Reads pasted text or a text file.</summary>
    public static ReadDocument Recognize(string? text) => Recognize(Lines(text)).Document;

    /// <summary>The lines of a plain text, form feeds and every kind of line break included.</summary>
    public static IReadOnlyList<SourceLine> Lines(string? text) => SourceLines.Of(text ?? "");

    /// <summary>Reads lines of which a reader may know more than their text.</summary>
    public static Recognition Recognize(IReadOnlyList<SourceLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var written = SourceLines.Written(lines);
        var pieces = new List<Piece>();
        var body = HeadReader.Read(written, pieces);
        var foot = FootReader.Start(written, body);
        BodyReader.Read(written.GetRange(body, foot - body), pieces);
        FootReader.Read(written.GetRange(foot, written.Count - foot), pieces);
        return new Recognition(
            new ReadDocument(pieces.Select((piece, i) => new ReadBlock((i + 1).ToString(CultureInfo.InvariantCulture), piece.Part, piece.Label, piece.Text)).ToList()),
            pieces.Select(piece => piece.Place).ToList());
    }
}
