namespace SonTrung.Cchc.Core.Reading;

/// <summary>A block on its way into a <see cref="ReadDocument"/>.</summary>
internal sealed record Piece(DocumentPart Part, string Label, string Text, LineSpan Place);

/// <summary>A line of the source, its spaces told apart from its words.</summary>
/// <param name="Index">Its place in the source.</param>
/// <param name="Raw">As it came: gaps between columns still show.</param>
/// <param name="Text">Trimmed, runs of spaces one.</param>
/// <param name="Break">What is known of the break behind it.</param>
/// <param name="BlankBefore">Blank lines before it.</param>
internal sealed record TextLine(int Index, string Raw, string Text, LineBreakKind Break, int BlankBefore)
{
    /// <summary>Where it stood.</summary>
    public LineSpan Place => new(Index, Index);
}
