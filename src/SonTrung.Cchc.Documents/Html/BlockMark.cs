namespace SonTrung.Cchc.Documents.Html;

/// <summary>A small link at the end of a block, on the screen only: the way to what belongs to the block and is no part of the document.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Icon">The address of its picture, a symbol of an SVG file.</param>
/// <param name="Text">What stands beside the picture; may be empty.</param>
/// <param name="IsStressed">The block itself is to be noticed.</param>
public sealed record BlockMark(string Url, string Label, string Icon, string Text, bool IsStressed);
