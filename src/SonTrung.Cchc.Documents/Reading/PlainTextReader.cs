using System.Text;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Reads a text file: Unicode by its mark or its form, else the bytes of an old Vietnamese font, which the healer knows.</summary>
internal static class PlainTextReader
{
    public static DocumentReading Read(byte[] file)
    {
        if (file.AsSpan().StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return DocumentReading.Refused(ReadingRefusal.OldWord);
        }

        if (file.AsSpan().StartsWith("{\\rtf"u8))
        {
            return DocumentReading.Refused(ReadingRefusal.TypeNotAllowed);
        }

        var text = Decode(file);
        return text.Contains('\0', StringComparison.Ordinal)
            ? DocumentReading.Refused(ReadingRefusal.TypeNotAllowed)
            : text.Length > DocumentFileReader.MaxCharacters
                ? DocumentReading.Refused(ReadingRefusal.TooLong)
                : new DocumentReading { Lines = DocumentRecognizer.Lines(text) };
    }

    private static string Decode(byte[] file)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true) })
        {
            if (encoding.Preamble.Length > 0 && file.AsSpan().StartsWith(encoding.Preamble))
            {
                return Strict(encoding, file.AsSpan(encoding.Preamble.Length)) ?? "\0";
            }
        }

        // Bytes that are no UTF-8 are letters of Western fonts at most.
        return Strict(new UTF8Encoding(false, true), file) ?? Encoding.Latin1.GetString(file);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
