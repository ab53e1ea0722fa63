namespace SonTrung.Cchc.Documents.Layout;

/// <summary>An element of the document's logical structure, with the names of ISO 32000-1, 14.8.4 ("P", "H1", "L", "TH" …).</summary>
/// <param name="type">The structure type.</param>
internal sealed class StructureNode(string type)
{
    /// <summary>The type of a form field; the element is written only in a file that has the field.</summary>
    public const string FormType = "Form";

    /// <summary>The structure type.</summary>
    public string Type { get; } = type;

    /// <summary>The elements below it, after its own text.</summary>
    public List<StructureNode> Children { get; } = [];

    /// <summary>What a reader is told who can't see it; for figures.</summary>
    public string? AlternateText { get; init; }

    /// <summary>Adds an element below.</summary>
    public StructureNode Add(string childType, string? alternateText = null)
    {
        var child = new StructureNode(childType) { AlternateText = alternateText };
        Children.Add(child);
        return child;
    }
}
