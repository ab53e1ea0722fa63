namespace SonTrung.Cchc.Documents.Fonts;

/// <summary>
/// The document's font, Liberation Serif 2.1.5 (the widths of Times New Roman), from the files shipped inside this assembly:
/// never from the machine, where an older file of the same name lacks 92 of the Vietnamese letters.
/// </summary>
internal static class DocumentFonts
{
    private static readonly TrueTypeFont[] Faces =
    [
        Load("LiberationSerif-Regular", "LiberationSerif"),
        Load("LiberationSerif-Bold", "LiberationSerif-Bold"),
        Load("LiberationSerif-Italic", "LiberationSerif-Italic"),
        Load("LiberationSerif-BoldItalic", "LiberationSerif-BoldItalic"),
    ];

    /// <summary>The face of a style.</summary>
    public static TrueTypeFont Get(FontStyle style) => Faces[(int)style];

    private static TrueTypeFont Load(string file, string postScriptName)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"Fonts/{file}.ttf")
            ?? throw new InvalidOperationException($"The assembly lacks the font {file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes, postScriptName);
    }
}
