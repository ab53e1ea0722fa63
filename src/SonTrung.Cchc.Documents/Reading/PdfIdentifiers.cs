namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Finds what may be identifiers in the bytes of a PDF, whole or damaged: strings of sixteen bytes in hex, as trailers have two of them.</summary>
public static class PdfIdentifiers
{
    private const int Digits = 32;
    private const int Most = 256;

    private static readonly System.Buffers.SearchValues<byte> HexDigits = System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef"u8);

    /// <summary>The strings, upper case; the first 256 that differ.</summary>
    /// <param name="bytes">The bytes.</param>
    public static IReadOnlySet<string> In(ReadOnlySpan<byte> bytes)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = bytes; found.Count < Most && rest.IndexOf((byte)'<') is var at and >= 0; rest = rest[(at + 1)..])
        {
            if (rest.Length - at > Digits + 1 && rest[at + 1 + Digits] == '>' && !rest.Slice(at + 1, Digits).ContainsAnyExcept(HexDigits))
            {
                found.Add(System.Text.Encoding.ASCII.GetString(rest.Slice(at + 1, Digits)).ToUpperInvariant());
            }
        }

        return found;
    }
}
