namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>Takes new objects: a whole file, or what is appended to one.</summary>
internal interface IPdfObjects
{
    /// <summary>Adds an object and returns its number.</summary>
    int Add(string body);

    /// <summary>Adds a stream and returns its number.</summary>
    /// <param name="entries">Dictionary entries besides length and filter.</param>
    /// <param name="data">The content, uncompressed.</param>
    /// <param name="compress">Whether to deflate it; XMP is left readable.</param>
    int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true);
}
