namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A document on its pages, ready to be written in any file format.</summary>
/// <param name="Profile">The profile it was laid out with.</param>
/// <param name="Pages">All pages, those of the appendices last.</param>
/// <param name="Structure">Its logical structure, reading order.</param>
internal sealed record LaidDocument(LayoutProfile Profile, IReadOnlyList<LaidPage> Pages, StructureNode Structure);
