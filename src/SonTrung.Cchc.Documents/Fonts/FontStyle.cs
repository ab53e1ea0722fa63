namespace SonTrung.Cchc.Documents.Fonts;

/// <summary>The four faces of the document's font.</summary>
internal enum FontStyle
{
    /// <summary>Kiểu chữ đứng.</summary>
    Regular,

    /// <summary>Đứng, đậm.</summary>
    Bold,

    /// <summary>Nghiêng.</summary>
    Italic,

    /// <summary>Nghiêng, đậm.</summary>
    BoldItalic,
}
